/// A UUID: sixteen bytes that name a virtual machine, an adapter, a mediated device, or a change.
///
/// Printed in lower case, as libvirt and the kernel do; `hyperV` is the upper-case form of Hyper-V's ids.
package struct UniqueIdentifier: Hashable, Sendable, CustomStringConvertible {
  private let high: UInt64
  private let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads `89abcdef-0123-4567-89ab-cdef01234567` in either case, also in braces; nil for anything else.
  package init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)
    if bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") { bytes = Array(bytes.dropFirst().dropLast()) }
    guard bytes.count == 36 else { return nil }
    var words: [UInt64] = [0, 0]
    var digits = 0
    for (index, byte) in bytes.enumerated() {
      if UniqueIdentifier.hyphens.contains(index) {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard let digit = byte.hexadecimalDigit else { return nil }
      words[digits < 16 ? 0 : 1] = words[digits < 16 ? 0 : 1] << 4 | UInt64(digit)
      digits += 1
    }
    self.init(high: words[0], low: words[1])
  }

  /// A new random identifier (version 4).
  package static func random() -> UniqueIdentifier {
    var high = UInt64.random(in: .min ... .max)
    var low = UInt64.random(in: .min ... .max)
    high = high & ~0xf000 | 0x4000
    low = low & ~(0xc << 60) | 0x8 << 60
    return UniqueIdentifier(high: high, low: low)
  }

  /// The same identifier for the same text, always: a stable name for what has none of its own.
  package init(derivedFrom text: String) {
    var high: UInt64 = 0xcbf2_9ce4_8422_2325
    var low: UInt64 = 0x6c62_272e_07bb_0142
    for byte in text.utf8 {
      high = (high ^ UInt64(byte)) &* 0x100_0000_01b3
      low = (low &+ UInt64(byte)) &* 0x9e37_79b9_7f4a_7c15 ^ (low >> 29)
    }
    self.init(high: high & ~0xf000 | 0x8000, low: low & ~(0xc << 60) | 0x8 << 60)
  }

  package var description: String {
    let digits = Array((UniqueIdentifier.padded(high) + UniqueIdentifier.padded(low)).utf8)
    var text: [UInt8] = []
    for byte in digits {
      if UniqueIdentifier.hyphens.contains(text.count) { text.append(UInt8(ascii: "-")) }
      text.append(byte)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// In upper case.
  package var hyperV: String { description.uppercased() }

  private static let hyphens: Set<Int> = [8, 13, 18, 23]

  private static func padded(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
