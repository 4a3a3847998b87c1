/// `[decimal]`: a whole number of up to 96 bits divided by a power of ten, up to 10^28.
///
/// The scale is kept as .NET keeps it (`1.10 + 1.10` is `2.20`), but equality and order look at the value alone.
/// Operations give nil where .NET throws OverflowException; results that do not fit are rounded half to even.
/// **Source:** .NET 10's System.Decimal, recorded in `Tests/Conformance/tables/dotnet/decimal.tsv`.
package struct Decimal96: Sendable, Hashable, Comparable {
  /// The whole number, below 2^96.
  package let mantissa: UInt128
  /// How many of its digits stand after the point, 0 to 28.
  package let scale: UInt8
  package let isNegative: Bool

  package static let maximumScale = 28
  package static let maximumMantissa: UInt128 = (1 << 96) - 1
  package static let zero = Decimal96(0)
  package static let one = Decimal96(1)
  package static let maximum = Decimal96(unchecked: maximumMantissa, scale: 0, isNegative: false)
  package static let minimum = Decimal96(unchecked: maximumMantissa, scale: 0, isNegative: true)

  /// Creates `±mantissa / 10^scale`; nil where either is out of range.
  package init?(mantissa: UInt128, scale: Int, isNegative: Bool) {
    guard mantissa <= Self.maximumMantissa, scale >= 0, scale <= Self.maximumScale else { return nil }
    self.init(unchecked: mantissa, scale: UInt8(scale), isNegative: isNegative)
  }

  /// Creates a decimal from parts that are known to be in range.
  init(unchecked mantissa: UInt128, scale: UInt8, isNegative: Bool) {
    self.mantissa = mantissa
    self.scale = scale
    self.isNegative = isNegative
  }

  /// Creates a whole number.
  package init(_ value: Int) {
    self.init(unchecked: UInt128(value.magnitude), scale: 0, isNegative: value < 0)
  }

  package var isZero: Bool { mantissa == 0 }

  package var negated: Decimal96 { Decimal96(unchecked: mantissa, scale: scale, isNegative: !isNegative) }

  package var magnitude: Decimal96 { Decimal96(unchecked: mantissa, scale: scale, isNegative: false) }

  package static func == (left: Decimal96, right: Decimal96) -> Bool { left.order(right) == 0 }

  package static func < (left: Decimal96, right: Decimal96) -> Bool { left.order(right) < 0 }

  package func hash(into hasher: inout Hasher) {
    let short = withoutTrailingZeros
    hasher.combine(short.mantissa)
    hasher.combine(short.scale)
    hasher.combine(short.isNegative && !short.isZero)
  }

  /// -1, 0 or 1 as this value is below, equal to or above `other`.
  package func order(_ other: Decimal96) -> Int {
    if isZero || other.isZero || isNegative != other.isNegative {
      return sign < other.sign ? -1 : sign > other.sign ? 1 : 0
    }
    let common = max(scale, other.scale)
    let left = WideInteger(mantissa, timesPowerOfTen: Int(common - scale))
    let right = WideInteger(other.mantissa, timesPowerOfTen: Int(common - other.scale))
    let order = left < right ? -1 : left == right ? 0 : 1
    return isNegative ? -order : order
  }

  /// -1, 0 or 1.
  package var sign: Int { isZero ? 0 : isNegative ? -1 : 1 }

  /// The same value with the smallest scale.
  package var withoutTrailingZeros: Decimal96 {
    if isZero { return Decimal96(0) }
    var mantissa = mantissa
    var scale = scale
    while scale > 0 {
      let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: 10)
      guard remainder == 0 else { break }
      mantissa = quotient
      scale -= 1
    }
    return Decimal96(unchecked: mantissa, scale: scale, isNegative: isNegative)
  }
}

extension Decimal96: CustomStringConvertible {
  /// The text that `ToString()` gives, trailing zeros included; a zero has no sign.
  package var description: String {
    var digits = NumberDigits.decimalDigits(mantissa)
    let scale = Int(scale)
    if scale > 0 {
      if digits.count <= scale {
        digits.insert(contentsOf: [UInt8](repeating: UInt8(ascii: "0"), count: scale + 1 - digits.count), at: 0)
      }
      digits.insert(UInt8(ascii: "."), at: digits.count - scale)
    }
    let text = String(decoding: digits, as: UTF8.self)
    return isNegative && !isZero ? "-" + text : text
  }
}
