/// Finding matches.
extension Regex {
  /// Whether `input` has a match that begins at `start` or later.
  ///
  /// `start` is an offset into the UTF-8, on a character; nil stands for the end where reading begins. Throws
  /// `RegexError.timeout`.
  package func isMatch(_ input: String, from start: Int? = nil) throws -> Bool {
    guard !analysis.needsBacktracker else { return try firstMatch(in: input, from: start) != nil }
    var input = input
    let outcome: Bool?? = try input.withUTF8 { bytes in
      guard let program = pcreProgram(isASCII: Subject.isASCII(bytes), length: bytes.count),
        let workspace = program.take()
      else {
        return nil
      }
      defer { program.put(workspace) }
      let outcome = program.search(
        bytes, from: Self.clamped(start ?? 0, bytes.count), in: workspace, timeout: timeout)
      return try isMatch(outcome)
    }
    if let outcome, let isMatch = outcome { return isMatch }
    return try firstMatch(in: input, from: start) != nil
  }

  /// The first match that begins at `start` or later; with RightToLeft, that ends there or earlier.
  ///
  /// `start` is an offset into the UTF-8, on a character; nil stands for the end where reading begins. Throws
  /// `RegexError.timeout`.
  package func firstMatch(in input: String, from start: Int? = nil) throws -> Match? {
    try match(in: Subject(input), from: start, after: nil)
  }

  /// All matches from `start` on, found one by one.
  package func matches(in input: String, from start: Int? = nil) -> MatchSequence {
    MatchSequence(regex: self, subject: Subject(input), start: start)
  }

  /// The UTF-8 offset of the UTF-16 offset `index` in `input`, nil if that is not inside it.
  ///
  /// An offset between the halves of a character gives the character's beginning.
  package static func utf8Offset(ofUTF16 index: Int, in input: String) -> Int? {
    guard index >= 0, let place = input.utf16.index(input.startIndex, offsetBy: index, limitedBy: input.endIndex) else {
      return nil
    }
    let onCharacter = place.samePosition(in: input.unicodeScalars) ?? input.utf16.index(before: place)
    return input.utf8.distance(from: input.startIndex, to: onCharacter)
  }

  func match(after previous: Match) throws -> Match? {
    let subject = previous.subject
    let range = previous.range
    if isRightToLeft {
      let origin = range.lowerBound
      guard range.isEmpty else { return try match(in: subject, from: origin, after: nil) }
      guard origin > 0 else { return nil }
      return try match(in: subject, from: subject.offset(before: origin), after: origin)
    }
    let origin = range.upperBound
    guard range.isEmpty else { return try match(in: subject, from: origin, after: nil) }
    guard origin < subject.utf8Count else { return nil }
    return try match(in: subject, from: subject.offset(after: origin), after: origin)
  }

  /// The first match from `start` on, where `origin` is the end of an empty match before it.
  func match(in subject: Subject, from start: Int?, after origin: Int?) throws -> Match? {
    guard let program = pcreProgram(isASCII: subject.isASCII, length: subject.utf8Count), let workspace = program.take()
    else {
      return try backtrackingMatch(in: subject, from: start, origin: origin)
    }
    defer { program.put(workspace) }
    let outcome = subject.withBytes { bytes in
      program.search(bytes, from: Self.clamped(start ?? 0, bytes.count), in: workspace, timeout: timeout)
    }
    guard try isMatch(outcome) else { return nil }
    var offsets = ContiguousArray(repeating: -1, count: 2 * groups.numbers.count)
    offsets[0] = workspace.offsets[0]
    offsets[1] = workspace.offsets[1]
    for (position, index) in program.groupIndices.enumerated() {
      let start = workspace.offsets[2 * position + 2]
      guard start >= 0 else { continue }
      offsets[2 * index] = start
      offsets[2 * index + 1] = workspace.offsets[2 * position + 3]
    }
    return Match(regex: self, subject: subject, offsets: offsets, knownCaptures: nil)
  }

  /// Throws where a search gave up.
  func isMatch(_ outcome: PCREProgram.Outcome) throws -> Bool {
    switch outcome {
    case .match: true
    case .noMatch: false
    case .limitReached: throw RegexError.timeout(pattern: pattern)
    }
  }

  private static func clamped(_ offset: Int, _ count: Int) -> Int {
    min(max(offset, 0), count)
  }
}

// MARK: - The backtracking matcher

extension Regex {
  private func backtrackingMatch(in subject: Subject, from start: Int?, origin: Int?) throws -> Match? {
    try subject.withBytes { bytes in
      let start = Self.clamped(start ?? (isRightToLeft ? bytes.count : 0), bytes.count)
      var matcher = BacktrackingMatcher(self, bytes)
      do {
        guard let range = try matcher.search(from: start, origin: origin ?? start) else { return nil }
        return makeMatch(range, subject, matcher.captures)
      } catch {
        throw RegexError.timeout(pattern: pattern)
      }
    }
  }

  private func makeMatch(_ range: Range<Int>, _ subject: Subject, _ captures: CaptureStacks) -> Match {
    var offsets = ContiguousArray(repeating: -1, count: 2 * groups.numbers.count)
    for index in groups.numbers.indices {
      guard let last = captures.top(of: index) else { continue }
      offsets[2 * index] = last.start
      offsets[2 * index + 1] = last.end
    }
    offsets[0] = range.lowerBound
    offsets[1] = range.upperBound
    var all = groups.numbers.indices.map(captures.captures)
    all[0] = [range]
    return Match(regex: self, subject: subject, offsets: offsets, knownCaptures: all)
  }

  /// Every capture of every group: the match is done once more, at its place, by the matcher that remembers them.
  ///
  /// Nil if that gives up, or finds another match.
  func allCaptures(in match: Match) -> [[Range<Int>]]? {
    match.subject.withBytes { bytes in
      var matcher = BacktrackingMatcher(self, bytes)
      let start = match.range.lowerBound
      guard let range = try? matcher.search(from: start, origin: start, isAnchored: true), range == match.range else {
        return nil
      }
      return makeMatch(range, match.subject, matcher.captures).knownCaptures
    }
  }
}

/// The matches of one text, in reading order, found while iterating.
///
/// `next` throws `RegexError.timeout`.
package struct MatchSequence {
  private let regex: Regex
  private let subject: Subject
  private let start: Int?
  private var last: Match?
  private var isAtEnd = false

  init(regex: Regex, subject: Subject, start: Int?) {
    self.regex = regex
    self.subject = subject
    self.start = start
  }

  /// The next match, nil after the last one.
  package mutating func next() throws -> Match? {
    guard !isAtEnd else { return nil }
    last = try last.map(regex.match(after:)) ?? (last == nil ? regex.match(in: subject, from: start, after: nil) : nil)
    isAtEnd = last == nil
    return last
  }

  /// All matches that are left.
  package mutating func collect() throws -> [Match] {
    var result: [Match] = []
    while let match = try next() { result.append(match) }
    return result
  }
}
