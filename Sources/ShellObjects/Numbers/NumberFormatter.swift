/// Writes numbers as .NET's `ToString(format, culture)` does.
///
/// One function a kind of number. A format that the number does not know gives .NET's FormatException text.
package enum NumberFormatter {
  /// Writes an integer; `X` and `B` show its two's complement in its own width.
  package static func format<Number: FixedWidthInteger>(
    _ value: Number, _ format: String, culture: Culture = .current
  ) throws(FormatFailure) -> String {
    if format.isEmpty { return String(value) }
    let mask = Number.bitWidth >= 128 ? UInt128.max : (UInt128(1) << UInt128(Number.bitWidth)) &- 1
    let integer = FormattedInteger(
      magnitude: UInt128(value.magnitude), isNegative: value < 0, pattern: UInt128(truncatingIfNeeded: value) & mask)
    return try integer.text(NumberFormat(format), culture)
  }

  /// Writes a double.
  package static func format(
    _ value: Double, _ format: String, culture: Culture = .current
  ) throws(FormatFailure) -> String {
    if format.isEmpty { return NumberText.text(value, culture: culture) }
    let parsed = try NumberFormat(format)
    guard value.isFinite else { return NumberText.nonFinite(value, culture) }
    return try floating(parsed, culture, FloatingPointTraits(customDigits: 15, generalDigits: 17)) {
      NumberDigits(value, $0)
    }
  }

  /// Writes a single.
  package static func format(
    _ value: Float, _ format: String, culture: Culture = .current
  ) throws(FormatFailure) -> String {
    if format.isEmpty { return NumberText.text(value, culture: culture) }
    let parsed = try NumberFormat(format)
    guard value.isFinite else { return NumberText.nonFinite(Double(value), culture) }
    return try floating(parsed, culture, FloatingPointTraits(customDigits: 7, generalDigits: 9)) {
      NumberDigits(value, $0)
    }
  }

  /// Writes a decimal.
  package static func format(
    _ value: Decimal96, _ format: String, culture: Culture = .current
  ) throws(FormatFailure) -> String {
    if format.isEmpty { return value.description }
    let digits = NumberDigits(
      magnitude: value.mantissa, isNegative: value.isNegative, kind: .decimal, decimals: Int(value.scale))
    return try written(digits, NumberFormat(format), culture)
  }

  /// Writes digits by a format other than `B`, `D` and `X`, which only integers know.
  package static func written(
    _ digits: NumberDigits, _ format: NumberFormat, _ culture: Culture
  ) throws(FormatFailure) -> String {
    switch format {
    case .custom(let picture): return CustomNumberFormat(picture, digits, culture.numberFormat).text()
    case .standard(let letter, let precision): return try standard(digits, letter, precision, culture.numberFormat)
    }
  }

  private static func floating(
    _ format: NumberFormat, _ culture: Culture, _ traits: FloatingPointTraits,
    _ digits: (DigitRequest) -> NumberDigits
  ) throws(FormatFailure) -> String {
    guard case .standard(let letter, let precision) = format else {
      return try written(digits(.significant(traits.customDigits)), format, culture)
    }
    let info = culture.numberFormat
    switch letter & ~0x20 {
    case UInt8(ascii: "R"): return general(digits(.shortest), letter - 11, traits, info)
    case UInt8(ascii: "G"):
      guard let precision, precision > 0 else { return general(digits(.shortest), letter, traits, info) }
      return try standard(digits(.significant(precision)), letter, precision, info)
    case UInt8(ascii: "E"):
      return try standard(digits(.significant((precision ?? 6) + 1)), letter, precision, info)
    case UInt8(ascii: "P"):
      return try standard(digits(.decimals((precision ?? info.percentDecimalDigits) + 2)), letter, precision, info)
    case UInt8(ascii: "C"):
      return try standard(digits(.decimals(precision ?? info.currencyDecimalDigits)), letter, precision, info)
    default:
      return try standard(digits(.decimals(precision ?? info.numberDecimalDigits)), letter, precision, info)
    }
  }

  private static func general(
    _ digits: NumberDigits, _ letter: UInt8, _ traits: FloatingPointTraits, _ info: NumberFormatInfo
  ) -> String {
    var writer = NumberWriter(info: info)
    writer.appendGeneral(
      digits, maximumDigits: max(digits.digits.count, traits.generalDigits), exponent: letter - 2)
    return writer.text
  }
}

/// How many digits a binary fraction shows where its format does not say.
private struct FloatingPointTraits {
  /// In a picture of digits.
  let customDigits: Int
  /// Before `G` and `R` turn to an exponent.
  let generalDigits: Int
}
