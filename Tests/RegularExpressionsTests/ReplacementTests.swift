import Testing

@testable import RegularExpressions

/// Replacing, splitting, escaping.
struct ReplacementTests {
  @Test(
    arguments: [
      ("$1", "abd"), ("$2", "acd"), ("$3", "a$3d"), ("$0", "ab-cd"), ("$$", "a$d"), ("$&", "ab-cd"), ("$`", "aad"),
      ("$'", "add"), ("$_", "aab-cdd"), ("$+", "acd"), ("${1}", "abd"), ("${n}", "acd"), ("${zz}", "a${zz}d"),
      ("$10", "a$10d"), ("${1}0", "ab0d"), ("$", "a$d"), ("$ 1", "a$ 1d"), ("\\1", "a\\1d"), ("$$1", "a$1d"),
      ("${", "a${d"), ("$01", "abd"), ("<$1|$2>", "a<b|c>d"), ("$(1)", "a$(1)d"), ("é$1é", "aébéd"), ("", "ad"),
    ])
  func aTemplateIsReadAsDotNetDoes(template: String, expected: String) throws {
    let regex = try Regex("(b)-(?<n>c)")
    #expect(try regex.replace("ab-cd", with: template) == expected)
    #expect(try regex.replace("éab-cdé", with: template).utf8.count >= "éé".utf8.count)
  }

  @Test(
    arguments: [
      ("", "abc", "-", -1, "-a-b-c-"), ("^", "", "X", -1, "X"), ("z", "abc", "X", -1, "abc"),
      ("b", "abab", "x", 1, "axab"),
      ("b", "abab", "x", 0, "abab"), ("é", "aéé", "e", -1, "aee"), ("(?:)", "é😀", "-", -1, "-é-😀-"),
      ("(?<=a+)b", "aabb", "x", -1, "aaxb"), ("(a)|b", "ab", "<$1>", -1, "<a><>"),
    ])
  func matchesAreReplaced(
    pattern: String, text: String, template: String, count: Int, expected: String
  ) throws {
    #expect(try Regex(pattern).replace(text, with: template, count: count) == expected)
  }

  @Test func fromTheRightTheLastOnesAreReplacedFirst() throws {
    let regex = try Regex("\\d", options: .rightToLeft)
    #expect(try regex.replace("1é2é3", with: "<$&>", count: 2) == "1é<2>é<3>")
  }

  @Test func ECMAScriptTakesTheLongestNumberOfAGroup() throws {
    #expect(try Regex("(b)", options: .ecmaScript).replace("abc", with: "$10") == "ab0c")
  }

  @Test func aNumberBeyondInt32IsAnError() throws {
    let regex = try Regex("a")
    #expect(throws: RegexParseError.self) { try regex.replace("a", with: "$99999999999") }
  }

  @Test func anEvaluatorSeesEachMatchAndMayUseTheSameRegex() throws {
    let regex = try Regex("\\d+")
    let result = try regex.replace("a1b22", from: 2) { match in
      let again = try regex.isMatch(match.value)
      #expect(again)
      return "<\(match.value)>"
    }
    #expect(result == "a1b<22>")
    struct Stop: Error {}
    #expect(throws: Stop.self) { try regex.replace("1") { _ in throw Stop() } }
  }

  @Test(
    arguments: [
      ("[,;]", "a,b;c", 0, ["a", "b", "c"]), ("(?<n>\\d)", "a1b2c", 0, ["a", "1", "b", "2", "c"]),
      ("", "abc", 0, ["", "a", "b", "c", ""]), ("x", "", 0, [""]), ("x", "abc", 0, ["abc"]),
      (",", ",a,", 0, ["", "a", ""]), ("(-)|(,)", "a-b", 0, ["a", "-", "b"]), (",", "a,b,c", 2, ["a", "b,c"]),
      (",", "a,b,c", 1, ["a,b,c"]), ("(?<=[a-z])(?=[A-Z])", "camelCaseWord", 0, ["camel", "Case", "Word"]),
      ("é", "aéb", 0, ["a", "b"]), ("(?<=,+)", "a,b", 0, ["a,", "b"]),
    ])
  func textIsSplit(pattern: String, text: String, count: Int, expected: [String]) throws {
    #expect(try Regex(pattern).split(text, count: count) == expected)
  }

  @Test func splittingFromTheRightKeepsTheOrderOfTheText() throws {
    #expect(try Regex(",", options: .rightToLeft).split("a,b,c", count: 2) == ["a,b", "c"])
    #expect(try Regex(",").split("a,b,c", count: 2, from: 2) == ["a,b", "c"])
  }

  @Test func escapingIsUndone() throws {
    let text = "a b\tc\nd\r\u{C}\\^$|#()*+.?[{}]-/é"
    #expect(Regex.escape("a b\tc\nd\r\u{C}") == "a\\ b\\tc\\nd\\r\\f")
    #expect(Regex.escape("\\^$|#}]-é") == "\\\\\\^\\$\\|\\#}]-é")
    #expect(try Regex.unescape(Regex.escape(text)) == text)
    #expect(try Regex(Regex.escape(text), options: .ignorePatternWhitespace).firstMatch(in: text)?.value == text)
    #expect(try Regex.unescape("\\e\\x41\\u0042\\cA\\.") == "\u{1B}AB\u{1}.")
    #expect(try Regex.unescape("a\\") == "a")
    #expect(throws: RegexParseError.self) { try Regex.unescape("\\q") }
  }
}
