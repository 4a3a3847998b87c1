/// Conversions to arrays, lists and dictionaries.
enum CollectionConversion {
  static func array(_ value: Value, _ element: PSType, _ type: PSType) throws -> Value {
    if case .string(let text) = value.base, element.code == .char {
      return .object(PSArray(text.utf16.map { .char($0) }, elementType: element))
    }
    guard value.base.isEnumerable else {
      return .object(
        PSArray(
          [try wrapped(value, to: element, of: value, type, "InvalidCastExceptionScalarToArray")], elementType: element)
      )
    }
    let isArray = value.base.object?.kind == .array
    let elements = try value.base.enumerated().map { item in
      isArray
        ? try item.converted(to: element)
        : try wrapped(item, to: element, of: value, type, "InvalidCastExceptionEnumerableToArray")
    }
    return .object(PSArray(elements, elementType: element))
  }

  private static func wrapped(
    _ item: Value, to element: PSType, of whole: Value, _ type: PSType, _ id: String
  ) throws -> Value {
    do { return try item.converted(to: element) } catch let error as ShellError {
      throw Conversion.failed(whole, type, id, error.record.exception)
    }
  }

  static func hashtable(_ table: PSHashtable) throws -> PSHashtable {
    let made = PSHashtable()
    for entry in table.table.liveEntries { try made.table.set(entry.key, entry.value) }
    return made
  }

  /// A collection type with a constructor that takes a sequence: a list of whatever the value holds; nil for other types.
  static func list(_ value: Value, _ type: PSType) throws -> Value? {
    if case .object(let object) = value, object.kind == .hashtable || object.kind == .custom { return nil }
    guard
      let constructor = type.members.constructors.first(where: {
        $0.signature.parameters.count == 1 && takesSequence($0.signature.parameters[0])
      })
    else { return nil }
    if type.genericArguments.isEmpty, !value.isEnumerable { return nil }
    let element = type.genericArguments.count == 1 ? type.genericArguments[0] : PSType.object
    let elements = try value.enumerated().map { try $0.converted(to: element) }
    return try constructor.call?(.null, Arguments([.object(PSArray(elements, elementType: element))]))
  }

  private static func takesSequence(_ parameter: SignatureParameter) -> Bool {
    let name = parameter.typeName
    return ["IEnumerable", "ICollection", "IList"].contains { stem in
      name.contains("." + stem) || name.hasPrefix(stem)
    }
  }
}
