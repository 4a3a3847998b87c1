extension Value {
  /// The property of this name, added or declared; nil where the value has none.
  ///
  /// A dictionary's keys come before its own properties, as in PowerShell.
  package func findProperty(_ name: Symbol) throws -> Value? {
    switch self {
    case .object(let object):
      if let extended = object.extended, let member = extended[name] { return try evaluate(member) }
      if let own = try object.ownProperty(name) { return own }
    case .unset, .void, .null, .cell: return nil
    default: break
    }
    guard let entry = type.members.instance[name], let get = entry.overloads.first?.get else { return nil }
    return try get(base)
  }

  /// The property of this name; null where the value has none.
  package func property(_ name: Symbol) throws -> Value { try findProperty(name) ?? .null }
  package func property(_ name: String) throws -> Value { try findProperty(Symbol(name)) ?? .null }

  private func evaluate(_ member: ExtendedMember) throws -> Value? {
    switch member {
    case .note(let value): return value
    case .alias(let target, let conversion):
      let value = try property(target)
      return try conversion.map { try value.converted(to: $0) } ?? value
    case .scriptProperty(let get, _): return .collected(try get.invoke([], this: self))
    case .code(let get): return try get(self)
    case .scriptMethod, .propertySet, .memberSet: return nil
    }
  }

  /// Sets a property; false where the value has none of this name that can be set.
  package func setProperty(_ name: String, _ value: Value) throws -> Bool {
    let symbol = Symbol(name)
    guard case .object(let object) = self else { return false }
    if let extended = object.extended, let member = extended[symbol] {
      switch member {
      case .note: extended.set(name, .note(value))
      case .alias(let target, _): return try setProperty(target, value)
      case .scriptProperty(_, let set?): _ = try set.invoke([value], this: self)
      default: return false
      }
      return true
    }
    if let table = object as? PSHashtable {
      if try table.table.find(.string(name)) == nil, let entry = type.members.instance[symbol],
        entry.overloads.first?.set != nil
      {
        return try setDeclared(symbol, value)
      }
      return try table.setElement(at: .string(name), value)
    }
    if try object.setOwnProperty(symbol, value) { return true }
    return try setDeclared(symbol, value)
  }

  private func setDeclared(_ symbol: Symbol, _ value: Value) throws -> Bool {
    guard let member = type.members.instance[symbol]?.overloads.first, let set = member.set else { return false }
    let wanted = PSType.parse(member.signature.returnTypeName) ?? .object
    try set(base, try value.converted(to: wanted))
    return true
  }

  /// The names of all properties in the order that `Format-List *` shows them.
  package func propertyNames() -> [String] {
    var names: [String] = []
    var seen: Set<Symbol> = []
    func add(_ name: String) { if seen.insert(Symbol(name)).inserted { names.append(name) } }
    if case .object(let object) = self {
      if object.kind != .hashtable { object.ownPropertyNames.forEach(add) }
      for entry in object.extended?.entries ?? [] where entry.member.isProperty { add(entry.name) }
    }
    declaredProperties().forEach { add($0.name) }
    return names
  }

  /// The properties declared for the type: its own, then its ancestors'.
  package func declaredProperties() -> [MemberDeclaration] {
    type.members.propertyOrder
  }

  /// Calls a method: one a script added, then one the type declares; nil where there is none of this name.
  package func callMethod(
    _ name: Symbol, _ arguments: [Value], typeArguments: [PSType] = [], constraints: [PSType?] = []
  ) throws -> Value? {
    if case .object(let object) = self, case .scriptMethod(let block)? = object.extended?[name] {
      return .collected(try block.invoke(arguments, this: self))
    }
    guard let entry = type.members.instance[name], entry.isMethod else { return nil }
    return try OverloadChoice.call(
      entry.overloads, name: entry.name, on: base, arguments, typeArguments: typeArguments, constraints: constraints)
  }
}

extension PSType {
  /// A static property of this name; nil where the type has none.
  package func staticProperty(_ name: Symbol) throws -> Value? {
    if isEnum, let number = enumNumber(named: name.text) { return .object(EnumObject(number, self)) }
    guard let get = members.statics[name]?.overloads.first?.get else { return nil }
    return try get(.null)
  }

  /// Sets a static property; false where the type has none of this name that can be set.
  package func setStaticProperty(_ name: Symbol, _ value: Value) throws -> Bool {
    guard let member = members.statics[name]?.overloads.first, let set = member.set else { return false }
    try set(.null, try value.converted(to: PSType.parse(member.signature.returnTypeName) ?? .object))
    return true
  }

  /// Calls a static method; nil where the type has none of this name.
  package func callStatic(
    _ name: Symbol, _ arguments: [Value], typeArguments: [PSType] = [], constraints: [PSType?] = []
  ) throws -> Value? {
    guard let entry = members.statics[name], entry.isMethod else { return nil }
    return try OverloadChoice.call(
      entry.overloads, name: entry.name, on: .null, arguments, typeArguments: typeArguments, constraints: constraints)
  }

  /// Makes a value by a constructor.
  package func construct(_ arguments: [Value], constraints: [PSType?] = []) throws -> Value {
    try OverloadChoice.call(
      members.constructors, name: ".ctor", displayName: "new", on: .null, arguments, constraints: constraints)
  }
}
