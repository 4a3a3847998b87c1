import ShellObjects

extension StringType {
  static func addStatics(_ t: inout MemberList<String>) {
    t.staticProperty("static string Empty {get;}") { "" }
    addComparisons(&t)
    addConcat(&t)
    addFormat(&t)
    addJoin(&t)
    t.staticMethod("static bool Equals(string a, string b)") { a in a.string(0).isIdentical(to: a.string(1)) }
    t.staticMethod("static bool Equals(string a, string b, System.StringComparison comparisonType)") { a in
      try TextComparison(a, 2).equal(a.string(0), a.string(1))
    }
    t.staticMethod("static string Intern(string str)") { a in a.string(0) }
    t.staticMethod("static string IsInterned(string str)") { a in a.string(0) }
    t.staticMethod("static bool IsNullOrEmpty(string value)") { a in a.string(0).isEmpty }
    t.staticMethod("static bool IsNullOrWhiteSpace(string value)") { a in
      a.string(0).utf16.allSatisfy { UTF16Text.isWhiteSpace($0) }
    }
    t.staticMethod("static string Copy(string str)") { a in a.string(0) }
  }

  private static func addComparisons(_ t: inout MemberList<String>) {
    t.staticMethod("static int Compare(string strA, string strB)") { a in
      Collation.compare(a.string(0), a.string(1), ignoringCase: false)
    }
    t.staticMethod("static int Compare(string strA, string strB, System.StringComparison comparisonType)") { a in
      try TextComparison(a, 2).order(a.string(0), a.string(1))
    }
    t.staticMethod("static int Compare(string strA, string strB, bool ignoreCase)") { a in
      Collation.compare(a.string(0), a.string(1), ignoringCase: a.bool(2))
    }
    t.staticMethod("static int Compare(string strA, string strB, bool ignoreCase, cultureinfo culture)") { a in
      Collation.compare(a.string(0), a.string(1), ignoringCase: a.bool(2))
    }
    t.staticMethod(
      "static int Compare(string strA, string strB, cultureinfo culture, System.Globalization.CompareOptions options)"
    ) { a in CompareOptions(rawValue: a.int(3)).order(a.string(0), a.string(1)) }
    t.staticMethod("static int Compare(string strA, int indexA, string strB, int indexB, int length)") { a in
      let (x, y) = try parts(a)
      return Collation.compare(x, y, ignoringCase: false)
    }
    t.staticMethod("static int Compare(string strA, int indexA, string strB, int indexB, int length, bool ignoreCase)")
    {
      a in
      let (x, y) = try parts(a)
      return Collation.compare(x, y, ignoringCase: a.bool(5))
    }
    t.staticMethod(
      "static int Compare(string strA, int indexA, string strB, int indexB, int length, System.StringComparison comparisonType)"
    ) { a in
      let (x, y) = try parts(a)
      return try TextComparison(a, 5).order(x, y)
    }
    t.staticMethod("static int CompareOrdinal(string strA, string strB)") { a in
      OrdinalText.compare(a.string(0), a.string(1))
    }
    t.staticMethod("static int CompareOrdinal(string strA, int indexA, string strB, int indexB, int length)") { a in
      let (x, y) = try parts(a)
      return OrdinalText.compare(x, y)
    }
  }

  private static func parts(_ a: Arguments) throws -> (String, String) {
    let (x, y, length) = (a.string(0), a.string(2), a.int(4))
    try Ranges.nonNegative(length, "length1")
    func part(_ text: String, _ start: Int, _ name: String) throws -> String {
      let count = text.utf16.count
      guard start >= 0, start <= count else {
        throw NetException.outOfRange(
          "Index was out of range. Must be non-negative and less than or equal to the size of the collection.", name)
      }
      return UTF16Text.substring(text, start..<start + min(length, count - start)) ?? ""
    }
    return (try part(x, a.int(1), "indexA"), try part(y, a.int(3), "indexB"))
  }

  private static func concatenated(_ values: [Value]) throws -> String {
    try values.map { try $0.netText() }.joined()
  }

