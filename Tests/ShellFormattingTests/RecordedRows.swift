import Foundation

/// A row of a conformance table: an expression, and the one string it gave.
struct RecordedRow {
  let expression: String
  let text: String

  /// The rows of a table that gave a single string; the rest are for the engine's own run.
  static func all(_ table: String, from file: String = #filePath) throws -> [RecordedRow] {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
    let url = folder.appendingPathComponent("Conformance/tables/\(table).tsv")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    return lines.compactMap { line in
      let fields = line.split(separator: "\t", maxSplits: 1)
      guard fields.count == 2, let text = decoded(fields[1]) else { return nil }
      return RecordedRow(expression: String(fields[0]), text: text)
    }
  }

  /// The text of a literal such as `'a\n\u2026'`; nil for anything else.
  private static func decoded(_ literal: Substring) -> String? {
    guard literal.count >= 2, literal.first == "'", literal.last == "'" else { return nil }
    var units: [UInt16] = []
    var rest = Array(literal.dropFirst().dropLast().utf16)[...]
    while let unit = rest.popFirst() {
      if unit == 0x27 { return nil }
      guard unit == 0x5C, let escape = rest.popFirst() else {
        units.append(unit)
        continue
      }
      switch escape {
      case 0x6E: units.append(0x0A)
      case 0x72: units.append(0x0D)
      case 0x74: units.append(0x09)
      case 0x75:
        units.append(UInt16(String(decoding: rest.prefix(4), as: UTF16.self), radix: 16) ?? 0x3F)
        rest = rest.dropFirst(4)
      default: units.append(escape)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
