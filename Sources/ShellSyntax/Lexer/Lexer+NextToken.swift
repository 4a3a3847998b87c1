import SourceText

extension Lexer {
  /// The next token in the current mode; at the end of the text `endOfInput`, again and again.
  func nextToken() -> Token {
    while true {
      tokenStart = position
      guard position < limit else { return endOfInput() }
      let byte = bytes[position]
      switch byte {
      case 0x20, 0x09, 0x0B, 0x0C:
        skipWhitespace()
      case 0x61...0x7A, 0x41...0x5A, 0x5F:
        return scanIdentifier()
      case 0x30...0x39:
        return scanNumberOrRedirection(byte)
      case 0x23:
        position += 1
        scanLineComment()
      case 0x3C:
        position += 1
        guard peek() == 0x23 else { return makeToken(.redirectInStd) }
        position += 1
        scanBlockComment()
      case 0x60:
        if let token = scanBacktick() { return token }
      case 0x80...:
        if let token = scanOutsideASCII() { return token }
      default:
        return scanSymbol(byte)
      }
    }
  }

  private func endOfInput() -> Token {
    position += 1
    return save(Token(.endOfInput, TokenKind.endOfInput.traits, extent(position, position)))
  }

  /// A token that begins with an ASCII character that is neither letter, digit nor blank.
  private func scanSymbol(_ byte: UInt8) -> Token {
    position += 1
    switch byte {
    case 0x0A: return makeToken(.newLine)
    case 0x0D:
      if peek() == 0x0A { position += 1 }
      return makeToken(.newLine)
    case 0x27: return scanStringLiteral()
    case 0x22: return scanStringExpandable()
    case 0x24:
      guard peek() == 0x28 else { return scanVariable(isSplatted: false, isInString: false) }
      position += 1
      return makeToken(.dollarParen)
    case 0x28: return makeToken(.lParen)
    case 0x29: return makeToken(.rParen)
    case 0x7B: return makeToken(.lCurly)
    case 0x7D: return makeToken(.rCurly)
    case 0x5B:
      if mode == .command, !CharacterClass.endsWord(peek()) { return scanGeneric() }
      return makeToken(.lBracket)
    case 0x5D: return makeToken(.rBracket)
    case 0x3B: return makeToken(.semi)
    case 0x2C: return makeToken(.comma)
    case 0x2E: return scanDot()
    case 0x7C: return scanDoubled(0x7C, .pipe, .orOr)
    case 0x26: return scanDoubled(0x26, .ampersand, .andAnd)
    case 0x2D: return scanDash()
    case 0x40: return scanAt()
    case 0x3A: return scanColon()
    case 0x3F where mode == .expression: return scanQuestionMark()
    case 0x21: return scanExclaim()
    case 0x3E: return scanOutputRedirection(from: .output)
    default: return scanArithmetic(byte)
    }
  }

  private func scanArithmetic(_ byte: UInt8) -> Token {
    switch byte {
    case 0x3D: operatorOrWord(.equals)
    case 0x2B: scanPlus()
    case 0x2A: scanAsterisk()
    case 0x2F: operatorWithAssignment(.divide, .divideEquals)
    case 0x25: operatorWithAssignment(.rem, .remainderEquals)
    default: scanGeneric()
    }
  }

  private func scanDoubled(_ second: SourceScalar, _ single: TokenKind, _ double: TokenKind) -> Token {
    guard peek() == second else { return makeToken(single) }
    position += 1
    return makeToken(double)
  }

  /// An operator, unless in argument mode more of a word follows directly: `=a` is a word there.
  func operatorOrWord(_ kind: TokenKind) -> Token {
    if mode == .command, !CharacterClass.endsWord(peek()) { return scanGeneric() }
    return makeToken(kind)
  }

  private func operatorWithAssignment(_ plain: TokenKind, _ assigning: TokenKind) -> Token {
    guard peek() == 0x3D else { return operatorOrWord(plain) }
    position += 1
    return operatorOrWord(assigning)
  }

  private func scanPlus() -> Token {
    switch peek() {
    case 0x2B:
      position += 1
      return operatorOrWord(.plusPlus)
    case 0x3D:
      position += 1
      return operatorOrWord(.plusEquals)
    case 0x2E, 0x30...0x39:
      return allowsSignedNumbers ? scanNumber() : operatorOrWord(.plus)
    default:
      return operatorOrWord(.plus)
    }
  }

