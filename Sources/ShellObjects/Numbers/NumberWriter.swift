/// Writes digits in the shapes of .NET's standard numeric formats.
///
/// **Source:** the shapes are .NET's, recorded in `Tests/Conformance/tables/formatoperator`.
struct NumberWriter {
  let info: NumberFormatInfo
  private(set) var bytes: [UInt8] = []

  init(info: NumberFormatInfo) {
    self.info = info
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ string: String) { bytes.append(contentsOf: string.utf8) }

  mutating func appendSign(of number: NumberDigits) {
    if number.isNegative { append(info.negativeSign) }
  }

  /// Puts the minus sign before everything that was written.
  mutating func prependNegativeSign() {
    bytes.insert(contentsOf: info.negativeSign.utf8, at: 0)
  }

  /// Writes `G`: plain digits, or an exponent where the point would lie outside the digits.
  mutating func appendGeneral(
    _ number: NumberDigits, maximumDigits: Int, exponent: UInt8, suppressesExponent: Bool = false
  ) {
    if !(number.kind == .decimal && number.isZero) { appendSign(of: number) }
    let isScientific = !suppressesExponent && (number.scale > maximumDigits || number.scale < -3)
    let position = isScientific ? 1 : number.scale
    if position > 0 {
      appendDigits(number, 0..<position)
    } else {
      append(UInt8(ascii: "0"))
    }
    if number.digits.count > max(position, 0) || position < 0 {
      append(NumberFormatInfo.decimalSeparator)
      for _ in 0..<max(-position, 0) { append(UInt8(ascii: "0")) }
      appendDigits(number, max(position, 0)..<max(position, number.digits.count))
    }
    if isScientific {
      appendExponent(number.scale - 1, letter: exponent, minimumDigits: 2, showsPlus: true)
    }
  }

  /// Writes `E`: one digit, the point, and `significantDigits` - 1 more, then the exponent with three digits.
  mutating func appendScientific(_ number: NumberDigits, significantDigits: Int, exponent: UInt8) {
    appendSign(of: number)
    appendDigits(number, 0..<1)
    if significantDigits > 1 {
      append(NumberFormatInfo.decimalSeparator)
      appendDigits(number, 1..<significantDigits)
    }
    appendExponent(number.isZero ? 0 : number.scale - 1, letter: exponent, minimumDigits: 3, showsPlus: true)
  }

  /// Writes the digits without sign, with `decimals` digits after the point.
  mutating func appendFixed(_ number: NumberDigits, decimals: Int, isGrouped: Bool) {
    if number.scale > 0 {
      var left = number.scale
      for index in 0..<number.scale {
        append(index < number.digits.count ? number.digits[index] : UInt8(ascii: "0"))
        left -= 1
        if isGrouped, left > 0, left % 3 == 0 { append(NumberFormatInfo.groupSeparator) }
      }
    } else {
      append(UInt8(ascii: "0"))
    }
    guard decimals > 0 else { return }
    append(NumberFormatInfo.decimalSeparator)
    let zeros = min(max(-number.scale, 0), decimals)
    for _ in 0..<zeros { append(UInt8(ascii: "0")) }
    let start = max(number.scale, 0)
    appendDigits(number, start..<(start + decimals - zeros))
  }

  /// Writes `value` behind `letter`.
  mutating func appendExponent(_ value: Int, letter: UInt8, minimumDigits: Int, showsPlus: Bool) {
    append(letter)
    if value < 0 {
      append(info.negativeSign)
    } else if showsPlus {
      append(info.positiveSign)
    }
    let digits = String(value.magnitude)
    for _ in 0..<max(minimumDigits - digits.utf8.count, 0) { append(UInt8(ascii: "0")) }
    append(digits)
  }

  /// Writes the digits of `range`, zeros where there are none.
  private mutating func appendDigits(_ number: NumberDigits, _ range: Range<Int>) {
    for index in range {
      append(index < number.digits.count ? number.digits[index] : UInt8(ascii: "0"))
    }
  }
}
