import ShellObjects

/// System.Type and System.RuntimeType: what a script can ask of `[int]`.
enum TypeType {
  static let declarations: [TypeDeclaration] = [
    TypeDeclaration("System.Type", accelerators: ["type"], base: "System.Reflection.MemberInfo", of: TypeObject.self) {
      t in
      addProperties(&t)
      addMethods(&t)
      addStatics(&t)
      t.behavior.parse = { text in
        guard let type = PSType.parse(text) else {
          throw NetException("System.InvalidCastException", "Unable to find type [\(text)].")
        }
        return .object(TypeObject(type))
      }
    },
    TypeDeclaration("System.RuntimeType", base: "System.Reflection.TypeInfo", of: TypeObject.self) { _ in },
    TypeDeclaration("System.Reflection.TypeInfo", base: "System.Type", of: TypeObject.self) { _ in },
  ]

  private static func isPrimitive(_ type: PSType) -> Bool {
    switch type.code {
    case .char, .boolean, .sbyte, .byte, .int16, .uint16, .int32, .uint32, .int64, .uint64, .single, .double: true
    default: type.fullName == "System.IntPtr" || type.fullName == "System.UIntPtr"
    }
  }

  private static func isStatic(_ type: PSType) -> Bool { if case .staticClass = type.kind { true } else { false } }

  private static func addProperties(_ t: inout MemberList<TypeObject>) {
    t.property("string Name {get;}") { $0.represented.name }
    t.property("string FullName {get;}") { longName($0.represented) }
    t.property("string Namespace {get;}") { $0.represented.namespace }
    t.property("string AssemblyQualifiedName {get;}") { longName($0.represented) + ", System.Private.CoreLib" }
    t.property("type BaseType {get;}") { $0.represented.base.map { TypeObject($0) } }
    t.property("type UnderlyingSystemType {get;}") { $0 }
    t.property("type DeclaringType {get;}") { this in
      let name = this.represented.fullName
      return name.lastIndex(of: "+").flatMap { PSType.parse(String(name[..<$0])) }.map { TypeObject($0) }
    }
    t.property("System.Reflection.MemberTypes MemberType {get;}") { _ in
      EnumObject(32, PSType.named("System.Reflection.MemberTypes"))
    }
    t.property("guid GUID {get;}") { _ in GuidValue.empty }
    let flags: [(String, @Sendable (PSType) -> Bool)] = [
      (
        "IsAbstract",
        {
          isStatic($0) || $0.isInterface
            || ["System.Array", "System.Enum", "System.ValueType", "System.Type"].contains($0.fullName)
        }
      ),
      ("IsArray", { $0.isArray }), ("IsByRef", { _ in false }), ("IsClass", { !$0.isValueType && !$0.isInterface }),
      ("IsConstructedGenericType", { !$0.genericArguments.isEmpty }), ("IsEnum", { $0.isEnum }),
      ("IsGenericParameter", { _ in false }),
      ("IsGenericType", { !$0.genericArguments.isEmpty || $0.fullName.contains("`") }),
      ("IsGenericTypeDefinition", { $0.genericArguments.isEmpty && $0.fullName.contains("`") }),
      ("IsInterface", { $0.isInterface }), ("IsNested", { $0.fullName.contains("+") }),
      ("IsNestedPublic", { $0.fullName.contains("+") }), ("IsNotPublic", { _ in false }),
      ("IsPointer", { _ in false }), ("IsPrimitive", { isPrimitive($0) }),
      ("IsPublic", { !$0.fullName.contains("+") }),
      ("IsSealed", { $0.isValueType || isStatic($0) || $0.isArray || $0 === PSType.string }),
      ("IsSerializable", { $0.isValueType || $0.code != .object }), ("IsValueType", { $0.isValueType }),
      ("IsVisible", { _ in true }),
    ]
    for (name, test) in flags { t.property("bool \(name) {get;}") { test($0.represented) } }
    t.property("type[] GenericTypeArguments {get;}") { types($0.represented.genericArguments) }
    t.property("System.Reflection.Assembly Assembly {get;}") { AssemblyInfo.of($0.represented) }
    t.property("System.Reflection.Module Module {get;}") { _ in Value.null }
  }

  /// The name with the arguments of generics in brackets of their own, as `.FullName` gives it.
  private static func longName(_ type: PSType) -> String {
    guard let definition = type.genericDefinition, !type.genericArguments.isEmpty else { return type.fullName }
    let arguments = type.genericArguments.map {
      "[\(longName($0)), System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]"
    }
    return definition + "[" + arguments.joined(separator: ",") + "]"
  }

  static func types(_ list: [PSType]) -> Value {
    .object(PSArray(list.map { .object(TypeObject($0)) }, elementType: .type))
  }

