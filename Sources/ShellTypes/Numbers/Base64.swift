import ShellObjects

/// Base 64 as System.Convert reads and writes it.
package enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  package static func text(_ bytes: [UInt8], breaksLines: Bool = false) -> String {
    var result: [UInt8] = []
    var column = 0
    for start in stride(from: 0, to: bytes.count, by: 3) {
      if breaksLines, column == 76 {
        result += [0x0D, 0x0A]
        column = 0
      }
      column += 4
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for (offset, byte) in group.enumerated() { bits |= UInt32(byte) << UInt32(16 - 8 * offset) }
      for digit in 0..<4 {
        result.append(digit <= group.count ? alphabet[Int(bits >> UInt32(18 - 6 * digit)) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  package static func bytes(_ text: String) throws -> [UInt8] {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    var padding = 0
    for byte in text.utf8 where ![0x20, 0x09, 0x0A, 0x0D].contains(byte) {
      if byte == UInt8(ascii: "=") {
        padding += 1
        count += 1
        continue
      }
      guard padding == 0, let digit = digit(byte) else { throw invalid }
      bits = bits << 6 | UInt32(digit)
      count += 1
      if count.isMultiple(of: 4) {
        result += [
          UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8), UInt8(truncatingIfNeeded: bits),
        ]
        bits = 0
      }
    }
    guard count.isMultiple(of: 4), padding <= 2 else { throw invalid }
    if padding == 1 { result += [UInt8(truncatingIfNeeded: bits >> 10), UInt8(truncatingIfNeeded: bits >> 2)] }
    if padding == 2 { result.append(UInt8(truncatingIfNeeded: bits >> 4)) }
    return result
  }

  private static let invalid = NetException.format(
    "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters."
  )

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
