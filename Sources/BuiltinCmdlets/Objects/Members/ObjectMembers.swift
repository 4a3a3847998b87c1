import ShellObjects

/// Lists the members of values and types, sorted by kind and name.
enum ObjectMembers {
  /// The members of a value: those its type declares and those that were added.
  static func of(_ value: Value, view: String, showsHidden: Bool) throws -> [ObjectMember] {
    let views = view.lowercased()
    var members: [ObjectMember] = []
    if views.contains("adapted") || views.contains("base") || views.contains("all") {
      members += declared(value.type.members.instance, showsHidden: showsHidden)
      members += ownProperties(of: value)
    }
    if views.contains("extended") || views.contains("all") {
      members += try added(to: value)
      if !(views.contains("adapted") || views.contains("all")) { members += notes(of: value) }
    }
    if views.contains("adapted") || views.contains("all") { members += notes(of: value) }
    return sorted(members) + (showsHidden ? intrinsic : [])
  }

  /// The static members of a type.
  static func statics(of type: PSType) -> [ObjectMember] {
    var members = declared(type.members.statics, showsHidden: false).map { member in
      let text = member.definition.hasPrefix("static ") ? member.definition : prefixed(member.definition)
      return ObjectMember(name: member.name, kind: member.kind, definition: text)
    }
    for (name, _) in type.enumCases {
      members.append(
        ObjectMember(name: name, kind: .property, definition: "static \(type.fullName) \(name) {get;}"))
    }
    return sorted(members)
  }

  private static func prefixed(_ definition: String) -> String {
    definition.split(separator: "), ").map { "static \($0)" }.joined(separator: "), ")
  }

  private static func declared(_ table: [Symbol: MemberTable.Entry], showsHidden: Bool) -> [ObjectMember] {
    table.values.map { entry in
      let definition = entry.overloads.map(\.signature.text).joined(separator: ", ")
      return ObjectMember(name: entry.name, kind: kind(of: entry), definition: definition)
    }
  }

  private static func kind(of entry: MemberTable.Entry) -> ObjectMember.Kinds {
    switch entry.overloads.first?.kind {
    case .aliasProperty?: .aliasProperty
    case .codeProperty?: .codeProperty
    case .method?, .staticMethod?: .method
    default: .property
    }
  }

  /// Properties that exist on one object only, such as the elements of XML.
  private static func ownProperties(of value: Value) -> [ObjectMember] {
    guard case .object(let object) = value, object.kind == .other else { return [] }
    return object.ownPropertyNames.map { name in
      let type = (try? value.property(name))?.type.fullName ?? "System.Object"
      return ObjectMember(name: name, kind: .property, definition: "\(type) \(name) {get;set;}")
    }
  }

  /// The notes of a custom object.
  private static func notes(of value: Value) -> [ObjectMember] {
    guard let custom = value.object(as: PSCustomObject.self) else { return [] }
    return zip(custom.shape.names, custom.values).map { note($0, $1) }
  }

  private static func note(_ name: String, _ value: Value) -> ObjectMember {
    let type = value.isNull ? "object" : TypeText.short(value.type)
    let text = value.isNull ? "null" : (value.isEnumerable ? value.type.fullName : (try? value.culturalText()) ?? "")
    return ObjectMember(name: name, kind: .noteProperty, definition: "\(type) \(name)=\(text)")
  }

  private static func added(to value: Value) throws -> [ObjectMember] {
    guard case .object(let object) = value else { return [] }
    return (object.extended?.entries ?? []).compactMap { entry in
      switch entry.member {
      case .note(let value): return note(entry.name, value)
      case .alias(let target, let conversion):
        let type = conversion.map { "(\($0.fullName))" } ?? ""
        return ObjectMember(name: entry.name, kind: .aliasProperty, definition: "\(entry.name) = \(type)\(target)")
      case .scriptProperty(let get, let set):
        let setter = set.map { "set=\($0.body.sourceText);" } ?? ""
        return ObjectMember(
          name: entry.name, kind: .scriptProperty,
          definition: "System.Object \(entry.name) {get=\(get.body.sourceText);\(setter)}")
      case .scriptMethod:
        return ObjectMember(name: entry.name, kind: .scriptMethod, definition: "System.Object \(entry.name)();")
      case .propertySet(let names):
        return ObjectMember(
          name: entry.name, kind: .propertySet, definition: "\(entry.name) {\(names.joined(separator: ", "))}")
      case .memberSet:
        return ObjectMember(name: entry.name, kind: .memberSet, definition: "\(entry.name) {}")
      case .code:
        return ObjectMember(name: entry.name, kind: .codeProperty, definition: "System.Object \(entry.name) {get=…;}")
      }
    }
  }

  /// The member sets that every object has, in the order PowerShell shows them.
  private static let intrinsic: [ObjectMember] = [
    ObjectMember(
      name: "pstypenames", kind: .codeProperty,
      definition: "System.Collections.ObjectModel.Collection`1[[System.String]] pstypenames {get=PSTypeNames;}"),
    ObjectMember(name: "psadapted", kind: .memberSet, definition: "psadapted {}"),
    ObjectMember(name: "psbase", kind: .memberSet, definition: "psbase {}"),
    ObjectMember(name: "psextended", kind: .memberSet, definition: "psextended {}"),
    ObjectMember(name: "psobject", kind: .memberSet, definition: "psobject {}"),
  ]

  private static func sorted(_ members: [ObjectMember]) -> [ObjectMember] {
    var result = members
    result.sortStably { a, b in
      let kinds = Collation.compare(a.kind.name, b.kind.name, ignoringCase: true)
      return kinds != 0 ? kinds : Collation.compare(a.name, b.name, ignoringCase: true)
    }
    return result
  }
}

/// Names of types as definitions show them.
enum TypeText {
  /// The accelerator of a type, the element's with brackets for an array, or the name without its namespace.
  static func short(_ type: PSType) -> String {
    if let element = type.elementType {
      return (element === PSType.object ? "Object" : short(element)) + "[]"
    }
    return TypeRegistry.accelerators.first { $0.fullName == type.fullName }?.name ?? type.name
  }
}
