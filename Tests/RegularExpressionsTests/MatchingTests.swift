import Testing

@testable import RegularExpressions

/// Where patterns match: `UTF-16 index:text` of every match, one after the other.
struct MatchingTests {
  private func matches(_ pattern: String, _ text: String, _ options: RegexOptions = []) throws -> [String] {
    var sequence = try Regex(pattern, options: options).matches(in: text)
    return try sequence.collect().map { "\($0.utf16Range(of: $0.range).lowerBound):\($0.value)" }
  }

  @Test(
    arguments: [
      ("a?", "aab", ["0:a", "1:a", "2:", "3:"]),
      ("a*?", "aab", ["0:", "1:", "2:", "3:"]),
      ("(a|)+", "aa", ["0:aa", "2:"]),
      ("a{2", "a{2", ["0:a{2"]),
      ("a{,2}", "a{,2}", ["0:a{,2}"]),
      ("(?>a*)a", "aaa", []),
      ("(?=a.)a", "ba-", ["1:a"]),
      ("$", "a\nb\n", ["3:", "4:"]),
      ("a$", "a\n\n", []),
      ("(?m)^", "a\nb\n", ["0:", "2:", "4:"]),
      ("(?m)$", "a\nb\n", ["1:", "3:", "4:"]),
      ("a\\Z", "a\n", ["0:a"]),
      ("a\\z", "a\n", []),
      (".", "a\r\nb", ["0:a", "1:\r", "3:b"]),
      ("[a-z-[m-z-[p]]]", "lmpz", ["0:l", "2:p"]),
      ("[^\\W\\d]", "1a-_", ["1:a", "3:_"]),
      ("[\\W\\d]", "1a-é", ["0:1", "2:-"]),
      ("(a)\\10", "a\u{8}", ["0:a\u{8}"]),
      ("(?<2>a)\\2", "aa", ["0:aa"]),
      ("(?<q>a)\\k'q'", "aa", ["0:aa"]),
      ("(?(?=a)ab|cd)", "ab cd", ["0:ab", "3:cd"]),
      ("(?<x>a)?(?(x)b|c)", "ab c", ["0:ab", "3:c"]),
      ("(?(a)ab|cd)", "ab cd", ["0:ab", "3:cd"]),
      ("\\u0041\\x42\\103\\cI\\e", "ABC\t\u{1B}", ["0:ABC\t\u{1B}"]),
      ("(?<=^|,)[^,]*", "a,b,,c", ["0:a", "2:b", "4:", "5:c"]),
      ("a b # c\n c", "a b # c\n c", ["0:a b # c\n c"]),
      ("(?x) a b # c\n [ ] c", "ab c", ["0:ab c"]),
      ("(?x)a {2}", "aa", ["0:aa"]),
    ])
  func asDotNetDoes(pattern: String, text: String, expected: [String]) throws {
    #expect(try matches(pattern, text) == expected)
  }

  @Test(
    "Unicode classes, in text that is not ASCII",
    arguments: [
      ("\\d", "1٣²", ["0:1", "1:٣"]),
      ("\\w+", "é_あ1 e\u{301}-", ["0:é_あ1", "5:e\u{301}"]),
      ("\\W", "aé-½", ["2:-", "3:½"]),
      ("\\s", "a\u{A0}\u{2028}\u{200B}", ["1:\u{A0}", "2:\u{2028}"]),
      ("\\bé", "é aé", ["0:é"]),
      ("\\p{Lu}", "aÉ", ["1:É"]),
      ("\\P{L}", "aé1", ["2:1"]),
      ("\\p{IsCyrillic}+", "abЖд", ["2:Жд"]),
      ("\\P{IsBasicLatin}", "aé", ["1:é"]),
      ("\\p{IsGreek}", "aβ", ["1:β"]),
      ("[à-ü]", "éz", ["0:é"]),
      ("[^é]", "éz", ["1:z"]),
      ("x", "😀éx", ["3:x"]),
      (".", "a😀", ["0:a", "1:😀"]),
      ("\\uD83D\\uDE00", "a😀", ["1:😀"]),
      ("[\\uD800-\\uDFFF]+", "a😀é", ["1:😀"]),
    ])
  func classesAreUnicode(pattern: String, text: String, expected: [String]) throws {
    #expect(try matches(pattern, text) == expected)
  }

  @Test(
    arguments: [
      ("é", "É", true), ("[a-z]", "K", true), ("k", "\u{212A}", true), ("\u{212A}", "k", true),
      ("s", "ſ", false), ("[a-z]", "ſ", false), ("ß", "ẞ", true), ("σ", "Σ", true), ("ς", "Σ", false),
      ("i", "İ", false), ("i", "ı", false), ("\\p{Lu}", "a", true), ("[^a]", "A", false), ("[à-ü]", "É", true),
      ("(é)\\1", "éÉ", true), ("ω", "\u{2126}", true), ("å", "\u{212B}", true),
    ])
  func caseIsThatOfTheInvariantCulture(pattern: String, text: String, expected: Bool) throws {
    #expect(try Regex(pattern, options: .ignoreCase).isMatch(text) == expected)
    // The matcher of our own must agree.
    #expect(try Regex("(?<=x*)(?:\(pattern))", options: .ignoreCase).isMatch(text) == expected)
  }

