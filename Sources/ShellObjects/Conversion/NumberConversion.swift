/// Conversions to numbers.
enum NumberConversion {
  static func convert(_ value: Value, to type: PSType) throws -> Value {
    switch value {
    case .int32(let number):
      if let made = integer(number, type.code) { return made }
    case .int64(let number):
      if let made = integer(number, type.code) { return made }
    case .bool(let flag):
      if let made = integer(flag ? 1 : 0, type.code) { return made }
    case .char(let unit):
      if let made = integer(unit, type.code) { return made }
    case .double(let number): return try real(number, to: type, from: value)
    case .string(let text): return try parse(text, to: type)
    case .object(let number as NumberObject): return try convert(number.payload, to: type, from: value)
    case .object(let number as EnumObject):
      if let made = integer(number.number, type.code) { return made }
    default: return try other(value, to: type)
    }
    throw overflow(value, type, type)
  }

  private static func convert(_ number: NumberPayload, to type: PSType, from value: Value) throws -> Value {
    let made: Value?
    switch number {
    case .int8(let number): made = integer(number, type.code)
    case .uint8(let number): made = integer(number, type.code)
    case .int16(let number): made = integer(number, type.code)
    case .uint16(let number): made = integer(number, type.code)
    case .uint32(let number): made = integer(number, type.code)
    case .uint64(let number): made = integer(number, type.code)
    case .single(let number):
      if type.code == .decimal, let decimal = Decimal96(number) { return .object(NumberObject(.decimal(decimal))) }
      return try real(Double(number), to: type, from: value)
    case .decimal(let number): return try decimal(number, to: type, from: value)
    }
    if let made { return made }
    throw overflow(value, type, type)
  }

  /// The whole number in a type; nil where it does not fit.
  static func integer<Number: FixedWidthInteger>(_ number: Number, _ code: TypeCode) -> Value? {
    switch code {
    case .int32: Int32(exactly: number).map { .int32($0) }
    case .int64: Int64(exactly: number).map { .int64($0) }
    case .double: .double(Double(number))
    case .single: Float(number).value
    case .decimal: Decimal96(exactly: number).map { .object(NumberObject(.decimal($0))) }
    case .sbyte: Int8(exactly: number)?.value
    case .byte: UInt8(exactly: number)?.value
    case .int16: Int16(exactly: number)?.value
    case .uint16: UInt16(exactly: number)?.value
    case .uint32: UInt32(exactly: number)?.value
    case .uint64: UInt64(exactly: number)?.value
    default: nil
    }
  }

  private static func real(_ number: Double, to type: PSType, from value: Value) throws -> Value {
    let rounded = number.rounded(.toNearestOrEven)
    switch type.code {
    case .double: return .double(number)
    case .single: return Float(number).value
    case .decimal:
      if let decimal = Decimal96(number) { return .object(NumberObject(.decimal(decimal))) }
      throw overflow(value, type, type)
    case .int64, .uint64:
      if type.code == .int64, let whole = Int64(exactly: rounded) { return .int64(whole) }
      if type.code == .uint64, let whole = UInt64(exactly: rounded) { return whole.value }
      throw Conversion.failed(
        value, type, "InvalidCastIConvertible", .overflow("Arithmetic operation resulted in an overflow."))
    case .uint32:
      if let whole = UInt32(exactly: rounded) { return whole.value }
      throw overflow(value, type, type)
    default:
      // Why: .NET makes an Int32 first, and says so where that fails.
      guard let whole = Int32(exactly: rounded) else { throw overflow(value, type, .int32) }
      if let made = integer(whole, type.code) { return made }
      throw overflow(value, type, type)
    }
  }

  private static func decimal(_ number: Decimal96, to type: PSType, from value: Value) throws -> Value {
    switch type.code {
    case .decimal: return value
    case .double: return .double(number.double)
    case .single: return Float(number.double).value
    default:
      if let whole = number.rounded(to: Int128.self), let made = integer(whole, type.code) { return made }
      throw overflow(value, type, type)
    }
  }

  private static func other(_ value: Value, to type: PSType) throws -> Value {
    if case .object(let object) = value, object.type.fullName == "System.DateTime" {
      throw Conversion.failed(
        value, type, "InvalidCastIConvertible",
        NetException("System.InvalidCastException", "Invalid cast from 'DateTime' to '\(type.name)'."))
    }
    if let made = try ObjectConversion.byOperator(value, type) { return made }
    throw Conversion.final(value, type)
  }

  /// `limit` is the type whose bounds were broken.
  static func overflow(_ value: Value, _ type: PSType, _ limit: PSType) -> ShellError {
    Conversion.failed(
      value, type, "InvalidCastIConvertible", .overflow(NumberParseFailure.overflowMessage(type: limit.name)))
  }

  // MARK: Text

  static func parse(_ text: String, to type: PSType) throws -> Value {
    do {
      switch type.code {
      case .int32: return .int32(try NumberCast.integer(text, as: Int32.self))
      case .int64: return .int64(try NumberCast.integer(text, as: Int64.self))
      case .double: return .double(try NumberCast.double(text))
      case .single: return try NumberCast.single(text).value
      case .decimal: return .object(NumberObject(.decimal(try NumberCast.decimal(text))))
      case .sbyte: return try NumberCast.integer(text, as: Int8.self).value
      case .byte: return try NumberCast.integer(text, as: UInt8.self).value
      case .int16: return try NumberCast.integer(text, as: Int16.self).value
      case .uint16: return try NumberCast.integer(text, as: UInt16.self).value
      case .uint32: return try NumberCast.integer(text, as: UInt32.self).value
      default: return try NumberCast.integer(text, as: UInt64.self).value
      }
    } catch {
      throw Conversion.failed(.string(text), type, failureID(type.code), cause(error, text, type))
    }
  }

  private static func failureID(_ code: TypeCode) -> String {
    switch code {
    case .double, .single: "InvalidCastFromStringToDoubleOrSingle"
    case .decimal: "InvalidCastFromStringToDecimal"
    default: "InvalidCastFromStringToInteger"
    }
  }

  private static func cause(_ failure: NumberParseFailure, _ text: String, _ type: PSType) -> NetException {
    let message = failure.message(input: text, type: type.name)
    return failure == .overflow ? .overflow(message) : .format(message)
  }
}

/// Conversions to characters.
enum CharConversion {
  static func convert(_ value: Value) throws -> Value {
    switch value {
    case .string(let text):
      let units = text.utf16
      if let only = units.first, units.count == 1 { return .char(only) }
      throw Conversion.failed(
        value, .char, "InvalidCastParseTargetInvocation", .format("String must be exactly one character long."))
    case .int32, .int64, .object(is NumberObject), .object(is EnumObject):
      guard let operand = NumericOperand(value), let number = operand.whole else { throw invalid(value) }
      if let unit = UInt16(exactly: number) { return .char(unit) }
      throw Conversion.failed(
        value, .char, "InvalidCastIConvertible", .overflow(NumberParseFailure.overflowMessage(type: "Char")))
    case .bool, .double: throw invalid(value)
    default:
      if value.type.fullName == "System.DateTime" { throw invalid(value) }
      if let made = try ObjectConversion.byOperator(value, .char) { return made }
      throw Conversion.final(value, .char)
    }
  }

  private static func invalid(_ value: Value) -> ShellError {
    Conversion.failed(
      value, .char, "InvalidCastIConvertible",
      NetException("System.InvalidCastException", "Invalid cast from '\(value.type.name)' to 'Char'."))
  }
}
