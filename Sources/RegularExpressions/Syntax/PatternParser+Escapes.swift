/// What a backslash begins.
extension PatternParser {
  /// Reads what follows a backslash.
  ///
  /// With `countsOnly`, references are not checked and the result is not used.
  mutating func scanBackslash(countsOnly: Bool) throws(ParseFailure) -> PatternNode {
    guard let unit = current else { throw .endingBackslash }
    let isECMAScript = options.contains(.ecmaScript)
    switch UInt8(truncatingIfNeeded: unit) {
    case _ where unit > 0x7F: break
    case UInt8(ascii: "b"): return anchor(isECMAScript ? .asciiWordBoundary : .wordBoundary)
    case UInt8(ascii: "B"): return anchor(isECMAScript ? .notASCIIWordBoundary : .notWordBoundary)
    case UInt8(ascii: "A"): return anchor(.start)
    case UInt8(ascii: "G"): return anchor(.searchStart)
    case UInt8(ascii: "Z"): return anchor(.endOrFinalNewline)
    case UInt8(ascii: "z"): return anchor(.end)
    case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "s"), UInt8(ascii: "S"), UInt8(ascii: "w"),
      UInt8(ascii: "W"):
      position += 1
      if countsOnly { return .empty }
      var builder = CharacterSetBuilder()
      builder.add(shorthand: unit, isECMAScript: isECMAScript)
      return .set(CharacterSet(builder))
    case UInt8(ascii: "p"), UInt8(ascii: "P"):
      position += 1
      return countsOnly ? .empty : .set(CharacterSet(try scanPropertySet(isComplement: unit == 0x50)))
    default: break
    }
    return try scanReference(countsOnly: countsOnly)
  }

  private mutating func anchor(_ anchor: Anchor) -> PatternNode {
    position += 1
    return .anchor(anchor)
  }

  private mutating func scanPropertySet(isComplement: Bool) throws(ParseFailure) -> CharacterSetBuilder {
    let ignoresCase = options.contains(.ignoreCase)
    let name = try scanProperty()
    var builder = CharacterSetBuilder()
    guard builder.add(property: name, isComplement: isComplement, ignoresCase: ignoresCase) else {
      throw .unknownProperty(name)
    }
    if ignoresCase { builder.foldCase() }
    return builder
  }

  /// Reads `{name}` after `\p`.
  mutating func scanProperty() throws(ParseFailure) -> String {
    guard position + 2 < units.count else { throw .incompleteProperty }
    position += 1
    guard units[position - 1] == 0x7B else { throw .malformedProperty }
    let start = position
    while let unit = current, Self.isWord(unit) || unit == 0x2D { position += 1 }
    let name = String(decoding: units[start..<position], as: UTF16.self)
    guard let closing = current else { throw .incompleteProperty }
    position += 1
    guard closing == 0x7D else { throw .incompleteProperty }
    return name
  }

  /// Reads a reference to a group, or else the code of a character.
  private mutating func scanReference(countsOnly: Bool) throws(ParseFailure) -> PatternNode {
    let start = position
    var closing: UInt16?
    if current == 0x6B {
      if let quote = peek(1) {
        position += 2
        if quote == 0x3C || quote == 0x27 { closing = quote == 0x27 ? 0x27 : 0x3E }
      }
      guard closing != nil, position < units.count else { throw .malformedNamedReference }
    } else if let quote = current, quote == 0x3C || quote == 0x27, peek(1) != nil {
      closing = quote == 0x27 ? 0x27 : 0x3E
      position += 1
    }
    let number: Int?
    if let closing {
      number = try scanQuoted(closing, countsOnly)
    } else {
      number = try scanNumber(countsOnly: countsOnly)
    }
    if let number {
      return .backreference(number, ignoresCase: options.contains(.ignoreCase))
    }
    position = start
    return .literal(UInt32(try scanCharacterEscape()), ignoresCase: options.contains(.ignoreCase))
  }

  /// Reads `1>` or `name>`; nil if this is no reference.
  private mutating func scanQuoted(_ closing: UInt16, _ countsOnly: Bool) throws(ParseFailure) -> Int? {
    guard let first = current else { return nil }
    if Self.isDigit(first) {
      let number = try scanDecimal()
      guard let next = current else { return nil }
      position += 1
      guard next == closing else { return nil }
      guard countsOnly || groups.contains(number) else { throw .undefinedNumber(number) }
      return number
    }
    guard Self.isWord(first) else { return nil }
    let name = scanName()
    guard let next = current else { return nil }
    position += 1
    guard next == closing else { return nil }
    if countsOnly { return 0 }
    guard let number = groups.number(named: name) else { throw .undefinedName(name) }
    return number
  }

  /// Reads a bare number; nil if it is an octal code instead.
  private mutating func scanNumber(countsOnly: Bool) throws(ParseFailure) -> Int? {
    guard let first = current, Self.isDigit(first), first != 0x30 else { return nil }
    if options.contains(.ecmaScript) { return scanECMAScriptNumber(first) }
    let number = try scanDecimal()
    if countsOnly || groups.contains(number) { return number }
    if number <= 9 { throw .undefinedNumber(number) }
    return nil
  }

  /// Reads the longest number of a group that begins before this place.
  private mutating func scanECMAScriptNumber(_ first: UInt16) -> Int? {
    let here = position - 1
    var number = Int(first - 0x30)
    var result: Int?
    while number <= groups.top {
      if let start = groups.position(ofNumber: number), start < here { result = number }
      position += 1
      guard let next = current, Self.isDigit(next) else { break }
      number = number * 10 + Int(next - 0x30)
    }
    return result
  }
}

