extension NumberLiteral {
  /// The value as .NET writes it in the invariant culture; doubles in the round-trip format.
  package var roundTripText: String {
    switch self {
    case .sbyte(let value): "\(value)"
    case .byte(let value): "\(value)"
    case .int16(let value): "\(value)"
    case .uint16(let value): "\(value)"
    case .int32(let value): "\(value)"
    case .uint32(let value): "\(value)"
    case .int64(let value): "\(value)"
    case .uint64(let value): "\(value)"
    case .double(let value): Self.text(of: value)
    case .decimal(let value): value.text
    case .bigInteger(let digits): digits
    }
  }

  private static func text(of value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity" }
    if value == 0 { return value.sign == .minus ? "-0" : "0" }
    let (digits, exponent) = shortest(value.magnitude)
    let sign = value < 0 ? "-" : ""
    // That format writes an exponent from 1E+17 up and from 1E-05 down.
    guard exponent < 17, exponent > -5 else {
      let first = digits.prefix(1)
      let rest = digits.dropFirst()
      let power = abs(exponent)
      return sign + first + (rest.isEmpty ? "" : "." + rest) + (exponent < 0 ? "E-" : "E+")
        + (power < 10 ? "0" : "") + "\(power)"
    }
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
    let whole = digits.prefix(exponent + 1)
    let fraction = digits.dropFirst(exponent + 1)
    let zeros = String(repeating: "0", count: max(exponent + 1 - digits.count, 0))
    return sign + whole + zeros + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The fewest digits that lead back to the value, and the power of ten of the first one.
  private static func shortest(_ value: Double) -> (digits: String, exponent: Int) {
    let parts = "\(value)".split(separator: "e")
    let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let sides = (parts.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
    let whole = sides.first ?? ""
    var digits = Substring(whole + (sides.count > 1 ? sides[1] : ""))
    var exponent = power + whole.count - 1
    while digits.hasPrefix("0"), digits.count > 1 {
      digits = digits.dropFirst()
      exponent -= 1
    }
    while digits.hasSuffix("0"), digits.count > 1 { digits = digits.dropLast() }
    return (String(digits), exponent)
  }
}

extension DecimalLiteral {
  /// The value with as many digits after the point as it was written with.
  package var text: String {
    var digits = "\(coefficient)"
    if scale > 0 {
      if digits.count <= scale { digits = String(repeating: "0", count: scale + 1 - digits.count) + digits }
      digits = digits.dropLast(scale) + "." + digits.suffix(scale)
    }
    return isNegative && coefficient != 0 ? "-" + digits : digits
  }
}
