import Testing

@testable import RegularExpressions

/// Groups of a match, and all that they have captured.
struct GroupTests {
  private func groups(_ pattern: String, _ text: String, _ options: RegexOptions = []) throws -> [String] {
    try Regex(pattern, options: options).firstMatch(in: text)?.groups.map { "\($0.name)=\($0.value)" } ?? []
  }

  @Test(
    arguments: [
      ("(a)(b)?", "ac", ["0=a", "1=a", "2="]),
      ("(a(b(c)))", "abc", ["0=abc", "1=abc", "2=bc", "3=c"]),
      ("(?:(a)|b)*", "ba", ["0=ba", "1=a"]),
      ("(a*)*", "b", ["0=", "1="]),
      ("(?=(\\w+))", "abc", ["0=", "1=abc"]),
      ("(?<=(\\w+))c", "abc", ["0=c", "1=ab"]),
      ("(?<!(x))a", "a", ["0=a", "1="]),
      ("(?(?=(a))a|b)", "a", ["0=a", "1="]),
      ("(?<B>b)(?<A-B>a)", "ba", ["0=ba", "B=", "A="]),
      ("(?<d>\\d)(?<-d>x)", "1x", ["0=1x", "d="]),
      ("(?<open>\\()(?<inner>\\w)(?<body-open>\\))", "(x)", ["0=(x)", "open=", "inner=x", "body=x"]),
      ("(?<a>x)(?<a>y)", "xy", ["0=xy", "a=y"]),
      ("(?<a>x)|(?<a>y)", "y", ["0=y", "a=y"]),
      ("(?:(?<a>x)|(?<a>y))+", "yx", ["0=yx", "a=x"]),
    ])
  func areThoseOfDotNet(pattern: String, text: String, expected: [String]) throws {
    #expect(try groups(pattern, text) == expected)
  }

  @Test func readingBackwardsGivesThemOtherTexts() throws {
    #expect(try groups("(\\w+)(\\d)", "ab12", .rightToLeft) == ["0=ab12", "1=ab1", "2=2"])
    #expect(try groups("(a+)(a+)", "aaaa", .rightToLeft) == ["0=aaaa", "1=a", "2=aaa"])
    #expect(try groups("(\\w)+", "abc", .rightToLeft) == ["0=abc", "1=a"])
  }

  @Test(
    arguments: [
      ("(\\w)+", "abc", ["a", "b", "c"]),
      ("(?:(\\w);?)+", "a;b;é", ["a", "b", "é"]),
      ("(a)|b", "b", []),
      ("(?<x>a)(?<x>b)", "ab", ["a", "b"]),
      ("(?:(a)|b){3}", "aba", ["a", "a"]),
      ("(a*)*", "aab", ["aa", ""]),
      ("(?:(\\d)(?<-1>\\.)?)+", "1.23", ["2", "3"]),
    ])
  func everyCaptureIsThere(pattern: String, text: String, expected: [String]) throws {
    let match = try #require(try Regex(pattern).firstMatch(in: text))
    let group = try #require(match.group(number: 1))
    #expect(group.captures.map(match.substring) == expected)
    #expect(group.isSuccess == !expected.isEmpty)
    #expect(group.value == expected.last ?? "")
  }

  @Test func capturesAreThoseOfTheMatchsOwnPlace() throws {
    var sequence = try Regex("(?:(\\w)-?)+").matches(in: "é-a b-c-d")
    let all = try sequence.collect()
    #expect(
      all.map { match in match.group(number: 1)?.captures.map(match.substring) } == [["é", "a"], ["b", "c", "d"]])
  }

  @Test func groupsAreFoundByNameAndNumber() throws {
    let match = try #require(try Regex("(?<l>\\w)(\\d)").firstMatch(in: "é7"))
    #expect(match.groupCount == 3)
    #expect(match.group(named: "l")?.value == "é")
    #expect(match.group(named: "L") == nil)
    #expect(match.group(named: "1")?.range == 2..<3)
    #expect(match.group(number: 1).flatMap(\.range).map(match.utf16Range) == 1..<2)
    #expect(match.group(number: 9) == nil)
  }

  @Test func matchesFollowOneAnother() throws {
    let first = try #require(try Regex("(\\w)X").firstMatch(in: "aXbX"))
    let second = try #require(try first.next())
    #expect(second.value == "bX")
    #expect(try second.next() == nil)
    #expect(try first.expanding("<$1>$_") == "<a>aXbX")
  }
}
