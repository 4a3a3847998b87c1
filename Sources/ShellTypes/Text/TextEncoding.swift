import ShellObjects

/// A character encoding: what System.Text.Encoding and the cmdlets' -Encoding share.
package struct TextEncoding: Sendable, Hashable {
  package enum Scheme: Sendable, Hashable {
    case utf8, utf16, utf16BigEndian, utf32, utf32BigEndian, utf7, ascii, latin1
  }

  package let scheme: Scheme
  /// Whether `GetPreamble` gives a byte order mark, which writers put at the start.
  package let hasMark: Bool
  /// Whether bytes that mean nothing are an error rather than a replacement character.
  package let isStrict: Bool

  package init(_ scheme: Scheme, hasMark: Bool = false, isStrict: Bool = false) {
    self.scheme = scheme
    self.hasMark = hasMark
    self.isStrict = isStrict
  }

  package static let utf8 = TextEncoding(.utf8)
  package static let utf8WithMark = TextEncoding(.utf8, hasMark: true)
  package static let utf16 = TextEncoding(.utf16, hasMark: true)
  package static let utf16BigEndian = TextEncoding(.utf16BigEndian, hasMark: true)
  package static let utf32 = TextEncoding(.utf32, hasMark: true)
  package static let ascii = TextEncoding(.ascii)
  package static let latin1 = TextEncoding(.latin1)

  package var mark: [UInt8] {
    guard hasMark else { return [] }
    switch scheme {
    case .utf8: return [0xEF, 0xBB, 0xBF]
    case .utf16: return [0xFF, 0xFE]
    case .utf16BigEndian: return [0xFE, 0xFF]
    case .utf32: return [0xFF, 0xFE, 0, 0]
    case .utf32BigEndian: return [0, 0, 0xFE, 0xFF]
    case .utf7, .ascii, .latin1: return []
    }
  }

  package func bytes(_ text: String) -> [UInt8] {
    switch scheme {
    case .utf8, .utf7: return Array(text.utf8)
    case .utf16: return text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    case .utf16BigEndian:
      return text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    case .utf32: return text.unicodeScalars.flatMap { Self.quad($0.value) }
    case .utf32BigEndian: return text.unicodeScalars.flatMap { Self.quad($0.value).reversed() }
    case .ascii: return text.utf16.map { $0 < 0x80 ? UInt8($0) : 0x3F }
    case .latin1: return text.utf16.map { $0 < 0x100 ? UInt8($0) : 0x3F }
    }
  }

  private static func quad(_ value: UInt32) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
  }

  /// The text of bytes; throws DecoderFallbackException where a strict encoding cannot read them.
  package func text(_ bytes: some Collection<UInt8>) throws -> String {
    switch scheme {
    case .utf8, .utf7:
      if isStrict, let bad = Self.firstInvalid(bytes) {
        throw NetException(
          "System.Text.DecoderFallbackException",
          "Unable to translate bytes [\(Hexadecimal.text(CollectionOfOne(bad.byte)))] at index \(bad.index) from specified code page to Unicode."
        )
      }
      return String(decoding: bytes, as: UTF8.self)
    case .utf16: return Self.wide(bytes, isBig: false)
    case .utf16BigEndian: return Self.wide(bytes, isBig: true)
    case .utf32: return Self.quads(bytes, isBig: false)
    case .utf32BigEndian: return Self.quads(bytes, isBig: true)
    case .ascii: return String(decoding: bytes.map { $0 < 0x80 ? UInt16($0) : 0x3F }, as: UTF16.self)
    case .latin1: return String(decoding: bytes.map { UInt16($0) }, as: UTF16.self)
    }
  }

  private static func wide(_ bytes: some Collection<UInt8>, isBig: Bool) -> String {
    var units: [UInt16] = []
    var iterator = bytes.makeIterator()
    while let first = iterator.next() {
      guard let second = iterator.next() else {
        units.append(0xFFFD)
        break
      }
      units.append(isBig ? UInt16(first) << 8 | UInt16(second) : UInt16(second) << 8 | UInt16(first))
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func quads(_ bytes: some Collection<UInt8>, isBig: Bool) -> String {
    var text = String.UnicodeScalarView()
    let all = Array(bytes)
    for start in stride(from: 0, to: all.count, by: 4) {
      let part = all[start..<min(start + 4, all.count)]
      let ordered = isBig ? Array(part) : Array(part.reversed())
      let code = ordered.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      text.append(part.count == 4 ? Unicode.Scalar(code) ?? "\u{FFFD}" : "\u{FFFD}")
    }
    return String(text)
  }

  private static func firstInvalid(_ bytes: some Collection<UInt8>) -> (byte: UInt8, index: Int)? {
    var iterator = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var place = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): place += scalar.count
      case .error: return bytes.dropFirst(place).first.map { ($0, place) }
      case .emptyInput: return nil
      }
    }
  }

  /// The encoding a byte order mark at the start tells of, and how long the mark is.
  package static func marked(_ bytes: some Collection<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    let start = Array(bytes.prefix(4))
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8WithMark, 3) }
    if start == [0xFF, 0xFE, 0, 0] { return (.utf32, 4) }
    if start == [0, 0, 0xFE, 0xFF] { return (TextEncoding(.utf32BigEndian, hasMark: true), 4) }
    if start.starts(with: [0xFF, 0xFE]) { return (.utf16, 2) }
    if start.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// The text of a file's bytes: by its mark, or as this encoding where it has none.
  package func fileText(_ bytes: [UInt8]) throws -> String {
    if let (encoding, length) = Self.marked(bytes) { return try encoding.text(bytes.dropFirst(length)) }
    return try text(bytes)
  }
}
