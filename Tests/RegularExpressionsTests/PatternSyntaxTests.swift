import Testing

@testable import RegularExpressions

/// What the reader accepts and refuses.
///
/// Messages and offsets are .NET's.
struct PatternSyntaxTests {
  @Test(
    arguments: [
      ("(", 1, "Not enough )'s."),
      ("(?<=a", 5, "Not enough )'s."),
      (")", 1, "Too many )'s."),
      ("ab)", 3, "Too many )'s."),
      ("[", 1, "Unterminated [] set."),
      ("[]", 2, "Unterminated [] set."),
      ("[a-", 3, "Unterminated [] set."),
      ("[z-a]", 4, "[x-y] range in reverse order."),
      ("[a-\\d]", 5, "Cannot include class \\d in character range."),
      ("[a-z-[b]c]", 8, "A subtraction must be the last element in a character class."),
      ("*", 1, "Quantifier '*' following nothing."),
      ("(?:+)", 4, "Quantifier '+' following nothing."),
      ("a|?", 3, "Quantifier '?' following nothing."),
      ("(?)", 2, "Quantifier '?' following nothing."),
      ("a**", 3, "Nested quantifier '*'."),
      ("a*+b", 3, "Nested quantifier '+'."),
      ("a{2}{3}", 5, "Nested quantifier '{'."),
      ("a{3,2}", 6, "Illegal {x,y} with x > y."),
      ("a{2147483648}", 12, "Quantifier and capture group numbers must be less than or equal to Int32.MaxValue."),
      ("\\", 1, "Illegal \\ at end of pattern."),
      ("\\q", 2, "Unrecognized escape sequence \\q."),
      ("\\x4", 2, "Insufficient or invalid hexadecimal digits."),
      ("\\u00zz", 5, "Insufficient or invalid hexadecimal digits."),
      ("\\c", 2, "Missing control character."),
      ("\\c1", 3, "Unrecognized control character."),
      ("\\pL", 2, "Incomplete \\p{X} character escape."),
      ("\\p{L", 2, "Incomplete \\p{X} character escape."),
      ("\\pLuu", 3, "Malformed \\p{X} character escape."),
      ("\\p{Greek}", 9, "Unknown property 'Greek'."),
      ("[\\p{Xx}]", 7, "Unknown property 'Xx'."),
      ("\\k", 1, "Malformed \\k<...> named back reference."),
      ("\\k<", 3, "Malformed \\k<...> named back reference."),
      ("\\k<n>", 5, "Reference to undefined group name 'n'."),
      ("(a)\\2", 5, "Reference to undefined group number 2."),
      ("(?", 2, "Unrecognized grouping construct."),
      ("(?i", 3, "Unrecognized grouping construct."),
      ("(?P<n>a)", 3, "Unrecognized grouping construct."),
      ("(?<n", 4, "Unrecognized grouping construct."),
      ("(?<n m>a)", 4, "Invalid group name: Group names must begin with a word character."),
      ("(?<>a)", 3, "Invalid group name: Group names must begin with a word character."),
      ("(?<0>a)", 4, "Capture number cannot be zero."),
      ("(?<a-b>c)", 6, "Reference to undefined group name 'b'."),
      ("(?#c", 4, "Unterminated (?#...) comment."),
      ("(?(1)a)", 5, "Conditional alternation refers to an undefined group number 1."),
      ("(?(1a)b)", 5, "Conditional alternation is missing a closing parenthesis after the group number 1."),
      ("(?(a)b|c|d)", 11, "Too many | in (?()|)."),
      ("(?(?#x)a)", 2, "Alternation conditions cannot be comments."),
      ("(?(?<n>x)a)", 2, "Alternation conditions do not capture and cannot be named."),
    ])
  func refusesWithTheWordsOfDotNet(pattern: String, offset: Int, reason: String) {
    #expect(throws: RegexParseError(pattern: pattern, offset: offset, reason: reason)) {
      try Regex(pattern)
    }
  }

  @Test func aMessageNamesPatternAndOffset() {
    let error = RegexParseError(pattern: "[", offset: 1, reason: "Unterminated [] set.")
    #expect(error.message == "Invalid pattern '[' at offset 1. Unterminated [] set.")
  }

  @Test func offsetsCountUTF16() {
    #expect(throws: RegexParseError(pattern: "😀é[", offset: 4, reason: "Unterminated [] set.")) {
      try Regex("😀é[")
    }
  }

  @Test(
    arguments: [
      "", "a{", "a{,2}", "a{x}", "]", "}", "[]a]", "[^]a]", "[a-]", "[-a]", "[[:alpha:]]", "(?:)*", "(?#)", "a|",
      "\\_".replacing("_", with: "-"), "(?<é>a)", "(?'n'a)", "\\0", "\\377", "(?i-s)a", "(?ix:a #b\n)", "(?=a)*",
    ])
  func accepts(pattern: String) throws {
    _ = try Regex(pattern)
  }

  @Test func depthIsLimitedWithoutACrash() throws {
    let deep = { (count: Int) in
      String(repeating: "(", count: count) + "a" + String(repeating: ")", count: count)
    }
    #expect(try Regex(deep(400)).isMatch("a"))
    #expect(throws: RegexParseError.self) { try Regex(deep(100_000)) }
    #expect(throws: RegexParseError.self) { try Regex(String(repeating: "[a-", count: 100_000)) }
  }

  @Test(
    arguments: [
      ("(a)(b)", ["0", "1", "2"]),
      ("(?<n>a)(b)", ["0", "1", "n"]),
      ("(?<n>a)(b)(?<m>c)(?<n>d)", ["0", "1", "n", "m"]),
      ("(?<5>a)(b)", ["0", "1", "5"]),
      ("(?<2>a)(b)(c)", ["0", "1", "2"]),
      ("(?n)(a)(?<x>b)", ["0", "x"]),
      ("(?(?=(a))a|b)", ["0", "1"]),
      ("\\((a)[(]#(b)", ["0", "1", "2"]),
      ("(?x)(a) # (b)\n(c)", ["0", "1", "2"]),
    ])
  func numbersGroups(pattern: String, names: [String]) throws {
    #expect(try Regex(pattern).groupNames == names)
  }

  @Test func groupsAreFoundByNumberAndName() throws {
    let regex = try Regex("(?<5>a)(b)(?<n>c)")
    #expect(regex.groupNumbers == [0, 1, 2, 5])
    #expect(regex.groupNumber(named: "n") == 2)
    #expect(regex.groupNumber(named: "N") == nil)
    #expect(regex.groupNumber(named: "5") == 5)
    #expect(regex.groupNumber(named: "3") == nil)
    #expect(regex.groupName(ofNumber: 2) == "n")
    #expect(regex.groupName(ofNumber: 3) == "")
  }

  @Test func optionsThatDoNotGoTogether() {
    #expect(RegexOptions([.ignoreCase, .multiline]).isValidCombination)
    #expect(!RegexOptions([.ecmaScript, .singleline]).isValidCombination)
    #expect(!RegexOptions([.nonBacktracking, .rightToLeft]).isValidCombination)
    #expect(!RegexOptions(rawValue: 128).isValidCombination)
  }
}
