import ShellObjects

extension StringType {
  /// The members of IConvertible, which every primitive type has.
  static func addConversions(_ t: inout MemberList<String>) {
    Convertible.addMembers(&t) { .string($0) }
  }
}

/// `ToInt32(provider)` and its like, which PowerShell shows on strings and numbers.
enum Convertible {
  static let targets: [(String, String, PSType)] = [
    ("bool", "ToBoolean", .boolean), ("byte", "ToByte", .byte), ("char", "ToChar", .char),
    ("decimal", "ToDecimal", .decimal), ("double", "ToDouble", .double), ("short", "ToInt16", .int16),
    ("int", "ToInt32", .int32), ("long", "ToInt64", .int64), ("sbyte", "ToSByte", .sbyte),
    ("float", "ToSingle", .single),
    ("ushort", "ToUInt16", .uint16), ("uint", "ToUInt32", .uint32), ("ulong", "ToUInt64", .uint64),
  ]

  private static let codes: [PSType] = [
    .boolean, .char, .sbyte, .byte, .int16, .uint16, .int32, .uint32, .int64, .uint64, .single, .double, .decimal,
  ]

  /// The number of .NET's TypeCode of a value; 1 for objects.
  static func code(of value: Value) -> Int64 {
    if value.isNull { return 0 }
    let type = value.type
    if type.isEnum { return 9 }
    if let place = codes.firstIndex(where: { $0 === type }) { return Int64(place + 3) }
    if type === PSType.string { return 18 }
    return type.fullName == "System.DateTime" ? 16 : type.fullName == "System.DBNull" ? 2 : 1
  }

  /// The type of a TypeCode number; nil where there is none.
  static func type(of code: Int64) -> PSType? {
    switch code {
    case 1: .object
    case 16: PSType.named("System.DateTime")
    case 18: .string
    default: codes.indices.contains(Int(code) - 3) ? codes[Int(code) - 3] : nil
    }
  }

  /// Whether IConvertible refuses the conversion outright.
  static func forbids(_ from: PSType, _ to: PSType) -> Bool {
    if from.fullName == "System.DateTime" || to.fullName == "System.DateTime" { return true }
    switch (from.code, to.code) {
    case (.char, .boolean), (.char, .single), (.char, .double), (.char, .decimal), (.boolean, .char): return true
    case (.single, .char), (.double, .char), (.decimal, .char): return true
    default: return false
    }
  }

  static func addMembers<T>(_ t: inout MemberList<T>, _ wrap: @escaping @Sendable (T) -> Value) {
    for (shown, name, type) in targets {
      t.method("\(shown) \(name)(System.IFormatProvider provider)") { this, _ in
        try ConvertClass.converted(wrap(this), to: type)
      }
    }
    t.method("datetime ToDateTime(System.IFormatProvider provider)") { this, _ in
      try ConvertClass.converted(wrap(this), to: PSType.named("System.DateTime"))
    }
    t.method("System.Object ToType(type conversionType, System.IFormatProvider provider)") { this, a in
      guard let wanted = a.object(0, TypeObject.self) else { throw NetException.argumentNull("type") }
      return try ConvertClass.converted(wrap(this), to: wanted.represented)
    }
  }
}
