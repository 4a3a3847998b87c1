import ShellObjects

/// `.PSObject`, its member collections, and `.PSTypeNames`.
enum PSObjectTypes {
  private static let memberType = PSType.named("System.Management.Automation.PSMemberInfo")
  private static let collectionType = PSType.named("System.Management.Automation.PSMemberInfoCollection")

  static let declarations: [TypeDeclaration] = [
    TypeDeclaration("System.Management.Automation.PSObject", accelerators: ["psobject"], of: PSObjectReference.self) {
      t in
      t.property("System.Management.Automation.PSMemberInfoCollection[psmemberinfo] Members {get;}") {
        collection($0.value, properties: true, methods: true)
      }
      t.property("System.Management.Automation.PSMemberInfoCollection[psmemberinfo] Properties {get;}") {
        collection($0.value, properties: true, methods: false)
      }
      t.property("System.Management.Automation.PSMemberInfoCollection[psmemberinfo] Methods {get;}") {
        collection($0.value, properties: false, methods: true)
      }
      t.property("System.Object ImmediateBaseObject {get;}") { $0.value.base }
      t.property("System.Object BaseObject {get;}") { $0.value.base }
      t.property("System.Collections.ObjectModel.Collection[string] TypeNames {get;}") {
        try PSObjectView.typeNames(of: $0.value)
      }
      t.method("psobject Copy()") { this, _ in
        if let custom = this.value.object(as: PSCustomObject.self) { return custom.copy().value }
        return this.value
      }
    },
    TypeDeclaration("System.Management.Automation.PSMemberInfoCollection", of: MemberCollection.self) { t in
      t.behavior.elements = { value, body in
        for member in value.payload(MemberCollection.self)?.members ?? [] where try !body(member.value) { return }
      }
      t.behavior.count = { $0.payload(MemberCollection.self)?.members.count ?? 0 }
      t.behavior.getElement = { value, index in
        let name = try index.text()
        return value.payload(MemberCollection.self)?.members.first { $0.name.equalsName(name) }?.value ?? .null
      }
      t.method("void Add(psmemberinfo member)") { this, arguments in
        try this.add(arguments[0])
        return Value.void
      }
      t.method("void Remove(string name)") { this, arguments in
        this.remove(arguments.string(0))
        return Value.void
      }
      t.method("System.Management.Automation.ReadOnlyPSMemberInfoCollection[psmemberinfo] Match(string name)") {
        this, arguments in
        let pattern = WildcardPattern(arguments.string(0))
        return Value(this.members.filter { pattern?.matches($0.name) ?? false }.map(\.value))
      }
    },
    TypeDeclaration(
      "System.Management.Automation.PSMemberInfo", accelerators: ["psmemberinfo"], of: MemberReference.self
    ) { t in
      t.property("string Name {get;}") { $0.name }
      t.property("System.Object Value {get;set;}") {
        try $0.read()
      } set: {
        try $0.write($1)
      }
      t.property("System.Management.Automation.PSMemberTypes MemberType {get;}") { member in
        (try? Value.string(member.memberType).converted(to: PSType.named("System.Management.Automation.PSMemberTypes")))
          ?? .string(member.memberType)
      }
      t.property("string TypeNameOfValue {get;}") { try $0.read().type.fullName }
      t.property("bool IsSettable {get;}") { $0.isSettable }
      t.property("bool IsGettable {get;}") { _ in true }
      t.property("bool IsInstance {get;}") { $0.isInstance }
      t.behavior.text = { value in
        guard let member = value.payload(MemberReference.self) else { return "" }
        return "\(try member.read().type.fullName) \(member.name)=\(try member.read().text())"
      }
    },
    noteProperty,
    TypeDeclaration("System.Collections.ObjectModel.Collection`1", of: TypeNameList.self) { t in
      t.behavior.elements = { value, body in
        for name in value.payload(TypeNameList.self)?.names ?? [] where try !body(.string(name)) { return }
      }
      t.behavior.count = { $0.payload(TypeNameList.self)?.names.count ?? 0 }
      t.behavior.getElement = { value, index in
        let names = value.payload(TypeNameList.self)?.names ?? []
        return try index.arrayIndex(count: names.count).map { .string(names[$0]) } ?? .null
      }
      t.property("int Count {get;}") { $0.names.count }
      t.method("void Insert(int index, string item)") { list, arguments in
        list.names.insert(arguments.string(1), at: max(0, min(arguments.int(0), list.names.count)))
        list.store()
        return Value.void
      }
      t.method("void Add(string item)") { list, arguments in
        list.names.append(arguments.string(0))
        list.store()
        return Value.void
      }
      t.method("void Clear()") { list, _ in
        list.names.removeAll()
        list.store()
        return Value.void
      }
      t.method("bool Contains(string item)") { list, arguments in list.names.contains(arguments.string(0)) }
      t.method("bool Remove(string item)") { list, arguments in
        guard let index = list.names.firstIndex(of: arguments.string(0)) else { return false }
        list.names.remove(at: index)
        list.store()
        return true
      }
    },
  ]

