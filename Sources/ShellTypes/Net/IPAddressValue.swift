import Glibc
package import ShellObjects

/// A System.Net.IPAddress: 4 or 16 bytes, and the scope of a link-local one.
package struct IPAddressValue: Hashable, Sendable {
  package let bytes: [UInt8]
  package let scope: UInt32

  package init(bytes: [UInt8], scope: UInt32 = 0) {
    self.bytes = bytes
    self.scope = scope
  }

  package var isIPv4: Bool { bytes.count == 4 }

  /// The usual text: dotted, or colons with the longest run of zeros left out.
  package var text: String {
    if isIPv4 { return bytes.map { String($0) }.joined(separator: ".") }
    let text = isMapped || isCompatible ? mixedText : hexadecimalText
    return scope == 0 ? text : "\(text)%\(scope)"
  }

  var isMapped: Bool {
    bytes.count == 16 && bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 255 && bytes[11] == 255
  }

  /// Whether the last four bytes are an IPv4 address after zeros, which .NET writes dotted.
  private var isCompatible: Bool {
    bytes.count == 16 && bytes[..<12].allSatisfy { $0 == 0 } && (bytes[12] != 0 || bytes[13] != 0)
  }

  private var mixedText: String {
    (isMapped ? "::ffff:" : "::") + bytes[12...].map { String($0) }.joined(separator: ".")
  }

  private var hexadecimalText: String {
    let words = stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    var best = 0..<0
    var start = 0
    while start < 8 {
      var end = start
      while end < 8, words[end] == 0 { end += 1 }
      if end - start > max(1, best.count) { best = start..<end }
      start = max(end, start + 1)
    }
    func joined(_ part: ArraySlice<UInt16>) -> String { part.map { String($0, radix: 16) }.joined(separator: ":") }
    if best.isEmpty { return joined(words[...]) }
    return joined(words[..<best.lowerBound]) + "::" + joined(words[best.upperBound...])
  }

  /// Reads any form of an address; nil where it is none.
  package static func parse(_ text: String) -> IPAddressValue? {
    text.contains(":") ? parseIPv6(text) : parseIPv4(text)
  }

  /// One to four numbers in decimal, octal or hexadecimal; the last fills what is left.
  private static func parseIPv4(_ text: String) -> IPAddressValue? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...4).contains(parts.count) else { return nil }
    var numbers: [UInt64] = []
    for part in parts {
      let lower = part.lowercased()
      let number: UInt64?
      if lower.hasPrefix("0x") {
        number = UInt64(lower.dropFirst(2), radix: 16)
      } else if lower.count > 1, lower.hasPrefix("0") {
        number = UInt64(lower, radix: 8)
      } else {
        number = lower.utf8.allSatisfy { (0x30...0x39).contains($0) } ? UInt64(lower) : nil
      }
      guard let number else { return nil }
      numbers.append(number)
    }
    guard let last = numbers.popLast(), numbers.allSatisfy({ $0 < 256 }), last < 1 << UInt64(8 * (4 - numbers.count))
    else {
      return nil
    }
    var value = last
    for (index, number) in numbers.enumerated() { value |= number << UInt64(24 - 8 * index) }
    return IPAddressValue(bytes: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt64($0)) })
  }

  private static func parseIPv6(_ text: String) -> IPAddressValue? {
    var text = text
    if text.hasPrefix("["), let close = text.firstIndex(of: "]") {
      text = String(text[text.index(after: text.startIndex)..<close])
    }
    var scope: UInt32 = 0
    if let percent = text.firstIndex(of: "%") {
      let name = String(text[text.index(after: percent)...])
      scope = UInt32(name) ?? if_nametoindex(name)
      text = String(text[..<percent])
    }
    var address = in6_addr()
    guard inet_pton(AF_INET6, text, &address) == 1 else { return nil }
    return IPAddressValue(bytes: withUnsafeBytes(of: address) { Array($0) }, scope: scope)
  }
}

extension IPAddressValue: ValueRepresentable {
  package var value: Value { .object(Box(self, PSType.named("System.Net.IPAddress"))) }
}
