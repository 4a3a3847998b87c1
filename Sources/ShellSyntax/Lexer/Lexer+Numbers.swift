import SourceText

extension Lexer {
  /// A number of which `tokenStart` is the first character; what is no number after all is a word: `7z`.
  func scanNumber() -> Token {
    position = tokenStart
    guard let shape = scanShape() else { return rescanAsGeneric() }
    guard let value = shape.value else {
      if mode != .expression { return rescanAsGeneric() }
      reportError(currentExtent(), .badNumericConstant(string(tokenStart, position)))
      return makeToken(.number, .number(nil))
    }
    return makeToken(.number, .number(value))
  }

  /// True if a number follows the current position; the position is moved.
  func followsNumber() -> Bool { scanShape() != nil }

  private func scanShape() -> NumberShape? {
    var shape = NumberShape()
    let first = peek()
    if CharacterClass.isDash(first) || first == 0x2B {
      shape.isNegative = first != 0x2B
      advance()
    }
    guard scanDigits(into: &shape) else { return nil }
    while NumberShape.isSuffix(peek()) {
      guard shape.addSuffix(peek()) else { return nil }
      position += 1
    }
    if let factor = NumberShape.multiplier(peek()) {
      shape.multiplier = factor
      position += 1
      guard peek() | 0x20 == 0x62 else { return nil }
      position += 1
    }
    return endsNumber(peek()) ? shape : nil
  }

  private func endsNumber(_ scalar: SourceScalar) -> Bool {
    if CharacterClass.endsWord(scalar) { return true }
    guard mode == .expression else { return false }
    return CharacterClass.endsNumber(scalar) || endsNumberAtTernary && (scalar == 0x3F || scalar == 0x3A)
  }

  private func scanDigits(into shape: inout NumberShape) -> Bool {
    if peek() == 0x30, scalar(at: position + 1) | 0x20 == 0x78 {
      shape.base = .hexadecimal
      position += 2
      shape.digits = take(while: CharacterClass.isHexDigit)
      return true
    }
    if peek() == 0x30, scalar(at: position + 1) | 0x20 == 0x62 {
      shape.base = .binary
      position += 2
      shape.digits = take { $0 == 0x30 || $0 == 0x31 }
      return !shape.digits.isEmpty || shape.isNegative
    }
    shape.digits = take(while: CharacterClass.isDigit)
    // Two dots are the range operator.
    if peek() == 0x2E, scalar(at: position + 1) != 0x2E {
      position += 1
      shape.isReal = true
      shape.fraction = take(while: CharacterClass.isDigit)
    }
    guard peek() | 0x20 == 0x65 else { return true }
    position += 1
    shape.isReal = true
    let sign = peek()
    if sign == 0x2B || CharacterClass.isDash(sign) {
      shape.isExponentNegative = sign != 0x2B
      advance()
    }
    shape.exponent = take(while: CharacterClass.isDigit)
    return !shape.exponent.isEmpty
  }

  private func take(while accepts: (SourceScalar) -> Bool) -> ArraySlice<UInt8> {
    let start = position
    while position < limit, accepts(SourceScalar(bytes[position])) { position += 1 }
    return bytes[start..<position]
  }
}
