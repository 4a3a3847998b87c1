/// An integer of fixed width on its way to text.
struct FormattedInteger {
  let magnitude: UInt128
  let isNegative: Bool
  /// Its bits, in its own width.
  let pattern: UInt128

  func text(_ format: NumberFormat, _ culture: Culture) throws(FormatFailure) -> String {
    guard case .standard(let letter, let precision) = format else { return try digits(format, culture) }
    switch letter & ~0x20 {
    case UInt8(ascii: "G"), UInt8(ascii: "R"):
      guard letter & ~0x20 == UInt8(ascii: "R") || (precision ?? 0) < 1 else { return try digits(format, culture) }
      return padded(Self.digits(magnitude, radix: 10), 0)
    case UInt8(ascii: "D"): return padded(Self.digits(magnitude, radix: 10), precision ?? 0)
    case UInt8(ascii: "X"):
      let isUppercase = letter == UInt8(ascii: "X")
      return unsigned(Self.digits(pattern, radix: 16, isUppercase), precision ?? 0)
    case UInt8(ascii: "B"): return unsigned(Self.digits(pattern, radix: 2), precision ?? 0)
    default: return try digits(format, culture)
    }
  }

  private func digits(_ format: NumberFormat, _ culture: Culture) throws(FormatFailure) -> String {
    try NumberFormatter.written(NumberDigits(magnitude: magnitude, isNegative: isNegative), format, culture)
  }

  /// The digits of a number, which is nearly always one of 64 bits.
  private static func digits(_ value: UInt128, radix: Int, _ isUppercase: Bool = false) -> String {
    guard let small = UInt64(exactly: value) else { return String(value, radix: radix, uppercase: isUppercase) }
    return String(small, radix: radix, uppercase: isUppercase)
  }

  private func padded(_ digits: String, _ width: Int) -> String {
    (isNegative ? "-" : "") + unsigned(digits, width)
  }

  private func unsigned(_ digits: String, _ width: Int) -> String {
    width <= digits.utf8.count ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
  }
}
