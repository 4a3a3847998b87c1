/// What the terminal sent: a key, or a text that was pasted.
enum TerminalInput: Equatable {
  case key(KeyChord)
  case paste([UInt32])
}

/// Turns the bytes of a terminal into keys.
///
/// A lone Escape and the start of an Escape sequence look the same: `next` answers nil and sets `isWaiting`, and the
/// caller asks again with `isFinal` when nothing has come for a while.
struct KeyDecoder {
  private(set) var bytes: [UInt8] = []
  var position = 0
  /// Where the search for the end of a paste goes on, so that a long paste is not searched from its start each time.
  var pasteScan = 0
  /// True when the bytes at hand may be the beginning of a longer key.
  private(set) var isWaiting = false

  /// True when every byte has been turned into a key.
  var isEmpty: Bool { position >= bytes.count }

  mutating func feed(_ more: some Collection<UInt8>) {
    if position > 0 {
      bytes.removeFirst(min(position, bytes.count))
      pasteScan = max(0, pasteScan - position)
      position = 0
    }
    bytes.append(contentsOf: more)
  }

  /// The next key; nil when more bytes are needed.
  ///
  /// `isFinal` says that no more will come.
  mutating func next(isFinal: Bool = false) -> TerminalInput? {
    isWaiting = false
    while let byte = byte(at: position) {
      switch decodeOne(byte) {
      case .input(let input): return input
      case .ignored: continue
      case .needsMore:
        isWaiting = true
        guard isFinal else { return nil }
        isWaiting = false
        if let input = giveUp(on: byte) { return input }
      }
    }
    return nil
  }

  /// What one attempt to read a key gave.
  enum Step {
    case input(TerminalInput)
    case ignored
    case needsMore
  }

  func byte(at index: Int) -> UInt8? {
    bytes.indices.contains(index) ? bytes[index] : nil
  }

  private mutating func decodeOne(_ byte: UInt8) -> Step {
    if byte == 0x1B { return decodeEscape() }
    if byte < 0x20 || byte == 0x7F {
      position += 1
      return .input(.key(KeyDecoder.controlKey(byte, [])))
    }
    guard let (scalar, length) = scalar(at: position) else { return .needsMore }
    position += length
    // Broken UTF-8 and C1 controls type nothing; the editor uses U+0080 for itself.
    guard let scalar, !(0x80...0x9F).contains(scalar) else { return .ignored }
    return .input(.key(KeyChord(.character(scalar))))
  }

  /// Deals with the start of a key that never became whole.
  private mutating func giveUp(on byte: UInt8) -> TerminalInput? {
    // A paste whose end never came: what is there is text all the same.
    if let text = unfinishedPaste() { return .paste(text) }
    position += 1
    if byte == 0x1B { return .key(KeyChord(.escape)) }
    return nil
  }

  /// The key of a control byte.
  ///
  /// 0x08 is Ctrl+Backspace, as PSReadLine has it on Linux; 0x0A is Enter, as which it arrives
  /// when it was typed before the line was edited.
  static func controlKey(_ byte: UInt8, _ modifiers: KeyChord.Modifiers) -> KeyChord {
    switch byte {
    case 0x09: KeyChord(.tab, modifiers)
    case 0x0A, 0x0D: KeyChord(.enter, modifiers)
    case 0x1B: KeyChord(.escape, modifiers)
    case 0x7F: KeyChord(.backspace, modifiers)
    case 0x08: KeyChord(.backspace, modifiers.union(.control))
    case 0x01...0x1A: KeyChord(.character(UInt32(byte) + 0x60), modifiers.union(.control))
    default: KeyChord(.character(UInt32(byte) + 0x40), modifiers.union(.control))
    }
  }

  /// The UTF-8 scalar at `index` and its length; a nil scalar is a broken one, nil altogether an unfinished one.
  func scalar(at index: Int) -> (UInt32?, Int)? {
    guard let first = byte(at: index) else { return nil }
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first < 0x80 || (0xC2...0xF4).contains(first) else { return (nil, 1) }
    var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<max(length, 1) {
      guard let next = byte(at: index + offset) else { return nil }
      guard next & 0xC0 == 0x80 else { return (nil, offset) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    return (Unicode.Scalar(value)?.value, length)
  }
}