  @Test(
    arguments: [
      ("(?<=a+)b", "aaab", ["3:b"]),
      ("(?<=\\d{2,3})x", "1x12x123x", ["4:x", "8:x"]),
      ("(?<=(\\w)\\1)x", "aax", []),
      ("(?<=\\1(\\w))x", "aax", ["2:x"]),
      ("(?<!\\s*-\\s*)\\b\\w", "a - b", ["0:a"]),
      ("\\Ga", "aaba", ["0:a", "1:a"]),
      ("^(?:(?<o>\\()|(?<-o>\\))|[^()])*(?(o)(?!))$", "a(b(c)d)e", ["0:a(b(c)d)e"]),
      ("^(?:(?<o>\\()|(?<-o>\\))|[^()])*(?(o)(?!))$", "a(b", []),
      ("\\((?>[^()]+|(?<d>\\()|(?<-d>\\)))*(?(d)(?!))\\)", "x(a(b)c)y(z)", ["1:(a(b)c)", "9:(z)"]),
      ("(?<B>b)(?<A-B>a)", "bca ba", ["4:ba"]),
      ("(?:(?<x>a)|(?<x>b))+\\k<x>", "abb", ["0:abb"]),
      ("(?<=é+)b", "ééb", ["2:b"]),
      ("(?<=a*)(?:b|bc)??(d)", "abcd", ["1:bcd"]),
    ])
  func whatPCRE2CannotSay(pattern: String, text: String, expected: [String]) throws {
    #expect(try Regex(pattern).analysis.needsBacktracker)
    #expect(try matches(pattern, text) == expected)
  }

  @Test(
    arguments: [
      ("\\d+", "a12 b3", ["5:3", "1:12"]),
      ("\\w+?", "abc", ["2:c", "1:b", "0:a"]),
      ("", "ab", ["2:", "1:", "0:"]),
      ("(a)\\1", "aa", []),
      ("\\1(a)", "aa", ["0:aa"]),
      ("(?<=x)é", "xé", ["1:é"]),
      ("b|ab", "ab", ["1:b"]),
    ])
  func fromRightToLeft(pattern: String, text: String, expected: [String]) throws {
    #expect(try matches(pattern, text, .rightToLeft) == expected)
  }

  @Test(
    arguments: [
      ("\\w", "aé", ["0:a"]), ("\\s", "a\u{A0} b", ["2: "]), ("\\1(a)", "a", []), ("(b)?\\1a", "a", ["0:a"]),
      ("\\ba", "éa", ["1:a"]), ("\\p{L}", "é", ["0:é"]),
    ])
  func withECMAScript(pattern: String, text: String, expected: [String]) throws {
    #expect(try matches(pattern, text, .ecmaScript) == expected)
  }

  @Test func nonBacktrackingRefusesWhatNeedsIt() throws {
    #expect(try matches("(a+)+b", "aab", .nonBacktracking) == ["0:aab"])
    let construct = "positive lookahead (?= pattern) or positive lookbehind (?<= pattern)"
    #expect(throws: RegexError.unsupportedWithoutBacktracking(construct: construct)) {
      try Regex("(?=a)a", options: .nonBacktracking)
    }
  }

  @Test func aSearchMayBeginInside() throws {
    #expect(try !Regex("^a").isMatch("ba", from: 1))
    #expect(try Regex("\\Ga").isMatch("ba", from: 1))
    #expect(try Regex("(?<=b)a").isMatch("ba", from: 1))
    #expect(try Regex("a").firstMatch(in: "aba", from: 1)?.range == 2..<3)
    #expect(try Regex("a").firstMatch(in: "aba", from: 99) == nil)
    #expect(try Regex("a", options: .rightToLeft).firstMatch(in: "aba", from: 2)?.range == 0..<1)
  }

  @Test func offsetsOfBothEncodingsConvert() {
    #expect(Regex.utf8Offset(ofUTF16: 1, in: "é😀x") == 2)
    #expect(Regex.utf8Offset(ofUTF16: 2, in: "é😀x") == 2)
    #expect(Regex.utf8Offset(ofUTF16: 3, in: "é😀x") == 6)
    #expect(Regex.utf8Offset(ofUTF16: 4, in: "é😀x") == 7)
    #expect(Regex.utf8Offset(ofUTF16: 5, in: "é😀x") == nil)
    #expect(Regex.utf8Offset(ofUTF16: -1, in: "x") == nil)
  }
}
