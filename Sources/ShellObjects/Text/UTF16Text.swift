/// The UTF-16 view of a Swift string: what .NET calls its characters.
///
/// Offsets and lengths count UTF-16 code units. All-ASCII strings, where a unit is a byte, take the short way. A cut
/// through a surrogate pair leaves U+FFFD, since a Swift string cannot hold half a pair.
package enum UTF16Text {
  /// How many units `text` has.
  package static func length(_ text: String) -> Int { text.utf16.count }

  /// Whether every unit is ASCII, so that units and bytes agree; false for strings that are not stored as UTF-8.
  package static func isASCII(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in bytes.allSatisfy { $0 < 0x80 } } ?? false
  }

  /// The unit at `offset`; nil outside the string.
  package static func unit(_ text: String, at offset: Int) -> UInt16? {
    guard offset >= 0 else { return nil }
    let view = text.utf16
    guard let index = view.index(view.startIndex, offsetBy: offset, limitedBy: view.endIndex), index < view.endIndex
    else { return nil }
    return view[index]
  }

  /// The part of `text` between two offsets; nil where they lie outside.
  package static func substring(_ text: String, _ range: Range<Int>) -> String? {
    let view = text.utf16
    guard range.lowerBound >= 0,
      let start = view.index(view.startIndex, offsetBy: range.lowerBound, limitedBy: view.endIndex),
      let end = view.index(start, offsetBy: range.count, limitedBy: view.endIndex)
    else { return nil }
    return string(text, start..<end)
  }

  /// The part between two positions, halves of surrogate pairs shown as U+FFFD.
  static func string(_ text: String, _ range: Range<String.Index>) -> String {
    if let whole = String(text.utf16[range]) { return whole }
    return String(decoding: text.utf16[range], as: UTF16.self)
  }

  /// Whether .NET's `Char.IsWhiteSpace` holds.
  package static func isWhiteSpace(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