  private static let noteProperty = TypeDeclaration(
    "System.Management.Automation.PSNoteProperty", accelerators: ["psnoteproperty"],
    base: "System.Management.Automation.PSMemberInfo", of: MemberReference.self
  ) { t in
    t.constructor("psnoteproperty new(string name, System.Object value)") { arguments in
      let holder = PSCustomObject()
      holder.set(arguments.string(0), arguments[1])
      return MemberReference(.object(holder), arguments.string(0), "NoteProperty", isSettable: true, isInstance: true)
        .value
    }
  }

  private static func collection(_ value: Value, properties: Bool, methods: Bool) -> Value {
    .object(Box(MemberCollection(value, properties: properties, methods: methods), collectionType))
  }
}

/// A member of one object, by name.
final class MemberReference {
  let owner: Value
  let name: String
  let memberType: String
  let isSettable: Bool
  let isInstance: Bool

  init(_ owner: Value, _ name: String, _ memberType: String, isSettable: Bool, isInstance: Bool) {
    self.owner = owner
    self.name = name
    self.memberType = memberType
    self.isSettable = isSettable
    self.isInstance = isInstance
  }

  var value: Value {
    .object(
      Box(
        self,
        PSType.named("System.Management.Automation.\(memberType == "NoteProperty" ? "PSNoteProperty" : "PSMemberInfo")")
      ))
  }

  func read() throws -> Value {
    if memberType == "Method" {
      guard let entry = owner.type.members.instance[Symbol(name)] else { return .null }
      return MethodObject.value(MethodReference(target: owner, type: nil, entry.name, entry.overloads))
    }
    return try owner.property(name)
  }

  func write(_ value: Value) throws { _ = try owner.setProperty(name, value) }
}

/// The members of one object as a collection that scripts walk, index by name and add to.
final class MemberCollection {
  let owner: Value
  private let properties: Bool
  private let methods: Bool

  init(_ owner: Value, properties: Bool, methods: Bool) {
    self.owner = owner
    self.properties = properties
    self.methods = methods
  }

  var members: [MemberReference] {
    var found: [MemberReference] = []
    if properties {
      for name in owner.propertyNames() { found.append(property(name)) }
    }
    if methods {
      let names = owner.type.members.instance.values.filter(\.isMethod).map(\.name).sorted()
      for name in names { found.append(MemberReference(owner, name, "Method", isSettable: false, isInstance: false)) }
    }
    return found
  }

  private func property(_ name: String) -> MemberReference {
    let symbol = Symbol(name)
    if case .object(let object) = owner {
      switch object.extended?[symbol] {
      case .note?: return MemberReference(owner, name, "NoteProperty", isSettable: true, isInstance: true)
      case .alias?: return MemberReference(owner, name, "AliasProperty", isSettable: true, isInstance: true)
      case .scriptProperty(_, let set)?:
        return MemberReference(owner, name, "ScriptProperty", isSettable: set != nil, isInstance: true)
      case .code?: return MemberReference(owner, name, "CodeProperty", isSettable: false, isInstance: true)
      default: break
      }
      if object.kind == .custom {
        return MemberReference(owner, name, "NoteProperty", isSettable: true, isInstance: true)
      }
    }
    let declared = owner.type.members.instance[symbol]?.overloads.first
    let kind =
      switch declared?.kind {
      case .aliasProperty: "AliasProperty"
      case .codeProperty: "ScriptProperty"
      default: "Property"
      }
    return MemberReference(owner, name, kind, isSettable: declared?.set != nil, isInstance: false)
  }

  func add(_ member: Value) throws {
    guard case .object(let object) = owner, let reference = member.payload(MemberReference.self) else { return }
    let value = try reference.read()
    if let custom = object as? PSCustomObject {
      custom.set(reference.name, value)
    } else {
      object.extending().set(reference.name, .note(value))
    }
  }

  func remove(_ name: String) {
    guard case .object(let object) = owner else { return }
    if let custom = object as? PSCustomObject { custom.remove(Symbol(name)) }
    object.extended?.remove(Symbol(name))
  }
}
