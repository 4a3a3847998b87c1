import Glibc
import LineEditor

// A shell of toys around the line editor, for the tests in Tests/Terminal. It echoes each line in brackets.

/// Knows brackets and quotes as a parser would, and a few words to complete.
final class ToyShell: LineEditorDelegate {
  private let commands = ["Get-VM", "Get-VMHost", "Get-VMHostPartitionableGpu", "Start-VM", "Stop-VM", "日本語-コマンド"]

  func isComplete(_ text: String) -> Bool { scan(text).depth <= 0 && !scan(text).isInQuotes }

  func complete(_ text: String, cursor: Int) -> CompletionResult {
    let head = text.utf8.prefix(cursor)
    let start = head.lastIndex { $0 == 0x20 || $0 == 0x0A }.map { head.index(after: $0) } ?? head.startIndex
    let word = String(decoding: head[start...], as: UTF8.self).lowercased()
    let offset = text.utf8.distance(from: text.startIndex, to: start)
    return CompletionResult(
      replacementStart: offset, replacementLength: cursor - offset,
      items: commands.filter { $0.lowercased().hasPrefix(word) }.map { CompletionItem($0, toolTip: "about \($0)") })
  }

  func highlight(_ text: String) -> Highlighting {
    var spans: [HighlightSpan] = []
    var offset = 0
    for (index, part) in text.utf8.split(separator: 0x20, omittingEmptySubsequences: false).enumerated() {
      let role: ColorRole? =
        switch part.first {
        case 0x24: .variable
        case 0x2D: .parameter
        case 0x27, 0x22: .string
        default: index == 0 ? .command : nil
        }
      if let role { spans.append(HighlightSpan(start: offset, length: part.count, role: role)) }
      offset += part.count + 1
    }
    return Highlighting(spans: spans, hasError: scan(text).depth < 0)
  }

  func historyDisposition(of text: String) -> HistoryDisposition {
    text.contains("secret") ? .memoryOnly : .memoryAndFile
  }

  private func scan(_ text: String) -> (depth: Int, isInQuotes: Bool) {
    var depth = 0
    var isInQuotes = false
    for byte in text.utf8 {
      switch byte {
      case 0x27: isInQuotes.toggle()
      case 0x7B where !isInQuotes: depth += 1
      case 0x7D where !isInQuotes: depth -= 1
      default: continue
      }
    }
    return (depth, isInQuotes)
  }
}

func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

func say(_ text: String) {
  print(text, terminator: "")
  fflush(nil)
}

var options = LineEditorOptions()
options.editMode = variable("DEMO_MODE").flatMap(EditMode.init(rawValue:)) ?? .windows
let history = CommandHistory(file: variable("DEMO_HISTORY").map { HistoryFile(path: $0) })
guard let editor = LineEditor(history: history, options: options) else {
  say("no terminal\n")
  exit(3)
}
let shell = ToyShell()
editor.delegate = shell
let prompt = variable("DEMO_PROMPT") ?? "PS> "

reading: while true {
  switch editor.readLine(prompt: prompt) {
  case .line("exit"), .endOfInput: break reading
  case .line("no-newline"): say("abc")
  case .line("pause"): usleep(700_000)
  case .line(let text):
    say("[" + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n") + "]\n")
  case .interrupted: say("interrupted\n")
  }
}
say("bye\n")
