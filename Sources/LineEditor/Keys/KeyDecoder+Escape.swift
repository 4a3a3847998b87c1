extension KeyDecoder {
  /// Reads what starts with Escape at the current position.
  mutating func decodeEscape() -> Step {
    guard let second = byte(at: position + 1) else { return .needsMore }
    switch second {
    case 0x5B: return decodeControlSequence()
    case 0x4F: return decodeSingleShift()
    case 0x1B:
      // Escape, then another key: Alt with an arrow in old terminals starts like this too; the first stands alone.
      position += 1
      return .input(.key(KeyChord(.escape)))
    case 0x00..<0x20, 0x7F:
      position += 2
      return .input(.key(KeyDecoder.controlKey(second, .alt)))
    default:
      guard let (scalar, length) = scalar(at: position + 1) else { return .needsMore }
      position += 1 + length
      guard let scalar else { return .ignored }
      return .input(.key(KeyChord(.character(scalar), .alt)))
    }
  }

  /// `ESC O x`: arrows and F1 to F4 in application mode.
  private mutating func decodeSingleShift() -> Step {
    guard let final = byte(at: position + 2) else { return .needsMore }
    guard let key = KeyDecoder.keyOfLetter(final) else {
      // Not a key: Alt+O and then another key.
      position += 2
      return .input(.key(KeyChord(.character(0x4F), .alt)))
    }
    position += 3
    return .input(.key(KeyChord(key)))
  }

  /// `ESC [ … x`.
  ///
  /// Source: xterm, "Control Sequences": PC-style function keys, modifyOtherKeys, bracketed paste; kitty's CSI u.
  private mutating func decodeControlSequence() -> Step {
    var end = position + 2
    while let next = byte(at: end), (0x20...0x3F).contains(next) { end += 1 }
    guard let final = byte(at: end) else { return .needsMore }
    let numbers = KeyDecoder.numbers(bytes[(position + 2)..<end])
    if final == 0x7E, numbers.first == 200 { return decodePaste(from: end + 1) }
    position = end + 1
    guard let chord = KeyDecoder.chord(numbers, final) else { return .ignored }
    return .input(.key(chord))
  }

  private static func numbers(_ text: ArraySlice<UInt8>) -> [Int] {
    text.split(separator: 0x3B, maxSplits: 7, omittingEmptySubsequences: false).map { part in
      part.prefix { (0x30...0x39).contains($0) }.prefix(7).reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
  }

  private static func chord(_ numbers: [Int], _ final: UInt8) -> KeyChord? {
    let modifiers = modifiers(numbers.count > 1 ? numbers[1] : 1)
    let first = numbers.first ?? 0
    switch final {
    case 0x5A: return KeyChord(.tab, modifiers.union(.shift))
    case 0x75: return keyOfCode(first, modifiers)
    case 0x7E where first == 27 && numbers.count > 2: return keyOfCode(numbers[2], modifiers)
    case 0x7E: return keyOfNumber(first).map { KeyChord($0, modifiers) }
    default: return keyOfLetter(final).map { KeyChord($0, modifiers) }
    }
  }

  private static func modifiers(_ number: Int) -> KeyChord.Modifiers {
    KeyChord.Modifiers(rawValue: UInt8(truncatingIfNeeded: max(number, 1) - 1) & 7)
  }

  private static func keyOfLetter(_ letter: UInt8) -> KeyChord.Key? {
    switch letter {
    case 0x41: .up
    case 0x42: .down
    case 0x43: .right
    case 0x44: .left
    case 0x46: .end
    case 0x48: .home
    case 0x4D: .enter
    case 0x50...0x53: .function(Int(letter) - 0x4F)
    default: nil
    }
  }

  private static func keyOfNumber(_ number: Int) -> KeyChord.Key? {
    switch number {
    case 1, 7: .home
    case 4, 8: .end
    case 2: .insert
    case 3: .delete
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }

  /// A key reported by its Unicode code.
  private static func keyOfCode(_ code: Int, _ modifiers: KeyChord.Modifiers) -> KeyChord? {
    switch code {
    case 9: KeyChord(.tab, modifiers)
    case 13: KeyChord(.enter, modifiers)
    case 27: KeyChord(.escape, modifiers)
    case 8, 127: KeyChord(.backspace, modifiers)
    case 32 where modifiers.contains(.control): KeyChord(.character(0x40), modifiers)
    case 32...0x10FFFF: Unicode.Scalar(UInt32(code)).map { KeyChord(.character($0.value), modifiers) }
    default: nil
    }
  }
}
