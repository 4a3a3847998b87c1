extension NumberFormatter {
  /// Writes `C E F G N P R`; `letter` keeps its case for the exponent.
  static func standard(
    _ digits: NumberDigits, _ letter: UInt8, _ precision: Int?, _ info: NumberFormatInfo
  ) throws(FormatFailure) -> String {
    var number = digits
    var writer = NumberWriter(info: info)
    let isExact = number.kind == .floatingPoint
    switch letter & ~0x20 {
    case UInt8(ascii: "C"):
      let decimals = precision ?? info.currencyDecimalDigits
      number.round(to: number.scale + decimals, isCorrectlyRounded: isExact)
      writer.appendCurrency(number, decimals)
    case UInt8(ascii: "E"):
      let count = (precision ?? 6) + 1
      number.round(to: count, isCorrectlyRounded: isExact)
      writer.appendScientific(number, significantDigits: count, exponent: letter)
    case UInt8(ascii: "F"), UInt8(ascii: "N"):
      let decimals = precision ?? info.numberDecimalDigits
      number.round(to: number.scale + decimals, isCorrectlyRounded: isExact)
      writer.appendSign(of: number)
      writer.appendFixed(number, decimals: decimals, isGrouped: letter & ~0x20 == UInt8(ascii: "N"))
    case UInt8(ascii: "G"): writer.appendRoundedGeneral(number, letter, precision)
    case UInt8(ascii: "R"): writer.appendRoundedGeneral(number, letter - 11, nil)
    case UInt8(ascii: "P"):
      let decimals = precision ?? info.percentDecimalDigits
      if !number.isZero { number.scale += 2 }
      number.round(to: number.scale + decimals, isCorrectlyRounded: isExact)
      writer.appendSign(of: number)
      writer.appendFixed(number, decimals: decimals, isGrouped: true)
      writer.append(info.percentGap)
      writer.append(info.percentSymbol)
    default: throw .badFormatSpecifier
    }
    return writer.text
  }
}

extension NumberWriter {
  /// Writes `G`: a decimal without precision keeps its trailing zeros and never has an exponent.
  fileprivate mutating func appendRoundedGeneral(_ digits: NumberDigits, _ letter: UInt8, _ precision: Int?) {
    var number = digits
    if number.kind == .decimal, precision == nil {
      appendGeneral(number, maximumDigits: 0, exponent: letter - 2, suppressesExponent: true)
      return
    }
    let count = precision.flatMap { $0 > 0 ? $0 : nil } ?? number.digits.count
    number.round(to: count, isCorrectlyRounded: number.kind == .floatingPoint)
    appendGeneral(number, maximumDigits: count, exponent: letter - 2)
  }

  fileprivate mutating func appendCurrency(_ number: NumberDigits, _ decimals: Int) {
    let usesParentheses = number.isNegative && info.currencyNegativeUsesParentheses
    if usesParentheses { append(UInt8(ascii: "(")) } else { appendSign(of: number) }
    append(info.currencySymbol)
    appendFixed(number, decimals: decimals, isGrouped: true)
    if usesParentheses { append(UInt8(ascii: ")")) }
  }
}
