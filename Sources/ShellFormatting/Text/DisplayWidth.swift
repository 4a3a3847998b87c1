/// How many terminal cells a text takes, and cuts by cells.
///
/// An East Asian wide UTF-16 unit takes two cells, every other one (a combining mark, half of a surrogate pair)
/// takes one, and an escape sequence that `EscapeSequence` knows takes none.
/// **Source:** measured on PowerShell 7.6; the wide ranges are those of Markus Kuhn's `wcwidth`.
package enum DisplayWidth {
  /// The cells of a text.
  package static func cells(_ text: String) -> Int {
    if let count = plainCount(text) { return count }
    return cells(Array(text.utf16)[...])
  }

  static func cells(_ units: ArraySlice<UInt16>) -> Int {
    var count = 0
    var index = units.startIndex
    while index < units.endIndex {
      if let length = EscapeSequence.length(in: units, at: index) {
        index += length
        continue
      }
      count += cells(units[index])
      index += 1
    }
    return count
  }

  /// The cells of one UTF-16 unit.
  @inline(__always) static func cells(_ unit: UInt16) -> Int { unit >= 0x1100 && isWide(unit) ? 2 : 1 }

  private static func isWide(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x303F: false
    case 0x1100...0x115F, 0x2329, 0x232A, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6:
      true
    default: false
    }
  }

  /// The byte count of a text that is all ASCII without escapes, where bytes and cells agree; nil for any other.
  private static func plainCount(_ text: String) -> Int? {
    let count: Int?? = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0 < 0x80 && $0 != 0x1B } ? bytes.count : nil
    }
    return count ?? nil
  }

  /// The longest beginning of a text that fits the cells; escape sequences after the last unit belong to it.
  package static func head(_ text: String, cells limit: Int) -> String {
    let units = Array(text.utf16)
    var count = 0
    var index = 0
    while index < units.count {
      if let length = EscapeSequence.length(in: units[...], at: index) {
        index += length
        continue
      }
      count += cells(units[index])
      if count > limit { break }
      index += 1
    }
    return index == units.count ? text : String(decoding: units[..<index], as: UTF16.self)
  }

  /// The longest end of a text that fits the cells.
  package static func tail(_ text: String, cells limit: Int) -> String {
    let units = Array(text.utf16)
    var widths: [(length: Int, cells: Int)] = []
    var index = 0
    while index < units.count {
      if let length = EscapeSequence.length(in: units[...], at: index) {
        widths.append((length, 0))
        index += length
      } else {
        widths.append((1, cells(units[index])))
        index += 1
      }
    }
    var count = 0
    var start = units.count
    for piece in widths.reversed() {
      count += piece.cells
      if count > limit { break }
      start -= piece.length
    }
    return String(decoding: units[start...], as: UTF16.self)
  }

  /// A text of so many blanks; none for a negative count.
  package static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
