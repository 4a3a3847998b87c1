/// A number of a type that is no case of `Value`.
package enum NumberPayload: Sendable {
  case int8(Int8), uint8(UInt8), int16(Int16), uint16(UInt16), uint32(UInt32), uint64(UInt64)
  case single(Float)
  case decimal(Decimal96)
}

/// A boxed number: byte, uint, single, decimal and their like.
package final class NumberObject: PSObject {
  package let payload: NumberPayload

  package init(_ payload: NumberPayload) {
    self.payload = payload
    super.init(kind: .number)
  }

  package override var type: PSType {
    switch payload {
    case .int8: .sbyte
    case .uint8: .byte
    case .int16: .int16
    case .uint16: .uint16
    case .uint32: .uint32
    case .uint64: .uint64
    case .single: .single
    case .decimal: .decimal
    }
  }

  package override func equals(_ other: Value) throws -> Bool {
    guard let other = other.object(as: NumberObject.self), other.type === type else { return false }
    return try compare(.object(other)) == 0
  }

  package override func compare(_ other: Value) throws -> Int? {
    guard let other = other.object(as: NumberObject.self), other.type === type else { return nil }
    return try Comparison.compare(.object(self), .object(other), ignoreCase: false)
  }

  package override func hashCode() throws -> Int { payload.double.hashValue }

  package override func text() throws -> String { Value.object(self).numberText }
}

/// A value of an enumeration: the number and its type.
package final class EnumObject: PSObject {
  package let number: Int64
  private let enumType: PSType

  package init(_ number: Int64, _ type: PSType) {
    self.number = number
    enumType = type
    super.init(kind: .enumeration)
  }

  package override var type: PSType { enumType }
  package override func text() throws -> String { enumType.enumText(number) }
  package override func equals(_ other: Value) throws -> Bool {
    guard let other = other.object(as: EnumObject.self) else { return false }
    return other.enumType === enumType && other.number == number
  }
  package override func compare(_ other: Value) throws -> Int? {
    guard let other = other.object(as: EnumObject.self), other.enumType === enumType else { return nil }
    return number < other.number ? -1 : number > other.number ? 1 : 0
  }
  package override func hashCode() throws -> Int { number.hashValue }
}

/// A type as a value: `[int]`.
package final class TypeObject: PSObject {
  package let represented: PSType

  package init(_ type: PSType) {
    represented = type
    super.init(kind: .type)
  }

  package override var type: PSType { .runtimeType }
  /// The short name, as a cast to string gives it; `ToString()` gives the full one.
  package override func text() throws -> String { represented.shortName }
  package override func equals(_ other: Value) throws -> Bool {
    other.object(as: TypeObject.self)?.represented === represented
  }
  package override func hashCode() throws -> Int { ObjectIdentifier(represented).hashValue }
}
