import SourceText

/// What the parser asks for where blanks matter.
extension Lexer {
  /// An operator that gives access to a member, if one stands here without blanks before it.
  func memberAccessOperator(allowingBracket: Bool) -> Token? {
    guard position <= limit else { return nil }
    while peek() == 0x3C {
      guard scalar(at: position + 1) == 0x23 else { return nil }
      tokenStart = position
      position += 2
      scanBlockComment()
    }
    let second = scalar(at: position + 1)
    switch peek() {
    case 0x2E:
      if second == 0x2E || mode == .command && isBlank(second) { return nil }
      return take(1, .dot)
    case 0x3A:
      guard second == 0x3A, mode != .command || !isBlank(scalar(at: position + 2)) else { return nil }
      return take(2, .colonColon)
    case 0x5B where allowingBracket:
      return take(1, .lBracket)
    case 0x3F where second == 0x2E:
      return take(2, .questionDot)
    case 0x3F where second == 0x5B && allowingBracket:
      return take(2, .questionLBracket)
    default:
      return nil
    }
  }

  private func isBlank(_ scalar: SourceScalar) -> Bool {
    scalar == CharacterClass.end || scalar == 0 || CharacterClass.isWhitespaceOrNewline(scalar)
  }

  private func take(_ width: Int, _ kind: TokenKind) -> Token {
    tokenStart = position
    position += width
    return makeToken(kind)
  }

  /// The bracket or brace that begins the arguments of a method, if one stands here without blanks before it.
  func invocationOpener() -> Token? {
    switch peek() {
    case 0x28: take(1, .lParen)
    case 0x7B: take(1, .lCurly)
    default: nil
    }
  }

  /// A `[` here or after blanks and comments, even where it would begin a word.
  func leftBracket() -> Token? {
    let start = position
    var sawBlank = false
    while true {
      let scalar = peek()
      switch scalar {
      case 0x5B:
        return take(1, .lBracket)
      case 0x23:
        sawBlank = true
        tokenStart = position
        position += 1
        scanLineComment()
      case 0x3C where self.scalar(at: position + 1) == 0x23:
        sawBlank = false
        tokenStart = position
        position += 2
        scanBlockComment()
      case 0x2E, 0x3A:
        // No blank may stand before a member access: go back, so that the parser sees it.
        if sawBlank { resync(toIndex: start) }
        return nil
      default:
        guard CharacterClass.isWhitespace(scalar) else { return nil }
        sawBlank = true
        skipWhitespace()
      }
    }
  }

  /// The rest of the line after `--%`, up to a pipe outside quotes.
  func verbatimArgument() -> Token {
    skipWhitespace()
    tokenStart = position
    var isQuoted = false
    while position < limit {
      let scalar = peek()
      if CharacterClass.isNewline(scalar) { break }
      if CharacterClass.isDoubleQuote(scalar) { isQuoted.toggle() }
      if !isQuoted, scalar == 0x7C || scalar == 0x26 && self.scalar(at: position + 1) == 0x26 { break }
      advance()
    }
    return makeToken(.generic, .string(string(tokenStart, position)))
  }
}
