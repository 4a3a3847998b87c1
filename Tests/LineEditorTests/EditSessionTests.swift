import Foundation
import Testing

@testable import LineEditor

struct EditSessionTests {
  /// How many rows of each topic must be as PSReadLine has them.
  ///
  /// The rest are differences of choice (graphemes instead of UTF-16 units, keys that Windows has), functions that do
  /// not exist yet, and rows that need the real parser or completer.
  private static let floor: [String: Int] = [
    "accept": 39, "case": 11, "completion": 14, "delete": 10, "digit-argument": 22, "history": 40, "history-search": 24,
    "kill": 37, "mark": 6, "menu-completion": 11, "misc": 3, "movement": 89, "multi-line": 53, "options": 3,
    "paste": 12, "prediction": 22, "prediction-list": 30, "selection": 62, "smart-insert": 2, "transpose": 3,
    "undo": 22, "yank-arg": 23,
  ]

  @Test func keysMakeTheTextThatPSReadLineMakes() throws {
    var passed: [String: Int] = [:]
    var failures: [String: [String]] = [:]
    for row in try EditingRow.all() where row.mode != "Vi" {
      if row.needsMissingFunction {
        failures[row.topic, default: []].append("\(row.function): no such function")
      } else if let difference = row.difference() {
        failures[row.topic, default: []].append(
          "\(row.mode) \(row.function) \(row.start.debugDescription) \(row.keys.joined(separator: " ")) -> "
            + "\(row.buffer.debugDescription) \(row.cursor): \(difference)")
      } else {
        passed[row.topic, default: 0] += 1
      }
    }
    if ProcessInfo.processInfo.environment["LINE_EDITOR_ROWS"] != nil {
      for (topic, rows) in failures.sorted(by: { $0.key < $1.key }) {
        print("\(topic): \(passed[topic] ?? 0) of \((passed[topic] ?? 0) + rows.count)")
        for row in rows { print("    \(row)") }
      }
      print("total \(passed.values.reduce(0, +))", passed.sorted { $0.key < $1.key })
    }
    for (topic, count) in EditSessionTests.floor {
      #expect(passed[topic] ?? 0 >= count, "\(topic): \(failures[topic]?.joined(separator: "\n") ?? "")")
    }
  }
  @Test(arguments: [EditMode.windows, .emacs])
  func anyFunctionsInAnyOrderLeaveTheCursorInTheText(mode: EditMode) {
    var random = SystemRandomNumberGenerator()
    let texts = ["a b", "日本 😀", "e\u{301}", "{\n", "Zap-", "(x) \"y z\"", "\n"]
    let names = ["Tab", "Enter", "Escape", "Ctrl+@", "Ctrl+r", "Backspace", "Alt+5", "Alt+-", "Up", "Right", "z", "F3"]
    let shell = RowShell()
    for _ in 0..<15 {
      var options = LineEditorOptions()
      options.editMode = mode
      options.predictionView = Bool.random(using: &random) ? .list : .inline
      let session = EditSession(history: CommandHistory(file: nil, limit: 5), options: options)
      session.delegate = shell
      session.begin()
      for _ in 0..<250 {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: session.paste((texts.randomElement(using: &random) ?? "").unicodeScalars.map(\.value))
        case 1:
          if let chord = names.randomElement(using: &random).flatMap(KeyChord.init(named:)) { session.press(chord) }
        default:
          if let function = EditFunction.all.randomElement(using: &random) {
            session.perform(function, for: KeyChord(.character(0x35), .alt))
          }
        }
        #expect((0...session.buffer.count).contains(session.buffer.cursor))
        #expect((session.selection?.upperBound ?? 0) <= session.buffer.count)
        guard let outcome = session.outcome else { continue }
        if case .accepted(let line) = outcome { session.history.add(line, disposition: .memoryOnly) }
        session.begin()
      }
    }
  }

  @Test func completionsOutsideTheTextAreRefused() {
    for (start, length) in [(-1, 1), (0, -1), (0, 99), (Int.max, Int.max), (99, 0)] {
      let shell = WrongShell(CompletionResult(replacementStart: start, replacementLength: length, items: [.init("x")]))
      let session = EditSession(history: CommandHistory(file: nil), options: LineEditorOptions())
      session.delegate = shell
      session.begin()
      session.paste([0x61])
      session.press(KeyChord(.tab))
      #expect(session.buffer.text == "a")
    }
  }
}

/// Answers what no text can have.
private final class WrongShell: LineEditorDelegate {
  private let result: CompletionResult

  init(_ result: CompletionResult) {
    self.result = result
  }

  func isComplete(_ text: String) -> Bool { true }
  func complete(_ text: String, cursor: Int) -> CompletionResult { result }
  func highlight(_ text: String) -> Highlighting { Highlighting() }
}
