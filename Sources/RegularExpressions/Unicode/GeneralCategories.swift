/// A set of Unicode general categories, one bit each, in the order of .NET's `UnicodeCategory`.
struct GeneralCategories: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  /// The two-letter names, in bit order.
  static let names = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Pc",
    "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cn",
  ]

  /// `\d`.
  static let digit = GeneralCategories(rawValue: 1 << 8)
  /// `\w`: letters, nonspacing marks, decimal digits, connector punctuation.
  static let word = GeneralCategories(rawValue: 0x1F | 1 << 5 | 1 << 8 | 1 << 18)
  /// What `\p{Lu}`, `\p{Ll}` and `\p{Lt}` mean with IgnoreCase.
  static let cased = GeneralCategories(rawValue: 0x7)

  init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The categories that a name of one or two letters stands for, nil for other names.
  init?(named name: String) {
    var bits: UInt32 = 0
    for (bit, candidate) in Self.names.enumerated() where candidate == name || String(candidate.prefix(1)) == name {
      bits |= 1 << UInt32(bit)
    }
    guard bits != 0 else { return nil }
    self.init(rawValue: bits)
  }

  /// The one category of `scalar`.
  init(of scalar: Unicode.Scalar) {
    self.init(rawValue: 1 << Self.bit(of: scalar.properties.generalCategory))
  }

  /// The names of the categories in this set.
  var memberNames: [String] {
    Self.names.enumerated().filter { rawValue & (1 << UInt32($0.offset)) != 0 }.map(\.element)
  }

  private static func bit(of category: Unicode.GeneralCategory) -> UInt32 {
    switch category {
    case .uppercaseLetter: 0
    case .lowercaseLetter: 1
    case .titlecaseLetter: 2
    case .modifierLetter: 3
    case .otherLetter: 4
    case .nonspacingMark: 5
    case .spacingMark: 6
    case .enclosingMark: 7
    case .decimalNumber: 8
    case .letterNumber: 9
    case .otherNumber: 10
    case .spaceSeparator: 11
    case .lineSeparator: 12
    case .paragraphSeparator: 13
    case .control: 14
    case .format: 15
    case .surrogate: 16
    case .privateUse: 17
    case .connectorPunctuation: 18
    case .dashPunctuation: 19
    case .openPunctuation: 20
    case .closePunctuation: 21
    case .initialPunctuation: 22
    case .finalPunctuation: 23
    case .otherPunctuation: 24
    case .mathSymbol: 25
    case .currencySymbol: 26
    case .modifierSymbol: 27
    case .otherSymbol: 28
    case .unassigned: 29
    @unknown default: 29
    }
  }
}
