import Testing

@testable import RegularExpressions

/// PCRE2 and the matcher of our own must find the same, in patterns and texts made at random from a fixed seed.
struct EngineAgreementTests {
  private struct Generator {
    var state: UInt64

    mutating func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }

    mutating func pick(_ items: [String]) -> String {
      items[next(items.count)]
    }

    mutating func pattern(_ depth: Int) -> String {
      guard depth > 0 else {
        return pick(["a", "b", "é", "[ab]", "\\w", ".", "[^a]", "\\d", "s", "\\W", "[a-z-[b]]", "k", "\\b", "^", "$"])
      }
      switch next(10) {
      case 0, 1, 2: return pattern(depth - 1) + pattern(depth - 1)
      case 3: return "(?:\(pattern(depth - 1))|\(pattern(depth - 1)))"
      case 4, 5: return "(\(pattern(depth - 1)))"
      case 6: return "(?:\(pattern(depth - 1)))" + pick(["*", "+", "?", "*?", "+?", "??"])
      case 7: return "\(pick(["(?>", "(?=", "(?!", "(?i:"]))\(pattern(depth - 1)))"
      case 8: return pick(["a", "\\w", "[^b]"]) + pick(["{2}", "{1,2}", "{0,2}?"])
      default: return pick(["(?<=a)", "(?<!b)", "(?<=[ab])", "(?(?=a)a|b)", "(?i)S", "(?(1)a|b)"]) + pattern(depth - 1)
      }
    }

    mutating func text() -> String {
      (0..<next(9)).map { _ in pick(["a", "b", "A", "B", "é", "1", " ", "\n", "s", "S", "ſ", "K", "\u{212A}", "k"]) }
        .joined()
    }
  }

  @Test func noPatternCrashes() throws {
    var generator = Generator(state: 4)
    let parts = [
      "(", ")", "[", "]", "{", "}", "?", "*", "+", "|", "\\", "^", "$", ".", "-", "<", ">", "=", "!", ":", "#", "'",
      "(?",
      "(?<", "a", "b", "é", "😀", "1", "2", "n", ",", " ", "\\p{L}", "[^", "\\k<", "(?(", "(?<n>", "(?<-n>", "{1,2}",
    ]
    var accepted = 0
    for _ in 0..<6000 {
      let pattern = (0...generator.next(9)).map { _ in generator.pick(parts) }.joined()
      let options = RegexOptions(rawValue: generator.next(128))
      do {
        let regex = try Regex(pattern, options: options, timeoutNanoseconds: 1_000_000_000)
        accepted += 1
        for text in ["ab12", "é😀(a)", ""] {
          let match = try regex.firstMatch(in: text)
          #expect(match.map { $0.range.upperBound <= text.utf8.count && !$0.groups.isEmpty } ?? true)
          _ = match?.groups.map(\.captures)
          _ = try regex.replace(text, with: pattern)
        }
      } catch let error as RegexParseError {
        #expect(error.offset <= error.pattern.utf16.count)
      }
    }
    #expect(accepted > 1000)
  }

  @Test func onRandomPatterns() throws {
    var generator = Generator(state: 20)
    var compared = 0
    while compared < 2000 {
      let pattern = generator.pattern(4)
      guard let regex = try? Regex(pattern), !regex.analysis.needsBacktracker else { continue }
      let text = generator.text()
      let match = try regex.firstMatch(in: text)
      let subject = Subject(text)
      let (range, captures) = try subject.withBytes { bytes in
        var matcher = BacktrackingMatcher(regex, bytes)
        return (try matcher.search(from: 0, origin: 0), matcher.captures)
      }
      #expect(match?.range == range, "\(pattern) on \(text.debugDescription)")
      if let match {
        let groups = match.groups.dropFirst()
        #expect(
          groups.map(\.range) == groups.indices.map { captures.top(of: $0).map { $0.start..<$0.end } },
          "\(pattern) on \(text.debugDescription)")
      }
      compared += 1
    }
  }
}
