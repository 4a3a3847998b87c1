/// Text as a pattern, and back.
extension Regex {
  /// `text` as a pattern that matches it, in .NET's spelling: `]` and `}` stay as they are.
  package static func escape(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"): result += [0x5C, UInt8(ascii: "n")]
      case UInt8(ascii: "\r"): result += [0x5C, UInt8(ascii: "r")]
      case UInt8(ascii: "\t"): result += [0x5C, UInt8(ascii: "t")]
      case 0xC: result += [0x5C, UInt8(ascii: "f")]
      case _ where Self.metacharacters.contains(byte): result += [0x5C, byte]
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let metacharacters: [UInt8] = Array(#" #$()*+.?[\^{|"#.utf8)

  /// `text` with its escapes resolved: the reverse of `escape`, for every escape of one character.
  package static func unescape(_ text: String) throws(RegexParseError) -> String {
    guard text.utf8.contains(0x5C) else { return text }
    var scanner = PatternParser(text, options: [])
    var result: [UInt16] = []
    while let unit = scanner.current {
      scanner.position += 1
      guard unit == 0x5C, scanner.current != nil else {
        if unit != 0x5C { result.append(unit) }
        continue
      }
      do {
        result.append(try scanner.scanCharacterEscape())
      } catch {
        throw RegexParseError(pattern: text, offset: scanner.position, reason: error.reason)
      }
    }
    return String(decoding: result, as: UTF16.self)
  }
}
