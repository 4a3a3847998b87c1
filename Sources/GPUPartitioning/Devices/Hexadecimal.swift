extension UInt32 {
  /// Reads hexadecimal digits only: no sign, no prefix, as many as `digits` allows.
  init?(hexadecimal text: some StringProtocol, digits: ClosedRange<Int>) {
    let bytes = text.utf8
    guard digits.contains(bytes.count), bytes.count <= 8 else { return nil }
    var value: UInt32 = 0
    for byte in bytes {
      guard let digit = byte.hexadecimalDigit else { return nil }
      value = value << 4 | UInt32(digit)
    }
    self = value
  }

  /// At least `width` digits, in lower case.
  func hexadecimal(_ width: Int) -> String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}

extension UInt8 {
  /// The value of an ASCII hexadecimal digit; nil for any other byte.
  var hexadecimalDigit: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self &- UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self &- UInt8(ascii: "a") &+ 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self &- UInt8(ascii: "A") &+ 10
    default: nil
    }
  }
}
