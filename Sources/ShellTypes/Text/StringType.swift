import ShellObjects

/// System.String.
enum StringType {
  static let declaration = TypeDeclaration(
    "System.String", accelerators: ["string"], code: .string,
    interfaces: [
      "System.ICloneable", "System.IComparable", "System.IComparable`1", "System.IConvertible", "System.IEquatable`1",
      "System.Collections.IEnumerable",
    ], of: String.self
  ) { t in
    addConstructors(&t)
    addMethods(&t)
    addSearch(&t)
    addSplit(&t)
    addEdits(&t)
    addConversions(&t)
    addStatics(&t)
    t.property("int Length {get;}") { $0.utf16.count }
    t.behavior.order = { a, b in
      guard let x = a.string, let y = b.string else { return nil }
      return Collation.compare(x, y, ignoringCase: false)
    }
  }

  private static func addConstructors(_ t: inout MemberList<String>) {
    t.constructor("string new(char c, int count)") { a in
      try Ranges.nonNegative(a.int(1), "count")
      return String(decoding: repeatElement(a.char(0), count: a.int(1)), as: UTF16.self)
    }
    t.constructor("string new(char[] value)") { a in String(decoding: a.units(0), as: UTF16.self) }
    t.constructor("string new(char[] value, int startIndex, int length)") { a in
      let units = a.units(0)
      try Ranges.nonNegative(a.int(1), "startIndex")
      try Ranges.nonNegative(a.int(2), "length")
      try Ranges.atMost(a.int(1), units.count - a.int(2), "startIndex")
      return String(decoding: units[a.int(1)..<a.int(1) + a.int(2)], as: UTF16.self)
    }
    t.constructor("string new(System.ReadOnlySpan[char] value)") { a in a.string(0) }
  }

  private static func addMethods(_ t: inout MemberList<String>) {
    t.method("System.Object Clone()") { this, _ in this }
    t.method("int CompareTo(System.Object value)") { this, a in
      if a[0].isNull { return 1 }
      guard let other = a[0].string else { throw NetException.argument("Object must be of type String.") }
      return Collation.compare(this, other, ignoringCase: false)
    }
    t.method("int CompareTo(string strB)") { this, a in
      Collation.compare(this, a.string(0), ignoringCase: false)
    }
    t.method("bool Equals(System.Object obj)") { this, a in a[0].string.map { $0.isIdentical(to: this) } ?? false }
    t.method("bool Equals(string value)") { this, a in a.string(0).isIdentical(to: this) }
    t.method("bool Equals(string value, System.StringComparison comparisonType)") { this, a in
      try TextComparison(a, 1).equal(this, a.string(0))
    }
    t.method("System.CharEnumerator GetEnumerator()") { this, _ in
      Enumerator.value(this.utf16.map { .char($0) }, "System.CharEnumerator")
    }
    t.method("int GetHashCode()") { this, _ in try Int32(truncatingIfNeeded: Value.string(this).netHash()) }
    t.method("int GetHashCode(System.StringComparison comparisonType)") { this, a in
      let text = try TextComparison(a, 0).ignoresCase ? SimpleCase.upper(this) : this
      return try Int32(truncatingIfNeeded: Value.string(text).netHash())
    }
    t.method("System.TypeCode GetTypeCode()") { _, _ in EnumObject(18, PSType.named("System.TypeCode")) }
    t.method("char Chars(int index) {get;}") { this, a in
      guard let unit = UTF16Text.unit(this, at: a.int(0)) else {
        throw NetException("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
      }
      return Value.char(unit)
    }
    t.method("string ToString()") { this, _ in this }
    t.method("string ToString(System.IFormatProvider provider)") { this, _ in this }
    t.method("char[] ToCharArray()") { this, _ in Value(chars: this.utf16) }
    t.method("char[] ToCharArray(int startIndex, int length)") { this, a in
      let count = this.utf16.count
      try Ranges.nonNegative(a.int(0), "startIndex")
      try Ranges.atMost(a.int(0), count, "startIndex")
      try Ranges.nonNegative(a.int(1), "length")
      try Ranges.atMost(a.int(0), count - a.int(1), "startIndex")
      return Value(chars: this.utf16.dropFirst(a.int(0)).prefix(a.int(1)))
    }
    t.method("void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)") { this, a in
      guard let target = a.object(1, PSArray.self) else { throw NetException.argumentNull("destination") }
      let units = Array(this.utf16)
      let (source, place, count) = (a.int(0), a.int(2), a.int(3))
      try Ranges.nonNegative(count, "count")
      try Ranges.nonNegative(source, "sourceIndex")
      try Ranges.atMost(count, units.count - source, "sourceIndex")
      guard place >= 0, place <= target.elements.count - count else { throw Ranges.index("destinationIndex") }
      for offset in 0..<count { target.elements[place + offset] = .char(units[source + offset]) }
      return Value.void
    }
  }
}

extension Value {
  /// A `char[]` of these code units.
  init(chars units: some Sequence<UInt16>) {
    self = .object(PSArray(units.map { .char($0) }, elementType: .char))
  }
}

extension Arguments {
  /// The code units of a `char[]` argument.
  func units(_ index: Int) -> [UInt16] {
    elements(index).map { element in
      if case .char(let unit) = element { unit } else { 0 }
    }
  }

  /// The texts of a `string[]` argument.
  func strings(_ index: Int) -> [String] { elements(index).map { $0.string ?? "" } }
}
