import Glibc

/// The hash algorithms of `Get-FileHash`.
///
/// **Source:** RFC 1321 (MD5), FIPS 180-4 (SHA-1 and SHA-2).
enum Digest: String, Sendable {
  case md5, sha1, sha256, sha384, sha512

  init?(named name: String) { self.init(rawValue: name.lowercased()) }

  /// The hash in upper-case hexadecimal digits.
  func text(of bytes: [UInt8]) -> String {
    let hash =
      switch self {
      case .md5: MD5.hash(bytes)
      case .sha1: SHA1.hash(bytes)
      case .sha256: SHA256.hash(bytes)
      case .sha384: SHA512.hash(bytes, isTruncated: true)
      case .sha512: SHA512.hash(bytes, isTruncated: false)
      }
    return HexText.upper(hash)
  }

  /// The message with its length behind it, filled up to whole blocks.
  static func padded(_ bytes: [UInt8], block: Int, isBigEndian: Bool) -> [UInt8] {
    var padded = bytes
    padded.append(0x80)
    let lengthBytes = block / 8
    while padded.count % block != block - lengthBytes { padded.append(0) }
    padded += [UInt8](repeating: 0, count: lengthBytes - 8)
    let bits = UInt64(bytes.count) &* 8
    let order = isBigEndian ? Array(stride(from: 56, through: 0, by: -8)) : Array(stride(from: 0, through: 56, by: 8))
    padded += order.map { UInt8(truncatingIfNeeded: bits >> UInt64($0)) }
    return padded
  }
}

/// Bytes as hexadecimal digits.
enum HexText {
  private static let digits = Array("0123456789ABCDEF".utf8)

  static func upper(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

extension FixedWidthInteger where Self: UnsignedInteger {
  fileprivate func rotatedRight(_ count: Self) -> Self { self >> count | self << (Self(Self.bitWidth) - count) }
  fileprivate func rotatedLeft(_ count: Self) -> Self { self << count | self >> (Self(Self.bitWidth) - count) }
  fileprivate var bigEndianBytes: [UInt8] {
    stride(from: Self.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> Self($0)) }
  }
}

/// The big-endian word at a place.
private func word32(_ bytes: [UInt8], _ place: Int) -> UInt32 {
  UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16 | UInt32(bytes[place + 2]) << 8 | UInt32(bytes[place + 3])
}

private enum MD5 {
  private static let shifts: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]

  /// The integer parts of 2^32 times the sines of 1 to 64.
  private static let table: [UInt32] = (1...64).map {
    UInt32(truncatingIfNeeded: Int64(abs(sin(Double($0))) * 4_294_967_296))
  }

  static func hash(_ bytes: [UInt8]) -> [UInt8] {
    let message = Digest.padded(bytes, block: 64, isBigEndian: false)
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
    for start in stride(from: 0, to: message.count, by: 64) { mix(&state, message, start) }
    return state.flatMap { Array($0.bigEndianBytes.reversed()) }
  }

  private static func mix(_ state: inout [UInt32], _ message: [UInt8], _ start: Int) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    for step in 0..<64 {
      let (f, index) =
        switch step / 16 {
        case 0: ((b & c) | (~b & d), step)
        case 1: ((d & b) | (~d & c), (5 * step + 1) % 16)
        case 2: (b ^ c ^ d, (3 * step + 5) % 16)
        default: (c ^ (b | ~d), 7 * step % 16)
        }
      let sum = a &+ f &+ table[step] &+ word32(message, start + index * 4).byteSwapped
      (a, d, c) = (d, c, b)
      b = b &+ sum.rotatedLeft(shifts[step / 16 * 4 + step % 4])
    }
    state = [state[0] &+ a, state[1] &+ b, state[2] &+ c, state[3] &+ d]
  }
}

private enum SHA1 {
  static func hash(_ bytes: [UInt8]) -> [UInt8] {
    let message = Digest.padded(bytes, block: 64, isBigEndian: true)
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    for start in stride(from: 0, to: message.count, by: 64) { mix(&state, message, start) }
    return state.flatMap(\.bigEndianBytes)
  }

  private static func mix(_ state: inout [UInt32], _ message: [UInt8], _ start: Int) {
    var w = (0..<16).map { word32(message, start + $0 * 4) }
    for step in 16..<80 { w.append((w[step - 3] ^ w[step - 8] ^ w[step - 14] ^ w[step - 16]).rotatedLeft(1)) }
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for step in 0..<80 {
      let (f, k): (UInt32, UInt32) =
        switch step / 20 {
        case 0: ((b & c) | (~b & d), 0x5A82_7999)
        case 1: (b ^ c ^ d, 0x6ED9_EBA1)
        case 2: ((b & c) | (b & d) | (c & d), 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      let sum = a.rotatedLeft(5) &+ f &+ e &+ k &+ w[step]
      (e, d, c, b, a) = (d, c, b.rotatedLeft(30), a, sum)
    }
    state = [state[0] &+ a, state[1] &+ b, state[2] &+ c, state[3] &+ d, state[4] &+ e]
  }
}

private enum SHA256 {
  private static let constants = SHA512.constants.prefix(64).map { UInt32(truncatingIfNeeded: $0 >> 32) }

  static func hash(_ bytes: [UInt8]) -> [UInt8] {
    let message = Digest.padded(bytes, block: 64, isBigEndian: true)
    var state = SHA512.initial.map { UInt32(truncatingIfNeeded: $0 >> 32) }
    for start in stride(from: 0, to: message.count, by: 64) { mix(&state, message, start) }
    return state.flatMap(\.bigEndianBytes)
  }

  private static func mix(_ state: inout [UInt32], _ message: [UInt8], _ start: Int) {
    var w = (0..<16).map { word32(message, start + $0 * 4) }
    for step in 16..<64 {
      let (x, y) = (w[step - 15], w[step - 2])
      let s0 = x.rotatedRight(7) ^ x.rotatedRight(18) ^ (x >> 3)
      let s1 = y.rotatedRight(17) ^ y.rotatedRight(19) ^ (y >> 10)
      w.append(w[step - 16] &+ s0 &+ w[step - 7] &+ s1)
    }
    var h = state
    for step in 0..<64 {
      let s1 = h[4].rotatedRight(6) ^ h[4].rotatedRight(11) ^ h[4].rotatedRight(25)
      let choice = (h[4] & h[5]) ^ (~h[4] & h[6])
      let first = h[7] &+ s1 &+ choice &+ constants[step] &+ w[step]
      let s0 = h[0].rotatedRight(2) ^ h[0].rotatedRight(13) ^ h[0].rotatedRight(22)
      let majority = (h[0] & h[1]) ^ (h[0] & h[2]) ^ (h[1] & h[2])
      h = [first &+ s0 &+ majority, h[0], h[1], h[2], h[3] &+ first, h[4], h[5], h[6]]
    }
    for index in 0..<8 { state[index] = state[index] &+ h[index] }
  }
}
