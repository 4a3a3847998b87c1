import ShellObjects

/// The members that every number type has: CompareTo, Equals, ToString, Parse, TryParse.
enum NumberMembers {
  /// `order` compares two values of the type.
  static func add(
    _ t: inout MemberList<Value>, shortName s: String, netName: String, code: Int64,
    order: @escaping @Sendable (Value, Value) -> Int
  ) {
    let type = t.type
    t.method("int CompareTo(System.Object value)") { this, a in
      if a[0].isNull { return 1 }
      guard a[0].type === type else { throw NetException.argument("Object must be of type \(netName).") }
      return order(this, a[0])
    }
    t.method("int CompareTo(\(s) value)") { this, a in order(this, a[0]) }
    t.method("bool Equals(System.Object obj)") { this, a in try this.netEquals(a[0]) }
    t.method("bool Equals(\(s) obj)") { this, a in try this.netEquals(a[0]) }
    t.method("int GetHashCode()") { this, _ in try Int32(truncatingIfNeeded: this.netHash()) }
    t.method("System.TypeCode GetTypeCode()") { _, _ in EnumObject(code, PSType.named("System.TypeCode")) }
    t.method("string ToString()") { this, _ in try this.formatted("", .current) }
    t.method("string ToString(string format)") { this, a in try this.formatted(a.string(0), .current) }
    t.method("string ToString(System.IFormatProvider provider)") { this, a in try this.formatted("", a.culture(0)) }
    t.method("string ToString(string format, System.IFormatProvider provider)") { this, a in
      try this.formatted(a.string(0), a.culture(1))
    }
    t.behavior.order = { x, y in y.type === type ? order(x, y) : nil }
  }

  typealias Parser = @Sendable (String, NumberStyles, Culture) throws(NumberParseFailure) -> Value

  /// The Parse and TryParse overloads.
  static func addParsing(
    _ t: inout MemberList<Value>, shortName s: String, netName: String, styles: NumberStyles,
    zero: @escaping @autoclosure @Sendable () -> Value,
    parse: @escaping Parser
  ) {
    @Sendable func parsed(_ text: String, _ styles: NumberStyles, _ culture: Culture) throws -> Value {
      do { return try parse(text, styles, culture) } catch {
        switch error {
        case .overflow: throw NetException.overflow(error.message(input: text, type: netName))
        case .badFormat: throw NetException.format(error.message(input: text, type: netName))
        case .badStyles: throw NetException.argument(error.message(input: text, type: netName), "style")
        }
      }
    }
    @Sendable func tried(
      _ text: String, _ styles: NumberStyles, _ culture: Culture, _ a: Arguments, _ place: Int
    ) throws -> Bool {
      let result = try? parse(text, styles, culture)
      try a.setReference(place, result ?? zero())
      return result != nil
    }
    t.staticMethod("static \(s) Parse(string s)") { a in try parsed(a.string(0), styles, .current) }
    t.staticMethod("static \(s) Parse(string s, System.Globalization.NumberStyles style)") { a in
      try parsed(a.string(0), NumberStyles(rawValue: a.int(1)), .current)
    }
    t.staticMethod("static \(s) Parse(string s, System.IFormatProvider provider)") { a in
      try parsed(a.string(0), styles, a.culture(1))
    }
    t.staticMethod(
      "static \(s) Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)"
    ) { a in try parsed(a.string(0), NumberStyles(rawValue: a.int(1)), a.culture(2)) }
    t.staticMethod("static bool TryParse(string s, [ref] \(s) result)") { a in
      try tried(a.string(0), styles, .current, a, 1)
    }
    t.staticMethod("static bool TryParse(string s, System.IFormatProvider provider, [ref] \(s) result)") { a in
      try tried(a.string(0), styles, a.culture(1), a, 2)
    }
    t.staticMethod(
      "static bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] \(s) result)"
    ) { a in try tried(a.string(0), NumberStyles(rawValue: a.int(1)), a.culture(2), a, 3) }
  }
}
