import CmdletKit
package import ShellObjects

/// Turns a stream of objects into lines, as `Out-Default` does.
package protocol TextFormatter: AnyObject {
  func write(_ value: Value) throws
  /// Writes what was held back.
  func finish() throws
}

/// What the user answered to a confirmation.
package enum Choice: Sendable { case yes, yesToAll, no, noToAll }

/// A stream of messages beside output and errors.
package enum MessageStream: Sendable { case warning, verbose, debug }

/// The terminal or pipe in front of a session; the composition root provides it.
package protocol ConsoleHost: AnyObject {
  /// A formatter whose lines go to `line`; nil width is the console's own.
  func makeFormatter(width: Int?, _ line: @escaping (String) -> Void) -> any TextFormatter
  /// Receives an object at the end of a pipeline.
  func writeObject(_ value: Value) throws
  /// Formats what was held back, at the end of a statement.
  func finishObjects() throws
  func showError(_ record: ErrorRecord) throws
  func showMessage(_ stream: MessageStream, _ text: String) throws
  func showProgress(_ activity: String, _ status: String, _ percent: Int, isCompleted: Bool)
  func write(_ text: String) throws
  func writeLine(_ text: String) throws
  /// A line from the user; nil at the end of input. Throws where nobody can be asked.
  func readLine(prompt: String, isSecret: Bool) throws -> String?
  func choose(caption: String) throws -> Choice
  /// Writes out everything buffered; before a program runs and at the end.
  func flush()
  var width: Int { get }
  var height: Int { get }
  var isInteractive: Bool { get }
  var usesColor: Bool { get }
}
