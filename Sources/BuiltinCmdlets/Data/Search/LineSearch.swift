import RegularExpressions
import ShellObjects

/// Looks for patterns in lines.
struct LineSearch {
  /// What was found in a line: the pattern, and the matches of a regular expression.
  struct Found {
    let pattern: String
    let matches: [Match]
  }

  private let patterns: [String]
  private let expressions: [Regex]
  private let inverts: Bool
  private let findsAll: Bool
  private let isSimple: Bool

  /// Throws PowerShell's error for a pattern that is no regular expression.
  init(patterns: [String], isSimple: Bool, isCaseSensitive: Bool, inverts: Bool, findsAll: Bool) throws {
    self.patterns = patterns
    self.inverts = inverts
    self.findsAll = findsAll
    self.isSimple = isSimple
    expressions = try patterns.map { pattern in
      do {
        return try Regex.cached(isSimple ? Regex.escape(pattern) : pattern, options: isCaseSensitive ? [] : .ignoreCase)
      } catch let error as RegexParseError {
        throw ShellError(
          "System.ArgumentException", "The string \(pattern) is not a valid regular expression: \(error.message)",
          id: "InvalidRegex", .invalidArgument)
      }
    }
  }

  /// What the first pattern that fits finds; nil where the line is not wanted.
  func find(_ line: String) throws -> Found? {
    for (pattern, expression) in zip(patterns, expressions) {
      if inverts {
        if try !expression.isMatch(line) { return Found(pattern: pattern, matches: []) }
        continue
      }
      if isSimple {
        if try expression.isMatch(line) { return Found(pattern: pattern, matches: []) }
      } else if findsAll {
        var sequence = expression.matches(in: line)
        let matches = try sequence.collect()
        if !matches.isEmpty { return Found(pattern: pattern, matches: matches) }
      } else if let match = try expression.firstMatch(in: line) {
        return Found(pattern: pattern, matches: [match])
      }
    }
    return nil
  }
}

/// Puts matching lines together with the lines around them.
final class MatchStream {
  private let path: String
  private let before: Int
  private let after: Int
  private let hasContext: Bool
  private var number: UInt64 = 0
  private var recent: [(number: UInt64, line: String)] = []
  private var waiting: [(match: LineMatch, missing: Int, isShown: Bool)] = []
  /// The last line that some match shows.
  private var lastShown: UInt64 = 0

  init(path: String, before: Int, after: Int, hasContext: Bool) {
    self.path = path
    self.before = before
    self.after = after
    self.hasContext = hasContext
  }

  /// Takes the next line and gives the matches that are complete.
  func take(_ line: String, _ found: LineSearch.Found?, isCaseSensitive: Bool) -> [LineMatch] {
    number &+= 1
    for index in waiting.indices where waiting[index].missing > 0 {
      waiting[index].match.after.append(line)
      waiting[index].missing -= 1
      if found != nil { waiting[index].isShown = false }
      if waiting[index].isShown { waiting[index].match.shownAfter.append(line) }
    }
    if let found {
      let match = LineMatch(
        line: line, number: number, path: path, found, ignoreCase: !isCaseSensitive, hasContext: hasContext)
      match.before = recent.map(\.line)
      match.shownBefore = recent.filter { $0.number > lastShown }.map(\.line)
      lastShown = number &+ UInt64(after)
      waiting.append((match, after, true))
    }
    remember(line)
    return complete()
  }

  private func remember(_ line: String) {
    guard before > 0 else { return }
    recent.append((number, line))
    if recent.count > before { recent.removeFirst() }
  }

  private func complete() -> [LineMatch] {
    let count = waiting.prefix { $0.missing == 0 }.count
    defer { waiting.removeFirst(count) }
    return waiting.prefix(count).map(\.match)
  }

  /// The matches that still waited for lines.
  func finish() -> [LineMatch] {
    defer { waiting = [] }
    return waiting.map(\.match)
  }
}