  /// After any of the dashes.
  private func scanDash() -> Token {
    let following = peek()
    if CharacterClass.isDash(following) {
      advance()
      return operatorOrWord(.minusMinus)
    }
    if following == 0x3D {
      position += 1
      return operatorOrWord(.minusEquals)
    }
    if CharacterClass.isIdentifierStart(following) || following == 0x3F { return scanParameter() }
    if allowsSignedNumbers, CharacterClass.isDigit(following) || following == 0x2E { return scanNumber() }
    return operatorOrWord(.minus)
  }

  private func scanDot() -> Token {
    let following = peek()
    if following == 0x2E {
      if mode == .command, !CharacterClass.endsWord(scalar(at: position + 1)) { return scanGeneric() }
      position += 1
      return makeToken(.dotDot)
    }
    if CharacterClass.isDigit(following) { return scanNumber() }
    // A dot before a variable or a quoted name runs that command in the current scope.
    if mode == .command, !CharacterClass.endsWord(following), following != 0x24, following != 0x22, following != 0x27 {
      return scanGeneric()
    }
    return makeToken(.dot)
  }

  private func scanAt() -> Token {
    let following = peek()
    switch following {
    case 0x7B:
      position += 1
      return makeToken(.atCurly)
    case 0x28:
      position += 1
      return makeToken(.atParen)
    case _ where CharacterClass.isSingleQuote(following):
      advance()
      return scanHereStringLiteral()
    case _ where CharacterClass.isDoubleQuote(following):
      advance()
      return scanHereStringExpandable()
    case _ where CharacterClass.isVariableStart(following):
      return scanVariable(isSplatted: true, isInString: false)
    default:
      reportError(extent(tokenStart, tokenStart + 1), .unrecognizedToken)
      return makeToken(.unknown)
    }
  }

  private func scanColon() -> Token {
    guard peek() == 0x3A else { return mode == .command ? scanLabel() : makeToken(.colon) }
    position += 1
    if mode == .command, !wantsSimpleName, !CharacterClass.endsWord(peek()) { return scanGeneric() }
    return makeToken(.colonColon)
  }

  private func scanLabel() -> Token {
    guard CharacterClass.isIdentifierStart(peek()) else {
      return peek() == CharacterClass.end ? makeToken(.generic, .string(":")) : scanGeneric()
    }
    while CharacterClass.isIdentifierFollow(peek()) { advance() }
    if !CharacterClass.endsWord(peek()) {
      // The character that ends the name belongs to the word as it is, even a quote.
      advance()
      return scanGeneric()
    }
    return makeToken(.label, .string(string(tokenStart + 1, position)))
  }

  private func scanQuestionMark() -> Token {
    guard peek() == 0x3F else { return makeToken(.questionMark) }
    position += 1
    guard peek() == 0x3D else { return makeToken(.questionQuestion) }
    position += 1
    return makeToken(.questionQuestionEquals)
  }

  private func scanExclaim() -> Token {
    let following = peek()
    if mode == .command && !CharacterClass.endsWord(following)
      || mode == .expression && CharacterClass.isIdentifierStart(following)
    {
      return scanGeneric()
    }
    if mode == .expression, CharacterClass.isDigit(following) || following == 0x2E {
      let isNumber = followsNumber()
      position = tokenStart + 1
      if !isNumber { return scanGeneric() }
    }
    return makeToken(.exclaim)
  }

  /// A backtick: a continued line, a blank (both give nil), or an escaped character that begins a word.
  private func scanBacktick() -> Token? {
    position += 1
    let escaped = peek()
    if CharacterClass.isNewline(escaped) {
      position += escaped == 0x0D && scalar(at: position + 1) == 0x0A ? 2 : 1
      _ = makeToken(.lineContinuation)
      return nil
    }
    if CharacterClass.isWhitespace(escaped) {
      skipWhitespace()
      return nil
    }
    if escaped == CharacterClass.end {
      reportIncomplete(extent(position + 1, position + 1), .incompleteString)
      return nil
    }
    advance()
    var word = ExpandableBuilder()
    word.append(unescape(escaped))
    return scanGeneric(&word)
  }

  private func scanOutsideASCII() -> Token? {
    let scalar = next()
    if CharacterClass.isWhitespace(scalar) {
      skipWhitespace()
      return nil
    }
    if CharacterClass.isSingleQuote(scalar) { return scanStringLiteral() }
    if CharacterClass.isDoubleQuote(scalar) { return scanStringExpandable() }
    if CharacterClass.isDash(scalar) { return scanDash() }
    if CharacterClass.isLetter(scalar) {
      position = tokenStart
      return scanIdentifier()
    }
    return scanGeneric()
  }
}
