import ShellObjects

/// A System.Globalization.CompareInfo.
struct CompareInfo: ValueRepresentable {
  let culture: CultureValue
  var value: Value { .object(Box(self, PSType.named("System.Globalization.CompareInfo"))) }

  static let declaration = TypeDeclaration("System.Globalization.CompareInfo", of: CompareInfo.self) { t in
    t.property("string Name {get;}") { $0.culture.name }
    t.property("int LCID {get;}") { $0.culture.name.isEmpty ? 127 : 1033 }
    t.method("int Compare(string string1, string string2)") { _, a in
      Collation.compare(a.string(0), a.string(1), ignoringCase: false)
    }
    t.method("int Compare(string string1, string string2, System.Globalization.CompareOptions options)") { _, a in
      CompareOptions(rawValue: a.int(2)).order(a.string(0), a.string(1))
    }
    for type in ["char", "string"] {
      for (name, isFirst) in [("IndexOf", true), ("LastIndexOf", false)] {
        t.method("int \(name)(string source, \(type) value)") { _, a in place(a, [], isFirst) }
        t.method("int \(name)(string source, \(type) value, System.Globalization.CompareOptions options)") { _, a in
          place(a, CompareOptions(rawValue: a.int(2)), isFirst)
        }
      }
    }
    for (name, isPrefix) in [("IsPrefix", true), ("IsSuffix", false)] {
      let part = isPrefix ? "prefix" : "suffix"
      t.method("bool \(name)(string source, string \(part))") { _, a in edge(a, [], isPrefix) }
      t.method("bool \(name)(string source, string \(part), System.Globalization.CompareOptions options)") { _, a in
        edge(a, CompareOptions(rawValue: a.int(2)), isPrefix)
      }
    }
    t.method("int GetHashCode(string source, System.Globalization.CompareOptions options)") { _, a in
      try Int32(truncatingIfNeeded: Value.string(a.string(0)).netHash())
    }
    t.staticMethod("static System.Globalization.CompareInfo GetCompareInfo(string name)") { a in
      CompareInfo(culture: try CultureValue.named(a.string(0)))
    }
    t.behavior.text = { "CompareInfo - \($0.payload(CompareInfo.self)?.culture.name ?? "")" }
  }

  private static func place(_ a: Arguments, _ options: CompareOptions, _ isFirst: Bool) -> Int {
    let (text, needle) = (a.string(0), a[1].charOrString)
    let whole = 0..<text.utf16.count
    return
      (isFirst
      ? TextSearch.first(needle, in: text, whole, options.comparison)
      : TextSearch.last(needle, in: text, whole, options.comparison)) ?? -1
  }

  private static func edge(_ a: Arguments, _ options: CompareOptions, _ isPrefix: Bool) -> Bool {
    isPrefix
      ? TextSearch.hasPrefix(a.string(0), a.string(1), options.comparison)
      : TextSearch.hasSuffix(a.string(0), a.string(1), options.comparison)
  }
}

extension CompareOptions {
  /// The comparison that comes nearest.
  var comparison: TextComparison {
    if contains(.ordinal) { return .ordinal }
    if contains(.ordinalIgnoreCase) { return .ordinalIgnoreCase }
    return .culture(ignoreCase: contains(.ignoreCase))
  }
}
