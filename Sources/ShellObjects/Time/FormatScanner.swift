/// Walks a picture of a date or a span: runs of a letter, quoted texts, escapes and everything between.
struct FormatScanner {
  enum Element {
    /// `count` times a letter.
    case specifier(UInt8, Int)
    /// Text to be shown as it is; `isQuoted` where quotes or a backslash say so.
    case literal(String, isQuoted: Bool)
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ format: String) {
    bytes = Array(format.utf8)
  }

  /// The next element; nil at the end.
  mutating func next() throws(TimeFailure) -> Element? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return .literal(try quoted(byte), isQuoted: true)
    case UInt8(ascii: "\\"):
      index += 1
      guard index < bytes.count else { throw .badFormat }
      return .literal(character(), isQuoted: true)
    case UInt8(ascii: "%"):
      index += 1
      guard index < bytes.count, bytes[index] != UInt8(ascii: "%") else { throw .badFormat }
      index += 1
      return Self.isLetter(bytes[index - 1]) ? .specifier(bytes[index - 1], 1) : single(bytes[index - 1])
    case _ where Self.isLetter(byte): return .specifier(byte, run(of: byte))
    default: return .literal(character(), isQuoted: false)
    }
  }

  private func single(_ byte: UInt8) -> Element {
    .literal(String(decoding: [byte], as: UTF8.self), isQuoted: false)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  private mutating func run(of byte: UInt8) -> Int {
    let start = index
    while index < bytes.count, bytes[index] == byte { index += 1 }
    return index - start
  }

  /// One character of the picture, however many bytes it has.
  private mutating func character() -> String {
    let start = index
    index += 1
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func quoted(_ quote: UInt8) throws(TimeFailure) -> String {
    var text: [UInt8] = []
    index += 1
    while index < bytes.count, bytes[index] != quote {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 1
        guard index < bytes.count else { throw .badFormat }
      }
      text.append(bytes[index])
      index += 1
    }
    guard index < bytes.count else {
      let mark = String(decoding: [quote], as: UTF8.self)
      throw TimeFailure(.format, "Cannot find a matching quote character for the character '\(mark)'.")
    }
    index += 1
    return String(decoding: text, as: UTF8.self)
  }
}
