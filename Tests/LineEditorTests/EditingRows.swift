import Foundation

@testable import LineEditor

/// One row of Tests/Conformance/psreadline: keys that were pressed, and the text they made.
struct EditingRow: Decodable {
  let mode: String
  let function: String
  let topic: String
  let history: [String]
  let start: String
  let keys: [String]
  let buffer: String
  let cursor: Int
  let accepted: Accepted?
  let selection: [Int]?
  let bind: [String: String]?
  let options: [String: OptionValue]?
  let killRing: [String]?
  let clipboard: String?

  /// One line or several.
  enum Accepted: Decodable {
    case lines([String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let line = try? container.decode(String.self) {
        self = .lines([line])
      } else {
        self = .lines(try container.decode([String].self))
      }
    }
  }

  /// An option's value as text.
  struct OptionValue: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        text = flag ? "True" : "False"
      } else {
        text = (try? container.decode(String.self)) ?? ""
      }
    }
  }

  static func all() throws -> [EditingRow] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Conformance/psreadline/keys.jsonl")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { try decoder.decode(EditingRow.self, from: Data($0.utf8)) }
  }
}

extension EditingRow {
  /// True when a function this row needs does not exist here: the row cannot be played.
  var needsMissingFunction: Bool {
    (bind ?? [:]).values.contains { EditFunction.named($0) == nil }
  }

  /// Presses the keys; nil when all is as recorded, otherwise what differs first.
  func difference() -> String? {
    let history = CommandHistory(file: nil)
    for line in self.history { history.add(line, disposition: .memoryOnly) }
    var settings = LineEditorOptions()
    settings.editMode = EditMode(rawValue: mode) ?? .windows
    settings.undoJoinsTypedWords = false
    apply(to: &settings)
    let session = EditSession(history: history, options: settings)
    let shell = RowShell()
    session.delegate = shell
    for (keys, function) in bind ?? [:] { session.keyMap.bind(keys, to: function) }
    session.begin()
    var accepted: [String] = []
    for chord in chords {
      session.press(chord)
      guard let outcome = session.outcome else { continue }
      switch outcome {
      case .accepted(let line):
        accepted.append(line)
        history.add(line, disposition: .memoryOnly)
      case .endOfInput: accepted.append("exit")
      case .cancelled: accepted.append("")
      }
      session.begin()
    }
    return compare(session, accepted)
  }

  private func compare(_ session: EditSession, _ accepted: [String]) -> String? {
    if session.buffer.text != buffer { return "text is '\(session.buffer.text)'" }
    let cursor = session.buffer.text(in: 0..<session.buffer.cursor).utf16.count
    if cursor != self.cursor { return "cursor is \(cursor)" }
    if case .lines(let lines) = self.accepted, lines != accepted { return "accepted \(accepted)" }
    if self.accepted == nil, accepted.contains(where: { !$0.isEmpty }) { return "accepted \(accepted)" }
    if let killRing, killRing != session.killRing.entries.map({ LineBuffer.text($0[...]) }) {
      return "kill ring differs"
    }
    if let clipboard, clipboard != LineBuffer.text(session.clipboard[...]) { return "clipboard differs" }
    let selected = session.selection.map { [$0.lowerBound, $0.count] }
    if let selection, selection != selected { return "selection is \(selected ?? [])" }
    return nil
  }

  private func apply(to settings: inout LineEditorOptions) {
    for (name, value) in options ?? [:] {
      switch name {
      case "HistoryNoDuplicates": settings.historyNoDuplicates = value.text == "True"
      case "HistorySearchCursorMovesToEnd": settings.historySearchCursorMovesToEnd = value.text == "True"
      case "HistorySearchCaseSensitive": settings.historySearchCaseSensitive = value.text == "True"
      case "PredictionSource": settings.showsPredictions = value.text != "None"
      case "PredictionViewStyle": settings.predictionView = PredictionView(rawValue: value.text) ?? .inline
      case "WordDelimiters": settings.wordDelimiters = value.text
      default: continue
      }
    }
  }

  private var chords: [KeyChord] {
    let typed = start.unicodeScalars.map { scalar in
      scalar == "\n" ? KeyChord(.enter, .shift) : KeyChord(.character(scalar.value))
    }
    return typed
      + keys.flatMap { key -> [KeyChord] in
        if key.count > 2, key.hasPrefix("<"), let chord = KeyChord(named: String(key.dropFirst().dropLast())) {
          return [chord]
        }
        return key.unicodeScalars.map { $0 == "\n" ? KeyChord(.enter) : KeyChord(.character($0.value)) }
      }
  }
}

/// The session the rows were recorded in, as far as the rows show it.
final class RowShell: LineEditorDelegate {
  private let words = ["Zap-Alpha", "Zap-AlphaBeta", "Zap-Beta", "Zip-Only"]

  func isComplete(_ text: String) -> Bool {
    if text.hasSuffix("|") || text.hasSuffix(",") { return false }
    if text.hasPrefix("@\"") { return text.hasSuffix("\n\"@") }
    var closers: [Character] = []
    for character in text {
      if let quote = closers.last, quote == "'" || quote == "\"" {
        if character == quote { closers.removeLast() }
        continue
      }
      switch character {
      case "'", "\"": closers.append(character)
      case "(": closers.append(")")
      case "{": closers.append("}")
      case ")", "}": if closers.last == character { closers.removeLast() }
      default: continue
      }
    }
    return closers.isEmpty
  }

  func complete(_ text: String, cursor: Int) -> CompletionResult {
    let head = String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
    let word = head.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    let found = words.filter { $0.lowercased().hasPrefix(word.lowercased()) }
    return CompletionResult(
      replacementStart: cursor - word.utf8.count, replacementLength: word.utf8.count,
      items: word.isEmpty ? [] : found.map { CompletionItem($0) })
  }

  /// Good enough for the one text that the rows on tokens use.
  func tokens(in text: String) -> [Range<Int>] {
    let pattern = #/'[^']*'|"[^"]*"|@\(|\$[\w:]+|-?[\w][\w\-]*|[^\s]/#
    return text.matches(of: pattern).map { match in
      let start = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
      return start..<(start + text[match.range].utf8.count)
    }
  }

  func commandArguments(in text: String) -> [Range<Int>] {
    let pattern = #/(?:'[^']*'|"[^"]*"|\([^)]*\)|[^\s;])+/#
    let words = text.matches(of: pattern).map { match in
      let start = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
      return start..<(start + text[match.range].utf8.count)
    }
    return words.filter { range in
      let word = String(decoding: Array(text.utf8)[range], as: UTF8.self)
      return !word.hasPrefix("-") && !word.hasPrefix("Zap-")
    }
  }

  func highlight(_ text: String) -> Highlighting {
    Highlighting(hasError: text.contains(")") && !text.contains("("))
  }
}
