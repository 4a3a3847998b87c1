/// Turns texts into numbers as PowerShell's casts do: `[int]'0x10'`, `[int]' 1.5 '`, `[byte]'1kb'`, `[double]'1,234'`.
///
/// A text is read as a PowerShell literal first, and by .NET's own parser where it is none; an empty one is zero. Always
/// in the invariant culture. **Source:** PowerShell 7.6, recorded in `Tests/Conformance/tables/conversions`.
package enum NumberCast {
  /// Reads an integer; a fraction is rounded half to even.
  package static func integer<Number: FixedWidthInteger>(
    _ text: String, as: Number.Type
  ) throws(NumberParseFailure) -> Number {
    if let plain = plainInteger(text), let value = Number(exactly: plain) { return value }
    let trimmed = TextTrimming.trimmed(text)
    if trimmed.isEmpty { return 0 }
    if let literal = NumericLiteral(trimmed) {
      if let value = literal.rounded(to: Number.self) { return value }
    } else if let value = try? NumberParser.double(trimmed, culture: .invariant),
      let rounded = Number(exactly: value.rounded(.toNearestOrEven))
    {
      return rounded
    }
    if let digits = hexadecimalDigits(trimmed) {
      return try NumberParser.integer(digits, as: Number.self, styles: .hexNumber, culture: .invariant)
    }
    return try NumberParser.integer(text, as: Number.self, culture: .invariant)
  }

  /// The number where the text is nothing but a sign and up to 15 digits; nil otherwise.
  private static func plainInteger(_ text: String) -> Int64? {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count <= 15 else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    guard !isNegative || bytes.count > 1 else { return nil }
    var value: Int64 = 0
    for byte in isNegative ? bytes.dropFirst() : bytes[...] {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    return isNegative ? -value : value
  }

  /// Whether the text is digits around one point, which every reader of numbers reads alike.
  private static func isPlainReal(_ text: String) -> Bool {
    var digits = 0
    var points = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: ".") where digits > 0: points += 1
      case UInt8(ascii: "-") where digits + points == 0: continue
      default: return false
      }
    }
    return points == 1 && digits > 1 && text.utf8.last != UInt8(ascii: ".")
  }

  /// The digits behind `0x`, `#` or `&h`, which .NET's converter of integers reads as a bit pattern.
  private static func hexadecimalDigits(_ text: String) -> String? {
    for mark in ["0x", "#", "&h"] where OrdinalText.hasPrefix(text, mark, ignoringCase: true) {
      return String(text.utf8.dropFirst(mark.utf8.count))
    }
    return nil
  }

  /// Reads a double; what is too large becomes an infinity.
  package static func double(_ text: String) throws(NumberParseFailure) -> Double {
    if let plain = plainInteger(text) { return Double(plain) }
    if isPlainReal(text), let value = Double(text) { return value }
    let trimmed = TextTrimming.trimmed(text)
    if trimmed.isEmpty { return 0 }
    if let value = NumericLiteral(trimmed)?.double { return value }
    return try NumberParser.double(text, culture: .invariant)
  }

  /// Reads a single; what is too large becomes an infinity.
  package static func single(_ text: String) throws(NumberParseFailure) -> Float {
    let trimmed = TextTrimming.trimmed(text)
    if trimmed.isEmpty { return 0 }
    if let value = NumericLiteral(trimmed)?.double { return Float(value) }
    return try NumberParser.single(text, culture: .invariant)
  }

  /// Reads a decimal; a literal with a fraction passes through a double, so that trailing zeros are lost.
  package static func decimal(_ text: String) throws(NumberParseFailure) -> Decimal96 {
    let trimmed = TextTrimming.trimmed(text)
    if trimmed.isEmpty { return .zero }
    if let value = NumericLiteral(trimmed)?.decimal { return value }
    return try NumberParser.decimal(text, culture: .invariant)
  }
}

extension NumericLiteral {
  /// The value as an integer of the wanted width, rounded half to even; nil where it does not fit.
  package func rounded<Number: FixedWidthInteger>(to: Number.Type) -> Number? {
    switch self {
    case .int8(let value): Number(exactly: value)
    case .int16(let value): Number(exactly: value)
    case .int32(let value): Number(exactly: value)
    case .int64(let value): Number(exactly: value)
    case .uint8(let value): Number(exactly: value)
    case .uint16(let value): Number(exactly: value)
    case .uint32(let value): Number(exactly: value)
    case .uint64(let value): Number(exactly: value)
    case .double(let value): Number(exactly: value.rounded(.toNearestOrEven))
    case .decimal(let value): value.rounded(to: Number.self)
    case .bigInteger(let text): text.int128.flatMap { Number(exactly: $0) }
    }
  }

  /// The nearest double.
  package var double: Double {
    switch self {
    case .double(let value): value
    case .decimal(let value): value.double
    case .bigInteger(let text): text.double
    default: rounded(to: Int128.self).map { Double($0) } ?? 0
    }
  }

  /// The value as a decimal; nil where it does not fit.
  package var decimal: Decimal96? {
    switch self {
    case .double(let value): Decimal96(value)
    case .decimal(let value): value
    default: rounded(to: Int128.self).flatMap { Decimal96(exactly: $0) }
    }
  }
}

extension BigNumberText {
  /// The number where 128 bits hold it.
  package var int128: Int128? {
    guard let magnitude = UInt128(digits, radix: radix) else { return nil }
    let bits = digits.utf8.count * (radix == 16 ? 4 : 1)
    var value: Int128
    if isTwosComplement {
      value = bits >= 128 ? Int128(truncatingIfNeeded: magnitude) : Int128(magnitude) - (Int128(1) << Int128(bits))
    } else {
      guard let positive = Int128(exactly: magnitude) else { return nil }
      value = positive
    }
    let product = value.multipliedReportingOverflow(by: Int128(1) << Int128(shift))
    return product.overflow ? nil : isNegative ? 0 - product.partialValue : product.partialValue
  }

  /// The nearest double.
  package var double: Double {
    if let int128 { return Double(int128) }
    var value = 0.0
    for digit in digits.utf8 {
      value = value * Double(radix) + Double(Character(Unicode.Scalar(digit)).hexDigitValue ?? 0)
    }
    if radix == 10 { value = Double(digits) ?? value }
    return (isNegative ? -value : value) * Double(UInt64(1) << UInt64(shift))
  }
}
