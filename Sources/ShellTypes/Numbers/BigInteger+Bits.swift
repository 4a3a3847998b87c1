import Glibc

extension BigInteger {
  static func log(_ value: Double) -> Double { Glibc.log(value) }

  private static let longestShift = -Int(Int32.max)...Int(Int32.max)

  /// How many bits the magnitude has; 0 for zero.
  var magnitudeBitLength: Int { limbs.count * 64 - (limbs.last ?? .max).leadingZeroBitCount }

  /// How many bits two's complement takes without its sign: 8 for 255 and for -256.
  package var bitLength: Int {
    isNegative ? (magnitude - .one).magnitudeBitLength : magnitudeBitLength
  }

  /// The number times 2^`distance`; a negative distance shifts right.
  ///
  /// Distances are held within 2^31, as .NET's are.
  package func shifted(left distance: Int) -> BigInteger {
    let count = min(max(distance, Self.longestShift.lowerBound), Self.longestShift.upperBound)
    guard count > 0, !isZero else { return count < 0 ? shifted(right: -count) : self }
    let (whole, bits) = (count / 64, UInt(count % 64))
    var result = [UInt](repeating: 0, count: whole)
    result.reserveCapacity(whole + limbs.count + 1)
    var carry: UInt = 0
    for limb in limbs {
      result.append(limb << bits | carry)
      carry = bits == 0 ? 0 : limb >> (64 - bits)
    }
    result.append(carry)
    return BigInteger(result, isNegative: isNegative)
  }

  /// The number divided by 2^`distance`, rounded down as two's complement does.
  package func shifted(right distance: Int) -> BigInteger {
    let count = min(max(distance, Self.longestShift.lowerBound), Self.longestShift.upperBound)
    guard count > 0, !isZero else { return count < 0 ? shifted(left: -count) : self }
    if isNegative { return (self + .one).magnitude.shifted(right: count).negated - .one }
    let (whole, bits) = (count / 64, UInt(count % 64))
    guard whole < limbs.count else { return .zero }
    var result: [UInt] = []
    result.reserveCapacity(limbs.count - whole)
    for index in whole..<limbs.count {
      let above = index + 1 < limbs.count && bits > 0 ? limbs[index + 1] << (64 - bits) : 0
      result.append(limbs[index] >> bits | above)
    }
    return BigInteger(result, isNegative: false)
  }

  package static func & (left: BigInteger, right: BigInteger) -> BigInteger { combined(left, right, &) }
  package static func | (left: BigInteger, right: BigInteger) -> BigInteger { combined(left, right, |) }
  package static func ^ (left: BigInteger, right: BigInteger) -> BigInteger { combined(left, right, ^) }
  package static prefix func ~ (value: BigInteger) -> BigInteger { value.negated - .one }

  private static func combined(
    _ left: BigInteger, _ right: BigInteger, _ operation: (UInt, UInt) -> UInt
  ) -> BigInteger {
    let count = max(left.limbs.count, right.limbs.count) + 1
    return BigInteger(twosComplement: zip(left.pattern(count), right.pattern(count)).map(operation))
  }

  /// Two's complement in `count` limbs, enough for the sign.
  func pattern(_ count: Int) -> [UInt] {
    let padded = limbs + [UInt](repeating: 0, count: max(count - limbs.count, 0))
    return isNegative ? Self.complement(padded) : padded
  }

  /// Creates the number that a two's complement pattern stands for.
  init(twosComplement pattern: [UInt]) {
    let isNegative = (pattern.last ?? 0) >> 63 == 1
    self.init(isNegative ? Self.complement(pattern) : pattern, isNegative: isNegative)
  }

  private static func complement(_ limbs: [UInt]) -> [UInt] {
    var carry = true
    return limbs.map { limb in
      let sum = (~limb).addingReportingOverflow(carry ? 1 : 0)
      carry = sum.overflow
      return sum.partialValue
    }
  }

  /// Two's complement in as few bytes as hold it; nil for a negative number without sign.
  package func bytes(isUnsigned: Bool = false, isBigEndian: Bool = false) -> [UInt8]? {
    if isUnsigned, isNegative { return nil }
    let count = isUnsigned ? max((magnitudeBitLength + 7) / 8, 1) : bitLength / 8 + 1
    let pattern = pattern(limbs.count + 1)
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: pattern[$0 / 8] >> UInt($0 % 8 * 8)) }
    return isBigEndian ? bytes.reversed() : bytes
  }

  /// Creates a number from two's complement bytes.
  package init(bytes: [UInt8], isUnsigned: Bool = false, isBigEndian: Bool = false) {
    let little = isBigEndian ? bytes.reversed() : bytes
    let fill: UInt = !isUnsigned && (little.last ?? 0) >= 0x80 ? .max : 0
    var pattern = [UInt](repeating: fill, count: little.count / 8 + 1)
    for (index, byte) in little.enumerated() {
      let shift = UInt(index % 8 * 8)
      pattern[index / 8] = pattern[index / 8] & ~(0xFF << shift) | UInt(byte) << shift
    }
    if isUnsigned {
      self.init(pattern, isNegative: false)
    } else {
      self.init(twosComplement: pattern)
    }
  }

  /// How many bits of two's complement are set; for a negative number in whole 32-bit words, as .NET counts.
  package var populationCount: Int {
    guard isNegative else { return limbs.reduce(0) { $0 + $1.nonzeroBitCount } }
    let words = bitLength / 32 + 1
    let pattern = pattern(limbs.count + 1)
    return (0..<words).reduce(0) {
      $0 + UInt32(truncatingIfNeeded: pattern[$1 / 2] >> UInt($1 % 2 * 32)).nonzeroBitCount
    }
  }
}
