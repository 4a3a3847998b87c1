extension Decimal96 {
  /// Creates the decimal nearest to `value` with 15 significant digits; nil outside a decimal's range, or for not-a-number.
  package init?(_ value: Double) {
    self.init(value, exponent: value.isZero || !value.isFinite ? 0 : Int(value.exponent) + 1, significantDigits: 15)
  }

  /// Creates the decimal nearest to `value` with 7 significant digits; nil outside a decimal's range, or for not-a-number.
  package init?(_ value: Float) {
    let wide = Double(value)
    self.init(wide, exponent: wide.isZero || !wide.isFinite ? 0 : Int(wide.exponent) + 1, significantDigits: 7)
  }

  /// Scales `value` to a whole number of the wanted digits, rounds it half to even and drops its trailing zeros.
  ///
  /// The arithmetic is .NET's own, in doubles, so that the last digit agrees.
  private init?(_ value: Double, exponent: Int, significantDigits: Int) {
    guard value.isFinite, exponent <= 96 else { return nil }
    guard exponent >= -94, value != 0 else {
      self.init(0)
      return
    }
    var scaled = abs(value)
    var power = min(significantDigits - 1 - ((exponent * 19_728) >> 16), Self.maximumScale)
    let limit = Self.doublePowerOfTen(significantDigits - 1)
    if power >= 0 {
      scaled *= Self.doublePowerOfTen(power)
    } else if power != -1 || scaled >= limit * 10 {
      scaled /= Self.doublePowerOfTen(-power)
    } else {
      power = 0
    }
    if scaled < limit, power < Self.maximumScale {
      scaled *= 10
      power += 1
    }
    let whole = UInt128(scaled.rounded(.toNearestOrEven))
    if whole == 0 {
      self.init(0)
    } else if power < 0 {
      let product = WideInteger(whole, timesPowerOfTen: -power)
      self.init(rounding: product, scale: 0, isNegative: value < 0)
    } else {
      self = Decimal96(unchecked: whole, scale: UInt8(power), isNegative: value < 0).withoutTrailingZeros
    }
  }

  private static func doublePowerOfTen(_ exponent: Int) -> Double {
    Double(WideInteger.powerOfTen(exponent))
  }

  /// The nearest double as .NET computes it.
  package var double: Double {
    let magnitude = Double(UInt64(truncatingIfNeeded: mantissa)) + Double(UInt64(mantissa >> 64)) * 0x1p64
    let value = magnitude / Self.doublePowerOfTen(Int(scale))
    return isNegative ? -value : value
  }

  /// The whole part as an integer of the wanted width, fraction dropped; nil where it does not fit.
  package func truncated<Number: FixedWidthInteger>(to: Number.Type) -> Number? {
    let whole = truncated
    guard let magnitude = Int128(exactly: whole.mantissa) else { return nil }
    return Number(exactly: isNegative ? -magnitude : magnitude)
  }

  /// The nearest integer of the wanted width, ties to even, as `[int]2.5d` rounds; nil where it does not fit.
  package func rounded<Number: FixedWidthInteger>(to: Number.Type) -> Number? {
    rounded().truncated(to: Number.self)
  }

  /// Creates a whole number; nil where it needs more than 96 bits.
  package init?<Number: FixedWidthInteger>(exactly value: Number) {
    self.init(mantissa: UInt128(value.magnitude), scale: 0, isNegative: value < 0)
  }

  /// Creates the decimal that parsed digits name, rounded half to even; nil where it is too large.
  ///
  /// A zero keeps its decimals, and digits beyond the 28th decimal are rounded away.
  package init?(_ number: NumberDigits) {
    let digits = number.digits
    var exponent = number.scale
    guard !digits.isEmpty else {
      self.init(unchecked: 0, scale: UInt8(min(max(-exponent, 0), 28)), isNegative: number.isNegative)
      return
    }
    guard exponent <= 29 else { return nil }
    let limit = Self.maximumMantissa / 10
    var mantissa: UInt128 = 0
    var next = 0
    while exponent > 0 || (next < digits.count && exponent > -28) {
      let digit = next < digits.count ? digits[next] - UInt8(ascii: "0") : 0
      guard mantissa < limit || (mantissa == limit && digit <= 5) else { break }
      mantissa = mantissa * 10 + UInt128(digit)
      next += 1
      exponent -= 1
    }
    if Self.roundsUp(digits, next, isOdd: mantissa & 1 == 1) {
      mantissa += 1
      if mantissa > Self.maximumMantissa {
        mantissa = limit + 1
        exponent += 1
      }
    }
    guard exponent <= 0 else { return nil }
    if exponent < -28 {
      self.init(unchecked: 0, scale: 28, isNegative: number.isNegative)
    } else {
      self.init(unchecked: mantissa, scale: UInt8(-exponent), isNegative: number.isNegative)
    }
  }

  /// Whether the digits from `index` on weigh more than half, or half beside an odd digit.
  private static func roundsUp(_ digits: [UInt8], _ index: Int, isOdd: Bool) -> Bool {
    guard index < digits.count, digits[index] >= UInt8(ascii: "5") else { return false }
    if digits[index] > UInt8(ascii: "5") || isOdd { return true }
    return digits[(index + 1)...].contains { $0 != UInt8(ascii: "0") }
  }
}
