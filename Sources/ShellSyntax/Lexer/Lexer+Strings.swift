import SourceText

extension Lexer {
  func scanStringLiteral() -> Token {
    var value: [UInt8] = []
    let flags = scanSingleQuoted(into: &value)
    return makeToken(.stringLiteral, .string(String(decoding: value, as: UTF8.self)), flags: flags)
  }

  func scanStringExpandable() -> Token {
    if let end = endOfPlainString() {
      let value = string(position, end)
      position = end + 1
      return makeToken(.stringExpandable, .string(value))
    }
    var builder = ExpandableBuilder()
    let flags = scanDoubleQuoted(into: &builder)
    return makeExpandable(.stringExpandable, builder, flags: flags)
  }

  /// The closing quote of a string in straight quotes that holds nothing special; nil for any other.
  private func endOfPlainString() -> Int? {
    var index = position
    while index < limit {
      switch bytes[index] {
      case 0x22: return scalar(at: index + 1) == 0x22 || isCurlyQuote(at: index + 1) ? nil : index
      case 0x24, 0x60, 0x80...: return nil
      default: index += 1
      }
    }
    return nil
  }

  private func isCurlyQuote(at index: Int) -> Bool { CharacterClass.isDoubleQuote(scalar(at: index)) }

  func makeExpandable(_ kind: TokenKind, _ builder: ExpandableBuilder, flags: TokenFlags) -> Token {
    guard !builder.nestedTokens.isEmpty else { return makeToken(kind, .string(builder.text), flags: flags) }
    let isBroken = builder.nestedTokens.contains { $0.flags.contains(.tokenInError) }
    let string = ExpandableToken(
      value: builder.text, nestedTokens: builder.nestedTokens, literals: builder.literalsWithLast)
    return makeToken(kind, .expandable(string), flags: isBroken ? flags.union(.tokenInError) : flags)
  }

  /// The rest of a string in single quotes, up to its closing quote.
  func scanSingleQuoted(into value: inout [UInt8]) -> TokenFlags {
    let opening = position - 1
    var copied = position
    while true {
      let start = position
      let scalar = next()
      if scalar == CharacterClass.end {
        value.append(contentsOf: bytes[copied..<limit])
        position = limit
        reportIncomplete(extent(quoteStart(opening), limit), .terminatorExpectedAtEndOfString("'"))
        return .tokenInError
      }
      guard CharacterClass.isSingleQuote(scalar) else { continue }
      value.append(contentsOf: bytes[copied..<start])
      guard CharacterClass.isSingleQuote(peek()) else { return [] }
      copied = position
      advance()
    }
  }

  /// The first byte of the quote that ends before an offset; a curly quote takes three.
  private func quoteStart(_ lastByte: Int) -> Int {
    var index = lastByte
    while index > text.start, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }

  /// The rest of a string in double quotes, up to its closing quote.
  func scanDoubleQuoted(into builder: inout ExpandableBuilder) -> TokenFlags {
    let opening = position - 1
    while true {
      let start = position
      let scalar = next()
      switch scalar {
      case CharacterClass.end:
        position = limit
        reportIncomplete(extent(quoteStart(opening), limit), .terminatorExpectedAtEndOfString("\""))
        return .tokenInError
      case _ where CharacterClass.isDoubleQuote(scalar):
        guard CharacterClass.isDoubleQuote(peek()) else { return [] }
        let quote = position
        advance()
        builder.append(bytes[quote..<position])
      case 0x24 where scanDollar(into: &builder, isHereString: false):
        break
      case 0x60:
        builder.append(takeEscape())
      default:
        builder.append(bytes[start..<position])
      }
    }
  }

  /// A variable or subexpression after `$`; false, with nothing taken, where neither follows.
  func scanDollar(into builder: inout ExpandableBuilder, isHereString: Bool) -> Bool {
    let dollar = position - 1
    let following = peek()
    guard following == 0x28 || following == 0x7B || CharacterClass.isVariableStart(following) else { return false }
    let state = (tokenStart, mode, isSavingTokens)
    isSavingTokens = false
    mode = .expression
    tokenStart = dollar
    if following == 0x28 { position += 1 }
    let token =
      following == 0x28
      ? scanSubexpression(isHereString: isHereString) : scanVariable(isSplatted: false, isInString: true)
    (tokenStart, mode, isSavingTokens) = state
    builder.append(token, writtenAs: bytes[dollar..<min(position, limit)])
    return true
  }

  /// The text of a subexpression in a string, up to the parenthesis that closes it; the parser scans it later.
  ///
  /// Parentheses are counted wherever they stand, in strings and comments too. Of doubled quotes, and of a backtick with
  /// the quote after it, the first character does not belong to the text.
  private func scanSubexpression(isHereString: Bool) -> Token {
    var depth = 1
    var skipped: [Int] = []
    var flags: TokenFlags = []
    while depth > 0 {
      let start = position
      let scalar = next()
      switch scalar {
      case 0x28: depth += 1
      case 0x29: depth -= 1
      case CharacterClass.end:
        position = limit
        reportIncomplete(currentExtent(), .incompleteDollarSubexpressionReference)
        flags = .tokenInError
        depth = 0
      case 0x60,
        _ where CharacterClass.isDoubleQuote(scalar):
        guard !isHereString, CharacterClass.isDoubleQuote(peek()) else { continue }
        skipped.append(contentsOf: start..<position)
        advance()
      default: break
      }
    }
    let part = text.part(tokenStart..<position, without: skipped)
    return makeToken(.stringLiteral, .unscanned(UnscannedText(part)), flags: flags)
  }
}

/// The text of a subexpression that was found but not yet cut into tokens.
package final class UnscannedText: Sendable {
  let text: ScanText

  init(_ text: ScanText) { self.text = text }
}
