import ShellObjects

/// System.Enum: members of every enumeration, and the statics that read them.
enum EnumType {
  static let declaration = TypeDeclaration(
    "System.Enum", accelerators: ["enum"], base: "System.ValueType", of: EnumObject.self
  ) { t in
    t.method("int CompareTo(System.Object target)") { this, a in
      if a[0].isNull { return 1 }
      guard let order = try this.compare(a[0]) else {
        throw NetException.argument(
          "Object must be the same type as the enum. The type passed in was '\(a[0].type.fullName)'; the enum type was '\(this.type.fullName)'."
        )
      }
      return order
    }
    t.method("bool Equals(System.Object obj)") { this, a in try this.equals(a[0]) }
    t.method("System.TypeCode GetTypeCode()") { this, _ in
      EnumObject(code(this.type.enumUnderlying), PSType.named("System.TypeCode"))
    }
    t.method("bool HasFlag(System.Enum flag)") { this, a in
      guard let flag = a.object(0, EnumObject.self) else { throw NetException.argumentNull("flag") }
      guard flag.type === this.type else {
        throw NetException.argument(
          "The argument type, '\(flag.type.fullName)', is not the same as the enum type '\(this.type.fullName)'.")
      }
      return this.number & flag.number == flag.number
    }
    t.method("string ToString()") { this, _ in try this.text() }
    t.method("string ToString(string format)") { this, a in try EnumFormat.text(this, a.string(0)) }
    t.property("int value__ {get;set;}") { try underlying($0.number, $0.type) }
    addStatics(&t)
  }

  private static func code(_ code: TypeCode) -> Int64 {
    switch code {
    case .sbyte: 5
    case .byte: 6
    case .int16: 7
    case .uint16: 8
    case .uint32: 10
    case .int64: 11
    case .uint64: 12
    default: 9
    }
  }

  static func underlyingType(_ type: PSType) -> PSType { Convertible.type(of: code(type.enumUnderlying)) ?? .int32 }

  static func underlying(_ number: Int64, _ type: PSType) throws -> Value {
    type.enumUnderlying == .uint64
      ? UInt64(bitPattern: number).value : try Value.int64(number).converted(to: underlyingType(type))
  }

  private static func enumeration(_ a: Arguments, _ index: Int = 0) throws -> PSType {
    guard let type = a.object(index, TypeObject.self)?.represented else { throw NetException.argumentNull("enumType") }
    guard type.isEnum else { throw NetException.argument("Type provided must be an Enum.", "enumType") }
    return type
  }

  private static func number(_ value: Value, _ type: PSType) throws -> Int64 {
    if let given = value.object(as: EnumObject.self) { return given.number }
    guard value.typeCode.isInteger else {
      throw NetException.argument(
        "The value passed in must be an enum base or an underlying type for an enum, such as an Int32.", "value")
    }
    return value.integer(Int64.self)
  }

  static func names(_ type: PSType) -> Value { Value(strings: sorted(type).map(\.name)) }

  /// The cases by unsigned number, as the reflection methods list them.
  private static func sorted(_ type: PSType) -> [(name: String, number: Int64)] {
    type.enumCases.enumerated()
      .sorted {
        let (x, y) = (UInt64(bitPattern: $0.element.number), UInt64(bitPattern: $1.element.number))
        return x == y ? $0.offset < $1.offset : x < y
      }
      .map(\.element)
  }

  static func values(_ type: PSType) -> Value {
    .object(PSArray(sorted(type).map { .object(EnumObject($0.number, type)) }, elementType: type))
  }

