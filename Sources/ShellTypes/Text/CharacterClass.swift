import ShellObjects

/// What .NET's Char knows about one code unit.
enum CharacterClass {
  typealias Test = @Sendable (UInt16) -> Bool

  static let tests: [(String, Test)] = [
    ("IsControl", { category($0) == 14 }),
    ("IsDigit", { category($0) == 8 }),
    ("IsHighSurrogate", { UTF16.isLeadSurrogate($0) }),
    ("IsLetter", { category($0) <= 4 }),
    ("IsLetterOrDigit", { category($0) <= 4 || category($0) == 8 }),
    ("IsLowSurrogate", { UTF16.isTrailSurrogate($0) }),
    ("IsLower", { category($0) == 1 }),
    ("IsNumber", { (8...10).contains(category($0)) }),
    ("IsPunctuation", { (18...24).contains(category($0)) }),
    ("IsSeparator", { (11...13).contains(category($0)) }),
    ("IsSurrogate", { UTF16.isLeadSurrogate($0) || UTF16.isTrailSurrogate($0) }),
    ("IsSymbol", { (25...28).contains(category($0)) }),
    ("IsUpper", { category($0) == 0 }),
    ("IsWhiteSpace", { UTF16Text.isWhiteSpace($0) }),
  ]

  static let asciiTests: [(String, Test)] = [
    ("IsAscii", { $0 < 0x80 }),
    ("IsAsciiDigit", { isIn($0, 0x30, 0x39) }),
    ("IsAsciiHexDigit", { isIn($0, 0x30, 0x39) || isIn($0 | 0x20, 0x61, 0x66) }),
    ("IsAsciiHexDigitLower", { isIn($0, 0x30, 0x39) || isIn($0, 0x61, 0x66) }),
    ("IsAsciiHexDigitUpper", { isIn($0, 0x30, 0x39) || isIn($0, 0x41, 0x46) }),
    ("IsAsciiLetter", { isIn($0 | 0x20, 0x61, 0x7A) }),
    ("IsAsciiLetterLower", { isIn($0, 0x61, 0x7A) }),
    ("IsAsciiLetterOrDigit", { isIn($0, 0x30, 0x39) || isIn($0 | 0x20, 0x61, 0x7A) }),
    ("IsAsciiLetterUpper", { isIn($0, 0x41, 0x5A) }),
  ]

  private static func isIn(_ unit: UInt16, _ low: UInt16, _ high: UInt16) -> Bool { unit >= low && unit <= high }

  private static func category(_ unit: UInt16) -> Int { category(of: UInt32(unit)) }

  /// The number of .NET's UnicodeCategory.
  static func category(of code: UInt32) -> Int {
    guard let scalar = Unicode.Scalar(code) else { return 16 }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter: return 0
    case .lowercaseLetter: return 1
    case .titlecaseLetter: return 2
    case .modifierLetter: return 3
    case .otherLetter: return 4
    case .nonspacingMark: return 5
    case .spacingMark: return 6
    case .enclosingMark: return 7
    case .decimalNumber: return 8
    case .letterNumber: return 9
    case .otherNumber: return 10
    case .spaceSeparator: return 11
    case .lineSeparator: return 12
    case .paragraphSeparator: return 13
    case .control: return 14
    case .format: return 15
    case .surrogate: return 16
    case .privateUse: return 17
    case .connectorPunctuation: return 18
    case .dashPunctuation: return 19
    case .openPunctuation: return 20
    case .closePunctuation: return 21
    case .initialPunctuation: return 22
    case .finalPunctuation: return 23
    case .otherPunctuation: return 24
    case .mathSymbol: return 25
    case .currencySymbol: return 26
    case .modifierSymbol: return 27
    case .otherSymbol: return 28
    case .unassigned: return 29
    @unknown default: return 29
    }
  }

  static func categoryValue(_ code: UInt32) -> EnumObject {
    EnumObject(Int64(category(of: code)), PSType.named("System.Globalization.UnicodeCategory"))
  }

  /// The numeric value of a character; -1 where it has none.
  static func number(_ code: UInt32) -> Double { Unicode.Scalar(code)?.properties.numericValue ?? -1 }
}
