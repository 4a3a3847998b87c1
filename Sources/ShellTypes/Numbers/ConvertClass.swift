import ShellObjects

/// System.Convert.
enum ConvertClass {
  static let declaration = TypeDeclaration(staticClass: "System.Convert") { t in
    addPlain(&t)
    addBases(&t)
    addBase64(&t)
    addHexadecimal(&t)
    t.staticProperty("static System.Object DBNull {get;}") { DBNull.value }
    t.staticMethod("static bool IsDBNull(System.Object value)") { a in a[0].payload(DBNull.self) != nil }
    t.staticMethod("static System.TypeCode GetTypeCode(System.Object value)") { a in
      EnumObject(Convertible.code(of: a[0]), PSType.named("System.TypeCode"))
    }
    t.staticMethod("static System.Object ChangeType(System.Object value, type conversionType)") { a in
      guard let wanted = a.object(1, TypeObject.self) else { throw NetException.argumentNull("conversionType") }
      return try converted(a[0], to: wanted.represented)
    }
    t.staticMethod(
      "static System.Object ChangeType(System.Object value, type conversionType, System.IFormatProvider provider)"
    ) { a in
      guard let wanted = a.object(1, TypeObject.self) else { throw NetException.argumentNull("conversionType") }
      return try converted(a[0], to: wanted.represented)
    }
    t.staticMethod("static System.Object ChangeType(System.Object value, System.TypeCode typeCode)") { a in
      guard let wanted = Convertible.type(of: a.int64(1)) else {
        throw NetException.argument("Unknown TypeCode value.")
      }
      return try converted(a[0], to: wanted)
    }
  }

  private static let sources = [
    "System.Object", "bool", "byte", "char", "datetime", "decimal", "double", "float", "int", "long", "sbyte", "short",
    "string", "uint", "ulong", "ushort",
  ]

  private static func addPlain(_ t: inout MemberList<Value>) {
    for (shown, name, type) in Convertible.targets + [("datetime", "ToDateTime", PSType.named("System.DateTime"))] {
      for source in sources {
        t.staticMethod("static \(shown) \(name)(\(source) value)") { a in try converted(a[0], to: type) }
      }
      for source in ["System.Object", "string"] {
        t.staticMethod("static \(shown) \(name)(\(source) value, System.IFormatProvider provider)") { a in
          try converted(a[0], to: type)
        }
      }
    }
    for source in sources {
      t.staticMethod("static string ToString(\(source) value)") { a in try a[0].netText() }
      t.staticMethod("static string ToString(\(source) value, System.IFormatProvider provider)") { a in
        a[0].isNull ? "" : try a[0].formatted("", a.culture(1))
      }
    }
  }

  /// What `Convert.ToX(value)` gives: .NET's own conversions, without PowerShell's.
  static func converted(_ value: Value, to type: PSType) throws -> Value {
    if value.isNull { return try value.converted(to: type) }
    if case .string(let text) = value.base { return try parsed(text, type) }
    let source = value.base
    if source.type === type { return source }
    if type.code == .string { return .string(try source.netText()) }
    guard Convertible.code(of: source) > 1 else {
      throw NetException(
        "System.InvalidCastException",
        "Unable to cast object of type '\(source.type.fullName)' to type 'System.IConvertible'.")
    }
    if Convertible.forbids(source.type, type) {
      throw NetException("System.InvalidCastException", "Invalid cast from '\(source.type.name)' to '\(type.name)'.")
    }
    do { return try source.converted(to: type) } catch let error as ShellError {
      throw NetException(inner: error)
    }
  }

  private static func parsed(_ text: String, _ type: PSType) throws -> Value {
    switch type.code {
    case .string: return .string(text)
    case .boolean, .char, .sbyte, .byte, .int16, .uint16, .int32, .uint32, .int64, .uint64, .single, .double, .decimal,
      .dateTime:
      break
    default: if type.fullName != "System.DateTime" { return try .string(text).converted(to: type) }
    }
    guard let parse = type.members.statics[Symbol("Parse")] else { return .null }
    let fit = parse.overloads.first { $0.signature.parameters.count == 1 }
    return try fit?.call?(.null, Arguments([.string(text)])) ?? .null
  }

  // MARK: Bases 2, 8, 10 and 16

