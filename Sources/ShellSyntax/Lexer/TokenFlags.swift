/// What the grammar knows of a token; the values are those of .NET's `TokenFlags`.
package struct TokenFlags: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The low four bits hold a binary operator's precedence.
  package static let binaryPrecedenceMask = Self(rawValue: 0x0F)
  package static let binaryPrecedenceLogical = Self(rawValue: 1)
  package static let binaryPrecedenceBitwise = Self(rawValue: 2)
  package static let binaryPrecedenceComparison = Self(rawValue: 5)
  package static let binaryPrecedenceCoalesce = Self(rawValue: 7)
  package static let binaryPrecedenceAdd = Self(rawValue: 9)
  package static let binaryPrecedenceMultiply = Self(rawValue: 10)
  package static let binaryPrecedenceFormat = Self(rawValue: 12)
  package static let binaryPrecedenceRange = Self(rawValue: 13)
  package static let keyword = Self(rawValue: 0x10)
  package static let scriptBlockBlockName = Self(rawValue: 0x20)
  package static let binaryOperator = Self(rawValue: 0x100)
  package static let unaryOperator = Self(rawValue: 0x200)
  package static let caseSensitiveOperator = Self(rawValue: 0x400)
  package static let ternaryOperator = Self(rawValue: 0x800)
  package static let specialOperator = Self(rawValue: 0x1000)
  package static let assignmentOperator = Self(rawValue: 0x2000)

  /// The token is the same one in expression mode and in argument mode.
  package static let parseModeInvariant = Self(rawValue: 0x8000)
  package static let tokenInError = Self(rawValue: 0x1_0000)
  package static let disallowedInRestrictedMode = Self(rawValue: 0x2_0000)
  package static let prefixOrPostfixOperator = Self(rawValue: 0x4_0000)
  package static let commandName = Self(rawValue: 0x8_0000)
  package static let memberName = Self(rawValue: 0x10_0000)
  package static let typeName = Self(rawValue: 0x20_0000)
  package static let attributeName = Self(rawValue: 0x40_0000)
  package static let canConstantFold = Self(rawValue: 0x80_0000)
  package static let statementDoesntSupportAttributes = Self(rawValue: 0x100_0000)

  /// How tightly a binary operator binds, 1 to 13; 0 for other tokens.
  package var binaryPrecedence: UInt32 { rawValue & 0x0F }
}
