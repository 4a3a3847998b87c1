import SourceText

extension Lexer {
  // MARK: Blanks

  func skipWhitespace() {
    while CharacterClass.isWhitespace(peek()) { advance() }
  }

  /// Skips line ends, comments and continued lines, and semicolons where asked; the tokens are kept all the same.
  func skipNewlines(andSemicolons: Bool) {
    while true {
      let scalar = peek()
      switch scalar {
      case 0x0A, 0x0D:
        tokenStart = position
        position += scalar == 0x0D && self.scalar(at: position + 1) == 0x0A ? 2 : 1
        if isSavingTokens { _ = makeToken(.newLine) }
      case 0x3B where andSemicolons:
        tokenStart = position
        position += 1
        if isSavingTokens { _ = makeToken(.semi) }
      case 0x23:
        tokenStart = position
        position += 1
        scanLineComment()
      case 0x3C where self.scalar(at: position + 1) == 0x23:
        tokenStart = position
        position += 2
        scanBlockComment()
      case 0x60:
        guard skipBacktick() else { return }
      default:
        guard CharacterClass.isWhitespace(scalar) else { return }
        skipWhitespace()
      }
    }
  }

  private func skipBacktick() -> Bool {
    let escaped = scalar(at: position + 1)
    if CharacterClass.isNewline(escaped) {
      tokenStart = position
      position += escaped == 0x0D && scalar(at: position + 2) == 0x0A ? 3 : 2
      if isSavingTokens { _ = makeToken(.lineContinuation) }
      return true
    }
    guard CharacterClass.isWhitespace(escaped) else { return false }
    position += 1
    skipWhitespace()
    return true
  }

  // MARK: Words

  /// A word that begins with a letter: a keyword, a name, or the start of a longer argument.
  func scanIdentifier() -> Token {
    while CharacterClass.isIdentifierFollow(peek()) { advance() }
    if mode == .typeName { return scanTypeName() }
    if !wantsSimpleName, mode == .command || mode == .signature {
      if mode == .command, !CharacterClass.endsWord(peek()) { return scanGeneric() }
      if let kind = WordTable.keywords.kind(of: bytes[tokenStart..<position]) { return makeToken(kind) }
    }
    return makeToken(.identifier)
  }

  private func scanTypeName() -> Token {
    while true {
      switch peek() {
      case 0x2E, 0x60, 0x5F, 0x2B, 0x23, 0x5C:  // . ` _ + # \
        position += 1
      case let scalar where CharacterClass.isLetterOrDigit(scalar):
        advance()
      default:
        return makeToken(.identifier, flags: .typeName)
      }
    }
  }

  /// A word of which the characters so far are taken as they stand.
  func scanGeneric() -> Token {
    let unread = position
    while position < limit {
      let byte = bytes[position]
      if byte >= 0x80 {
        let scalar = peek()
        if CharacterClass.endsWord(scalar) { break }
        if CharacterClass.isSingleQuote(scalar) || CharacterClass.isDoubleQuote(scalar) {
          return scanGenericFromSource(upTo: unread)
        }
        advance()
        continue
      }
      switch byte {
      case 0x60, 0x27, 0x22, 0x24: return scanGenericFromSource(upTo: unread)
      case _ where CharacterClass.endsWord(SourceScalar(byte)): return makeGeneric()
      default: position += 1
      }
    }
    return makeGeneric()
  }

  /// Starts the token over as a word, with quotes and variables from its first character on.
  func rescanAsGeneric() -> Token {
    position = tokenStart
    var word = ExpandableBuilder()
    return scanGeneric(&word)
  }

  private func makeGeneric() -> Token {
    makeToken(.generic, .string(string(tokenStart, position)))
  }

  private func scanGenericFromSource(upTo unread: Int) -> Token {
    var word = ExpandableBuilder()
    word.append(bytes[tokenStart..<unread])
    position = unread
    return scanGeneric(&word)
  }

  func scanGeneric(_ word: inout ExpandableBuilder) -> Token {
    while true {
      let scalar = peek()
      if CharacterClass.endsWord(scalar) { break }
      let start = position
      advance()
      switch scalar {
      case 0x60:
        word.append(takeEscape())
      case _ where CharacterClass.isSingleQuote(scalar):
        _ = scanSingleQuoted(into: &word.value)
      case _ where CharacterClass.isDoubleQuote(scalar):
        _ = scanDoubleQuoted(into: &word)
      case 0x24 where scanDollar(into: &word, isHereString: false):
        break
      default:
        word.append(bytes[start..<min(position, limit)])
      }
    }
    if word.nestedTokens.isEmpty { return makeToken(.generic, .string(word.text)) }
    return makeExpandable(.generic, word, flags: [])
  }

  // MARK: Assembly names

  /// What follows the comma in `[Type, Assembly, Version=1.0]`, with single blanks after commas.
  func assemblyNameSpecification() -> String {
    var text = assemblyNamePart()
    while peek() == 0x2C {
      tokenStart = position
      position += 1
      _ = makeToken(.comma)
      text += ", " + assemblyNamePart()
      guard peek() == 0x3D else { continue }
      tokenStart = position
      position += 1
      _ = makeToken(.equals)
      text += "=" + assemblyNamePart()
    }
    return text
  }

  private func assemblyNamePart() -> String {
    skipWhitespace()
    tokenStart = position
    while !CharacterClass.endsAssemblyNamePart(peek()) { advance() }
    let part = string(tokenStart, position)
    _ = makeToken(.identifier, flags: .typeName)
    skipWhitespace()
    return part
  }
}
