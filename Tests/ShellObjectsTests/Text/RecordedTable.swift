import Foundation

/// A table of what the real PowerShell answered, in the notation of `Tests/Conformance/tools/table.ps1`.
struct RecordedTable {
  struct Row {
    let expression: String
    let answer: String

    /// The text inside quotes of an error's message, or nil where the answer is no error.
    var errorMessage: String? {
      guard answer.hasPrefix("!"), let start = answer.range(of: ": '") else { return nil }
      return String(answer[start.upperBound...].dropLast())
    }
  }

  /// What a replay of rows found.
  struct Replay {
    let count: Int
    let differences: [String]

    var summary: String {
      "\(differences.count) of \(count) differ:\n" + differences.prefix(15).joined(separator: "\n")
    }
  }

  let rows: [Row]

  init(_ path: String) throws {
    let tables = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Conformance/tables")
    let text = try String(contentsOf: tables.appendingPathComponent(path), encoding: .utf8)
    rows = text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      return parts.count == 2 ? Row(expression: String(parts[0]), answer: String(parts[1])) : nil
    }
  }

  /// Answers every row that `pattern` matches; gives how many it matched, and a line for each that differs.
  func replay<Output>(
    _ pattern: Regex<Output>, _ answer: (Regex<Output>.Match) throws -> String?
  ) rethrows -> Replay {
    var count = 0
    var differences: [String] = []
    for row in rows {
      guard let match = row.expression.wholeMatch(of: pattern), let ours = try answer(match) else { continue }
      count += 1
      if ours != row.answer {
        differences.append("\(row.expression)\n    recorded \(row.answer)\n    ours     \(ours)")
      }
    }
    return Replay(count: count, differences: differences)
  }

  /// `text` as the notation writes a string.
  static func literal(_ text: String) -> String {
    let isPlain = text.utf16.allSatisfy { ($0 >= 32 && $0 <= 126) && $0 != 39 && $0 != 92 } || text.isEmpty
    if isPlain { return "'\(text)'" }
    var result = "'"
    for unit in text.utf16 {
      switch unit {
      case 39: result += "\\'"
      case 92: result += "\\\\"
      case 10: result += "\\n"
      case 13: result += "\\r"
      case 9: result += "\\t"
      case 0x202F: result += " "
      case 32...126: result += String(Unicode.Scalar(UInt8(unit)))
      default: result += "\\u" + String(format: "%04x", Int(unit))
      }
    }
    return result + "'"
  }
}
