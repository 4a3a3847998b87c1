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
      return padded(String(magnitude), 0)
    case UInt8(ascii: "D"): return padded(String(magnitude), precision ?? 0)
    case UInt8(ascii: "X"):
      let isUppercase = letter == UInt8(ascii: "X")
      return unsigned(String(pattern, radix: 16, uppercase: isUppercase), precision ?? 0)
    case UInt8(ascii: "B"): return unsigned(String(pattern, radix: 2), precision ?? 0)
    default: return try digits(format, culture)
    }
  }

  private func digits(_ format: NumberFormat, _ culture: Culture) throws(FormatFailure) -> String {
    try NumberFormatter.written(NumberDigits(magnitude: magnitude, isNegative: isNegative), format, culture)
  }

  private func padded(_ digits: String, _ width: Int) -> String {
    (isNegative ? "-" : "") + unsigned(digits, width)
  }

  private func unsigned(_ digits: String, _ width: Int) -> String {
    String(repeating: "0", count: max(width - digits.utf8.count, 0)) + digits
  }
}
