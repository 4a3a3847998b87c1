/// A text to search, with what must be known of it once.
struct Subject: Sendable {
  let text: String
  /// Whether every character is ASCII: then UTF-8 and UTF-16 offsets are the same.
  let isASCII: Bool

  init(_ text: String) {
    var text = text
    isASCII = text.withUTF8(Self.isASCII)
    self.text = text
  }

  var utf8Count: Int { text.utf8.count }

  /// Calls `body` with the bytes of the text.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    if let result = try text.utf8.withContiguousStorageIfAvailable(body) { return result }
    return try Array(text.utf8).withUnsafeBufferPointer(body)
  }

  /// The text between two offsets.
  func substring(_ range: Range<Int>) -> String {
    if range.lowerBound == 0, range.upperBound == utf8Count { return text }
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return String(text[start..<utf8.index(start, offsetBy: range.count)])
  }

  func utf16Offset(of offset: Int) -> Int {
    if isASCII { return offset }
    let utf8 = text.utf8
    return text.utf16.distance(from: text.startIndex, to: utf8.index(utf8.startIndex, offsetBy: offset))
  }

  /// The offset after the character at `offset`, which is not the end.
  func offset(after offset: Int) -> Int {
    withBytes { nextCharacter(after: offset, in: $0) }
  }

  /// The same where the bytes are at hand; one more than their number at the end.
  func nextCharacter(after offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var next = offset + 1
    if isASCII { return next }
    while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  /// The offset before the character that ends at `offset`, which is not 0.
  func offset(before offset: Int) -> Int {
    if isASCII { return offset - 1 }
    return withBytes { bytes in
      var previous = offset - 1
      while previous > 0, bytes[previous] & 0xC0 == 0x80 { previous -= 1 }
      return previous
    }
  }

  /// Looks at eight bytes at a time.
  static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var seen: UInt64 = 0
    var index = 0
    while index &+ 8 <= raw.count {
      seen |= raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      index &+= 8
      // Why: most text that is not ASCII shows it early.
      if index & 0xFFF == 0, seen & 0x8080_8080_8080_8080 != 0 { return false }
    }
    while index < raw.count {
      seen |= UInt64(raw[index])
      index &+= 1
    }
    return seen & 0x8080_8080_8080_8080 == 0
  }
}
