/// Tells whether a text is JSON to the letter of RFC 8259.
struct StrictJSON {
  private let bytes: [UInt8]
  private let allowsComments: Bool
  private let allowsTrailingCommas: Bool
  private static let maximumDepth = 64

  init(_ text: String, allowsComments: Bool = false, allowsTrailingCommas: Bool = false) {
    bytes = Array(text.utf8)
    self.allowsComments = allowsComments
    self.allowsTrailingCommas = allowsTrailingCommas
  }

  var isValid: Bool {
    var position = 0
    guard skipSpace(&position), value(&position, 0), skipSpace(&position) else { return false }
    return position == bytes.count
  }

  private func byte(_ position: Int) -> UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// Skips white space, and comments where they are allowed; false in a comment that does not end.
  private func skipSpace(_ position: inout Int) -> Bool {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case 0x2F where allowsComments:
        if byte(position + 1) == 0x2F {
          while position < bytes.count, bytes[position] != 0x0A { position += 1 }
        } else if byte(position + 1) == 0x2A {
          position += 2
          while !(byte(position) == 0x2A && byte(position + 1) == 0x2F) {
            if position >= bytes.count { return false }
            position += 1
          }
          position += 2
        } else {
          return false
        }
      default: return true
      }
    }
    return true
  }

  private func value(_ position: inout Int, _ depth: Int) -> Bool {
    if depth > Self.maximumDepth { return false }
    switch byte(position) {
    case 0x7B: return container(&position, depth, 0x7D, isObject: true)
    case 0x5B: return container(&position, depth, 0x5D, isObject: false)
    case 0x22: return string(&position)
    case 0x74: return word("true", &position)
    case 0x66: return word("false", &position)
    case 0x6E: return word("null", &position)
    case 0x2D, 0x30...0x39: return number(&position)
    default: return false
    }
  }

  private func word(_ word: String, _ position: inout Int) -> Bool {
    let end = position + word.utf8.count
    guard end <= bytes.count, bytes[position..<end].elementsEqual(word.utf8) else { return false }
    position = end
    return true
  }

  private func container(_ position: inout Int, _ depth: Int, _ end: UInt8, isObject: Bool) -> Bool {
    position += 1
    guard skipSpace(&position) else { return false }
    if byte(position) == end {
      position += 1
      return true
    }
    while true {
      if isObject {
        guard string(&position), skipSpace(&position), byte(position) == 0x3A else { return false }
        position += 1
        guard skipSpace(&position) else { return false }
      }
      guard value(&position, depth + 1), skipSpace(&position) else { return false }
      if byte(position) == end { break }
      guard byte(position) == 0x2C else { return false }
      position += 1
      guard skipSpace(&position) else { return false }
      if allowsTrailingCommas, byte(position) == end { break }
    }
    position += 1
    return true
  }

  private func string(_ position: inout Int) -> Bool {
    guard byte(position) == 0x22, position < bytes.count else { return false }
    position += 1
    while position < bytes.count {
      let next = bytes[position]
      position += 1
      if next == 0x22 { return true }
      if next < 0x20 { return false }
      if next == 0x5C, !escape(&position) { return false }
    }
    return false
  }

  private func escape(_ position: inout Int) -> Bool {
    let kind = byte(position)
    position += 1
    if [0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74].contains(kind) { return true }
    guard kind == 0x75, position + 4 <= bytes.count else { return false }
    let digits = bytes[position..<position + 4]
    position += 4
    return digits.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66) }
  }

  private func number(_ position: inout Int) -> Bool {
    if byte(position) == 0x2D { position += 1 }
    let start = position
    guard digits(&position) else { return false }
    if byte(start) == 0x30, position - start > 1 { return false }
    if byte(position) == 0x2E {
      position += 1
      guard digits(&position) else { return false }
    }
    if byte(position) | 0x20 == 0x65 {
      position += 1
      if byte(position) == 0x2B || byte(position) == 0x2D { position += 1 }
      guard digits(&position) else { return false }
    }
    return true
  }

  private func digits(_ position: inout Int) -> Bool {
    let start = position
    while byte(position) >= 0x30, byte(position) <= 0x39 { position += 1 }
    return position > start
  }
}
