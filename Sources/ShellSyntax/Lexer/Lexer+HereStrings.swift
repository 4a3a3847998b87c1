import SourceText

extension Lexer {
  func scanHereStringLiteral() -> Token {
    guard scanHereStringHeader(quote: "'") else {
      return makeToken(.hereStringLiteral, .string(""), flags: .tokenInError)
    }
    var builder = ExpandableBuilder()
    let flags = scanHereString(into: &builder, isExpandable: false)
    return makeToken(.hereStringLiteral, .string(builder.text), flags: flags)
  }

  func scanHereStringExpandable() -> Token {
    guard scanHereStringHeader(quote: "\"") else {
      return makeToken(.hereStringExpandable, .string(""), flags: .tokenInError)
    }
    var builder = ExpandableBuilder()
    let flags = scanHereString(into: &builder, isExpandable: true)
    return makeExpandable(.hereStringExpandable, builder, flags: flags)
  }

  /// Only blanks may stand between the opening quote and the line end.
  private func scanHereStringHeader(quote: Unicode.Scalar) -> Bool {
    skipWhitespace()
    let scalar = peek()
    if takeNewline() { return true }
    if scalar == CharacterClass.end {
      reportIncomplete(extent(tokenStart, limit), .terminatorExpectedAtEndOfString("\(quote)@"))
      return false
    }
    reportError(extent(position, position + 1), .unexpectedCharactersAfterHereStringHeader)
    while true {
      let scalar = peek()
      if scalar == CharacterClass.end || CharacterClass.isNewline(scalar) { return false }
      advance()
      if scalar == quote.value, peek() == 0x40 {
        position += 1
        return false
      }
    }
  }

  /// Takes a line end, if there is one here.
  private func takeNewline() -> Bool {
    let scalar = peek()
    guard CharacterClass.isNewline(scalar) else { return false }
    position += scalar == 0x0D && self.scalar(at: position + 1) == 0x0A ? 2 : 1
    return true
  }

  /// The lines of a here-string, up to a line that begins with the closing quote.
  private func scanHereString(into builder: inout ExpandableBuilder, isExpandable: Bool) -> TokenFlags {
    var indentedFooter: Int?
    if scanFooter(into: &builder, isExpandable, &indentedFooter) { return [] }
    while true {
      let start = position
      let scalar = peek()
      if takeNewline() {
        let length = builder.value.count
        builder.append(bytes[start..<position])
        if scanFooter(into: &builder, isExpandable, &indentedFooter) {
          builder.truncate(to: length)
          return []
        }
        continue
      }
      if scalar == CharacterClass.end {
        reportUnterminated(isExpandable, indentedFooter)
        return .tokenInError
      }
      advance()
      if isExpandable, scalar == 0x24, scanDollar(into: &builder, isHereString: true) { continue }
      if isExpandable, scalar == 0x60 {
        builder.append(takeEscape())
      } else {
        builder.append(bytes[start..<position])
      }
    }
  }

  private func reportUnterminated(_ isExpandable: Bool, _ indentedFooter: Int?) {
    if let indentedFooter {
      reportIncomplete(extent(indentedFooter, limit), .whitespaceBeforeHereStringFooter)
    } else {
      reportIncomplete(
        extent(tokenStart, limit), .terminatorExpectedAtEndOfString(isExpandable ? "\"@" : "'@"))
    }
  }

  /// Looks for the closing quote at the start of a line; one after blanks is text, and remembered for the error.
  private func scanFooter(
    into builder: inout ExpandableBuilder, _ isExpandable: Bool, _ indentedFooter: inout Int?
  ) -> Bool {
    if isFooter(isExpandable) {
      advance()
      position += 1
      return true
    }
    let start = position
    skipWhitespace()
    builder.append(bytes[start..<position])
    guard position > start, isFooter(isExpandable) else { return false }
    if indentedFooter == nil { indentedFooter = position }
    let footer = position
    advance()
    position += 1
    builder.append(bytes[footer..<position])
    return false
  }

  private func isFooter(_ isExpandable: Bool) -> Bool {
    let scalar = peek()
    guard isExpandable ? CharacterClass.isDoubleQuote(scalar) : CharacterClass.isSingleQuote(scalar) else {
      return false
    }
    return self.scalar(at: position + width(at: position)) == 0x40
  }
}