  private static func addMethods(_ t: inout MemberList<TypeObject>) {
    t.method("bool Equals(type o)") { this, a in try this.equals(a[0]) }
    t.method("string ToString()") { this, _ in this.represented.fullName }
    t.method("int GetArrayRank()") { this, _ in
      guard this.represented.isArray else { throw NetException.argument("Must be an array type.") }
      return max(1, this.represented.rank)
    }
    t.method("type GetElementType()") { this, _ in this.represented.elementType.map { TypeObject($0) } }
    t.method("string GetEnumName(System.Object value)") { this, a in
      this.represented.enumCases.first { $0.number == a.int64(0) }?.name
    }
    t.method("string[] GetEnumNames()") { this, _ in EnumType.names(try enumeration(this)) }
    t.method("array GetEnumValues()") { this, _ in EnumType.values(try enumeration(this)) }
    t.method("type GetEnumUnderlyingType()") { this, _ in TypeObject(EnumType.underlyingType(try enumeration(this))) }
    t.method("type[] GetGenericArguments()") { this, _ in types(this.represented.genericArguments) }
    t.method("type GetGenericTypeDefinition()") { this, _ in
      guard let name = this.represented.genericDefinition else {
        throw NetException.invalidOperation("This operation is only valid on generic types.")
      }
      return TypeObject(PSType.named(name))
    }
    t.method("type[] GetInterfaces()") { this, _ in types(this.represented.interfaceNames.map { PSType.named($0) }) }
    t.method("type GetInterface(string name)") { this, a in
      this.represented.interfaceNames.first {
        PSType.named($0).name.isIdentical(to: a.string(0)) || $0.isIdentical(to: a.string(0))
      }
      .map { TypeObject(PSType.named($0)) }
    }
    t.method("bool IsAssignableFrom(type c)") { this, a in
      a.object(0, TypeObject.self)?.represented.isAssignable(to: this.represented) ?? false
    }
    t.method("bool IsAssignableTo(type targetType)") { this, a in
      a.object(0, TypeObject.self).map { this.represented.isAssignable(to: $0.represented) } ?? false
    }
    t.method("bool IsInstanceOfType(System.Object o)") { this, a in
      !a[0].isNull && a[0].type.isAssignable(to: this.represented)
    }
    t.method("bool IsSubclassOf(type c)") { this, a in
      guard let other = a.object(0, TypeObject.self)?.represented else { return false }
      return this.represented !== other && this.represented.ancestorNames.contains(other.fullName)
    }
    t.method("bool IsEnumDefined(System.Object value)") { this, a in
      this.represented.enumCases.contains { $0.number == a.int64(0) || a[0].string.map($0.name.isIdentical) == true }
    }
    t.method("type MakeArrayType()") { this, _ in TypeObject(this.represented.arrayType) }
    t.method("type MakeArrayType(int rank)") { this, a in
      TypeObject(TypeRegistry.arrayType(of: this.represented, rank: a.int(0)))
    }
    t.method("type MakeGenericType(Params type[] typeArguments)") { this, a in
      let arguments = a.elements(0).compactMap { $0.object(as: TypeObject.self)?.represented }
      return TypeRegistry.genericType(this.represented.fullName, arguments).map { TypeObject($0) }
    }
    ReflectionMembers.add(&t)
  }

  private static func enumeration(_ this: TypeObject) throws -> PSType {
    guard this.represented.isEnum else { throw NetException.argument("Type provided must be an Enum.", "enumType") }
    return this.represented
  }

  private static func addStatics(_ t: inout MemberList<TypeObject>) {
    t.staticMethod("static type GetType(string typeName)") { a in find(a.string(0)).map { TypeObject($0) } }
    t.staticMethod("static type GetType(string typeName, bool throwOnError)") { a in
      guard let type = find(a.string(0)) else {
        if !a.bool(1) { return Value.null }
        throw NetException(
          "System.TypeLoadException",
          "Could not load type '\(a.string(0))' from assembly 'System.Management.Automation'.")
      }
      return TypeObject(type).value
    }
    t.staticMethod("static System.TypeCode GetTypeCode(type type)") { a in
      let type = a.object(0, TypeObject.self)?.represented ?? .object
      let code: Int64 = (3...18).first { Convertible.type(of: $0) === type } ?? 1
      return EnumObject(code, PSType.named("System.TypeCode"))
    }
    t.staticProperty("static char Delimiter {get;}") { Value.char(0x2E) }
    t.staticProperty("static type[] EmptyTypes {get;}") { types([]) }
  }

  /// A type by its full name only: reflection knows no accelerators.
  private static func find(_ name: String) -> PSType? {
    guard let type = PSType.parse(name), type.fullName.isIdentical(to: name) else { return nil }
    return type
  }
}