  private static func addStatics(_ t: inout MemberList<EnumObject>) {
    t.staticMethod("static string Format(type enumType, System.Object value, string format)") { a in
      let type = try enumeration(a)
      return try EnumFormat.text(EnumObject(try number(a[1], type), type), a.string(2))
    }
    t.staticMethod("static string GetName(type enumType, System.Object value)") { a in
      let type = try enumeration(a)
      let wanted = try number(a[1], type)
      return type.enumCases.first { $0.number == wanted }?.name
    }
    t.staticMethod("static string[] GetNames(type enumType)") { a in names(try enumeration(a)) }
    t.staticMethod("static type GetUnderlyingType(type enumType)") { a in TypeObject(underlyingType(try enumeration(a)))
    }
    t.staticMethod("static array GetValues(type enumType)") { a in values(try enumeration(a)) }
    t.staticMethod("static array GetValuesAsUnderlyingType(type enumType)") { a in
      let type = try enumeration(a)
      return Value.object(
        PSArray(try sorted(type).map { try underlying($0.number, type) }, elementType: underlyingType(type)))
    }
    t.staticMethod("static bool IsDefined(type enumType, System.Object value)") { a in
      let type = try enumeration(a)
      if let name = a[1].string { return type.enumCases.contains { $0.name.isIdentical(to: name) } }
      if a[1].object(as: EnumObject.self) == nil, a[1].type !== underlyingType(type) {
        throw NetException.argument(
          "Enum underlying type and the object must be same type or object must be a String. Type passed in was '\(a[1].type.fullName)'; the enum underlying type was '\(underlyingType(type).fullName)'."
        )
      }
      let wanted = try number(a[1], type)
      return type.enumCases.contains { $0.number == wanted }
    }
    t.staticMethod("static System.Object Parse(type enumType, string value)") { a in
      try parse(a.string(1), try enumeration(a), ignoreCase: false)
    }
    t.staticMethod("static System.Object Parse(type enumType, string value, bool ignoreCase)") { a in
      try parse(a.string(1), try enumeration(a), ignoreCase: a.bool(2))
    }
    t.staticMethod("static System.Object ToObject(type enumType, System.Object value)") { a in
      let type = try enumeration(a)
      return EnumObject(try number(a[1], type), type)
    }
    addTryParse(&t)
    addGenerics(&t)
  }

  private static func addTryParse(_ t: inout MemberList<EnumObject>) {
    t.staticMethod("static bool TryParse(type enumType, string value, [ref] System.Object result)") { a in
      try tryParse(a, try enumeration(a), 1, ignoreCase: false, 2)
    }
    t.staticMethod("static bool TryParse(type enumType, string value, bool ignoreCase, [ref] System.Object result)") {
      a in
      try tryParse(a, try enumeration(a), 1, ignoreCase: a.bool(2), 3)
    }
    t.staticMethod("static bool TryParse[TEnum](string value, [ref] TEnum result)") { a in
      try tryParse(a, try generic(a, 1), 0, ignoreCase: false, 1)
    }
    t.staticMethod("static bool TryParse[TEnum](string value, bool ignoreCase, [ref] TEnum result)") { a in
      try tryParse(a, try generic(a, 2), 0, ignoreCase: a.bool(1), 2)
    }
  }

  /// The enumeration of a generic call: named, or that of the variable the result goes to.
  private static func generic(_ a: Arguments, _ result: Int) throws -> PSType {
    if let named = a.typeArguments.first { return named }
    let held = a[result].object(as: ReferenceObject.self)?.cell
    guard let type = held?.constraint ?? held?.current.type, type.isEnum else {
      throw NetException.argument("Type provided must be an Enum.", "enumType")
    }
    return type
  }

  private static func tryParse(
    _ a: Arguments, _ type: PSType, _ text: Int, ignoreCase: Bool, _ result: Int
  ) throws -> Bool {
    let parsed = try? parse(a.string(text), type, ignoreCase: ignoreCase)
    try a.setReference(result, parsed ?? .object(EnumObject(0, type)))
    return parsed != nil
  }

  private static func addGenerics(_ t: inout MemberList<EnumObject>) {
    t.staticMethod("static string[] GetNames[TEnum]()") { a in names(try generic(a, 9)) }
    t.staticMethod("static TEnum[] GetValues[TEnum]()") { a in values(try generic(a, 9)) }
    t.staticMethod("static TEnum Parse[TEnum](string value)") { a in
      try parse(a.string(0), try generic(a, 9), ignoreCase: false)
    }
    t.staticMethod("static TEnum Parse[TEnum](string value, bool ignoreCase)") { a in
      try parse(a.string(0), try generic(a, 9), ignoreCase: a.bool(1))
    }
  }

  private static func parse(_ text: String, _ type: PSType, ignoreCase: Bool) throws -> Value {
    let trimmed = TextTrimming.trimmed(text)
    if trimmed.isEmpty {
      throw NetException.argument("Must specify valid information for parsing in the string.", "value")
    }
    if let first = trimmed.utf8.first,
      first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || (0x30...0x39).contains(first),
      let number = Int64(trimmed)
    {
      return .object(EnumObject(number, type))
    }
    var bits: Int64 = 0
    for part in trimmed.split(separator: ",", omittingEmptySubsequences: false) {
      let name = TextTrimming.trimmed(String(part))
      guard
        let match = type.enumCases.first(where: {
          ignoreCase ? $0.name.equalsName(name) : $0.name.isIdentical(to: name)
        })
      else { throw NetException.argument("Requested value '\(text)' was not found.") }
      bits |= match.number
    }
    return .object(EnumObject(bits, type))
  }
}
