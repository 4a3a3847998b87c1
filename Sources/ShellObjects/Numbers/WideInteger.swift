/// A whole number of 256 bits: what the products and sums of decimals need before they are rounded.
struct WideInteger: Comparable {
  var high: UInt128
  var low: UInt128

  init(high: UInt128, low: UInt128) {
    self.high = high
    self.low = low
  }

  init(_ left: UInt128, times right: UInt128) {
    if left <= UInt64.max, right <= UInt64.max {
      self.init(high: 0, low: left &* right)
    } else {
      let product = left.multipliedFullWidth(by: right)
      self.init(high: product.high, low: product.low)
    }
  }

  /// `value` × 10^`power`, with `power` up to 28.
  init(_ value: UInt128, timesPowerOfTen power: Int) {
    self.init(value, times: Self.powerOfTen(power))
  }

  /// 10^`exponent`; the exponent is held within what 128 bits can show.
  static func powerOfTen(_ exponent: Int) -> UInt128 {
    powersOfTen[min(max(exponent, 0), powersOfTen.count - 1)]
  }

  private static let powersOfTen: [UInt128] = (0...38).map { exponent in
    (0..<exponent).reduce(UInt128(1)) { power, _ in power * 10 }
  }

  static func < (left: WideInteger, right: WideInteger) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }

  static func + (left: WideInteger, right: WideInteger) -> WideInteger {
    let low = left.low.addingReportingOverflow(right.low)
    return WideInteger(high: left.high &+ right.high &+ (low.overflow ? 1 : 0), low: low.partialValue)
  }

  static func - (left: WideInteger, right: WideInteger) -> WideInteger {
    let low = left.low.subtractingReportingOverflow(right.low)
    return WideInteger(high: left.high &- right.high &- (low.overflow ? 1 : 0), low: low.partialValue)
  }

  /// Divides by a number above zero.
  func divided(by divisor: UInt128) -> (quotient: WideInteger, remainder: UInt128) {
    guard high > 0 else {
      let (quotient, remainder) = low.quotientAndRemainder(dividingBy: divisor)
      return (WideInteger(high: 0, low: quotient), remainder)
    }
    let (top, rest) = high.quotientAndRemainder(dividingBy: divisor)
    let (bottom, remainder) = divisor.dividingFullWidth((rest, low))
    return (WideInteger(high: top, low: bottom), remainder)
  }
}

extension Decimal96 {
  /// Rounds `wide` / 10^`scale` half to even into 96 bits; nil where even scale 0 does not hold it.
  init?(rounding wide: WideInteger, scale: Int, isNegative: Bool) {
    var dropped = max(scale - Self.maximumScale, 0)
    while dropped <= scale {
      let rounded = dropped == 0 ? wide : Self.halfToEven(wide, dropped)
      if rounded.high == 0, rounded.low <= Self.maximumMantissa {
        self.init(unchecked: rounded.low, scale: UInt8(scale - dropped), isNegative: isNegative)
        return
      }
      dropped += 1
    }
    return nil
  }

  /// `wide` / 10^`power`, rounded half to even; `power` is at most 56.
  private static func halfToEven(_ wide: WideInteger, _ power: Int) -> WideInteger {
    var quotient = wide
    var isSticky = false
    var left = power
    while left > 38 {
      let step = quotient.divided(by: 10)
      quotient = step.quotient
      isSticky = isSticky || step.remainder != 0
      left -= 1
    }
    let divisor = WideInteger.powerOfTen(left)
    let result = quotient.divided(by: divisor)
    let half = divisor / 2
    let isAbove = result.remainder > half || (result.remainder == half && isSticky)
    let isTie = result.remainder == half && !isSticky
    let roundsUp = isAbove || (isTie && result.quotient.low & 1 == 1)
    return roundsUp ? result.quotient + WideInteger(high: 0, low: 1) : result.quotient
  }
}
