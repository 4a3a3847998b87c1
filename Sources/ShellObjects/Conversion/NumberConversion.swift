/// Conversions to numbers and characters.
enum NumberConversion {
  static func convert(_ value: Value, to type: PSType) throws -> Value {
    switch value {
    case .bool(let flag): return try integer(flag ? 1 : 0, to: type, from: value)
    case .char(let unit): return try integer(Int64(unit), to: type, from: value)
    case .int32(let number): return try integer(Int64(number), to: type, from: value)
    case .int64(let number): return try integer(number, to: type, from: value)
    case .double(let number): return try real(number, to: type, from: value)
    case .string(let text): return try parse(text, to: type)
    case .object(let number as NumberObject): return try convert(number, to: type, from: value)
    case .object(let number as EnumObject): return try integer(number.number, to: type, from: value)
    default:
      if let convert = value.type.members.behavior.convert, let made = try convert(value, type) { return made }
      throw Conversion.final(value, type)
    }
  }

  static func char(_ value: Value) throws -> Value {
    switch value {
    case .string(let text):
      let units = Array(text.utf16.prefix(2))
      guard units.count == 1 else {
        throw Conversion.failed(
          value, .char, "InvalidCastParseTargetInvocation", .format("String must be exactly one character long."))
      }
      return .char(units[0])
    case .bool:
      throw Conversion.failed(
        value, .char, "InvalidCastIConvertible",
        NetException("System.InvalidCastException", "Invalid cast from 'Boolean' to 'Char'."))
    default:
      guard case .int32(let number) = try value.converted(to: .int32), let unit = UInt16(exactly: number) else {
        throw Conversion.failed(
          value, .char, "InvalidCastIConvertible", .overflow("Value was either too large or too small for a character."))
      }
      return .char(unit)
    }
  }

  private static func convert(_ number: NumberObject, to type: PSType, from value: Value) throws -> Value {
    if let whole = number.payload.int64 { return try integer(whole, to: type, from: value) }
    switch number.payload {
    case .decimal(let decimal):
      if type.code == .double { return .double(decimal.double) }
      if type.code == .single { return Float(decimal.double).value }
      return try real(decimal.double, to: type, from: value)
    case .uint64(let big):
      if type.code == .uint64 { return value }
      if type.code == .double { return .double(Double(big)) }
      throw overflow(value, type)
    default: return try real(number.payload.double, to: type, from: value)
    }
  }

  static func integer(_ number: Int64, to type: PSType, from value: Value) throws -> Value {
    switch type.code {
    case .int32: if let fit = Int32(exactly: number) { return .int32(fit) }
    case .int64: return .int64(number)
    case .double: return .double(Double(number))
    case .single: return Float(number).value
    case .decimal: return .object(NumberObject(.decimal(Decimal96(Int(number)))))
    case .sbyte: if let fit = Int8(exactly: number) { return fit.value }
    case .byte: if let fit = UInt8(exactly: number) { return fit.value }
    case .int16: if let fit = Int16(exactly: number) { return fit.value }
    case .uint16: if let fit = UInt16(exactly: number) { return fit.value }
    case .uint32: if let fit = UInt32(exactly: number) { return fit.value }
    case .uint64: if let fit = UInt64(exactly: number) { return fit.value }
    default: break
    }
    throw overflow(value, type)
  }

  private static func real(_ number: Double, to type: PSType, from value: Value) throws -> Value {
    switch type.code {
    case .double: return .double(number)
    case .single: return Float(number).value
    case .decimal:
      guard let decimal = Decimal96(number) else { throw overflow(value, type) }
      return .object(NumberObject(.decimal(decimal)))
    case .uint64:
      guard let big = UInt64(exactly: number.rounded(.toNearestOrEven)) else { throw overflow(value, type) }
      return big.value
    default:
      guard let whole = Int64(exactly: number.rounded(.toNearestOrEven)) else { throw overflow(value, type) }
      return try integer(whole, to: type, from: value)
    }
  }

  static func overflow(_ value: Value, _ type: PSType) -> ShellError {
    Conversion.failed(
      value, type, "InvalidCastIConvertible", .overflow("Value was either too large or too small for \(article(type)).")
    )
  }

  static func article(_ type: PSType) -> String {
    switch type.code {
    case .byte: "an unsigned byte"
    case .sbyte: "a signed byte"
    case .int16, .int32, .int64: "an \(type.name)"
    default: "a \(type.name)"
    }
  }

  static func parse(_ text: String, to type: PSType) throws -> Value {
    let trimmed = text.trimmedSpaces
    if trimmed.isEmpty { return try integer(0, to: type, from: .string(text)) }
    if let whole = Int64(trimmed) { return try integer(whole, to: type, from: .string(text)) }
    if trimmed.lowercased().hasPrefix("0x"), let whole = Int64(trimmed.dropFirst(2), radix: 16) {
      return try integer(whole, to: type, from: .string(text))
    }
    if let number = Double(trimmed) { return try real(number, to: type, from: .string(text)) }
    let id =
      switch type.code {
      case .double, .single: "InvalidCastFromStringToDoubleOrSingle"
      case .decimal: "InvalidCastFromStringToDecimal"
      default: "InvalidCastFromStringToInteger"
      }
    throw Conversion.failed(
      .string(text), type, id, .format("The input string '\(text)' was not in a correct format."))
  }
}
