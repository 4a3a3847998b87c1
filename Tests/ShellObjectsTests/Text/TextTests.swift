import Testing

@testable import ShellObjects

/// The strings of a recorded call's arguments, without quotes.
private func unquoted(_ text: Substring) -> String { String(text.dropFirst().dropLast()).replacing("''", with: "'") }

struct OrdinalTextTests {
  @Test func comparersAnswerAsRecorded() throws {
    let pattern = /\[StringComparer\]::(\w+)\.Compare\('([^']*)','([^']*)'\)/
    let result = try RecordedTable("dotnet/string-compare.tsv").replay(pattern) { match in
      let left = String(match.2)
      let right = String(match.3)
      switch match.1 {
      case "Ordinal": return String(OrdinalText.compare(left, right))
      case "OrdinalIgnoreCase": return String(OrdinalText.compareIgnoringCase(left, right))
      case "InvariantCulture", "CurrentCulture": return String(Collation.compare(left, right))
      default: return String(Collation.compare(left, right, ignoringCase: true))
      }
    }
    #expect(result.count > 60)
    #expect(result.differences.isEmpty, "\(result.summary)")
  }

  @Test func operatorsAnswerAsRecorded() throws {
    let result = try RecordedTable("dotnet/string-compare.tsv").replay(/'([^']*)' -(c?)(eq|lt|le|gt|ge|ne) '([^']*)'/) {
      match in
      let order = Collation.compare(String(match.1), String(match.4), ignoringCase: match.2.isEmpty)
      switch match.3 {
      case "eq": return order == 0 ? "True" : "False"
      case "ne": return order != 0 ? "True" : "False"
      case "lt": return order < 0 ? "True" : "False"
      case "le": return order <= 0 ? "True" : "False"
      case "gt": return order > 0 ? "True" : "False"
      default: return order >= 0 ? "True" : "False"
      }
    }
    #expect(result.count > 50)
    #expect(result.differences.isEmpty, "\(result.summary)")
  }

  @Test func sortObjectAnswersAsRecorded() throws {
    let result = try RecordedTable("cmdlets/sort-object.tsv").replay(/('[^']*'(?:,'[^']*')+) \| Sort-Object/) { match in
      let words = match.1.split(separator: ",").map { unquoted($0) }
      let sorted = words.enumerated().sorted { left, right in
        let order = Collation.compare(left.element, right.element, ignoringCase: true)
        return order != 0 ? order < 0 : left.offset < right.offset
      }
      return sorted.map { RecordedTable.literal($0.element) }.joined(separator: " | ")
    }
    #expect(result.count > 5)
    #expect(result.differences.isEmpty, "\(result.summary)")
  }

  @Test(arguments: [
    ("abc", "ABC", true), ("é", "É", true), ("ß", "SS", false), ("a", "ab", false), ("straße", "STRASSE", false),
    ("", "", true), ("aé", "a", false),
  ])
  func equalityIgnoresCaseOnly(_ left: String, _ right: String, _ expected: Bool) {
    #expect(OrdinalText.equalsIgnoringCase(left, right) == expected)
    #expect((OrdinalText.compareIgnoringCase(left, right) == 0) == expected)
    if expected { #expect(OrdinalText.hashIgnoringCase(left) == OrdinalText.hashIgnoringCase(right)) }
  }

  @Test func composedAndDecomposedLettersDifferByUnits() {
    #expect(!OrdinalText.equals("\u{E9}", "e\u{301}"))
    #expect(Collation.equals("\u{E9}", "e\u{301}"))
  }

  @Test(
    arguments: [
      ("hello", "l", 0, false, 2), ("hello", "L", 0, true, 2), ("hello", "L", 0, false, nil),
      ("hello", "", 5, false, 5),
      ("hello", "", 6, false, nil), ("héllo wörld", "wör", 0, false, 6), ("HÉLLO", "é", 0, true, 1),
      ("aXbxc", "x", 2, true, 3),
      ("😀a😀b", "b", 0, false, 5), ("ab", "abc", 0, true, nil), ("abc", "c", -1, false, nil),
    ] as [(String, String, Int, Bool, Int?)])
  func searchCountsUnits(_ text: String, _ part: String, _ start: Int, _ ignoringCase: Bool, _ expected: Int?) {
    #expect(OrdinalText.index(of: part, in: text, from: start, ignoringCase: ignoringCase) == expected)
  }

  @Test func theLastPlaceIsFound() {
    #expect(OrdinalText.lastIndex(of: "l", in: "hello") == 3)
    #expect(OrdinalText.lastIndex(of: "L", in: "hello", before: 3, ignoringCase: true) == 2)
    #expect(OrdinalText.lastIndex(of: "x", in: "hello") == nil)
    #expect(OrdinalText.lastIndex(of: "", in: "abc") == 3)
  }
}

