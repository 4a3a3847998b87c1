/// A number as decimal digits, ready to be rounded and written: `0.d1d2d3… × 10^scale`.
///
/// Digits are ASCII. The first is never `0`; an empty list is zero. Decimals keep their trailing zeros.
package struct NumberDigits: Sendable, Hashable {
  /// Which rules of rounding and of negative zero hold.
  package enum Kind: Sendable { case integer, decimal, floatingPoint }

  package var digits: [UInt8]
  package var scale: Int
  package var isNegative: Bool
  package let kind: Kind

  package init(digits: [UInt8], scale: Int, isNegative: Bool, kind: Kind) {
    self.digits = digits
    self.scale = scale
    self.isNegative = isNegative
    self.kind = kind
  }

  /// Creates the digits of an integer.
  package init(magnitude: UInt128, isNegative: Bool, kind: Kind = .integer, decimals: Int = 0) {
    let digits = magnitude == 0 ? [] : Self.decimalDigits(magnitude)
    self.init(digits: digits, scale: digits.count - decimals, isNegative: isNegative, kind: kind)
  }

  /// Creates the digits of an integer of any size from its decimal text, which may begin with `-`.
  package init(integerText: String) {
    let isNegative = integerText.utf8.first == UInt8(ascii: "-")
    let digits = integerText.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "0") }
    self.init(digits: Array(digits), scale: digits.count, isNegative: isNegative, kind: .integer)
  }

  /// The digits of `value`, `0` as one digit.
  static func decimalDigits(_ value: UInt128) -> [UInt8] {
    if let small = UInt64(exactly: value) { return Array(String(small).utf8) }
    let (high, low) = value.quotientAndRemainder(dividingBy: 10_000_000_000_000_000_000)
    let lowDigits = String(UInt64(low)).utf8
    return decimalDigits(high) + [UInt8](repeating: UInt8(ascii: "0"), count: 19 - lowDigits.count) + lowDigits
  }

  package var isZero: Bool { digits.isEmpty }

  /// Cuts after `count` digits, rounding half up by the digits there are.
  ///
  /// Digits of a binary fraction come correctly rounded already where `isCorrectlyRounded` says so, and are only cut.
  /// A negative zero loses its sign unless it is a binary fraction.
  package mutating func round(to count: Int, isCorrectlyRounded: Bool = false) {
    var end = min(max(count, 0), digits.count)
    let roundsUp =
      count >= 0 && count < digits.count && !isCorrectlyRounded && digits[count] >= UInt8(ascii: "5")
    if roundsUp {
      while end > 0, digits[end - 1] == UInt8(ascii: "9") { end -= 1 }
      if end > 0 {
        digits[end - 1] += 1
      } else {
        scale += 1
        digits = [UInt8(ascii: "1")]
        end = 1
      }
    } else {
      while end > 0, digits[end - 1] == UInt8(ascii: "0") { end -= 1 }
    }
    digits.removeSubrange(end...)
    if digits.isEmpty { becomeZero() }
  }

  mutating func becomeZero() {
    if kind != .floatingPoint { isNegative = false }
    scale = 0
  }
}
