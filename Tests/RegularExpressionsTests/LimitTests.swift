import Testing

@testable import RegularExpressions

/// Nothing hangs and nothing crashes: what takes too long is an error.
struct LimitTests {
  @Test(
    arguments: [
      "^(\\w+\\s?)*$", "(?<=x*)(a+)+[bc]", "^(a|aa)+$", "(?<x>a|aa)+(?<-x>[bc])(?(x)(?!))$",
    ])
  func aCatastrophicPatternIsAnError(pattern: String) throws {
    let text = String(repeating: "a", count: 200) + "!"
    let regex = try Regex(pattern, timeoutNanoseconds: 500_000_000)
    #expect(throws: RegexError.timeout(pattern: pattern)) { try regex.isMatch(text) }
  }

  @Test func aQuadraticSearchObeysItsTimeout() throws {
    let text = String(repeating: "ab", count: 4_000_000)
    let regex = try Regex("a.*[yz]", timeoutNanoseconds: 50_000_000)
    #expect(throws: RegexError.timeout(pattern: "a.*[yz]")) { try regex.isMatch(text) }
  }

  @Test func aMatchBeyondTheFirstStretchIsFound() throws {
    for text in [String(repeating: "ab", count: 50_000), String(repeating: "é", count: 50_000)] {
      let match = try #require(try Regex("z\\d").firstMatch(in: text + "z1"))
      #expect(match.range == text.utf8.count..<text.utf8.count + 2)
      #expect(try !Regex("z\\d").isMatch(text))
      #expect(try Regex("\\z").firstMatch(in: text)?.range == text.utf8.count..<text.utf8.count)
    }
  }

  @Test func aMatchMayNeedMuchStack() throws {
    let text = String(repeating: "ab", count: 20_000)
    #expect(try Regex("(?:a|b)*").firstMatch(in: text)?.range == 0..<40_000)
    #expect(try Regex("(?<=x*)(?:a|b)*").firstMatch(in: text)?.range == 0..<40_000)
  }

  @Test func whatPCRE2FindsTooLargeRunsOnTheOtherMatcher() throws {
    #expect(try Regex("a{70000}").isMatch(String(repeating: "a", count: 70_000)))
    #expect(try !Regex("a{70000}").isMatch(String(repeating: "a", count: 69_999)))
    #expect(try Regex("(?:(?:(?:ab){500}){500}){500}").firstMatch(in: "ab") == nil)
  }

  @Test func aMissingCharacterEndsASearchAtOnce() throws {
    let text = String(repeating: "ab", count: 4_000_000)
    for pattern in ["a.*.*z", "(?<=b+)(a+)+z", "(?i)(?:a|b)*Z"] {
      #expect(try !Regex(pattern, timeoutNanoseconds: 100_000_000).isMatch(text))
    }
    #expect(try Regex("(?i)Z").isMatch(text + "z"))
    #expect(try Regex("(?i)(?<=b*)k").isMatch("ab\u{212A}"))
  }

  @Test func emptyRoundsEnd() throws {
    for pattern in ["(?:)*", "(?:a?)*?b", "(?<=x*)(?:a*)*b", "(?<=x*)(?:)+?b", "(?<=x*)(?:a?){0,5}?b"] {
      #expect(try Regex(pattern).isMatch("aab"))
    }
  }

  @Test func theCacheForgetsWhatWasUsedLongestAgo() throws {
    var cache = RegexCache(capacity: 4)
    let key = { (pattern: String) in RegexCache.Key(pattern: pattern, options: []) }
    for pattern in ["a", "b", "c", "d"] { cache.insert(try Regex(pattern), for: key(pattern)) }
    #expect(cache.regex(for: key("a")) != nil)
    cache.insert(try Regex("e"), for: key("e"))
    #expect(cache.regex(for: key("b")) == nil)
    #expect(cache.regex(for: key("a")) != nil)
    #expect(cache.regex(for: key("e")) != nil)
  }

  @Test func theCacheTellsSpellingsOfACharacterApart() throws {
    let composed = try Regex.cached("\u{E9}")
    let decomposed = try Regex.cached("e\u{301}")
    #expect(composed !== decomposed)
    #expect(try !decomposed.isMatch("\u{E9}"))
    #expect(try Regex.cached("\u{E9}") === composed)
    #expect(try Regex.cached("\u{E9}", options: .ignoreCase) !== composed)
  }

  @Test func oneRegexMayBeUsedByManyThreads() async throws {
    let regex = try Regex("(\\w)(\\d+)")
    try await withThrowingTaskGroup(of: Int.self) { group in
      for index in 0..<8 {
        group.addTask {
          try (0..<500).reduce(0) { sum, _ in
            try sum + (regex.firstMatch(in: "é x\(index)1")?.group(number: 2)?.value.count ?? 0)
          }
        }
      }
      for try await sum in group { #expect(sum == 1000) }
    }
  }
}
