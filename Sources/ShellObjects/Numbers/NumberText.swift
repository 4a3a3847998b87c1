/// The texts of numbers that no format shapes.
///
/// Two rules differ in where an exponent begins: .NET's `ToString()` at 17 digits (9 for a single), PowerShell's cast to
/// a string at 15 (7), always in the invariant culture. Integers need nothing from here: their `description` is that text in both cultures.
package enum NumberText {
  /// The shortest text that reads back as `value`: `1E+20`, `0.0001`, `1E-05`, `-0`, `NaN`, `∞`.
  package static func text(_ value: Double, culture: Culture = .current) -> String {
    if let integer = Int64(exactly: value), abs(value) < 1e15, integer != 0 || value.sign == .plus {
      return String(integer)
    }
    return text(NumberDigits(value.isFinite ? value : 0), 17, instead: value, culture)
  }

  /// The shortest text that reads back as `value`.
  package static func text(_ value: Float, culture: Culture = .current) -> String {
    text(NumberDigits(value.isFinite ? value : 0), 9, instead: Double(value), culture)
  }

  /// What `[string]1e15` gives: `1E+15`.
  package static func castText(_ value: Double) -> String {
    if let integer = Int64(exactly: value), value.magnitude < 1e15, integer != 0 { return String(integer) }
    // Swift's text of a fraction is the same where neither has an exponent nor more than 15 digits.
    if value.magnitude >= 0.0001, value.magnitude < 1e15 {
      let text = value.description
      if text.utf8.count <= 15 { return text }
    }
    let shortest = NumberDigits(value.isFinite ? value : 0)
    let digits = shortest.digits.count <= 15 && value.magnitude > 1e-300 ? shortest : NumberDigits(value, .significant(15)).withoutTrailingZeros
    return text(digits, 15, instead: value, .invariant)
  }

  /// What a cast of a single to a string gives.
  package static func castText(_ value: Float) -> String {
    let shortest = NumberDigits(value.isFinite ? value : 0)
    let digits = shortest.digits.count <= 7 ? shortest : NumberDigits(value, .significant(7)).withoutTrailingZeros
    return text(digits, 7, instead: Double(value), .invariant)
  }

  private static func text(
    _ digits: NumberDigits, _ plainDigits: Int, instead value: Double, _ culture: Culture
  ) -> String {
    guard value.isFinite else { return nonFinite(value, culture) }
    var writer = NumberWriter(info: culture.numberFormat)
    writer.appendGeneral(digits, maximumDigits: max(digits.digits.count, plainDigits), exponent: UInt8(ascii: "E"))
    return writer.text
  }

  /// The symbol of an infinity or of not-a-number.
  static func nonFinite(_ value: Double, _ culture: Culture) -> String {
    let info = culture.numberFormat
    if value.isNaN { return info.notANumberSymbol }
    return value > 0 ? info.positiveInfinitySymbol : info.negativeInfinitySymbol
  }
}

extension NumberDigits {
  /// The same number without zeros at the end of its digits.
  fileprivate var withoutTrailingZeros: NumberDigits {
    var kept = digits
    while kept.count > 1, kept.last == 0 || kept.last == UInt8(ascii: "0") { kept.removeLast() }
    return NumberDigits(digits: kept, scale: scale, isNegative: isNegative, kind: kind)
  }
}
