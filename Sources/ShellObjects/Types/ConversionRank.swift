/// How good a conversion of a method argument is; larger is better.
///
/// The numbers keep the distances of PowerShell's own ranks, since overloads are compared by weighted sums.
package enum ConversionRank: Int, Sendable {
  case none = 0x00
  case unrelatedArrays = 0x0F
  case toString = 0x1F
  case custom = 0x2F
  case convertible = 0x3F
  case implicitCast = 0x4F
  case explicitCast = 0x5F
  case constructor = 0x6F
  case create = 0x73
  case parse = 0x7F
  case psObject = 0x8F
  case language = 0x9F
  case nullToValue = 0xA7
  case nullToReference = 0xB7
  case numericExplicit = 0xBF
  case numericString = 0xCF
  case numericImplicit = 0xDF
  case assignable = 0xEF
  case stringToCharArray = 0xFA
  case identity = 0xFF

  /// The rank of converting a value.
  package static func of(_ value: Value, to wanted: PSType) -> ConversionRank {
    if value.isNull {
      // Why: a null is no string, so that a method for any object comes before one for text.
      if wanted === PSType.object { return .assignable }
      if wanted.isValueType { return wanted.code.isNumeric || wanted.code == .boolean ? .nullToValue : .none }
      return .nullToReference
    }
    let rank = between(value.type, wanted)
    if rank == .none, value.isConvertible(to: wanted) { return .parse }
    return rank
  }

  /// The rank of converting any value of one type to another; `.none` where it depends on the value or is impossible.
  package static func between(_ from: PSType, _ to: PSType) -> ConversionRank {
    if from === to { return .identity }
    if to === PSType.object { return .assignable }
    if from.isAssignable(to: to) { return .assignable }
    if from.code.isNumeric, to.code.isNumeric {
      return isWidening(from.code, to.code) ? .numericImplicit : .numericExplicit
    }
    if from.code == .string, to.code.isNumeric { return .numericString }
    if to.code == .string { return .toString }
    if to.code == .boolean { return .language }
    if from.code == .string, to.elementType?.code == .char { return .stringToCharArray }
    if from.code == .char, to.code.isNumeric { return .language }
    // Why: every text counts as true or false, so that a flag comes before an enumeration the text may name.
    if to.isEnum, from.code == .string { return .parse }
    if to.isEnum, from.code.isInteger { return .language }
    return .none
  }

  /// Whether .NET widens a number of one type to another without being asked.
  static func isWidening(_ from: TypeCode, _ to: TypeCode) -> Bool {
    switch to {
    case .double: from != .decimal
    case .single: from.isInteger
    case .decimal: from.isInteger
    case .int64: from.isInteger && from.rawValue < TypeCode.int64.rawValue
    case .uint64: [.byte, .uint16, .uint32].contains(from)
    case .int32: from.isInteger && from.rawValue < TypeCode.int32.rawValue
    case .uint32: [.byte, .uint16].contains(from)
    case .int16: [.sbyte, .byte].contains(from)
    case .uint16: from == .byte
    default: false
    }
  }
}
