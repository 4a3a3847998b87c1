/// The small readers that every construct uses.
extension PatternParser {
  /// The code unit to be read next, nil at the end.
  var current: UInt16? {
    position < units.count ? units[position] : nil
  }

  /// The code unit `distance` after the current one, nil beyond the end.
  func peek(_ distance: Int) -> UInt16? {
    let index = position + distance
    return index < units.count ? units[index] : nil
  }

  /// Steps over `character` if it comes next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt16(truncatingIfNeeded: character.value) else { return false }
    position += 1
    return true
  }

  static func isSpecial(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x24, 0x28, 0x29, 0x2E, 0x5B, 0x5C, 0x5E, 0x7C: true  // $ ( ) . [ \ ^ |
    default: isQuantifier(unit)
    }
  }

  static func isQuantifier(_ unit: UInt16) -> Bool {
    unit == 0x2A || unit == 0x2B || unit == 0x3F || unit == 0x7B  // * + ? {
  }

  private static func isBlank(_ unit: UInt16) -> Bool {
    unit == 0x20 || unit == 0x9 || unit == 0xA || unit == 0xC || unit == 0xD
  }

  static func isDigit(_ unit: UInt16) -> Bool {
    (0x30...0x39).contains(unit)
  }

  /// Whether `unit` may stand in a group name.
  static func isWord(_ unit: UInt16) -> Bool {
    CharacterSet.boundaryWord.contains(UInt32(unit))
  }

  /// Steps over ordinary characters.
  mutating func skipOrdinary() {
    let skipsBlank = options.contains(.ignorePatternWhitespace)
    while let unit = current {
      if skipsBlank, Self.isBlank(unit) || unit == 0x23 { return }
      if Self.isSpecial(unit), unit != 0x7B || isTrueQuantifier() { return }
      position += 1
    }
  }

  /// Whether a quantifier stands here; a brace is one only with numbers inside.
  func isTrueQuantifier() -> Bool {
    guard let unit = current, Self.isQuantifier(unit) else { return false }
    guard unit == 0x7B else { return true }
    var index = position + 1
    while index < units.count, Self.isDigit(units[index]) { index += 1 }
    guard index < units.count, index > position + 1 else { return false }
    if units[index] == 0x2C {
      index += 1
      while index < units.count, Self.isDigit(units[index]) { index += 1 }
    }
    return index < units.count && units[index] == 0x7D
  }

  /// Steps over white space and comments where they do not count.
  mutating func skipBlank() throws(ParseFailure) {
    while let unit = current {
      let skipsBlank = options.contains(.ignorePatternWhitespace)
      if skipsBlank, Self.isBlank(unit) {
        position += 1
      } else if skipsBlank, unit == 0x23 {
        while let next = current, next != 0xA { _ = next; position += 1 }
      } else if unit == 0x28, peek(1) == 0x3F, peek(2) == 0x23 {
        while let next = current, next != 0x29 { _ = next; position += 1 }
        guard position < units.count else { throw .unterminatedComment }
        position += 1
      } else {
        return
      }
    }
  }

  /// Reads digits; 0 if there are none.
  mutating func scanDecimal() throws(ParseFailure) -> Int {
    var value = 0
    while let unit = current, Self.isDigit(unit) {
      position += 1
      value = value * 10 + Int(unit - 0x30)
      guard value <= Int(Int32.max) else { throw .numberOutOfRange }
    }
    return value
  }

  /// Reads a group name.
  mutating func scanName() -> String {
    let start = position
    while let unit = current, Self.isWord(unit) { position += 1 }
    return String(decoding: units[start..<position], as: UTF16.self)
  }

  /// Reads option letters with their signs; stops at the first other character.
  mutating func scanOptions() {
    var isOff = false
    while let unit = current {
      let option: RegexOptions
      switch UInt8(truncatingIfNeeded: unit | 0x20) {
      case _ where unit > 0x7F: return
      case UInt8(ascii: "-"):
        isOff = unit == 0x2D
        guard isOff else { return }
        position += 1
        continue
      case UInt8(ascii: "+"):
        guard unit == 0x2B else { return }
        isOff = false
        position += 1
        continue
      case UInt8(ascii: "i"): option = .ignoreCase
      case UInt8(ascii: "m"): option = .multiline
      case UInt8(ascii: "n"): option = .explicitCapture
      case UInt8(ascii: "s"): option = .singleline
      case UInt8(ascii: "x"): option = .ignorePatternWhitespace
      default: return
      }
      if isOff { options.remove(option) } else { options.insert(option) }
      position += 1
    }
  }
}
