package import ShellObjects

/// `[bigint]`: a whole number of any size.
///
/// Sign and magnitude; the magnitude is an array of 64-bit limbs on which GMP works, so that a number is a plain value and
/// copies share their limbs.
package struct BigInteger: Sendable, Hashable, Comparable {
  package let isNegative: Bool
  /// Least significant first, without leading zeros; zero has none.
  let limbs: [UInt]

  package static let zero = BigInteger(0)
  package static let one = BigInteger(1)

  /// Creates a number from limbs; leading zeros are dropped, and zero has no sign.
  init(_ limbs: [UInt], isNegative: Bool) {
    var limbs = limbs
    while limbs.last == 0 { limbs.removeLast() }
    self.limbs = limbs
    self.isNegative = isNegative && !limbs.isEmpty
  }

  /// Creates a number from any integer of fixed width.
  package init<Number: FixedWidthInteger>(_ value: Number) {
    self.init(Array(value.magnitude.words.map { UInt($0) }), isNegative: value < 0)
  }

  /// Creates the whole part of a double; nil for an infinity or not-a-number.
  package init?(_ value: Double) {
    guard value.isFinite else { return nil }
    let whole = value.rounded(.towardZero)
    guard whole != 0 else {
      self.init([], isNegative: false)
      return
    }
    let shift = Int(whole.exponent) - 52
    let significand = UInt(whole.significandBitPattern | 1 << 52)
    let magnitude = BigInteger([significand], isNegative: whole < 0)
    self =
      shift >= 0 ? magnitude.shifted(left: shift) : BigInteger([significand >> UInt(-shift)], isNegative: whole < 0)
  }

  /// Creates the whole part of a decimal.
  package init(_ value: Decimal96) {
    let whole = value.truncated
    let magnitude = BigInteger(whole.mantissa)
    self = whole.isNegative ? magnitude.negated : magnitude
  }

  package var isZero: Bool { limbs.isEmpty }
  package var isOne: Bool { !isNegative && limbs == [1] }
  package var isEven: Bool { (limbs.first ?? 0) & 1 == 0 }
  /// Whether the number is 1, 2, 4, 8 and so on.
  package var isPowerOfTwo: Bool {
    !isNegative && !isZero && limbs.dropLast().allSatisfy { $0 == 0 } && (limbs.last ?? 0).nonzeroBitCount == 1
  }
  /// -1, 0 or 1.
  package var sign: Int { isZero ? 0 : isNegative ? -1 : 1 }

  package var negated: BigInteger { BigInteger(limbs, isNegative: !isNegative) }
  package var magnitude: BigInteger { BigInteger(limbs, isNegative: false) }

  package static func < (left: BigInteger, right: BigInteger) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    let order = Limbs.compare(left.limbs, right.limbs)
    return left.isNegative ? order > 0 : order < 0
  }

  /// The number as an integer of the wanted width; nil where it does not fit.
  package func exactly<Number: FixedWidthInteger>(as: Number.Type) -> Number? {
    guard limbs.count * 64 <= 128 else { return nil }
    var magnitude: UInt128 = 0
    for limb in limbs.reversed() { magnitude = magnitude << 64 | UInt128(limb) }
    guard isNegative else { return Number(exactly: magnitude) }
    if magnitude == 1 << 127 { return Number(exactly: Int128.min) }
    return Int128(exactly: magnitude).flatMap { Number(exactly: -$0) }
  }

  /// The double towards zero, as .NET converts; an infinity beyond its range.
  package var double: Double {
    guard let top = limbs.last else { return 0 }
    let bits = limbs.count * 64 - top.leadingZeroBitCount
    let value: Double
    if bits <= 64 {
      value = Self.truncated(top)
    } else {
      let shift = bits - 64
      let high = magnitude.shifted(right: shift).limbs.first ?? 0
      value = shift > 1_100 ? .infinity : Self.truncated(high) * Double(sign: .plus, exponent: shift, significand: 1)
    }
    return isNegative ? -value : value
  }

  /// The upper 53 bits of a limb.
  private static func truncated(_ limb: UInt) -> Double {
    let excess = max(64 - limb.leadingZeroBitCount - 53, 0)
    return Double((limb >> UInt(excess)) << UInt(excess))
  }

  /// The number as a decimal; nil where it needs more than 96 bits.
  package var decimal: Decimal96? { exactly(as: Int128.self).flatMap { Decimal96(exactly: $0) } }
}
