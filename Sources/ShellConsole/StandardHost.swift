import Glibc
package import ShellEngine
package import ShellFormatting
package import ShellObjects

/// The console of a session: output to standard output, errors to standard error, formatted on the way.
package final class StandardHost: ConsoleHost {
  private let output = OutputBuffer(STDOUT_FILENO)
  private let errors = OutputBuffer(STDERR_FILENO)
  private let isOutputTerminal: Bool
  private let canAsk: Bool
  private var pipeline: FormatPipeline?
  /// The variables that formatting reads, set once the session exists.
  package weak var session: Session?
  private let views: FormatViews

  package init(views: FormatViews, isNonInteractive: Bool) {
    self.views = views
    isOutputTerminal = isatty(STDOUT_FILENO) == 1
    canAsk = !isNonInteractive
  }

  // MARK: Places

  package var width: Int {
    var size = winsize()
    guard isOutputTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  package var height: Int {
    var size = winsize()
    guard isOutputTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 25 }
    return Int(size.ws_row)
  }

  package var isInteractive: Bool { canAsk && isatty(STDIN_FILENO) == 1 }

  package var usesColor: Bool {
    if getenv("NO_COLOR") != nil { return false }
    return isOutputTerminal
  }

  private func settings(width: Int) -> FormatSettings {
    var settings = FormatSettings(width: width, consoleWidth: self.width)
    settings.usesColor = usesColor
    if let limit = session?.formattingVariable("FormatEnumerationLimit"), case .int32(let number) = limit {
      settings.enumerationLimit = Int(number)
    }
    if let view = session?.formattingVariable("ErrorView"), let text = try? view.text() { settings.errorView = text }
    settings.isKnownCommand = { [weak session] name in session?.isCommand(name) ?? false }
    return settings
  }

  // MARK: Objects

  package func makeFormatter(width: Int?, _ line: @escaping (String) -> Void) -> any TextFormatter {
    var settings = settings(width: width ?? self.width)
    settings.usesColor = false
    return LineFormatter(FormatPipeline(views: views, settings: settings, sink: line))
  }

  package func writeObject(_ value: Value) throws {
    if case .string(let text) = value, pipeline == nil { return output.appendLine(text) }
    if pipeline == nil {
      pipeline = FormatPipeline(views: views, settings: settings(width: width - 1)) { [output] in output.appendLine($0)
      }
    }
    try pipeline?.write(value)
    if isOutputTerminal { output.flush() }
  }

  package func finishObjects() throws {
    let current = pipeline
    pipeline = nil
    try current?.finish()
  }

  package func showError(_ record: ErrorRecord) throws {
    output.flush()
    errors.appendLine(ErrorView(settings(width: width)).text(record))
    errors.flush()
  }

  package func showMessage(_ stream: ShellEngine.MessageStream, _ text: String) throws {
    let kind: ShellFormatting.MessageStream =
      switch stream {
      case .warning: .warning
      case .verbose: .verbose
      case .debug: .debug
      }
    output.appendLine(kind.line(text, settings(width: width)))
  }

  package func showProgress(_ activity: String, _ status: String, _ percent: Int, isCompleted: Bool) {}

  package func write(_ text: String) throws { output.append(text) }
  package func writeLine(_ text: String) throws { output.appendLine(text) }

  package func flush() {
    output.flush()
    errors.flush()
  }

  // MARK: Questions

  package func readLine(prompt: String, isSecret: Bool) throws -> String? {
    guard canAsk else { throw HostFailure.nonInteractive(prompt) }
    output.append(prompt)
    flush()
    return StandardInput.shared.readLine()
  }

  package func choose(caption: String) throws -> Choice {
    guard canAsk else { throw HostFailure.nonInteractive(caption) }
    while true {
      output.append(
        "\(caption)\n[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [S] Suspend  [?] Help (default is \"Y\"): ")
      flush()
      guard let answer = StandardInput.shared.readLine() else { return .no }
      switch answer.lowercased() {
      case "", "y", "yes": return .yes
      case "a", "yes to all": return .yesToAll
      case "n", "no": return .no
      case "l", "no to all": return .noToAll
      default: continue
      }
    }
  }
}

/// A `FormatPipeline` behind the engine's protocol.
private final class LineFormatter: TextFormatter {
  private let pipeline: FormatPipeline

  init(_ pipeline: FormatPipeline) { self.pipeline = pipeline }

  func write(_ value: Value) throws { try pipeline.write(value) }
  func finish() throws { try pipeline.finish() }
}

/// What cannot be asked of nobody.
enum HostFailure {
  static func nonInteractive(_ question: String) -> NetException {
    NetException(
      "System.Management.Automation.PSInvalidOperationException",
      "PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.")
  }
}
