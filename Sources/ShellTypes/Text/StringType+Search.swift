import ShellObjects

extension StringType {
  static func addSearch(_ t: inout MemberList<String>) {
    addContains(&t)
    addIndexOf(&t)
    addLastIndexOf(&t)
  }

  private static func text(_ arguments: Arguments, _ index: Int) -> String { arguments[index].charOrString }

  private static func addContains(_ t: inout MemberList<String>) {
    t.method("bool Contains(char value)") { this, a in this.utf16.contains(a.char(0)) }
    t.method("bool Contains(char value, System.StringComparison comparisonType)") { this, a in
      try TextSearch.first(text(a, 0), in: this, 0..<this.utf16.count, TextComparison(a, 1)) != nil
    }
    t.method("bool Contains(string value)") { this, a in
      TextSearch.first(a.string(0), in: this, 0..<this.utf16.count, .ordinal) != nil
    }
    t.method("bool Contains(string value, System.StringComparison comparisonType)") { this, a in
      try TextSearch.first(a.string(0), in: this, 0..<this.utf16.count, TextComparison(a, 1)) != nil
    }
    t.method("bool EndsWith(char value)") { this, a in this.utf16.last == a.char(0) }
    t.method("bool EndsWith(string value)") { this, a in TextSearch.hasSuffix(this, a.string(0), .currentCulture) }
    t.method("bool EndsWith(string value, System.StringComparison comparisonType)") { this, a in
      try TextSearch.hasSuffix(this, a.string(0), TextComparison(a, 1))
    }
    t.method("bool EndsWith(string value, bool ignoreCase, cultureinfo culture)") { this, a in
      TextSearch.hasSuffix(this, a.string(0), .culture(ignoreCase: a.bool(1)))
    }
    t.method("bool StartsWith(char value)") { this, a in this.utf16.first == a.char(0) }
    t.method("bool StartsWith(string value)") { this, a in TextSearch.hasPrefix(this, a.string(0), .currentCulture) }
    t.method("bool StartsWith(string value, System.StringComparison comparisonType)") { this, a in
      try TextSearch.hasPrefix(this, a.string(0), TextComparison(a, 1))
    }
    t.method("bool StartsWith(string value, bool ignoreCase, cultureinfo culture)") { this, a in
      TextSearch.hasPrefix(this, a.string(0), .culture(ignoreCase: a.bool(1)))
    }
  }

  private static func first(
    _ this: String, _ needle: String, _ start: Int, _ count: Int?, _ c: TextComparison
  ) throws -> Int {
    let length = this.utf16.count
    let range = try Ranges.search(start, count ?? max(0, length - start), length)
    return TextSearch.first(needle, in: this, range, c) ?? -1
  }

  private static func addIndexOf(_ t: inout MemberList<String>) {
    t.method("int IndexOf(char value)") { this, a in try first(this, text(a, 0), 0, nil, .ordinal) }
    t.method("int IndexOf(char value, System.StringComparison comparisonType)") { this, a in
      try first(this, text(a, 0), 0, nil, TextComparison(a, 1))
    }
    t.method("int IndexOf(char value, int startIndex)") { this, a in
      try first(this, text(a, 0), a.int(1), nil, .ordinal)
    }
    t.method("int IndexOf(char value, int startIndex, int count)") { this, a in
      try first(this, text(a, 0), a.int(1), a.int(2), .ordinal)
    }
    t.method("int IndexOf(string value)") { this, a in try first(this, a.string(0), 0, nil, .currentCulture) }
    t.method("int IndexOf(string value, System.StringComparison comparisonType)") { this, a in
      try first(this, a.string(0), 0, nil, TextComparison(a, 1))
    }
    t.method("int IndexOf(string value, int startIndex)") { this, a in
      try first(this, a.string(0), a.int(1), nil, .currentCulture)
    }
    t.method("int IndexOf(string value, int startIndex, System.StringComparison comparisonType)") { this, a in
      try first(this, a.string(0), a.int(1), nil, TextComparison(a, 2))
    }
    t.method("int IndexOf(string value, int startIndex, int count)") { this, a in
      try first(this, a.string(0), a.int(1), a.int(2), .currentCulture)
    }
    t.method("int IndexOf(string value, int startIndex, int count, System.StringComparison comparisonType)") {
      this, a in
      try first(this, a.string(0), a.int(1), a.int(2), TextComparison(a, 3))
    }
    t.method("int IndexOfAny(char[] anyOf)") { this, a in try firstOfAny(this, a, 0, nil) }
    t.method("int IndexOfAny(char[] anyOf, int startIndex)") { this, a in try firstOfAny(this, a, a.int(1), nil) }
    t.method("int IndexOfAny(char[] anyOf, int startIndex, int count)") { this, a in
      try firstOfAny(this, a, a.int(1), a.int(2))
    }
  }

