/// Reads numbers as .NET's `Parse(text, styles, culture)` does.
///
/// **Source:** .NET 10, recorded in `Tests/Conformance/tables/dotnet/numeric-types.tsv`.
package enum NumberParser {
  /// Reads an integer; hexadecimal and binary digits are its two's complement.
  package static func integer<Number: FixedWidthInteger>(
    _ text: String, as: Number.Type, styles: NumberStyles = .integer, culture: Culture = .current
  ) throws(NumberParseFailure) -> Number {
    if styles.contains(.hexSpecifier) || styles.contains(.binarySpecifier) {
      return try pattern(text, styles)
    }
    let number = try digits(text, styles, kind: .integer, culture: culture)
    guard number.scale >= number.digits.count, number.scale <= 39 else { throw .overflow }
    var value: Number = 0
    for index in 0..<number.scale {
      let digit = index < number.digits.count ? number.digits[index] - UInt8(ascii: "0") : 0
      let product = value.multipliedReportingOverflow(by: 10)
      let sum =
        number.isNegative
        ? product.partialValue.subtractingReportingOverflow(Number(digit))
        : product.partialValue.addingReportingOverflow(Number(digit))
      guard !product.overflow, !sum.overflow else { throw .overflow }
      value = sum.partialValue
    }
    return value
  }

  /// Reads a double; what is too large becomes an infinity.
  package static func double(
    _ text: String, styles: NumberStyles = [.float, .thousands], culture: Culture = .current
  ) throws(NumberParseFailure) -> Double {
    let value = try floating(text, styles, culture)
    return value.symbol ?? Double(value.text) ?? 0
  }

  /// Reads a single; what is too large becomes an infinity.
  package static func single(
    _ text: String, styles: NumberStyles = [.float, .thousands], culture: Culture = .current
  ) throws(NumberParseFailure) -> Float {
    let value = try floating(text, styles, culture)
    return value.symbol.map { Float($0) } ?? Float(value.text) ?? 0
  }

  /// Reads a decimal, scale and all.
  package static func decimal(
    _ text: String, styles: NumberStyles = .number, culture: Culture = .current
  ) throws(NumberParseFailure) -> Decimal96 {
    guard !styles.contains(.hexSpecifier), !styles.contains(.binarySpecifier) else { throw .badStyles }
    guard let value = Decimal96(try digits(text, styles, kind: .decimal, culture: culture)) else { throw .overflow }
    return value
  }

  /// Reads the digits of a number without judging its size.
  package static func digits(
    _ text: String, _ styles: NumberStyles, kind: NumberDigits.Kind, culture: Culture
  ) throws(NumberParseFailure) -> NumberDigits {
    var reader = NumberReader(text, styles, culture.numberFormat)
    guard let number = reader.read(kind) else { throw .badFormat }
    return number
  }

  private static func floating(
    _ text: String, _ styles: NumberStyles, _ culture: Culture
  ) throws(NumberParseFailure) -> (symbol: Double?, text: String) {
    guard !styles.contains(.hexSpecifier), !styles.contains(.binarySpecifier) else { throw .badStyles }
    var reader = NumberReader(text, styles, culture.numberFormat)
    if let number = reader.read(.floatingPoint) {
      let sign = number.isNegative ? "-" : ""
      if number.isZero { return (nil, sign + "0") }
      return (nil, sign + "0." + String(decoding: number.digits, as: UTF8.self) + "e" + String(number.scale))
    }
    guard let symbol = symbol(text, culture.numberFormat) else { throw .badFormat }
    return (symbol, "")
  }

  private static func symbol(_ text: String, _ info: NumberFormatInfo) -> Double? {
    let trimmed = TextTrimming.trimmed(text).lowercased()
    let infinity = info.positiveInfinitySymbol.lowercased()
    switch trimmed {
    case infinity, "+" + infinity: return .infinity
    case info.negativeInfinitySymbol.lowercased(): return -.infinity
    case "nan", "+nan", "-nan": return .nan
    default: return nil
    }
  }

  private static func pattern<Number: FixedWidthInteger>(
    _ text: String, _ styles: NumberStyles
  ) throws(NumberParseFailure) -> Number {
    let radixBits = styles.contains(.hexSpecifier) ? 4 : 1
    var bytes = Array(text.utf8)[...]
    if styles.contains(.leadingWhite) { bytes = bytes.drop(while: NumberReader.isWhite) }
    if styles.contains(.trailingWhite) {
      while let last = bytes.last, NumberReader.isWhite(last) || last == 0 { bytes.removeLast() }
    }
    guard !bytes.isEmpty else { throw .badFormat }
    var value: Number.Magnitude = 0
    var isTooLong = false
    for byte in bytes {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, digit < 1 << radixBits else { throw .badFormat }
      isTooLong = isTooLong || value >> (Number.bitWidth - radixBits) != 0
      value = value << radixBits | Number.Magnitude(digit)
    }
    guard !isTooLong else { throw .overflow }
    return Number(truncatingIfNeeded: value)
  }
}
