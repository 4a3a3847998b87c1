/// Splitting at matches.
extension Regex {
  /// The parts of `input` between its matches, with what groups have captured in between.
  ///
  /// At most `count` parts, any number if it is 0; captures do not count. Reading begins at `start`, an offset into the
  /// UTF-8. Throws `RegexError.timeout`.
  package func split(_ input: String, count: Int = 0, from start: Int? = nil) throws -> [String] {
    guard count != 1 else { return [input] }
    let subject = Subject(input)
    var parts: [String] = []
    var position = isRightToLeft ? subject.utf8Count : 0
    var remaining = count
    var next = try match(in: subject, from: start, after: nil)
    while let match = next {
      let between = isRightToLeft ? match.range.upperBound..<position : position..<match.range.lowerBound
      parts.append(subject.substring(between))
      position = isRightToLeft ? match.range.lowerBound : match.range.upperBound
      for index in 1..<max(match.groupCount, 1) {
        if let range = match.range(ofGroupAt: index) { parts.append(subject.substring(range)) }
      }
      remaining -= 1
      next = remaining == 1 ? nil : try self.match(after: match)
    }
    if parts.isEmpty { return [input] }
    parts.append(subject.substring(isRightToLeft ? 0..<position : position..<subject.utf8Count))
    return isRightToLeft ? parts.reversed() : parts
  }
}
