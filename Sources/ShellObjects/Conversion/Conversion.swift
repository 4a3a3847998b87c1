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
}

/// The one table of conversions, in PowerShell's order: the types of the language first, then what the types themselves
/// offer.
enum Conversion {
  static func convert(_ value: Value, to type: PSType) throws -> Value {
    let source = value.base
    if source.isNull { return try convertNull(to: type) }
    if source.type === type { return source }
    switch type.code {
    case .string: return .string(try value.text())
    case .boolean: return .bool(value.isTrue)
    case .char: return try CharConversion.convert(source)
    case .decimal where source.object?.kind == .hashtable || source.object?.kind == .custom:
      return try PropertyConversion.convert(source, to: type) ?? source
    case .sbyte, .byte, .int16, .uint16, .int32, .uint32, .int64, .uint64, .single, .double, .decimal:
      return try NumberConversion.convert(source, to: type)
    case .object, .bigInteger, .dateTime: break
    }
    if type.isEnum { return try EnumConversion.convert(source, to: type) }
    if type === PSType.psObject || source.type.isAssignable(to: type) { return value }
    if let underlying = type.nullableArgument { return try source.converted(to: underlying) }
    if let element = type.elementType { return try CollectionConversion.array(value, element, type) }
    if type === PSType.arrayBase { return .object(PSArray(try value.enumerated())) }
    if type === PSType.hashtable {
      guard let table = source.object as? PSHashtable else {
        throw ObjectConversion.badConvertible(source, type) ?? final(value, type)
      }
      return .object(try CollectionConversion.hashtable(table))
    }
    if let made = try ObjectConversion.convert(source, to: type) { return made }
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
    if type.fullName == "System.Numerics.BigInteger" { return try convert(.int32(0), to: type) }
    if type === PSType.switchParameter { return try convert(.bool(false), to: type) }
    if type.isEnum {
      throw cast(
        "Cannot convert null to type \"\(type.fullName)\" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are \"\(EnumConversion.names(type, ","))\".",
        "nullToEnumInvalidCast")
    }
    if type.isValueType, type.nullableArgument == nil {
      throw cast("Cannot convert null to type \"\(type.fullName)\".", "nullToObjectInvalidCast")
    }
    return .null
  }
}

extension PSType {
  /// What a `[nullable[T]]` holds; nil for every other type.
  package var nullableArgument: PSType? {
    guard genericArguments.count == 1, genericDefinition == "System.Nullable`1" else { return nil }
    return genericArguments[0]
  }
}
