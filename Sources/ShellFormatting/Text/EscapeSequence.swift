/// The terminal escape sequences that decorate text: `ESC[…m`, `ESC[?nh`, `ESC[?nl` and hyperlinks.
///
/// Others are text to the formatter and count their letters.
package enum EscapeSequence {
  static let escape: UInt16 = 0x1B

  /// The length in UTF-16 units of the sequence that begins at `index`; nil where none does.
  static func length(in units: ArraySlice<UInt16>, at index: Int) -> Int? {
    guard units[index] == escape, index + 1 < units.endIndex else { return nil }
    switch units[index + 1] {
    case 0x5B: return bracketLength(units, index)
    case 0x5D: return hyperlinkLength(units, index)
    default: return nil
    }
  }

  private static func bracketLength(_ units: ArraySlice<UInt16>, _ start: Int) -> Int? {
    var index = start + 2
    guard index < units.endIndex else { return nil }
    if units[index] == 0x3F {
      index += 1
      let digits = index
      while index < units.endIndex, isDigit(units[index]) { index += 1 }
      guard index > digits, index < units.endIndex, units[index] == 0x68 || units[index] == 0x6C else { return nil }
      return index + 1 - start
    }
    while index < units.endIndex, isDigit(units[index]) || units[index] == 0x3B { index += 1 }
    guard index < units.endIndex, units[index] == 0x6D else { return nil }
    return index + 1 - start
  }

  /// `ESC]8;;…ESC\`.
  private static func hyperlinkLength(_ units: ArraySlice<UInt16>, _ start: Int) -> Int? {
    let opening: [UInt16] = [escape, 0x5D, 0x38, 0x3B, 0x3B]
    guard units[start...].starts(with: opening) else { return nil }
    var index = start + opening.count
    while index + 1 < units.endIndex {
      if units[index] == escape, units[index + 1] == 0x5C { return index + 2 - start }
      index += 1
    }
    return nil
  }

  private static func isDigit(_ unit: UInt16) -> Bool { unit >= 0x30 && unit <= 0x39 }

  /// Whether a text holds the escape character.
  package static func isPresent(in text: String) -> Bool { text.utf8.contains(0x1B) }

  /// The text without its escape sequences.
  package static func removed(from text: String) -> String {
    guard isPresent(in: text) else { return text }
    let units = Array(text.utf16)
    var kept: [UInt16] = []
    kept.reserveCapacity(units.count)
    var index = 0
    while index < units.count {
      if let length = length(in: units[...], at: index) {
        index += length
      } else {
        kept.append(units[index])
        index += 1
      }
    }
    return String(decoding: kept, as: UTF16.self)
  }

  /// The escape sequences of a text, one behind the other.
  static func all(in text: String) -> String {
    guard isPresent(in: text) else { return "" }
    let units = Array(text.utf16)
    var found: [UInt16] = []
    var index = 0
    while index < units.count {
      let length = length(in: units[...], at: index) ?? 0
      found += units[index..<index + length]
      index += max(length, 1)
    }
    return String(decoding: found, as: UTF16.self)
  }

  /// The text with a reset behind it where it holds escapes that would colour what follows.
  static func closed(_ text: String) -> String {
    isPresent(in: text) && !text.hasSuffix(PSStyle.reset) ? text + PSStyle.reset : text
  }
}
