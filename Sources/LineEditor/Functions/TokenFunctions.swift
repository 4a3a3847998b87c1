extension EditFunction {
  /// Functions that go by the shell's own tokens instead of by words.
  static let tokens: [EditFunction] = [
    EditFunction("ShellForwardWord", .cursorMovement) { $0.moveTokens(.end) },
    EditFunction("ShellNextWord", .cursorMovement) { $0.moveTokens(.next) },
    EditFunction("ShellBackwardWord", .cursorMovement) { $0.moveTokens(.start) },
    EditFunction("ShellKillWord", .basic) { $0.kill($0.buffer.cursor..<$0.tokenEdge(.end)) },
    EditFunction("ShellBackwardKillWord", .basic) { $0.kill($0.tokenEdge(.start)..<$0.buffer.cursor) },
    EditFunction("SelectShellForwardWord", .selection) { $0.select { $0.moveTokens(.end) } },
    EditFunction("SelectShellNextWord", .selection) { $0.select { $0.moveTokens(.next) } },
    EditFunction("SelectShellBackwardWord", .selection) { $0.select { $0.moveTokens(.start) } },
    EditFunction("SelectCommandArgument", .selection) { $0.selectArgument() },
  ]
}

extension EditSession {
  /// What a movement by tokens stops at.
  fileprivate enum TokenEdge {
    /// The end of the current or next token.
    case end
    /// The start of the next token.
    case next
    /// The start of the current or previous token.
    case start
  }

  /// Moves by tokens, as often as the count says.
  fileprivate func moveTokens(_ edge: TokenEdge) {
    for _ in 0..<min(max(argument.value ?? 1, 0), buffer.count) { buffer.move(to: tokenEdge(edge)) }
  }

  /// Where a movement by one token ends; an end of the text where there is none.
  fileprivate func tokenEdge(_ edge: TokenEdge) -> Int {
    let cursor = buffer.cursor
    let tokens = positions(delegate?.tokens(in: buffer.text) ?? [])
    switch edge {
    case .end: return tokens.lazy.map(\.upperBound).filter { $0 > cursor }.min() ?? buffer.count
    case .next: return tokens.lazy.map(\.lowerBound).filter { $0 > cursor }.min() ?? buffer.count
    case .start: return tokens.lazy.map(\.lowerBound).filter { $0 < cursor }.max() ?? 0
    }
  }

  /// Selects the first argument behind the cursor, or the very first; quotes stay outside.
  fileprivate func selectArgument() {
    let arguments = positions(delegate?.commandArguments(in: buffer.text) ?? [])
    let next = arguments.first { $0.lowerBound >= buffer.cursor }
    guard let range = next ?? arguments.first else { return ring() }
    let (first, last) = (buffer.scalar(at: range.lowerBound), buffer.scalar(at: range.upperBound - 1))
    let isQuoted = range.count > 1 && first == last && (first == 0x22 || first == 0x27)
    mark = range.lowerBound + (isQuoted ? 1 : 0)
    buffer.move(to: range.upperBound - (isQuoted ? 1 : 0))
    run = .select
  }

  /// Ranges of UTF-8 as ranges of the buffer; those that lie outside the text are clamped.
  private func positions(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.map { range in
      let start = buffer.position(ofUTF8: range.lowerBound)
      return start..<max(start, buffer.position(ofUTF8: range.upperBound))
    }
  }
}