  private static func addBases(_ t: inout MemberList<Value>) {
    addBase(&t, UInt8.self, "ToByte")
    addBase(&t, Int8.self, "ToSByte")
    addBase(&t, Int16.self, "ToInt16")
    addBase(&t, UInt16.self, "ToUInt16")
    addBase(&t, Int32.self, "ToInt32")
    addBase(&t, UInt32.self, "ToUInt32")
    addBase(&t, Int64.self, "ToInt64")
    addBase(&t, UInt64.self, "ToUInt64")
    addToBase(&t, UInt8.self)
    addToBase(&t, Int16.self)
    addToBase(&t, Int32.self)
    addToBase(&t, Int64.self)
  }

  private static func addBase<N: NetInteger>(_ t: inout MemberList<Value>, _ type: N.Type, _ name: String) {
    t.staticMethod("static \(N.shortName) \(name)(string value, int fromBase)") { a in
      try BasedNumber.parse(a.string(0), a.int(1), type)
    }
  }

  private static func addToBase<N: NetInteger>(_ t: inout MemberList<Value>, _ type: N.Type) {
    t.staticMethod("static string ToString(\(N.shortName) value, int toBase)") { a in
      try BasedNumber.text(a.integer(0, type), a.int(1))
    }
  }

  // MARK: Base 64 and hexadecimal

  private static func part(_ a: Arguments) throws -> [UInt8] {
    try Ranges.notNull(a[0], "inArray")
    let bytes = a.bytes(0)
    guard a.count > 2 else { return bytes }
    try Ranges.nonNegative(a.int(2), "length")
    try Ranges.nonNegative(a.int(1), "offset")
    try Ranges.atMost(a.int(1), bytes.count - a.int(2), "offset")
    return Array(bytes[a.int(1)..<a.int(1) + a.int(2)])
  }

  private static func addBase64(_ t: inout MemberList<Value>) {
    t.staticMethod("static string ToBase64String(byte[] inArray)") { a in Base64.text(try part(a)) }
    t.staticMethod("static string ToBase64String(byte[] inArray, System.Base64FormattingOptions options)") { a in
      try Ranges.notNull(a[0], "inArray")
      return Base64.text(a.bytes(0), breaksLines: a.int(1) == 1)
    }
    t.staticMethod("static string ToBase64String(byte[] inArray, int offset, int length)") { a in
      Base64.text(try part(a))
    }
    t.staticMethod(
      "static string ToBase64String(byte[] inArray, int offset, int length, System.Base64FormattingOptions options)"
    ) { a in Base64.text(try part(a), breaksLines: a.int(3) == 1) }
    t.staticMethod("static byte[] FromBase64String(string s)") { a in Value(bytes: try Base64.bytes(a.string(0))) }
    t.staticMethod("static byte[] FromBase64CharArray(char[] inArray, int offset, int length)") { a in
      let units = a.units(0)
      guard a.int(1) >= 0, a.int(2) >= 0, a.int(1) <= units.count - a.int(2) else { throw Ranges.index("offset") }
      return Value(
        bytes: try Base64.bytes(String(decoding: units[a.int(1)..<a.int(1) + a.int(2)], as: UTF16.self)))
    }
  }

  private static func addHexadecimal(_ t: inout MemberList<Value>) {
    for (name, isUpper) in [("ToHexString", true), ("ToHexStringLower", false)] {
      t.staticMethod("static string \(name)(byte[] inArray)") { a in Hexadecimal.text(try part(a), isUpper: isUpper) }
      t.staticMethod("static string \(name)(byte[] inArray, int offset, int length)") { a in
        Hexadecimal.text(try part(a), isUpper: isUpper)
      }
    }
    t.staticMethod("static byte[] FromHexString(string s)") { a in Value(bytes: try Hexadecimal.bytes(a.string(0))) }
  }
}

extension Value {
  /// A `byte[]`.
  package init(bytes: some Sequence<UInt8>) {
    self = .object(PSArray(bytes.map { .object(NumberObject(.uint8($0))) }, elementType: .byte))
  }
}

extension Arguments {
  /// The bytes of a `byte[]` argument.
  func bytes(_ index: Int) -> [UInt8] { elements(index).map { $0.integer(UInt8.self) } }
}

extension NetException {
  /// The .NET exception inside an error of PowerShell's own.
  init(inner error: ShellError) {
    let cause = error.record.exception.inner ?? error.record.exception
    self.init(cause.type.fullName, cause.message)
    fields = cause.fields
  }
}