  private static func addConcat(_ t: inout MemberList<String>) {
    t.staticMethod("static string Concat(System.Object arg0)") { a in try concatenated(a.values) }
    t.staticMethod("static string Concat(System.Object arg0, System.Object arg1)") { a in try concatenated(a.values) }
    t.staticMethod("static string Concat(System.Object arg0, System.Object arg1, System.Object arg2)") { a in
      try concatenated(a.values)
    }
    t.staticMethod("static string Concat(Params System.Object[] args)") { a in try concatenated(a.elements(0)) }
    t.staticMethod("static string Concat(System.Collections.Generic.IEnumerable[string] values)") { a in
      try concatenated(a.elements(0))
    }
    t.staticMethod("static string Concat(string str0, string str1)") { a in a.string(0) + a.string(1) }
    t.staticMethod("static string Concat(string str0, string str1, string str2)") { a in
      a.string(0) + a.string(1) + a.string(2)
    }
    t.staticMethod("static string Concat(string str0, string str1, string str2, string str3)") { a in
      a.string(0) + a.string(1) + a.string(2) + a.string(3)
    }
    t.staticMethod("static string Concat(Params string[] values)") { a in try concatenated(a.elements(0)) }
  }

  private static func addFormat(_ t: inout MemberList<String>) {
    t.staticMethod("static string Format(string format, System.Object arg0)") { a in
      try CompositeFormat.text(a.string(0), Array(a.values[1...]), .current)
    }
    t.staticMethod("static string Format(string format, System.Object arg0, System.Object arg1)") { a in
      try CompositeFormat.text(a.string(0), Array(a.values[1...]), .current)
    }
    t.staticMethod("static string Format(string format, System.Object arg0, System.Object arg1, System.Object arg2)") {
      a in try CompositeFormat.text(a.string(0), Array(a.values[1...]), .current)
    }
    t.staticMethod("static string Format(string format, Params System.Object[] args)") { a in
      try Ranges.notNull(a[1], "args")
      return try CompositeFormat.text(a.string(0), a.elements(1), .current)
    }
    t.staticMethod("static string Format(System.IFormatProvider provider, string format, System.Object arg0)") { a in
      try CompositeFormat.text(a.string(1), Array(a.values[2...]), a.culture(0))
    }
    t.staticMethod(
      "static string Format(System.IFormatProvider provider, string format, System.Object arg0, System.Object arg1)"
    ) { a in try CompositeFormat.text(a.string(1), Array(a.values[2...]), a.culture(0)) }
    t.staticMethod(
      "static string Format(System.IFormatProvider provider, string format, System.Object arg0, System.Object arg1, System.Object arg2)"
    ) { a in try CompositeFormat.text(a.string(1), Array(a.values[2...]), a.culture(0)) }
    t.staticMethod("static string Format(System.IFormatProvider provider, string format, Params System.Object[] args)")
    {
      a in
      try Ranges.notNull(a[2], "args")
      return try CompositeFormat.text(a.string(1), a.elements(2), a.culture(0))
    }
  }

  private static func joined(_ separator: String, _ values: [Value]) throws -> String {
    try values.map { try $0.netText() }.joined(separator: separator)
  }

  private static func addJoin(_ t: inout MemberList<String>) {
    for type in ["char", "string"] {
      t.staticMethod("static string Join(\(type) separator, Params System.Object[] values)") { a in
        try Ranges.notNull(a[1], "values")
        return try joined(a[0].charOrString, a.elements(1))
      }
      t.staticMethod("static string Join(\(type) separator, Params string[] value)") { a in
        try Ranges.notNull(a[1], "value")
        return try joined(a[0].charOrString, a.elements(1))
      }
      t.staticMethod("static string Join(\(type) separator, string[] value, int startIndex, int count)") { a in
        let (all, start, count) = (a.elements(1), a.int(2), a.int(3))
        try Ranges.nonNegative(start, "startIndex")
        try Ranges.nonNegative(count, "count")
        try Ranges.atMost(start, all.count - count, "startIndex")
        return try joined(a[0].charOrString, Array(all[start..<start + count]))
      }
    }
    for (generics, separator, element) in [("", "string", "string"), ("[T]", "char", "T"), ("[T]", "string", "T")] {
      t.staticMethod(
        "static string Join\(generics)(\(separator) separator, System.Collections.Generic.IEnumerable[\(element)] values)"
      ) { a in
        try Ranges.notNull(a[1], "values")
        return try joined(a[0].charOrString, a.elements(1))
      }
    }
  }
}

extension Value {
  /// What .NET's own `ToString()` gives in the current culture; empty for null.
  package func netText() throws -> String {
    if isNull { return "" }
    return try formatted("", .current)
  }
}
