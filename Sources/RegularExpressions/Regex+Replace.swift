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
    if let result = try replaceDirectly(Subject(input), template, count, start) { return result }
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

  /// Replaces bytes by bytes, without making a match of each; nil where that is not possible.
  private func replaceDirectly(
    _ subject: Subject, _ template: ReplacementTemplate, _ count: Int, _ start: Int?
  ) throws -> String? {
    guard count != 0, let program = pcreProgram(isASCII: subject.isASCII, length: subject.utf8Count),
      program.groupIndices.count == groups.numbers.count - 1, let pieces = template.simplePieces,
      let workspace = program.take()
    else { return nil }
    defer { program.put(workspace) }
    let places = pieces.map { piece in
      piece.group.map { index in index == 0 ? 0 : (program.groupIndices.firstIndex(of: index) ?? -1) + 1 }
    }
    return try subject.withBytes { bytes in
      var result: [UInt8] = []
      var copied = 0
      var remaining = count
      var position = min(max(start ?? 0, 0), bytes.count)
      while remaining != 0, position <= bytes.count {
        let outcome = program.search(bytes, from: position, in: workspace, timeout: timeout)
        guard try isMatch(outcome) else { break }
        let (matchStart, matchEnd) = (workspace.offsets[0], workspace.offsets[1])
        result.append(contentsOf: bytes[copied..<matchStart])
        for (piece, place) in zip(pieces, places) {
          guard let place else {
            result.append(contentsOf: piece.text)
            continue
          }
          let groupStart = workspace.offsets[2 * place]
          if groupStart >= 0 { result.append(contentsOf: bytes[groupStart..<workspace.offsets[2 * place + 1]]) }
        }
        copied = matchEnd
        remaining -= 1
        position = matchEnd > matchStart ? matchEnd : subject.nextCharacter(after: matchEnd, in: bytes)
      }
      if remaining == count { return subject.text }
      result.append(contentsOf: bytes[copied...])
      return String(decoding: result, as: UTF8.self)
    }
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
