/// A number as the operators see it: its value and the .NET type code that decides the result's type.
///
/// Booleans, characters and enumeration values count as numbers here; text does not until `scanned` has read it.
struct NumericOperand {
  enum Payload {
    case whole(Int128), real(Double), decimal(Decimal96)
  }

  let code: TypeCode
  let payload: Payload

  init?(_ value: Value) {
    switch value {
    case .int32(let number): self.init(.int32, .whole(Int128(number)))
    case .int64(let number): self.init(.int64, .whole(Int128(number)))
    case .double(let number): self.init(.double, .real(number))
    case .bool(let flag): self.init(.boolean, .whole(flag ? 1 : 0))
    case .char(let unit): self.init(.char, .whole(Int128(unit)))
    case .unset, .void, .null: self.init(.int32, .whole(0))
    case .object(let object as NumberObject): self.init(object.payload)
    case .object(let object as EnumObject): self.init(object.type.enumUnderlying, .whole(Int128(object.number)))
    case .object(let object) where object.kind == .wrapped:
      let inner = value.base
      if case .object(let same) = inner, same === object { return nil }
      self.init(inner)
    case .string, .object, .cell: return nil
    }
  }

  private init(_ code: TypeCode, _ payload: Payload) {
    self.code = code
    self.payload = payload
  }

  private init(_ number: NumberPayload) {
    switch number {
    case .int8(let value): self.init(.sbyte, .whole(Int128(value)))
    case .uint8(let value): self.init(.byte, .whole(Int128(value)))
    case .int16(let value): self.init(.int16, .whole(Int128(value)))
    case .uint16(let value): self.init(.uint16, .whole(Int128(value)))
    case .uint32(let value): self.init(.uint32, .whole(Int128(value)))
    case .uint64(let value): self.init(.uint64, .whole(Int128(value)))
    case .single(let value): self.init(.single, .real(Double(value)))
    case .decimal(let value): self.init(.decimal, .decimal(value))
    }
  }

  var double: Double {
    switch payload {
    case .whole(let number): Double(number)
    case .real(let number): number
    case .decimal(let number): number.double
    }
  }

  /// The value as a decimal; nil where it does not fit.
  ///
  /// A single keeps seven digits.
  var decimal: Decimal96? {
    switch payload {
    case .whole(let number): Decimal96(exactly: number)
    case .real(let number): code == .single ? Decimal96(Float(number)) : Decimal96(number)
    case .decimal(let number): number
    }
  }

  /// The whole number; nil for reals and decimals.
  var whole: Int128? { if case .whole(let number) = payload { number } else { nil } }

  var isNegative: Bool {
    switch payload {
    case .whole(let number): number < 0
    case .real(let number): number < 0
    case .decimal(let number): number.sign < 0
    }
  }
}

extension NumericOperand {
  /// The type in which an operator on the two computes: int, uint, long, ulong, double or decimal.
  ///
  /// An unsigned type gives way to long, or to decimal, where an operand is negative.
  static func commonCode(_ a: NumericOperand, _ b: NumericOperand) -> TypeCode {
    let wider = max(a.code.rawValue, b.code.rawValue)
    switch wider {
    case ...TypeCode.int32.rawValue: return .int32
    case TypeCode.uint32.rawValue: return a.isNegative || b.isNegative ? .int64 : .uint32
    case TypeCode.int64.rawValue: return .int64
    case TypeCode.uint64.rawValue: return a.isNegative || b.isNegative ? .decimal : .uint64
    case TypeCode.decimal.rawValue: return .decimal
    default: return .double
    }
  }

  /// A whole result in the type the operator computed in; a double where it does not fit.
  static func typed(_ number: Int128, _ code: TypeCode) -> Value {
    switch code {
    case .int32: if let fit = Int32(exactly: number) { return .int32(fit) }
    case .uint32: if let fit = UInt32(exactly: number) { return fit.value }
    case .int64: if let fit = Int64(exactly: number) { return .int64(fit) }
    case .uint64: if let fit = UInt64(exactly: number) { return fit.value }
    default: break
    }
    return .double(truncatedDouble(number.magnitude, isNegative: number < 0))
  }

  /// The double next to a whole number on the side of zero, as .NET converts its big integers.
  static func truncatedDouble(_ magnitude: UInt128, isNegative: Bool) -> Double {
    let excess = max(0, 128 - magnitude.leadingZeroBitCount - 53)
    let kept = Double((magnitude >> UInt128(excess)) << UInt128(excess))
    return isNegative ? -kept : kept
  }
}

extension Value {
  /// Whether the type is one of .NET's primitives: a number other than decimal, a character or a Boolean.
  var isPrimitive: Bool {
    switch self {
    case .int32, .int64, .double, .bool, .char: true
    case .object(let object as NumberObject): if case .decimal = object.payload { false } else { true }
    default: false
    }
  }

  /// Whether operators take the value for a number: every numeric type and enumerations, no Booleans or characters.
  var isNumber: Bool {
    switch self {
    case .int32, .int64, .double: true
    case .object(let object): object.kind == .number || object.kind == .enumeration
    default: false
    }
  }

  /// Whether operators take the value for a number on the right side: Booleans and characters, too.
  var isNumberOrPrimitive: Bool {
    switch self {
    case .bool, .char: true
    default: isNumber
    }
  }

  /// The number that text stands for beside `other`: a literal of any type, or what the conversion to the type of
  /// `other` makes of it.
  func scanned(beside other: Value) throws -> Value {
    guard case .string(let text) = self else { return self }
    let trimmed = TextTrimming.trimmed(text)
    if trimmed.isEmpty { return .int32(0) }
    if let literal = NumericLiteral(trimmed) { return try literal.operand(trimmed) }
    return try Value.string(trimmed).converted(to: other.isNumber ? other.type : .int32)
  }
}

extension NumericLiteral {
  /// The number as a value of its own type; `text` is what was read.
  fileprivate func operand(_ text: String) throws -> Value {
    switch self {
    case .int8(let number): number.value
    case .int16(let number): number.value
    case .int32(let number): .int32(number)
    case .int64(let number): .int64(number)
    case .uint8(let number): number.value
    case .uint16(let number): number.value
    case .uint32(let number): number.value
    case .uint64(let number): number.value
    case .double(let number): .double(number)
    case .decimal(let number): .object(NumberObject(.decimal(number)))
    case .bigInteger: try Value.string(text).converted(to: PSType.named("System.Numerics.BigInteger"))
    }
  }
}
