internal import Synchronization

/// Replacing matches.
extension Regex {
  /// `input` with up to `count` matches replaced by `template`, all of them if `count` is negative.
  ///
  /// Reading begins at `start`, an offset into the UTF-8. Throws `RegexParseError` for the template, or
  /// `RegexError.timeout`.
  package func replace(
    _ input: String, with template: String, count: Int = -1, from start: Int? = nil
  ) throws -> String {
    let template = try self.template(template)
    return try replace(input, count, start) { match, result in template.append(match, to: &result) }
  }

  /// `input` with up to `count` matches replaced by what `evaluate` says of each, all of them if `count` is negative.
  ///
  /// `evaluate` is called in reading order, each time before the next match is looked for.
  package func replace(
    _ input: String, count: Int = -1, from start: Int? = nil, evaluate: (Match) throws -> String
  ) throws -> String {
    try replace(input, count, start) { match, result in result += try evaluate(match) }
  }

  /// The parsed form of `template`; the last one is kept.
  func template(_ template: String) throws(RegexParseError) -> ReplacementTemplate {
    if let last = templates.withLock({ $0 }), last.source.utf8.elementsEqual(template.utf8) { return last }
    let parsed = try ReplacementTemplate(template, groups: groups, options: options)
    templates.withLock { $0 = parsed }
    return parsed
  }

  private func replace(
    _ input: String, _ count: Int, _ start: Int?, _ append: (Match, inout String) throws -> Void
  ) throws -> String {
    guard count != 0 else { return input }
    let subject = Subject(input)
    guard var match = try match(in: subject, from: start, after: nil) else { return input }
    if isRightToLeft { return try replaceBackward(match, count, append) }
    var result = ""
    var position = 0
    var remaining = count
    while true {
      result += subject.substring(position..<match.range.lowerBound)
      try append(match, &result)
      position = match.range.upperBound
      remaining -= 1
      guard remaining != 0, let next = try self.match(after: match) else { break }
      match = next
    }
    return result + subject.substring(position..<subject.utf8Count)
  }

  /// Collects the pieces from the end, and puts them in order last.
  private func replaceBackward(
    _ first: Match, _ count: Int, _ append: (Match, inout String) throws -> Void
  ) throws -> String {
    let subject = first.subject
    var pieces: [String] = []
    var match = first
    var position = subject.utf8Count
    var remaining = count
    while true {
      pieces.append(subject.substring(match.range.upperBound..<position))
      var piece = ""
      try append(match, &piece)
      pieces.append(piece)
      position = match.range.lowerBound
      remaining -= 1
      guard remaining != 0, let next = try self.match(after: match) else { break }
      match = next
    }
    pieces.append(subject.substring(0..<position))
    return pieces.reversed().joined()
  }
}
