import SourceText

/// Where the lexer stood before it went into a subexpression of a string.
struct LexerState {
  fileprivate let text: ScanText
  fileprivate let position: Int
  fileprivate let tokenStart: Int
  fileprivate let tokens: [Token]
  fileprivate let isInNestedScan: Bool
}

extension Lexer {
  /// Turns to a part of the text; `finishNestedScan` comes back.
  func startNestedScan(of part: ScanText) -> LexerState {
    let state = LexerState(
      text: text, position: position, tokenStart: tokenStart, tokens: tokens, isInNestedScan: isInNestedScan)
    use(part)
    position = part.start
    tokenStart = part.start
    tokens = []
    isInNestedScan = true
    return state
  }

  func finishNestedScan(_ state: LexerState) {
    use(state.text)
    position = state.position
    tokenStart = state.tokenStart
    tokens = state.tokens
    isInNestedScan = state.isInNestedScan
  }

  private func use(_ part: ScanText) {
    text = part
    bytes = part.bytes
    limit = part.limit
  }

  // MARK: What follows

  /// True if nothing but blanks and comments follows an offset of the source; a line end is neither.
  func isAtEnd(after offset: Int) -> Bool {
    // Inside a string PowerShell compares the offset in the source with the length of the subexpression.
    if isInNestedScan, offset >= limit - text.start { return true }
    var index = text.index(ofOrigin: offset)
    while index < limit {
      let scalar = scalar(at: index)
      if scalar == 0x23 {
        index = endOfLineComment(index + 1)
      } else if scalar == 0x3C, self.scalar(at: index + 1) == 0x23 {
        index = endOfBlockComment(index + 2)
      } else if CharacterClass.isWhitespace(scalar) {
        index += width(at: index)
      } else {
        return false
      }
    }
    return true
  }

  /// True if the next line that holds more than a comment begins with `|`; a blank line before it breaks the pipeline.
  func isPipelineContinued(after newLine: ScriptExtent) -> Bool {
    var index = text.index(ofOrigin: newLine.endOffset)
    var isAtLineStart = true
    while index < limit {
      let scalar = scalar(at: index)
      if CharacterClass.isWhitespace(scalar) {
        index += width(at: index)
      } else if CharacterClass.isNewline(scalar) {
        if isAtLineStart { return false }
        isAtLineStart = true
        index += scalar == 0x0D && self.scalar(at: index + 1) == 0x0A ? 2 : 1
      } else if scalar == 0x23 {
        isAtLineStart = false
        index = endOfLineComment(index + 1)
      } else if scalar == 0x3C, self.scalar(at: index + 1) == 0x23 {
        isAtLineStart = false
        index = endOfBlockComment(index + 2)
      } else {
        return scalar == 0x7C
      }
    }
    return false
  }

  private func endOfLineComment(_ start: Int) -> Int {
    var index = start
    while index < limit, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }

  private func endOfBlockComment(_ start: Int) -> Int {
    var index = start
    while index < limit {
      if bytes[index] == 0x23, index + 1 < limit, bytes[index + 1] == 0x3E { return index + 2 }
      index += 1
    }
    return index
  }
}
