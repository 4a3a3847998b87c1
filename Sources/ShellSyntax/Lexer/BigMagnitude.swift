/// A whole number of any size without sign; only what literals need.
struct BigMagnitude {
  /// The digits to the base 2³², the lowest first.
  private var limbs: [UInt32] = []

  init(digits: some Sequence<UInt8>, base: UInt64) {
    for digit in digits { multiply(by: base, adding: UInt64(digit)) }
  }

  /// The whole part of a finite number.
  init(_ value: Double) {
    guard value.isFinite, value != 0 else { return }
    let significand = UInt64(value.significand.magnitude * 4_503_599_627_370_496)
    var shift = Int(value.exponent) - 52
    multiply(by: 1, adding: shift < 0 ? significand >> UInt64(min(-shift, 63)) : significand)
    while shift > 0 {
      let step = min(shift, 48)
      multiply(by: 1 << UInt64(step), adding: 0)
      shift -= step
    }
  }

  mutating func multiply(by factor: UInt64, adding summand: UInt64) {
    var carry = UInt128(summand)
    for index in limbs.indices {
      let product = UInt128(limbs[index]) * UInt128(factor) + carry
      limbs[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    while carry > 0 {
      limbs.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
  }

  /// The number with its lowest bits cut off, as .NET converts a `BigInteger`; infinite where it is too large.
  var truncated: Double {
    guard let top = limbs.last else { return 0 }
    var value: UInt64 = 0
    var bits = 0
    var dropped = limbs.count * 32
    for limb in limbs.reversed() {
      let width = limb == top && bits == 0 ? 32 - limb.leadingZeroBitCount : 32
      if bits == 0 { dropped -= 32 - width }
      let taken = min(width, 53 - bits)
      value = value << UInt64(taken) | UInt64(limb) >> UInt64(width - taken)
      bits += taken
      dropped -= taken
      if bits == 53 { break }
    }
    return dropped > 1024 ? .infinity : Double(value) * Double(sign: .plus, exponent: dropped, significand: 1)
  }

  /// The value, where it is less than 2¹²⁸.
  var small: UInt128? {
    guard limbs.count <= 4 else { return nil }
    return limbs.reversed().reduce(0) { $0 << 32 | UInt128($1) }
  }

  /// 2 to the power of the exponent, less this number, which must not be larger.
  func subtracted(fromPowerOfTwo exponent: Int) -> BigMagnitude {
    var result = self
    let count = exponent / 32 + 1
    while result.limbs.count < count { result.limbs.append(0) }
    var borrow: Int64 = 0
    for index in result.limbs.indices {
      let top: Int64 = index == exponent / 32 ? 1 << Int64(exponent % 32) : 0
      let difference = top - Int64(result.limbs[index]) - borrow
      borrow = difference < 0 ? 1 : 0
      result.limbs[index] = UInt32(truncatingIfNeeded: difference)
    }
    while result.limbs.last == 0 { result.limbs.removeLast() }
    return result
  }

  var decimalDigits: String {
    var rest = limbs
    var groups: [UInt32] = []
    while !rest.isEmpty {
      var remainder: UInt64 = 0
      for index in rest.indices.reversed() {
        let part = remainder << 32 | UInt64(rest[index])
        rest[index] = UInt32(part / 1_000_000_000)
        remainder = part % 1_000_000_000
      }
      groups.append(UInt32(remainder))
      while rest.last == 0 { rest.removeLast() }
    }
    guard let first = groups.last else { return "0" }
    return groups.dropLast().reversed().reduce("\(first)") { text, group in
      let digits = "\(group)"
      return text + String(repeating: "0", count: 9 - digits.utf8.count) + digits
    }
  }
}
