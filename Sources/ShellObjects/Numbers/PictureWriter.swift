/// The second pass over a picture: writes the number digit by digit.
struct PictureWriter {
  private let picture: [UInt8]
  private let section: Int
  private let number: NumberDigits
  private var writer: NumberWriter
  private let layout: PictureLayout

  private var index: Int
  /// The next digit of the number.
  private var cursor = 0
  /// How many digits are still to be written before the point.
  private var position = 0
  /// Digits that the picture has no place for (above zero), or places without a digit (below).
  private var surplus = 0
  private var firstDigit = 0
  private var lastDigit = 0
  private var isScientific: Bool
  private var hasPoint = false

  init(_ picture: [UInt8], _ section: Int, _ number: NumberDigits, _ layout: PictureLayout, _ info: NumberFormatInfo) {
    self.picture = picture
    self.section = section
    self.number = number
    self.layout = layout
    writer = NumberWriter(info: info)
    index = section
    isScientific = layout.isScientific
  }

  mutating func run() -> String {
    let point = layout.pointPosition
    firstDigit = layout.firstZero < point ? point - layout.firstZero : 0
    lastDigit = layout.lastZero > point ? point - layout.lastZero : 0
    position = isScientific ? point : max(number.scale, point)
    surplus = isScientific ? 0 : number.scale - point
    if number.isNegative, section == 0, number.scale != 0 { writer.append(writer.info.negativeSign) }
    while index < picture.count, picture[index] != UInt8(ascii: ";") {
      let byte = picture[index]
      index += 1
      writeElement(byte)
    }
    if number.isNegative, section == 0, number.scale == 0, !writer.bytes.isEmpty { writer.prependNegativeSign() }
    return writer.text
  }

  private mutating func writeElement(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "0"):
      writeSurplus()
      writePlace()
    case UInt8(ascii: "."):
      writeSurplus()
      guard position == 0, !hasPoint else { return }
      if lastDigit < 0 || (layout.pointPosition < layout.digitCount && cursor < number.digits.count) {
        writer.append(NumberFormatInfo.decimalSeparator)
        hasPoint = true
      }
    case CustomNumberFormat.perMille: writer.append(writer.info.perMilleSymbol)
    case UInt8(ascii: "%"): writer.append(writer.info.percentSymbol)
    case UInt8(ascii: ","): break
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      while index < picture.count, picture[index] != byte { writeNext() }
      index += 1
    case UInt8(ascii: "\\"): if index < picture.count { writeNext() }
    case UInt8(ascii: "E"), UInt8(ascii: "e"): writeExponent(byte)
    default: writer.append(byte)
    }
  }

  private mutating func writeNext() {
    writer.append(picture[index])
    index += 1
  }

  private mutating func writeSurplus() {
    while surplus > 0 {
      writeDigit(nextDigit() ?? UInt8(ascii: "0"))
      surplus -= 1
    }
  }

  private mutating func writePlace() {
    var digit: UInt8?
    if surplus < 0 {
      surplus += 1
      digit = position <= firstDigit ? UInt8(ascii: "0") : nil
    } else {
      digit = nextDigit() ?? (position > lastDigit ? UInt8(ascii: "0") : nil)
    }
    if let digit { writeDigit(digit) } else { position -= 1 }
  }

  private mutating func nextDigit() -> UInt8? {
    guard cursor < number.digits.count else { return nil }
    cursor += 1
    return number.digits[cursor - 1]
  }

  private mutating func writeDigit(_ digit: UInt8) {
    writer.append(digit)
    if layout.isGrouped, position > 1, (position - 1) % 3 == 0 { writer.append(NumberFormatInfo.groupSeparator) }
    position -= 1
  }

  /// Writes an exponent, or the letter and what looks like one where the picture has none left.
  private mutating func writeExponent(_ letter: UInt8) {
    var end = index
    var showsPlus = false
    if end < picture.count, picture[end] == UInt8(ascii: "+") || picture[end] == UInt8(ascii: "-") {
      showsPlus = picture[end] == UInt8(ascii: "+")
      end += 1
    }
    let firstZero = end
    while end < picture.count, picture[end] == UInt8(ascii: "0") { end += 1 }
    guard isScientific else {
      writer.append(letter)
      while index < end { writeNext() }
      return
    }
    guard end > firstZero else {
      writer.append(letter)
      return
    }
    index = end
    isScientific = false
    writer.appendExponent(
      number.isZero ? 0 : number.scale - layout.pointPosition, letter: letter, minimumDigits: min(end - firstZero, 10),
      showsPlus: showsPlus)
  }
}