  private static func firstOfAny(_ this: String, _ a: Arguments, _ start: Int, _ count: Int?) throws -> Int {
    try Ranges.notNull(a[0], "anyOf")
    let units = Array(this.utf16)
    let range = try Ranges.search(start, count ?? max(0, units.count - start), units.count)
    let wanted = a.units(0)
    return units[range].firstIndex { wanted.contains($0) } ?? -1
  }

  private static func last(
    _ this: String, _ needle: String, _ start: Int?, _ count: Int?, _ c: TextComparison
  ) throws -> Int {
    guard let range = try backwards(this.utf16.count, start, count) else { return needle.isEmpty ? 0 : -1 }
    return TextSearch.last(needle, in: this, range, c) ?? -1
  }

  /// The range that a start counted backwards means; nil where the text is empty.
  private static func backwards(_ length: Int, _ start: Int?, _ count: Int?) throws -> Range<Int>? {
    if length == 0 { return nil }
    guard var start else { return 0..<length }
    guard start >= -1, start <= length else { throw Ranges.index("startIndex") }
    var count = count ?? start + 1
    if start == length {
      start -= 1
      if count > 0 { count -= 1 }
    }
    guard count >= 0, start - count + 1 >= 0 else {
      throw NetException.outOfRange(
        "Count must be positive and count must refer to a location within the string/array/collection.", "count")
    }
    return start - count + 1..<start + 1
  }

  private static func addLastIndexOf(_ t: inout MemberList<String>) {
    t.method("int LastIndexOf(char value)") { this, a in try last(this, text(a, 0), nil, nil, .ordinal) }
    t.method("int LastIndexOf(char value, int startIndex)") { this, a in
      try last(this, text(a, 0), a.int(1), nil, .ordinal)
    }
    t.method("int LastIndexOf(char value, int startIndex, int count)") { this, a in
      try last(this, text(a, 0), a.int(1), a.int(2), .ordinal)
    }
    t.method("int LastIndexOf(string value)") { this, a in try last(this, a.string(0), nil, nil, .currentCulture) }
    t.method("int LastIndexOf(string value, System.StringComparison comparisonType)") { this, a in
      try last(this, a.string(0), nil, nil, TextComparison(a, 1))
    }
    t.method("int LastIndexOf(string value, int startIndex)") { this, a in
      try last(this, a.string(0), a.int(1), nil, .currentCulture)
    }
    t.method("int LastIndexOf(string value, int startIndex, System.StringComparison comparisonType)") { this, a in
      try last(this, a.string(0), a.int(1), nil, TextComparison(a, 2))
    }
    t.method("int LastIndexOf(string value, int startIndex, int count)") { this, a in
      try last(this, a.string(0), a.int(1), a.int(2), .currentCulture)
    }
    t.method("int LastIndexOf(string value, int startIndex, int count, System.StringComparison comparisonType)") {
      this, a in try last(this, a.string(0), a.int(1), a.int(2), TextComparison(a, 3))
    }
    t.method("int LastIndexOfAny(char[] anyOf)") { this, a in try lastOfAny(this, a, nil, nil) }
    t.method("int LastIndexOfAny(char[] anyOf, int startIndex)") { this, a in try lastOfAny(this, a, a.int(1), nil) }
    t.method("int LastIndexOfAny(char[] anyOf, int startIndex, int count)") { this, a in
      try lastOfAny(this, a, a.int(1), a.int(2))
    }
  }

  private static func lastOfAny(_ this: String, _ a: Arguments, _ start: Int?, _ count: Int?) throws -> Int {
    try Ranges.notNull(a[0], "anyOf")
    let units = Array(this.utf16)
    guard let range = try backwards(units.count, start, count) else { return -1 }
    let wanted = a.units(0)
    return units[range].lastIndex { wanted.contains($0) } ?? -1
  }
}

extension Value {
  /// The text of a character or string.
  var charOrString: String {
    if case .char(let unit) = base { String(utf16CodeUnits: unit) } else { string ?? "" }
  }
}
