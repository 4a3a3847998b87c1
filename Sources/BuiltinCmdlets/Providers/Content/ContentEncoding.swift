import ShellObjects

/// An encoding of files, as `-Encoding` names it.
struct ContentEncoding: Sendable, Equatable {
  enum Scheme: Sendable { case utf8, utf16Little, utf16Big, utf32Little, utf32Big, ascii, latin1, windows1252 }

  let scheme: Scheme
  /// Whether a new file begins with a byte order mark.
  let hasMark: Bool

  init(_ scheme: Scheme, hasMark: Bool = false) {
    self.scheme = scheme
    self.hasMark = hasMark
  }

  /// PowerShell's default: UTF-8 without a mark.
  static let utf8 = ContentEncoding(.utf8)

  /// Nil for a name or code page that is not known.
  init?(named name: String) {
    switch name.lowercased() {
    case "", "utf8", "utf-8", "utf8nobom", "default", "oem", "ansi", "utf7": self.init(.utf8)
    case "utf8bom", "65001": self.init(.utf8, hasMark: true)
    case "ascii", "us-ascii", "20127": self.init(.ascii)
    case "unicode", "utf-16", "utf-16le", "1200", "string": self.init(.utf16Little, hasMark: true)
    case "bigendianunicode", "utf-16be", "1201": self.init(.utf16Big, hasMark: true)
    case "utf32", "utf-32", "utf-32le", "12000": self.init(.utf32Little, hasMark: true)
    case "bigendianutf32", "utf-32be", "12001": self.init(.utf32Big, hasMark: true)
    case "latin1", "iso-8859-1", "28591": self.init(.latin1)
    case "windows-1252", "1252": self.init(.windows1252)
    default: return nil
    }
  }

  var mark: [UInt8] {
    guard hasMark else { return [] }
    switch scheme {
    case .utf8: return [0xEF, 0xBB, 0xBF]
    case .utf16Little: return [0xFF, 0xFE]
    case .utf16Big: return [0xFE, 0xFF]
    case .utf32Little: return [0xFF, 0xFE, 0, 0]
    case .utf32Big: return [0, 0, 0xFE, 0xFF]
    case .ascii, .latin1, .windows1252: return []
    }
  }

  /// The encoding that a mark at the start of a file tells, and the length of the mark; nil where there is none.
  static func detected(_ bytes: some Collection<UInt8>) -> (encoding: ContentEncoding, length: Int)? {
    // Why UTF-32 first: its mark begins with that of UTF-16.
    for scheme in [Scheme.utf32Little, .utf32Big, .utf8, .utf16Little, .utf16Big] {
      let encoding = ContentEncoding(scheme, hasMark: true)
      if bytes.starts(with: encoding.mark) { return (encoding, encoding.mark.count) }
    }
    return nil
  }

  /// The text's bytes; what the encoding cannot say becomes `?`.
  func bytes(_ text: String) -> [UInt8] {
    switch scheme {
    case .utf8: Array(text.utf8)
    case .utf16Little: text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    case .utf16Big: text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    case .utf32Little:
      text.unicodeScalars.flatMap { scalar in Self.shifts.map { UInt8(truncatingIfNeeded: scalar.value >> $0) } }
    case .utf32Big:
      text.unicodeScalars.flatMap { scalar in
        Self.shifts.reversed().map { UInt8(truncatingIfNeeded: scalar.value >> $0) }
      }
    case .ascii: text.utf16.map { $0 < 0x80 ? UInt8($0) : 0x3F }
    case .latin1: text.utf16.map { $0 < 0x100 ? UInt8($0) : 0x3F }
    case .windows1252: text.utf16.map(Windows1252.byte)
    }
  }

  private static let shifts: [UInt32] = [0, 8, 16, 24]
}

/// Code page 1252.
enum Windows1252 {
  /// Units of the bytes 0x80 to 0x9F.
  private static let upper: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]

  static func unit(_ byte: UInt8) -> UInt16 {
    byte >= 0x80 && byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt16(byte)
  }

  static func byte(_ unit: UInt16) -> UInt8 {
    if unit < 0x80 || (unit >= 0xA0 && unit < 0x100) { return UInt8(unit) }
    return upper.firstIndex(of: unit).map { UInt8($0 + 0x80) } ?? 0x3F
  }
}
