import ShellObjects

extension Session {
  /// `object.name`: the property, or that of each element, or null.
  func property(of object: Value, _ text: String, _ name: Symbol, _ f: Frame) throws -> Value {
    if object.isNull { return try missingProperty(text, f) }
    if let value = try object.findProperty(name) { return value }
    if let value = try intrinsicProperty(of: object, name) { return value }
    if object.isEnumerable { return try enumerateProperty(of: object, text, name, f) }
    if let method = methodObject(of: object, name) { return method }
    if case .object(let item) = object, item.kind == .hashtable { return .null }
    return try missingProperty(text, f)
  }

  private func missingProperty(_ text: String, _ f: Frame) throws -> Value {
    guard let strict = strictVersion(f.scope), strict >= 2 else { return .null }
    throw ShellError(
      "System.Management.Automation.PropertyNotFoundException",
      "The property '\(text)' cannot be found on this object. Verify that the property exists.",
      id: "PropertyNotFoundStrict", .notSpecified)
  }

  /// `Count` and `Length` of anything, `PSObject`, `PSTypeNames`, `PSBase`.
  private func intrinsicProperty(of object: Value, _ name: Symbol) throws -> Value? {
    switch name {
    case .count, .length:
      if case .object(let item) = object, let count = item.elementCount { return count.value }
      if object.isEnumerable { return nil }
      return .int32(1)
    case .psObject: return PSObjectView.value(of: object)
    case .psTypeNames: return try PSObjectView.typeNames(of: object)
    case .psBase: return object.base
    default: return nil
    }
  }

  private func enumerateProperty(of object: Value, _ text: String, _ name: Symbol, _ f: Frame) throws -> Value {
    var found: [Value] = []
    var any = false
    for element in try object.enumerated() {
      if let value = try element.findProperty(name) {
        any = true
        found += value.isEnumerable ? try value.enumerated() : value.isVoid ? [] : [value]
      } else if element.isEnumerable {
        let inner = try enumerateProperty(of: element, text, name, f)
        if !inner.isVoid { any = true }
        found += try inner.enumerated()
      }
    }
    if !any, let strict = strictVersion(f.scope), strict >= 2 { return try missingProperty(text, f) }
    if !any, let method = methodObject(of: object, name) { return method }
    return any || !found.isEmpty ? .collected(found) : .null
  }

  /// `object.name = value`.
  func setProperty(of object: Value, _ text: String, _ value: Value, _ f: Frame) throws {
    if object.isNull {
      throw ShellError(
        "The property '\(text)' cannot be found on this object. Verify that the property exists and can be set.",
        id: "PropertyNotFound", .invalidOperation)
    }
    do {
      if try object.setProperty(text, value) { return }
    } catch let error as NetException {
      throw setFailure(text, ExceptionObject(error))
    } catch let error as ShellError where error.record.exception.type.fullName.hasSuffix("PSInvalidCastException") {
      throw setFailure(text, error.record.exception)
    }
    if object.isEnumerable {
      let elements = try object.enumerated()
      for element in elements { try setProperty(of: element, text, value, f) }
      if !elements.isEmpty { return }
    }
    if try object.findProperty(Symbol(text)) != nil {
      throw ShellError(
        "System.Management.Automation.SetValueInvocationException", "'\(text)' is a ReadOnly property.",
        id: "PropertyAssignmentException", .invalidOperation)
    }
    throw ShellError(
      "The property '\(text)' cannot be found on this object. Verify that the property exists and can be set.",
      id: "PropertyNotFound", .invalidOperation)
  }

  private func setFailure(_ text: String, _ inner: ExceptionObject) -> ShellError {
    ShellError(
      "System.Management.Automation.SetValueInvocationException",
      "Exception setting \"\(text)\": \"\(inner.message)\"", id: "ExceptionWhenSetting", .notSpecified, inner: inner)
  }

  // MARK: Methods

  func callMethod(
    _ object: Value, _ text: String, _ name: Symbol, _ arguments: [Value], _ typeArguments: [PSType],
    _ constraints: [PSType?], _ f: Frame
  ) throws -> Value {
    if object.isNull {
      throw ShellError(
        "You cannot call a method on a null-valued expression.", id: "InvokeMethodOnNull", .invalidOperation)
    }
    if name == .toString, arguments.isEmpty, case .object(let item) = object, item.kind == .custom,
      item.extended?[.toString] == nil
    {
      return .string("")
    }
    if let result = try callOwn(object, name, arguments, typeArguments, constraints, f) { return result }
    if case .object(let item) = object, item.kind == .custom || item.kind == .hashtable,
      case .object(let block as ScriptBlock)? = try object.findProperty(name)
    {
      return .collected(try block.invoke(arguments))
    }
    if let result = try intrinsicMethod(of: object, name, arguments, f) { return result }
    if object.isEnumerable {
      var results: [Value] = []
      let elements = try object.enumerated()
      for element in elements {
        let result = try callMethod(element, text, name, arguments, typeArguments, constraints, f)
        if !result.isVoid { results.append(result) }
      }
      if !elements.isEmpty { return .collected(results) }
    }
    throw ShellError(
      "Method invocation failed because [\(object.type.fullName)] does not contain a method named '\(text)'.",
      id: "MethodNotFound", .invalidOperation)
  }

