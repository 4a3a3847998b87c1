/// Conversions to enumerations.
enum EnumConversion {
  static func convert(_ value: Value, to type: PSType) throws -> Value {
    switch value {
    case .string(let text): return try parse(text, type)
    case .int32(let number): return try defined(Int64(number), value, type)
    case .int64(let number): return try defined(number, value, type)
    case .object(let number as NumberObject):
      guard let whole = number.payload.int64 else { return try parse(value.text(), type) }
      return try defined(whole, value, type)
    case .object(let other as EnumObject): return try defined(other.number, value, type)
    case .double: return try parse(value.text(), type)
    case .object(let object) where object.isEnumerable: return try combined(value, type)
    default:
      if let made = try ObjectConversion.byOperator(value, type) { return made }
      if let failure = ObjectConversion.badConvertible(value, type) { throw failure }
      if let made = try PropertyConversion.convert(value, to: type) { return made }
      throw Conversion.final(value, type)
    }
  }

  static func names(_ type: PSType, _ separator: String) -> String {
    type.enumCases.map(\.name).joined(separator: separator)
  }

  // MARK: Numbers

  private static func defined(_ number: Int64, _ value: Value, _ type: PSType) throws -> Value {
    let kept = truncated(number, type)
    guard isDefined(kept, type) else { throw undefined(value, type, "UndefinedIntegerToEnum") }
    return .object(EnumObject(kept, type))
  }

  /// The number as the enumeration's underlying type keeps it.
  private static func truncated(_ number: Int64, _ type: PSType) -> Int64 {
    switch type.enumUnderlying {
    case .sbyte: Int64(Int8(truncatingIfNeeded: number))
    case .byte: Int64(UInt8(truncatingIfNeeded: number))
    case .int16: Int64(Int16(truncatingIfNeeded: number))
    case .uint16: Int64(UInt16(truncatingIfNeeded: number))
    case .int32: Int64(Int32(truncatingIfNeeded: number))
    case .uint32: Int64(UInt32(truncatingIfNeeded: number))
    default: number
    }
  }

  static func isDefined(_ number: Int64, _ type: PSType) -> Bool {
    if type.enumCases.contains(where: { $0.number == number }) { return true }
    guard type.isFlags else { return false }
    let all = type.enumCases.reduce(Int64(0)) { $0 | $1.number }
    return number & ~all == 0
  }

  private static func undefined(_ value: Value, _ type: PSType, _ id: String) -> ShellError {
    Conversion.cast(
      "Cannot convert value \"\(value.netText)\" to type \"\(type.fullName)\" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are \"\(names(type, ","))\".",
      id)
  }

  /// A list is read as the text of its elements, joined by commas; elements may be lists.
  private static func combined(_ value: Value, _ type: PSType) throws -> Value {
    var names: [String] = []
    for element in try value.enumerated() {
      if element.isNull { return try Value.null.converted(to: type) }
      names.append(element.isEnumerable ? try combined(element, type).text() : try element.text())
    }
    return try parse(names.joined(separator: ","), type)
  }

  // MARK: Text

  private static func parse(_ text: String, _ type: PSType) throws -> Value {
    let trimmed = TextTrimming.trimmed(text)
    if let first = trimmed.utf8.first, (first >= 0x30 && first <= 0x39) || first == 0x2D || first == 0x2B,
      let number = try wholeNumber(trimmed, text, type)
    {
      guard isDefined(number, type) else { throw undefined(.string(text), type, "EnumParseUndefined") }
      return .object(EnumObject(number, type))
    }
    var bits: Int64 = 0
    for part in trimmed.split(separator: ",", omittingEmptySubsequences: false) {
      let name = TextTrimming.trimmed(String(part))
      guard let number = type.enumNumber(named: name) ?? Int64(name) else {
        return .object(EnumObject(try disambiguated(text, type), type))
      }
      bits |= number
    }
    guard isDefined(bits, type) else { throw undefined(.string(text), type, "EnumParseUndefined") }
    return .object(EnumObject(bits, type))
  }

  private static func wholeNumber(_ trimmed: String, _ text: String, _ type: PSType) throws -> Int64? {
    do {
      let wide = try NumberParser.integer(trimmed, as: Int128.self, culture: .invariant)
      guard let number = Int64(exactly: wide), truncated(number, type) == number else {
        throw Conversion.failed(
          .string(text), type, "CaseSensitiveEnumParseThrewAnException",
          .overflow(NumberParseFailure.overflowMessage(type: typeName(type.enumUnderlying))))
      }
      return number
    } catch is NumberParseFailure {
      return nil
    }
  }

  private static func typeName(_ code: TypeCode) -> String {
    let types: [PSType] = [.sbyte, .byte, .int16, .uint16, .int32, .uint32, .int64, .uint64]
    return types.first { $0.code == code }?.name ?? "Int32"
  }

  /// The one case whose name begins with the text.
  private static func disambiguated(_ text: String, _ type: PSType) throws -> Int64 {
    let matches = type.enumCases.filter { OrdinalText.hasPrefix($0.name, text, ignoringCase: true) }
    if matches.count == 1 { return matches[0].number }
    // Why: some short forms of file attributes are so common that PowerShell decides them.
    if matches.count > 1, type.fullName == "System.IO.FileAttributes",
      let common = ["Directory", "ReadOnly", "System"].first(where: { name in matches.contains { $0.name == name } }),
      let number = type.enumNumber(named: common)
    {
      return number
    }
    let problem =
      matches.isEmpty
      ? "Unable to match the identifier name \(text) to a valid enumerator name. Specify one of the following enumerator names and try again:\n\(names(type, ", "))"
      : "The identifier name \(text) cannot be processed due to the inability to differentiate between the following enumerator names: \(matches.map(\.name).joined(separator: ", ")).  Specify a more specific identifier name and try again."
    throw Conversion.failed(
      .string(text), type, "SubstringDisambiguationEnumParseThrewAnException", .argument(problem))
  }
}
