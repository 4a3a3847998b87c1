import ShellEngine
import ShellObjects

/// A console that keeps objects and errors, and says yes to every question.
final class SilentHost: ConsoleHost {
  var objects: [Value] = []
  var errors: [ErrorRecord] = []

  func makeFormatter(width: Int?, _ line: @escaping (String) -> Void) -> any TextFormatter { NoFormatter() }
  func writeObject(_ value: Value) throws { objects.append(value) }
  func finishObjects() throws {}
  func showError(_ record: ErrorRecord) throws { errors.append(record) }
  func showMessage(_ stream: MessageStream, _ text: String) throws {}
  func showProgress(_ activity: String, _ status: String, _ percent: Int, isCompleted: Bool) {}
  func write(_ text: String) throws {}
  func writeLine(_ text: String) throws {}
  func readLine(prompt: String, isSecret: Bool) throws -> String? { "Y" }
  func choose(caption: String) throws -> Choice { .yes }
  func flush() {}
  var width: Int { 120 }
  var height: Int { 50 }
  var isInteractive: Bool { false }
  var usesColor: Bool { false }
}

private final class NoFormatter: TextFormatter {
  func write(_ value: Value) throws {}
  func finish() throws {}
}
