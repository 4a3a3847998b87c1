extension Decimal96 {
  /// The sum, with the larger scale; nil on overflow.
  package func adding(_ other: Decimal96) -> Decimal96? {
    if scale == other.scale, isNegative == other.isNegative {
      let sum = mantissa + other.mantissa
      if sum <= Self.maximumMantissa { return Decimal96(unchecked: sum, scale: scale, isNegative: isNegative) }
    }
    let common = max(scale, other.scale)
    let left = WideInteger(mantissa, timesPowerOfTen: Int(common - scale))
    let right = WideInteger(other.mantissa, timesPowerOfTen: Int(common - other.scale))
    if isNegative == other.isNegative {
      return Decimal96(rounding: left + right, scale: Int(common), isNegative: isNegative)
    }
    if left == right { return Decimal96(unchecked: 0, scale: common, isNegative: false) }
    let isLeftLarger = right < left
    return Decimal96(
      rounding: isLeftLarger ? left - right : right - left, scale: Int(common),
      isNegative: isLeftLarger ? isNegative : other.isNegative)
  }

  /// The difference, with the larger scale; nil on overflow.
  package func subtracting(_ other: Decimal96) -> Decimal96? {
    adding(other.negated)
  }

  /// The product, with the sum of the scales as far as it fits; nil on overflow.
  package func multiplied(by other: Decimal96) -> Decimal96? {
    Decimal96(
      rounding: WideInteger(mantissa, times: other.mantissa), scale: Int(scale) + Int(other.scale),
      isNegative: isNegative != other.isNegative)
  }

  /// The quotient to 28 or 29 significant digits; nil on overflow or where `other` is zero, which the caller checks.
  package func divided(by other: Decimal96) -> Decimal96? {
    guard !other.isZero else { return nil }
    let divisor = other.mantissa
    var scale = Int(scale) - Int(other.scale)
    var (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: divisor)
    var wasScaled = false
    while remainder != 0 || scale < 0 {
      let room = Self.roomForDigits(quotient, Self.maximumScale - scale)
      let step = remainder == 0 ? min(room, -scale) : room
      if step == 0 { break }
      wasScaled = true
      let power = WideInteger.powerOfTen(step)
      let (more, rest) = (remainder &* power).quotientAndRemainder(dividingBy: divisor)
      quotient = quotient &* power &+ more
      remainder = rest
      scale += step
    }
    guard scale >= 0 else { return nil }
    let doubled = remainder << 1
    if doubled > divisor || (doubled == divisor && quotient & 1 == 1) { quotient += 1 }
    let result = Decimal96(
      rounding: WideInteger(high: 0, low: quotient), scale: scale, isNegative: isNegative != other.isNegative)
    return wasScaled ? result?.withoutTrailingZerosKeepingZero : result
  }

  /// The remainder, with this value's sign; nil where `other` is zero, which the caller checks.
  package func remainder(dividingBy other: Decimal96) -> Decimal96? {
    guard !other.isZero else { return nil }
    let order = magnitude.order(other.magnitude)
    if order < 0 { return self }
    if order == 0 { return Decimal96(unchecked: 0, scale: min(scale, other.scale), isNegative: isNegative) }
    let common = max(scale, other.scale)
    let left = WideInteger(mantissa, timesPowerOfTen: Int(common - scale))
    let right = WideInteger(other.mantissa, timesPowerOfTen: Int(common - other.scale))
    // The divisor is not above the dividend, and one of the two is not widened: the divisor fits 128 bits.
    let rest = left.divided(by: right.low).remainder
    return Decimal96(unchecked: rest, scale: common, isNegative: isNegative)
  }

  /// How many decimal digits, up to nine, can be appended to `quotient` within 96 bits and `left` more decimals.
  private static func roomForDigits(_ quotient: UInt128, _ left: Int) -> Int {
    var room = min(9, left)
    while room > 0, quotient > (maximumMantissa - (WideInteger.powerOfTen(room) - 1)) / WideInteger.powerOfTen(room) {
      room -= 1
    }
    return max(room, 0)
  }

  private var withoutTrailingZerosKeepingZero: Decimal96 {
    isZero ? self : withoutTrailingZeros
  }
}

/// How a value that lies between two is rounded; raw values are .NET's MidpointRounding.
package enum RoundingMode: Int, Sendable {
  /// To the nearest, ties to the even neighbour.
  case toEven = 0
  /// To the nearest, ties away from zero.
  case awayFromZero = 1
  case toZero = 2
  case toNegativeInfinity = 3
  case toPositiveInfinity = 4
}

extension Decimal96 {
  /// Rounds to `decimals` (0 to 28) after the point; a value with fewer stays as it is.
  package func rounded(to decimals: Int = 0, _ mode: RoundingMode = .toEven) -> Decimal96 {
    let dropped = Int(scale) - max(decimals, 0)
    guard dropped > 0 else { return self }
    let power = WideInteger.powerOfTen(dropped)
    let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: power)
    let half = power / 2
    let roundsUp: Bool =
      switch mode {
      case .toEven: remainder > half || (remainder == half && quotient & 1 == 1)
      case .awayFromZero: remainder >= half
      case .toZero: false
      case .toNegativeInfinity: remainder != 0 && isNegative
      case .toPositiveInfinity: remainder != 0 && !isNegative
      }
    // At least one digit was dropped: one more cannot pass 96 bits.
    return Decimal96(unchecked: quotient + (roundsUp ? 1 : 0), scale: UInt8(max(decimals, 0)), isNegative: isNegative)
  }

  package var floor: Decimal96 { rounded(to: 0, .toNegativeInfinity) }
  package var ceiling: Decimal96 { rounded(to: 0, .toPositiveInfinity) }
  package var truncated: Decimal96 { rounded(to: 0, .toZero) }
}
