import ShellObjects

/// A WildcardPattern as an object: the pattern's text and whether case counts.
private struct WildcardText: Sendable {
  let text: String
  let ignoresCase: Bool
}

/// System.Management.Automation.WildcardPattern.
enum WildcardPatternType {
  private static let name = "System.Management.Automation.WildcardPattern"

  static let declarations: [TypeDeclaration] = [
    TypeDeclaration(
      enumeration: "System.Management.Automation.WildcardOptions", isFlags: true,
      [("None", 0), ("Compiled", 1), ("IgnoreCase", 2), ("CultureInvariant", 4)]),
    declaration,
  ]

  private static let declaration = TypeDeclaration(
    "System.Management.Automation.WildcardPattern", accelerators: ["WildcardPattern"], of: WildcardText.self
  ) { t in
    let type = t.type
    @Sendable func make(_ text: String, _ options: Int) -> Value {
      .object(Box(WildcardText(text: text, ignoresCase: options & 2 != 0), type))
    }
    t.constructor("WildcardPattern new(string pattern)") { a in make(a.string(0), 0) }
    t.constructor("WildcardPattern new(string pattern, System.Management.Automation.WildcardOptions options)") { a in
      make(a.string(0), a.int(1))
    }
    t.method("bool IsMatch(string input)") { this, a in
      WildcardPattern(this.text, ignoreCase: this.ignoresCase)?.matches(a.string(0)) ?? false
    }
    t.staticMethod("static bool ContainsWildcardCharacters(string pattern)") { a in containsWildcards(a.string(0)) }
    t.staticMethod("static string Escape(string pattern)") { a in escaped(a.string(0)) }
    t.staticMethod("static string Unescape(string pattern)") { a in unescaped(a.string(0)) }
    t.staticMethod("static WildcardPattern Get(string pattern, System.Management.Automation.WildcardOptions options)") {
      a in
      make(a.string(0), a.int(1))
    }
  }

  private static func containsWildcards(_ text: String) -> Bool {
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "`") {
        isEscaped = true
      } else if [UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "[")].contains(byte) {
        return true
      }
    }
    return false
  }

  static func escaped(_ text: String) -> String {
    text.map { "*?[]`".contains($0) ? "`\($0)" : String($0) }.joined()
  }

  static func unescaped(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        if !"*?[]`".contains(character) { result.append("`") }
        result.append(character)
        isEscaped = false
      } else if character == "`" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return isEscaped ? result + "`" : result
  }
}
