/// The weights of one letter, mark or sign in the order of a dictionary.
struct CollationElement: Equatable {
  /// Which letter it is; 0 for marks.
  var primary: UInt32
  /// Which accent.
  var secondary: UInt16
  /// Which case or form.
  var tertiary: UInt8
  /// Where its character begins and ends, in UTF-16 units.
  var start: Int
  var end: Int
}

/// Which weights characters have.
///
/// An approximation of the order that ICU's root collation gives, and .NET with it: white space, punctuation, symbols,
/// digits, letters; small before capital; accents after letters; zero-width characters do not count.
/// **Source:** CLDR root collation chart; `Tests/Conformance/tables/dotnet/string-compare.tsv`.
enum CollationTable {
  /// Signs in their order; what is missing follows them by code point.
  private static let signs =
    "\t\n\u{0B}\u{0C}\r\u{85}\u{2028}\u{2029} _-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014},;:!\u{A1}?\u{BF}.\u{2026}\u{B7}"
    + "'\u{2018}\u{2019}\u{201A}\u{2039}\u{203A}\"\u{201C}\u{201D}\u{201E}\u{AB}\u{BB}()[]{}\u{A7}\u{B6}@*/\\&#%"
    + "\u{2030}\u{2020}\u{2021}\u{2022}`\u{B4}^\u{AF}\u{A8}\u{B0}\u{A9}\u{AE}+\u{B1}\u{F7}\u{D7}<=>|\u{A6}~\u{A4}"
    + "\u{A2}$\u{A3}\u{A5}\u{20AC}"

  static let firstUnknownSign: UInt32 = 0x200
  static let firstDigit: UInt32 = 0x30_0000
  static let firstLetter: UInt32 = 0x40_0000

  private static let signWeights: [Unicode.Scalar: UInt32] = signs.unicodeScalars.enumerated().reduce(into: [:]) {
    $0[$1.element] = UInt32($1.offset) + 1
  }

  /// Primary weights of ASCII; 0 for control characters, which do not count.
  static let ascii: [UInt32] = (0..<128).map { primary(Unicode.Scalar(UInt8($0))) ?? 0 }

  /// The primary weight of a character in lower case; nil where it has none.
  static func primary(_ scalar: Unicode.Scalar) -> UInt32? {
    if let weight = signWeights[scalar] { return weight }
    let value = scalar.value
    if value >= 0x30, value <= 0x39 { return firstDigit + value }
    if value < 0x80 {
      let isLetter = value | 0x20 >= 0x61 && value | 0x20 <= 0x7A
      return isLetter ? firstLetter + (value | 0x20) : nil
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark: return nil
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark,
      .decimalNumber, .letterNumber, .otherNumber, .unassigned, .privateUse:
      return firstLetter + SimpleCase.lower(scalar).value
    default: return firstUnknownSign + value
    }
  }

  /// Letters that sort as others with an accent.
  static let accented: [Unicode.Scalar: String] = [
    "\u{DF}": "ss", "\u{1E9E}": "SS", "\u{E6}": "ae", "\u{C6}": "AE", "\u{153}": "oe", "\u{152}": "OE", "\u{F8}": "o",
    "\u{D8}": "O", "\u{111}": "d", "\u{110}": "D", "\u{142}": "l", "\u{141}": "L", "\u{127}": "h", "\u{126}": "H",
  ]
}

extension CollationElement {
  /// The elements of a text; characters that do not count leave none.
  static func elements(_ text: String) -> [CollationElement] {
    var result: [CollationElement] = []
    result.reserveCapacity(text.utf8.count)
    var offset = 0
    for scalar in text.unicodeScalars {
      let end = offset + (scalar.value > 0xFFFF ? 2 : 1)
      append(scalar, offset, end, to: &result)
      offset = end
    }
    return result
  }

  private static func append(
    _ scalar: Unicode.Scalar, _ start: Int, _ end: Int, to result: inout [CollationElement]
  ) {
    if scalar.value < 0x80 {
      let primary = CollationTable.ascii[Int(scalar.value)]
      let isCapital = scalar.value >= 0x41 && scalar.value <= 0x5A
      guard primary != 0 else { return }
      result.append(
        CollationElement(primary: primary, secondary: 0, tertiary: isCapital ? 1 : 0, start: start, end: end))
      return
    }
    if let parts = CollationDecompositions.parts(scalar) {
      for part in parts { append(part, start, end, to: &result) }
      return
    }
    if let letters = CollationTable.accented[scalar] {
      for letter in letters.unicodeScalars { append(letter, start, end, to: &result) }
      result.append(CollationElement(primary: 0, secondary: 1, tertiary: 0, start: start, end: end))
      return
    }
    if let letters = form(scalar) {
      for letter in letters.unicodeScalars {
        append(letter, start, end, to: &result)
        if let last = result.indices.last { result[last].tertiary += 2 }
      }
      return
    }
    let isCapital = SimpleCase.lower(scalar) != scalar
    if let primary = CollationTable.primary(scalar) {
      result.append(
        CollationElement(primary: primary, secondary: 0, tertiary: isCapital ? 1 : 0, start: start, end: end))
    } else if scalar.properties.generalCategory == .nonspacingMark {
      let weight = UInt16(truncatingIfNeeded: scalar.value)
      result.append(CollationElement(primary: 0, secondary: weight, tertiary: 0, start: start, end: end))
    }
  }

  /// What a character is another form of: full-width ASCII, spaces, ligatures, superscripts.
  private static func form(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map { String($0) }
    case 0xA0, 0x202F: " "
    default: CollationForms.letters(scalar)
    }
  }
}
