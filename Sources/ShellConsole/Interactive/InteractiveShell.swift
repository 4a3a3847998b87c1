import Glibc
import LineEditor
package import ShellEngine
import ShellObjects
import ShellSyntax
import SourceText

/// The prompt: reads lines with the editor, runs them, and goes on until `exit` or the end of input.
package final class InteractiveShell {
  private let session: Session
  private let host: StandardHost
  private let assistant: EditorAssistant
  private let history: CommandHistory

  package init(_ session: Session, _ host: StandardHost) {
    self.session = session
    self.host = host
    assistant = EditorAssistant(session)
    history = CommandHistory(file: Self.historyPath.map { HistoryFile(path: $0) })
  }

  /// `~/.local/share/gpsh/history`, its folder made; nil where there is no home.
  private static var historyPath: String? {
    if let given = getenv("GPSH_HISTORY") { return String(cString: given) }
    guard let home = getenv("HOME").map({ String(cString: $0) }), !home.isEmpty else { return nil }
    var folder = home
    for part in [".local", "share", "gpsh"] {
      folder += "/" + part
      if mkdir(folder, 0o700) != 0, errno != EEXIST { return nil }
    }
    return folder + "/history"
  }

  /// Runs the loop; the exit code of the shell.
  package func run() -> Int32 {
    Interrupts.install()
    guard let editor = LineEditor(descriptor: STDIN_FILENO, history: history) else { return runPlainly() }
    editor.delegate = assistant
    while true {
      switch editor.readLine(prompt: prompt()) {
      case .endOfInput: return session.lastExit
      case .interrupted: continue
      case .line(let text):
        if let code = execute(text) { return code }
      }
    }
  }

  /// Without an editor: plain lines, gathered until they are complete.
  private func runPlainly() -> Int32 {
    while true {
      try? host.write(prompt())
      host.flush()
      guard var text = StandardInput.shared.readLine() else { return session.lastExit }
      while !assistant.isComplete(text) {
        try? host.write(">> ")
        host.flush()
        guard let more = StandardInput.shared.readLine() else { break }
        text += "\n" + more
      }
      if let code = execute(text) { return code }
    }
  }

  /// Runs one entry; the exit code where it ends the shell.
  private func execute(_ text: String) -> Int32? {
    guard !text.allSatisfy(\.isWhitespace) else { return nil }
    switch session.run(SourceFile(name: nil, text: text)) {
    case .exited(let code): return code
    case .interrupted:
      try? host.writeLine("")
      host.flush()
      return nil
    case .completed, .failed: return nil
    }
  }

  /// What the `prompt` function gives, or PowerShell's own prompt.
  private func prompt() -> String {
    if let given = session.callPrompt(), !given.isEmpty { return given }
    return "PS \(session.currentPath)> "
  }
}

/// Ctrl-C while a command runs.
enum Interrupts {
  static func install() {
    signal(SIGINT) { _ in Session.interruptFlag.pointee = 1 }
  }
}
