extension Value {
  /// The value as `[type]value` gives it: identity, then PowerShell's conversions in their order.
  ///
  /// Throws a ShellError with the id and words of PowerShell where there is none.
  package func converted(to type: PSType) throws -> Value {
    if type === PSType.object { return self }
    if !isNull, self.type === type { return self }
    return try Conversion.convert(self, to: type)
  }

  /// Whether the conversion succeeds.
  package func isConvertible(to type: PSType) -> Bool { (try? converted(to: type)) != nil }

  /// Whether the value counts as true.
  @inline(__always) package var isTrue: Bool {
    switch self {
    case .bool(let flag): return flag
    case .int32(let number): return number != 0
    case .unset, .void, .null: return false
    case .string(let text): return !text.isEmpty
    case .int64(let number): return number != 0
    case .double(let number): return number != 0
    case .char(let unit): return unit != 0
    case .cell(let cell): return cell.current.isTrueSlow
    case .object: return isTrueSlow
    }
  }

  @inline(never) private var isTrueSlow: Bool {
    guard case .object(let object) = base else { return isTrue }
    switch object {
    case let number as NumberObject: return number.payload.double != 0
    case let value as EnumObject: return value.number != 0
    case let array as PSArray:
      switch array.elements.count {
      case 0: return false
      case 1:
        if case .object(let inner as PSArray) = array.elements[0] { return !inner.elements.isEmpty }
        return array.elements[0].isTrue
      default: return true
      }
    default: return object.type.members.behavior.isTrue?(self) ?? true
    }
  }
}

/// The one table of conversions.
enum Conversion {
  static func convert(_ value: Value, to type: PSType) throws -> Value {
    let source = value.base
    if source.isNull { return try convertNull(to: type) }
    if source.type === type { return source }
    switch type.code {
    case .string: return .string(try value.text())
    case .boolean: return .bool(value.isTrue)
    case .char: return try NumberConversion.char(source)
    case .sbyte, .byte, .int16, .uint16, .int32, .uint32, .int64, .uint64, .single, .double, .decimal:
      return try NumberConversion.convert(source, to: type)
    case .object, .bigInteger, .dateTime: break
    }
    if type.isEnum { return try EnumConversion.convert(source, to: type) }
    if type === PSType.psObject || source.type.isAssignable(to: type) { return value }
    if let element = type.elementType { return try convertToArray(source, element, type) }
    if type === PSType.arrayBase { return .object(PSArray([value])) }
    if let convert = type.members.behavior.convert, let made = try attempt(source, type, convert) { return made }
    if case .string(let text) = source, let parse = type.members.behavior.parse {
      return try parsed(text, type, parse)
    }
    if let convert = source.type.members.behavior.convert, let made = try attempt(source, type, convert) { return made }
    if !type.members.constructors.isEmpty, let made = try construct(source, type) { return made }
    throw final(value, type)
  }

  private static func convertNull(to type: PSType) throws -> Value {
    switch type.code {
    case .string: return .string("")
    case .boolean: return .bool(false)
    case .char: return .char(0)
    case _ where type.code.isNumeric: return try NumberConversion.convert(.int32(0), to: type)
    default: break
    }
    if type === PSType.switchParameter { return try Conversion.convert(.bool(false), to: type) }
    if type.isEnum {
      throw ShellError(
        "System.Management.Automation.PSInvalidCastException",
        "Cannot convert null to type \"\(type.fullName)\" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are \"\(type.enumCases.map(\.name).joined(separator: ","))\".",
        id: "nullToEnumInvalidCast", .invalidArgument)
    }
    if type.isValueType {
      throw ShellError(
        "System.Management.Automation.PSInvalidCastException", "Cannot convert null to type \"\(type.fullName)\".",
        id: "nullToObjectInvalidCast", .invalidArgument)
    }
    return .null
  }

  private static func attempt(
    _ value: Value, _ type: PSType, _ convert: (Value, PSType) throws -> Value?
  ) throws -> Value? {
    do { return try convert(value, type) } catch let error as any NetExceptionConvertible {
      throw failed(value, type, "InvalidCastTargetInvocationExceptionop_Explicit", error.netException)
    }
  }

  private static func parsed(_ text: String, _ type: PSType, _ parse: (String) throws -> Value) throws -> Value {
    do { return try parse(text) } catch let error as any NetExceptionConvertible {
      throw failed(.string(text), type, "InvalidCastParseTargetInvocationWithFormatProvider", error.netException)
    }
  }

  private static func construct(_ value: Value, _ type: PSType) throws -> Value? {
    let single = type.members.constructors.filter { $0.signature.parameters.count == 1 }
    guard let fit = single.first(where: { ctor in
      ctor.signature.parameters[0].type.map { value.type.isAssignable(to: $0) && $0 !== PSType.object } ?? false
    }) else { return nil }
    do { return try fit.call?(.null, Arguments([value])) } catch let error as any NetExceptionConvertible {
      throw failed(value, type, "InvalidCastConstructorException", error.netException)
    }
  }

  private static func convertToArray(_ value: Value, _ element: PSType, _ type: PSType) throws -> Value {
    if case .string(let text) = value, element.code == .char {
      return .object(PSArray(text.utf16.map { .char($0) }, elementType: element))
    }
    guard value.isEnumerable else {
      do { return .object(PSArray([try value.converted(to: element)], elementType: element)) } catch let error
        as ShellError
      {
        throw failed(value, type, "InvalidCastExceptionScalarToArray", error.record.exception)
      }
    }
    return .object(PSArray(try value.enumerated().map { try $0.converted(to: element) }, elementType: element))
  }

  static func failed(_ value: Value, _ type: PSType, _ id: String, _ cause: NetException) -> ShellError {
    failed(value, type, id, ExceptionObject(cause))
  }

  static func failed(_ value: Value, _ type: PSType, _ id: String, _ cause: ExceptionObject) -> ShellError {
    let shown = (try? value.text()) ?? ""
    return ShellError(
      "System.Management.Automation.PSInvalidCastException",
      "Cannot convert value \"\(shown)\" to type \"\(type.fullName)\". Error: \"\(cause.message)\"", id: id,
      .invalidArgument, inner: cause)
  }

  static func final(_ value: Value, _ type: PSType) -> ShellError {
    let shown = (try? value.text()) ?? ""
    return ShellError(
      "System.Management.Automation.PSInvalidCastException",
      "Cannot convert the \"\(shown)\" value of type \"\(value.type.fullName)\" to type \"\(type.fullName)\".",
      id: "ConvertToFinalInvalidCastException", .invalidArgument)
  }
}
