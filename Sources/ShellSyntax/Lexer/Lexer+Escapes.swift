import SourceText

extension Lexer {
  /// What the backtick before the current position and the character after it stand for; at the end of the text the
  /// backtick itself.
  func takeEscape() -> Unicode.Scalar {
    let escaped = peek()
    guard escaped != CharacterClass.end, escaped != 0 else { return "`" }
    advance()
    return unescape(escaped)
  }

  /// What a backtick and the character stand for; the character has been taken.
  func unescape(_ escaped: SourceScalar) -> Unicode.Scalar {
    switch escaped {
    case 0x30: "\0"
    case 0x61: "\u{07}"
    case 0x62: "\u{08}"
    case 0x65: "\u{1B}"
    case 0x66: "\u{0C}"
    case 0x6E: "\n"
    case 0x72: "\r"
    case 0x74: "\t"
    case 0x75: unescapeUnicode()
    case 0x76: "\u{0B}"
    default: Unicode.Scalar(escaped) ?? "\u{FFFD}"
    }
  }

  /// The character of `` `u{1F600} ``; one to six hexadecimal digits.
  private func unescapeUnicode() -> Unicode.Scalar {
    let start = position - 2
    let invalid: Unicode.Scalar = "\u{FFFF}"
    guard peek() == 0x7B else {
      reportError(extent(start, position), .invalidUnicodeEscapeSequence)
      return invalid
    }
    position += 1
    let digits = position
    var value: UInt32 = 0
    while position < limit, position - digits < 6, CharacterClass.isHexDigit(peek()) {
      let digit = bytes[position] | 0x20
      value = value << 4 | UInt32(digit >= 0x61 ? digit - 0x57 : digit & 0x0F)
      position += 1
    }
    guard peek() == 0x7D else {
      reportBrokenEscape(hasAllDigits: position - digits == 6)
      return invalid
    }
    position += 1
    if position - 1 == digits {
      reportError(extent(start, position), .invalidUnicodeEscapeSequence)
      return invalid
    }
    if value > 0x10FFFF {
      reportError(extent(digits, position - 1), .invalidUnicodeEscapeSequenceValue)
      return invalid
    }
    // Half of a surrogate pair is no character of its own.
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private func reportBrokenEscape(hasAllDigits: Bool) {
    let place = extent(position, position + 1)
    if !hasAllDigits {
      reportError(place, .invalidUnicodeEscapeSequence)
    } else if CharacterClass.isHexDigit(peek()) {
      reportError(place, .tooManyDigitsInUnicodeEscapeSequence)
    } else {
      reportError(place, .missingUnicodeEscapeSequenceTerminator)
    }
  }
}
