import ShellObjects

/// System.Char: one UTF-16 code unit.
enum CharType {
  static let declaration = TypeDeclaration(
    "System.Char", kind: .structure, code: .char, interfaces: ["System.IComparable", "System.IConvertible"],
    of: UInt16.self
  ) { t in
    t.staticProperty("static char MaxValue {get;}") { Value.char(0xFFFF) }
    t.staticProperty("static char MinValue {get;}") { Value.char(0) }
    addMembers(&t)
    addTests(&t)
    addSurrogates(&t)
    addConversions(&t)
    Convertible.addMembers(&t) { .char($0) }
  }

  private static func addMembers(_ t: inout MemberList<UInt16>) {
    t.method("int CompareTo(System.Object value)") { this, a in
      if a[0].isNull { return 1 }
      guard case .char(let other) = a[0].base else { throw NetException.argument("Object must be of type Char.") }
      return Int(this) - Int(other)
    }
    t.method("int CompareTo(char value)") { this, a in Int(this) - Int(a.char(0)) }
    t.method("bool Equals(System.Object obj)") { this, a in try Value.char(this).netEquals(a[0]) }
    t.method("bool Equals(char obj)") { this, a in this == a.char(0) }
    t.method("System.TypeCode GetTypeCode()") { _, _ in EnumObject(4, PSType.named("System.TypeCode")) }
    t.method("string ToString()") { this, _ in String(utf16CodeUnits: this) }
    t.method("string ToString(System.IFormatProvider provider)") { this, _ in String(utf16CodeUnits: this) }
  }

  private static func addTests(_ t: inout MemberList<UInt16>) {
    for (name, test) in CharacterClass.tests {
      t.staticMethod("static bool \(name)(char c)") { a in test(a.char(0)) }
      t.staticMethod("static bool \(name)(string s, int index)") { a in test(try unit(a)) }
    }
    for (name, test) in CharacterClass.asciiTests {
      t.staticMethod("static bool \(name)(char c)") { a in test(a.char(0)) }
    }
    t.staticMethod("static bool IsBetween(char c, char minInclusive, char maxInclusive)") { a in
      a.char(1) <= a.char(2) && a.char(0) >= a.char(1) && a.char(0) <= a.char(2)
    }
    t.staticMethod("static System.Globalization.UnicodeCategory GetUnicodeCategory(char c)") { a in
      CharacterClass.categoryValue(UInt32(a.char(0)))
    }
    t.staticMethod("static System.Globalization.UnicodeCategory GetUnicodeCategory(string s, int index)") { a in
      CharacterClass.categoryValue(try scalar(a))
    }
    t.staticMethod("static double GetNumericValue(char c)") { a in CharacterClass.number(UInt32(a.char(0))) }
    t.staticMethod("static double GetNumericValue(string s, int index)") { a in CharacterClass.number(try scalar(a)) }
  }

  private static func unit(_ a: Arguments) throws -> UInt16 {
    guard let unit = UTF16Text.unit(a.string(0), at: a.int(1)) else { throw Ranges.index("index") }
    return unit
  }

  private static func scalar(_ a: Arguments) throws -> UInt32 {
    let first = try unit(a)
    if UTF16.isLeadSurrogate(first), let second = UTF16Text.unit(a.string(0), at: a.int(1) + 1),
      UTF16.isTrailSurrogate(second)
    {
      return 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF))
    }
    return UInt32(first)
  }

  private static func addSurrogates(_ t: inout MemberList<UInt16>) {
    t.staticMethod("static bool IsSurrogatePair(char highSurrogate, char lowSurrogate)") { a in
      UTF16.isLeadSurrogate(a.char(0)) && UTF16.isTrailSurrogate(a.char(1))
    }
    t.staticMethod("static bool IsSurrogatePair(string s, int index)") { a in try scalar(a) >= 0x10000 }
    t.staticMethod("static string ConvertFromUtf32(int utf32)") { a in
      guard let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: a.int(0))) else {
        throw NetException.outOfRange(
          "A valid UTF32 value is between 0x000000 and 0x10ffff, inclusive, and should not include surrogate codepoint values (0x00d800 ~ 0x00dfff).",
          "utf32")
      }
      return String(Character(scalar))
    }
    t.staticMethod("static int ConvertToUtf32(char highSurrogate, char lowSurrogate)") { a in
      guard UTF16.isLeadSurrogate(a.char(0)) else {
        throw NetException.outOfRange(
          "A valid high surrogate character is between 0xd800 and 0xdbff, inclusive.", "highSurrogate")
      }
      guard UTF16.isTrailSurrogate(a.char(1)) else {
        throw NetException.outOfRange(
          "A valid low surrogate character is between 0xdc00 and 0xdfff, inclusive.", "lowSurrogate")
      }
      return Int(0x10000 + (UInt32(a.char(0) & 0x3FF) << 10 | UInt32(a.char(1) & 0x3FF)))
    }
    t.staticMethod("static int ConvertToUtf32(string s, int index)") { a in Int(try scalar(a)) }
  }

  private static func addConversions(_ t: inout MemberList<UInt16>) {
    t.staticMethod("static char Parse(string s)") { a in
      let units = Array(a.string(0).utf16.prefix(2))
      guard units.count == 1 else { throw NetException.format("String must be exactly one character long.") }
      return Value.char(units[0])
    }
    t.staticMethod("static bool TryParse(string s, [ref] char result)") { a in
      let units = Array(a.string(0).utf16.prefix(2))
      try a.setReference(1, .char(units.count == 1 ? units[0] : 0))
      return units.count == 1
    }
    for (suffix, parameter) in [("", ""), ("", ", cultureinfo culture"), ("Invariant", "")] {
      t.staticMethod("static char ToLower\(suffix)(char c\(parameter))") { a in Value.char(SimpleCase.lower(a.char(0)))
      }
      t.staticMethod("static char ToUpper\(suffix)(char c\(parameter))") { a in Value.char(SimpleCase.upper(a.char(0)))
      }
    }
    t.staticMethod("static string ToString(char c)") { a in String(utf16CodeUnits: a.char(0)) }
  }
}
