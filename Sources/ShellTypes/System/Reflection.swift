import ShellObjects

/// A member as `GetMethods()` and its like give it.
struct MemberInfo: Sendable {
  let declaration: MemberDeclaration
  let owner: PSType
}

/// What reflection tells about members.
enum ReflectionMembers {
  static func add(_ t: inout MemberList<TypeObject>) {
    t.method("System.Reflection.MethodInfo[] GetMethods()") { this, _ in
      list(this.represented, "System.Reflection.MethodInfo") { $0.kind == .method || $0.kind == .staticMethod }
    }
    t.method("System.Reflection.PropertyInfo[] GetProperties()") { this, _ in
      list(this.represented, "System.Reflection.PropertyInfo") { $0.kind == .property || $0.kind == .staticProperty }
    }
    t.method("System.Reflection.ConstructorInfo[] GetConstructors()") { this, _ in
      let made = this.represented.members.constructors.map {
        info($0, this.represented, "System.Reflection.ConstructorInfo")
      }
      return Value.object(PSArray(made, elementType: PSType.named("System.Reflection.ConstructorInfo")))
    }
    t.method("System.Reflection.MemberInfo[] GetMembers()") { this, _ in
      list(this.represented, "System.Reflection.MemberInfo") { $0.kind != .aliasProperty && $0.kind != .codeProperty }
    }
    t.method("System.Reflection.FieldInfo[] GetFields()") { this, _ in
      Value.object(PSArray([], elementType: PSType.named("System.Reflection.FieldInfo")))
    }
    t.method("System.Reflection.MethodInfo GetMethod(string name)") { this, a in
      find(this.represented, a.string(0), "System.Reflection.MethodInfo") { $0.call != nil }
    }
    t.method("System.Reflection.PropertyInfo GetProperty(string name)") { this, a in
      find(this.represented, a.string(0), "System.Reflection.PropertyInfo") { $0.get != nil }
    }
    t.method("System.Object[] GetCustomAttributes(bool inherit)") { _, _ in Value([Value]()) }
  }

  private static func info(_ member: MemberDeclaration, _ owner: PSType, _ typeName: String) -> Value {
    .object(Box(MemberInfo(declaration: member, owner: owner), PSType.named(typeName)))
  }

  private static func list(_ type: PSType, _ typeName: String, _ isWanted: (MemberDeclaration) -> Bool) -> Value {
    let entries = Array(type.members.instance.values) + Array(type.members.statics.values)
    let members = entries.sorted { $0.name < $1.name }.flatMap(\.overloads).filter(isWanted)
    return .object(PSArray(members.map { info($0, type, typeName) }, elementType: PSType.named(typeName)))
  }

  private static func find(
    _ type: PSType, _ name: String, _ typeName: String, _ isWanted: (MemberDeclaration) -> Bool
  ) -> Value {
    let symbol = Symbol(name)
    let entry = type.members.instance[symbol] ?? type.members.statics[symbol]
    guard let entry, entry.name.isIdentical(to: name), let member = entry.overloads.first(where: isWanted) else {
      return .null
    }
    return info(member, type, typeName)
  }

  static let declarations: [TypeDeclaration] = [
    "System.Reflection.MethodInfo", "System.Reflection.PropertyInfo", "System.Reflection.ConstructorInfo",
    "System.Reflection.FieldInfo",
  ].map { name in
    TypeDeclaration(name, base: "System.Reflection.MemberInfo", of: MemberInfo.self) { t in
      t.property("string Name {get;}") { $0.declaration.kind == .constructor ? ".ctor" : $0.declaration.name }
      t.property("type DeclaringType {get;}") { TypeObject($0.owner) }
      t.property("type ReflectedType {get;}") { TypeObject($0.owner) }
      t.property("bool IsStatic {get;}") {
        $0.declaration.kind == .staticMethod || $0.declaration.kind == .staticProperty
      }
      t.property("bool IsPublic {get;}") { _ in true }
      t.property("bool CanRead {get;}") { $0.declaration.get != nil }
      t.property("bool CanWrite {get;}") { $0.declaration.set != nil }
      t.property("type PropertyType {get;}") {
        PSType.parse($0.declaration.signature.returnTypeName).map { TypeObject($0) }
      }
      t.property("type ReturnType {get;}") {
        PSType.parse($0.declaration.signature.returnTypeName).map { TypeObject($0) }
      }
      t.method("System.Object Invoke(System.Object obj, System.Object[] parameters)") { this, a in
        try this.declaration.call?(a[0], Arguments(a.elements(1))) ?? .null
      }
      t.method("System.Object GetValue(System.Object obj)") { this, a in try this.declaration.get?(a[0]) ?? .null }
      t.method("string ToString()") { this, _ in this.declaration.signature.text }
      t.behavior.text = { $0.payload(MemberInfo.self)?.declaration.signature.text ?? "" }
    }
  }
}

/// System.Reflection.Assembly: enough to name where a type would live.
struct AssemblyInfo: Sendable {
  let name: String

  static func of(_ type: PSType) -> Value {
    let name =
      type.fullName.hasPrefix("System.Management.Automation")
      ? "System.Management.Automation" : "System.Private.CoreLib"
    return .object(Box(AssemblyInfo(name: name), PSType.named("System.Reflection.RuntimeAssembly")))
  }

  static let declarations: [TypeDeclaration] = [
    TypeDeclaration("System.Reflection.Assembly", of: AssemblyInfo.self) { t in
      t.property("string FullName {get;}") { "\($0.name), Version=10.0.0.0, Culture=neutral, PublicKeyToken=null" }
      t.property("string Location {get;}") { _ in "" }
      t.method("System.Reflection.AssemblyName GetName()") { this, _ in
        Value.object(PSCustomObject(["Name": .string(this.name)]))
      }
      t.behavior.text = { value in
        "\(value.payload(AssemblyInfo.self)?.name ?? ""), Version=10.0.0.0, Culture=neutral, PublicKeyToken=null"
      }
      // Why: scripts load assemblies for types that are built in here, or that no Linux host has.
      t.staticMethod("static System.Reflection.Assembly LoadWithPartialName(string partialName)") { _ in Value.null }
    },
    TypeDeclaration("System.Reflection.RuntimeAssembly", base: "System.Reflection.Assembly", of: AssemblyInfo.self) {
      _ in
    },
  ]
}
