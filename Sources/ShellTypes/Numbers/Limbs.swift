import CGMP

/// Arithmetic on magnitudes: arrays of limbs, least significant first, without leading zeros.
enum Limbs {
  /// -1, 0 or 1.
  static func compare(_ left: [UInt], _ right: [UInt]) -> Int {
    if left.count != right.count { return left.count < right.count ? -1 : 1 }
    for (one, other) in zip(left.reversed(), right.reversed()) where one != other { return one < other ? -1 : 1 }
    return 0
  }

  static func sum(_ left: [UInt], _ right: [UInt]) -> [UInt] {
    let (long, short) = left.count >= right.count ? (left, right) : (right, left)
    guard !short.isEmpty else { return long }
    return [UInt](unsafeUninitializedCapacity: long.count + 1) { buffer, count in
      guard let result = buffer.baseAddress else { return }
      result[long.count] = gpsh_limbs_add(result, long, long.count, short, short.count)
      count = long.count + 1
    }
  }

  /// `left` must not be below `right`.
  static func difference(_ left: [UInt], _ right: [UInt]) -> [UInt] {
    guard !right.isEmpty else { return left }
    return [UInt](unsafeUninitializedCapacity: left.count) { buffer, count in
      guard let result = buffer.baseAddress else { return }
      gpsh_limbs_sub(result, left, left.count, right, right.count)
      count = left.count
    }
  }

  static func product(_ left: [UInt], _ right: [UInt]) -> [UInt] {
    let (long, short) = left.count >= right.count ? (left, right) : (right, left)
    guard !short.isEmpty else { return [] }
    return [UInt](unsafeUninitializedCapacity: long.count + short.count) { buffer, count in
      guard let result = buffer.baseAddress else { return }
      gpsh_limbs_mul(result, long, long.count, short, short.count)
      count = long.count + short.count
    }
  }

  /// Divides by a number above zero.
  static func quotient(_ left: [UInt], _ right: [UInt]) -> (quotient: [UInt], remainder: [UInt]) {
    guard compare(left, right) >= 0 else { return ([], left) }
    var remainder = [UInt](repeating: 0, count: right.count)
    let quotient = [UInt](unsafeUninitializedCapacity: left.count - right.count + 1) { buffer, count in
      guard let result = buffer.baseAddress else { return }
      gpsh_limbs_div(result, &remainder, left, left.count, right, right.count)
      count = left.count - right.count + 1
    }
    return (quotient, remainder)
  }

  /// The digits as ASCII, `0` for nothing.
  static func digits(_ limbs: [UInt], radix: Int) -> [UInt8] {
    guard !limbs.isEmpty else { return [UInt8(ascii: "0")] }
    var scratch = limbs + [0]
    let bitsPerDigit = radix >= 16 ? 4 : radix >= 8 ? 3 : 1
    let written = [UInt8](unsafeUninitializedCapacity: limbs.count * 64 / bitsPerDigit + 2) { buffer, count in
      guard let result = buffer.baseAddress else { return }
      count = Int(gpsh_limbs_digits(result, Int32(radix), &scratch, limbs.count))
    }
    return written.drop { $0 == 0 }.map { $0 < 10 ? $0 + UInt8(ascii: "0") : $0 - 10 + UInt8(ascii: "A") }
  }

  /// The number that digits name; they are numbers below `radix`, most significant first.
  static func read(_ digits: ArraySlice<UInt8>, radix: Int) -> [UInt] {
    let digits = Array(digits.drop { $0 == 0 })
    guard !digits.isEmpty else { return [] }
    return [UInt](unsafeUninitializedCapacity: digits.count * 4 / 64 + 2) { buffer, count in
      guard let result = buffer.baseAddress else { return }
      count = gpsh_limbs_read(result, digits, UInt(digits.count), Int32(radix))
    }
  }
}
