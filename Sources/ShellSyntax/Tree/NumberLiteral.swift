/// The value of a number in the source, of the .NET type that PowerShell gives it.
package enum NumberLiteral: Sendable, Hashable {
  case sbyte(Int8)
  case byte(UInt8)
  case int16(Int16)
  case uint16(UInt16)
  case int32(Int32)
  case uint32(UInt32)
  case int64(Int64)
  case uint64(UInt64)
  case double(Double)
  indirect case decimal(DecimalLiteral)

  /// Decimal digits, with a minus sign where negative.
  case bigInteger(String)

  /// Name of the .NET type without `System.`: `Int32`.
  package var typeName: String {
    switch self {
    case .sbyte: "SByte"
    case .byte: "Byte"
    case .int16: "Int16"
    case .uint16: "UInt16"
    case .int32: "Int32"
    case .uint32: "UInt32"
    case .int64: "Int64"
    case .uint64: "UInt64"
    case .double: "Double"
    case .decimal: "Decimal"
    case .bigInteger: "BigInteger"
    }
  }
}

/// A decimal as .NET holds it: a whole number and how many of its digits stand after the point.
package struct DecimalLiteral: Sendable, Hashable {
  package let isNegative: Bool

  /// The digits without point; less than 2⁹⁶.
  package let coefficient: UInt128

  /// How many digits stand after the point, 0 to 28.
  package let scale: Int
}