// MARK: - Character codes

extension PatternParser {
  /// Reads an escape that stands for one code unit.
  mutating func scanCharacterEscape() throws(ParseFailure) -> UInt16 {
    guard let unit = current else { throw .endingBackslash }
    if (0x30...0x37).contains(unit) { return scanOctal() }
    position += 1
    switch UInt8(truncatingIfNeeded: unit) {
    case _ where unit > 0x7F: break
    case UInt8(ascii: "x"): return try scanHex(2)
    case UInt8(ascii: "u"): return try scanHex(4)
    case UInt8(ascii: "a"): return 0x7
    case UInt8(ascii: "b"): return 0x8
    case UInt8(ascii: "e"): return 0x1B
    case UInt8(ascii: "f"): return 0xC
    case UInt8(ascii: "n"): return 0xA
    case UInt8(ascii: "r"): return 0xD
    case UInt8(ascii: "t"): return 0x9
    case UInt8(ascii: "v"): return 0xB
    case UInt8(ascii: "c"): return try scanControl()
    default: break
    }
    if !options.contains(.ecmaScript), Self.isWord(unit) {
      throw .unrecognizedEscape(String(decoding: [unit], as: UTF16.self))
    }
    return unit
  }

  /// Reads up to three octal digits; only the low eight bits count.
  private mutating func scanOctal() -> UInt16 {
    var value: UInt16 = 0
    var digits = 0
    while digits < 3, let unit = current, (0x30...0x37).contains(unit) {
      position += 1
      digits += 1
      value = value * 8 + (unit - 0x30)
      if options.contains(.ecmaScript), value >= 0x20 { break }
    }
    return value & 0xFF
  }

  private mutating func scanHex(_ digits: Int) throws(ParseFailure) -> UInt16 {
    guard position + digits <= units.count else { throw .insufficientHexDigits }
    var value: UInt16 = 0
    for _ in 0..<digits {
      let unit = units[position]
      position += 1
      guard unit < 0x80, let digit = Character(Unicode.Scalar(UInt8(unit))).hexDigitValue else {
        throw .insufficientHexDigits
      }
      value = value << 4 | UInt16(digit)
    }
    return value
  }

  private mutating func scanControl() throws(ParseFailure) -> UInt16 {
    guard var unit = current else { throw .missingControlCharacter }
    position += 1
    if (0x61...0x7A).contains(unit) { unit -= 0x20 }
    guard (0x40..<0x60).contains(unit) else { throw .unrecognizedControlCharacter }
    return unit - 0x40
  }
}
