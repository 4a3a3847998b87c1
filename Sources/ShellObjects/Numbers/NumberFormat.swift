/// A numeric format string, taken apart.
package enum NumberFormat: Sendable, Hashable {
  /// A letter (as written) and how many digits it asks for.
  case standard(letter: UInt8, precision: Int?)
  /// A picture of digits; kept as it was written.
  case custom(String)

  /// Reads `text`; an empty one is `G`.
  ///
  /// One ASCII letter with digits behind it is a standard format; everything else is a picture.
  package init(_ text: String) throws(FormatFailure) {
    guard let letter = text.utf8.first else {
      self = .standard(letter: UInt8(ascii: "G"), precision: nil)
      return
    }
    guard (letter | 0x20) >= UInt8(ascii: "a"), (letter | 0x20) <= UInt8(ascii: "z") else {
      self = .custom(text)
      return
    }
    var precision: Int?
    for byte in text.utf8.dropFirst() {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else {
        self = .custom(text)
        return
      }
      let value = precision ?? 0
      guard value < 100_000_000 else { throw .badFormatSpecifier }
      precision = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    self = .standard(letter: letter, precision: precision)
  }
}

/// Why a format string cannot be followed; `message` is the text of .NET's FormatException.
package struct FormatFailure: Error, Sendable, Hashable {
  package let message: String

  package init(message: String) {
    self.message = message
  }

  package static let badFormatSpecifier = FormatFailure(message: "Format specifier was invalid.")
  package static let badInput = FormatFailure(message: "Input string was not in a correct format.")
}
