extension BigInteger {
  package static func + (left: BigInteger, right: BigInteger) -> BigInteger {
    if left.isNegative == right.isNegative {
      return BigInteger(Limbs.sum(left.limbs, right.limbs), isNegative: left.isNegative)
    }
    let isLeftLarger = Limbs.compare(left.limbs, right.limbs) >= 0
    return BigInteger(
      isLeftLarger ? Limbs.difference(left.limbs, right.limbs) : Limbs.difference(right.limbs, left.limbs),
      isNegative: isLeftLarger ? left.isNegative : right.isNegative)
  }

  package static func - (left: BigInteger, right: BigInteger) -> BigInteger { left + right.negated }

  package static func * (left: BigInteger, right: BigInteger) -> BigInteger {
    BigInteger(Limbs.product(left.limbs, right.limbs), isNegative: left.isNegative != right.isNegative)
  }

  /// Quotient towards zero and remainder with this number's sign; nil where `divisor` is zero.
  package func divided(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger)? {
    guard !divisor.isZero else { return nil }
    let result = Limbs.quotient(limbs, divisor.limbs)
    return (
      BigInteger(result.quotient, isNegative: isNegative != divisor.isNegative),
      BigInteger(result.remainder, isNegative: isNegative)
    )
  }

  /// The number to a power that is not negative; nil where the result would need more than 2^28 bits.
  package func power(_ exponent: Int) -> BigInteger? {
    guard exponent > 0 else { return exponent == 0 ? .one : nil }
    if limbs.isEmpty || limbs == [1] { return isNegative && exponent & 1 == 0 ? negated : self }
    let bits = bitLength.multipliedReportingOverflow(by: exponent)
    guard !bits.overflow, bits.partialValue <= 1 << 28 else { return nil }
    var result = BigInteger.one
    var base = self
    var left = exponent
    while left > 1 {
      if left & 1 == 1 { result = result * base }
      base = base * base
      left >>= 1
    }
    return result * base
  }

  /// The remainder of a power; nil where `exponent` is negative or `modulus` zero.
  package func power(_ exponent: BigInteger, modulus: BigInteger) -> BigInteger? {
    guard !exponent.isNegative, !modulus.isZero, var base = divided(by: modulus)?.remainder else { return nil }
    guard var result = BigInteger.one.divided(by: modulus)?.remainder else { return nil }
    for limb in exponent.limbs {
      for bit in 0..<64 {
        if limb >> UInt(bit) & 1 == 1, let next = (result * base).divided(by: modulus) { result = next.remainder }
        if let next = (base * base).divided(by: modulus) { base = next.remainder }
      }
    }
    return result
  }

  /// The greatest number that divides both, not negative.
  package func greatestCommonDivisor(_ other: BigInteger) -> BigInteger {
    var (left, right) = (magnitude, other.magnitude)
    while let next = left.divided(by: right) { (left, right) = (right, next.remainder) }
    return left
  }

  /// The natural logarithm; not-a-number below zero.
  package var logarithm: Double {
    if isNegative { return .nan }
    if isZero { return -.infinity }
    let excess = max(magnitudeBitLength - 1_000, 0)
    return Self.log(shifted(right: excess).double) + Double(excess) * 0.693_147_180_559_945_3
  }

  /// The whole part of the square root; nil below zero.
  package var squareRoot: BigInteger? {
    guard !isNegative else { return nil }
    guard !isZero else { return .zero }
    var guess = BigInteger.one.shifted(left: (magnitudeBitLength + 1) / 2)
    while let quotient = divided(by: guess)?.quotient {
      let next = (guess + quotient).shifted(right: 1)
      guard next < guess else { break }
      guess = next
    }
    return guess
  }
}