struct CollationTests {
  @Test(arguments: [
    ("a", "a\u{AD}", 0), ("a\u{200B}b", "ab", 0), ("a\u{0}b", "ab", 0), ("ﬁ", "FI", 0), ("Ａ", "a", 0),
    ("e", "\u{E9}", -1), ("z", "\u{E9}", 1), ("\u{3B1}", "z", 1), ("\u{434}", "\u{3C9}", 1), ("9", "a", -1),
    ("~", "$", -1),
    ("a", "", 1), ("\u{2013}", "-", 1), ("\u{2013}", ",", -1), ("漢", "字", 1), ("ab\u{7F}", "ab", 0),
  ])
  func orderIsTheDictionarys(_ left: String, _ right: String, _ expected: Int) {
    #expect(Collation.compare(left, right, ignoringCase: true) == expected)
    #expect(Collation.compare(right, left, ignoringCase: true) == -expected)
  }

  @Test func searchIgnoresWhatDoesNotCount() {
    #expect(Collation.range(of: "ab", in: "xa\u{AD}b") == 1..<4)
    #expect(Collation.range(of: "e\u{301}", in: "caf\u{E9}") == 3..<4)
    #expect(Collation.range(of: "e", in: "caf\u{E9}") == nil)
    #expect(Collation.range(of: "B", in: "abcb", ignoringCase: true, backwards: true) == 3..<4)
    #expect(Collation.range(of: "\u{AD}", in: "abc") == 0..<0)
    #expect(Collation.hasPrefix("Straße", "stra", ignoringCase: true))
    #expect(!Collation.hasSuffix("cafe\u{301}", "e"))
    #expect(Collation.hasSuffix("cafe\u{301}", "\u{E9}"))
  }
}

struct UTF16TextTests {
  @Test func unitsAndPartsAreCountedInUTF16() {
    #expect(UTF16Text.length("a😀é") == 4)
    #expect(UTF16Text.unit("a😀é", at: 1) == 0xD83D)
    #expect(UTF16Text.unit("abc", at: 3) == nil)
    #expect(UTF16Text.unit("abc", at: -1) == nil)
    #expect(UTF16Text.substring("a😀é", 1..<3) == "😀")
    #expect(UTF16Text.substring("a😀é", 2..<4) == "\u{FFFD}é")
    #expect(UTF16Text.substring("abc", 2..<4) == nil)
    #expect(UTF16Text.substring("abc", 3..<3) == "")
  }

  @Test func trimmingCutsWhatItIsGiven() {
    #expect(TextTrimming.trimmed(" \u{A0}a b\t\n") == "a b")
    #expect(TextTrimming.trimmed("xxaxx", [0x78], .start) == "axx")
    #expect(TextTrimming.trimmed("xyaxy", [0x78, 0x79], .end) == "xya")
    #expect(TextTrimming.trimmed("   ") == "")
  }

  @Test(arguments: [
    ("abcXYZ1", "ABCXYZ1", "abcxyz1"), ("straße", "STRAßE", "straße"), ("ıİé", "ıİÉ", "ıİé"), ("ǆ", "Ǆ", "ǆ"),
    ("ᾳ", "ᾼ", "ᾳ"),
  ])
  func caseMapsOneToOne(_ text: String, _ upper: String, _ lower: String) {
    #expect(SimpleCase.upper(text) == upper)
    #expect(SimpleCase.lower(text) == lower)
  }
}