  private func callOwn(
    _ object: Value, _ name: Symbol, _ arguments: [Value], _ typeArguments: [PSType], _ constraints: [PSType?], _ f: Frame
  ) throws -> Value? {
    return try object.callMethod(name, arguments, typeArguments: typeArguments, constraints: constraints)
  }

  func callStatic(
    _ type: PSType, _ text: String, _ name: Symbol, _ arguments: [Value], _ typeArguments: [PSType],
    _ constraints: [PSType?], _ f: Frame
  ) throws -> Value {
    if name == .new { return try makeInstance(of: type, arguments, constraints, f) }
    if let result = try callEngineStatic(type, name, arguments, f) { return result }
    if let result = try type.callStatic(name, arguments, typeArguments: typeArguments, constraints: constraints) {
      return result
    }
    throw ShellError(
      "Method invocation failed because [\(type.fullName)] does not contain a method named '\(text)'.",
      id: "MethodNotFound", .invalidOperation)
  }

  /// `[Type]::new(…)`.
  func makeInstance(of type: PSType, _ arguments: [Value], _ constraints: [PSType?], _ f: Frame) throws -> Value {
    if let element = type.elementType {
      guard type.rank == 1, arguments.count == 1, case .int32(let count) = try arguments[0].converted(to: .int32), count >= 0
      else { throw NetException.argument("Array dimensions exceeded supported range.") }
      return .object(PSArray(Array(repeating: element.defaultValue, count: Int(count)), elementType: element))
    }
    if type.members.constructors.isEmpty {
      if type.isValueType, arguments.isEmpty { return try Value.int32(0).converted(to: type) }
      throw ShellError(
        "System.Management.Automation.MethodException",
        "Cannot find an overload for \"\(type.name)\" and the argument count: \"\(arguments.count)\".",
        id: "MethodCountCouldNotFindBest", .notSpecified)
    }
    return try type.construct(arguments, constraints: constraints)
  }

  func staticTarget(_ node: Node, _ f: Frame) throws -> PSType {
    if let type = node as? TypeNode { return try type.resolve(f) }
    let value = try node.eval(f)
    if let type = value.object(as: TypeObject.self) { return type.represented }
    if value.isNull {
      throw ShellError(
        "You cannot call a method on a null-valued expression.", id: "InvokeMethodOnNull", .invalidOperation)
    }
    return value.type
  }

  func staticProperty(of type: PSType, _ text: String, _ name: Symbol, _ f: Frame) throws -> Value {
    if let value = try type.staticProperty(name) { return value }
    if let method = staticMethodObject(of: type, name) { return method }
    if let strict = strictVersion(f.scope), strict >= 2 { return try missingProperty(text, f) }
    return .null
  }

  func setStaticProperty(of type: PSType, _ text: String, _ name: Symbol, _ value: Value, _ f: Frame) throws {
    if let member = type.members.statics[name]?.overloads.first, let set = member.set {
      do { return try set(.null, value) } catch let error as ShellError
        where error.record.exception.type.fullName.hasSuffix("PSInvalidCastException")
      { throw setFailure(text, error.record.exception) }
    }
    throw ShellError(
      "The property '\(text)' cannot be found on this object. Verify that the property exists and can be set.",
      id: "PropertyNotFound", .invalidOperation)
  }
}

extension PSType {
  /// What a new array of the type holds.
  var defaultValue: Value {
    switch code {
    case .int32: .int32(0)
    case .int64: .int64(0)
    case .double: .double(0)
    case .boolean: .bool(false)
    case .char: .char(0)
    case _ where isValueType: (try? Value.int32(0).converted(to: self)) ?? .null
    default: .null
    }
  }
}

extension Symbol {
  static let count = Symbol("Count")
  static let length = Symbol("Length")
  static let psObject = Symbol("PSObject")
  static let psTypeNames = Symbol("PSTypeNames")
  static let psBase = Symbol("PSBase")
  static let new = Symbol("new")
  static let invoke = Symbol("Invoke")
  static let forEach = Symbol("ForEach")
  static let whereName = Symbol("Where")
}
