import ShellObjects

/// System.Boolean.
enum BooleanType {
  static let declaration = TypeDeclaration(
    "System.Boolean", kind: .structure, code: .boolean, interfaces: ["System.IComparable", "System.IConvertible"],
    of: Bool.self
  ) { t in
    t.staticProperty("static string FalseString {get;}") { "False" }
    t.staticProperty("static string TrueString {get;}") { "True" }
    t.method("int CompareTo(System.Object obj)") { this, a in
      if a[0].isNull { return 1 }
      guard case .bool(let other) = a[0].base else { throw NetException.argument("Object must be of type Boolean.") }
      return order(this, other)
    }
    t.method("int CompareTo(bool value)") { this, a in order(this, a.bool(0)) }
    t.method("bool Equals(System.Object obj)") { this, a in try Value.bool(this).netEquals(a[0]) }
    t.method("bool Equals(bool obj)") { this, a in this == a.bool(0) }
    t.method("System.TypeCode GetTypeCode()") { _, _ in EnumObject(3, PSType.named("System.TypeCode")) }
    t.method("string ToString()") { this, _ in this ? "True" : "False" }
    t.method("string ToString(System.IFormatProvider provider)") { this, _ in this ? "True" : "False" }
    t.staticMethod("static bool Parse(string value)") { a in
      guard let parsed = parse(a.string(0)) else {
        throw NetException.format("String '\(a.string(0))' was not recognized as a valid Boolean.")
      }
      return parsed
    }
    t.staticMethod("static bool TryParse(string value, [ref] bool result)") { a in
      let parsed = parse(a.string(0))
      try a.setReference(1, .bool(parsed ?? false))
      return parsed != nil
    }
    Convertible.addMembers(&t) { .bool($0) }
  }

  private static func order(_ a: Bool, _ b: Bool) -> Int { a == b ? 0 : a ? 1 : -1 }

  /// The Boolean a text names; white space and NULs around it are passed over.
  static func parse(_ text: String) -> Bool? {
    let trimmed = String(
      text.unicodeScalars.drop { $0.properties.isWhitespace || $0 == "\0" }.reversed()
        .drop { $0.properties.isWhitespace || $0 == "\0" }.reversed().map(Character.init))
    return trimmed.equalsName("True") ? true : trimmed.equalsName("False") ? false : nil
  }
}
