/// Reads one number from a text by .NET's rules for styles.
///
/// The order is: white space, sign, parenthesis and currency symbol; digits with point and group separators; exponent;
/// the same signs again behind it. What is left over makes the text no number, except zero bytes.
struct NumberReader {
  private let bytes: [UInt8]
  private let styles: NumberStyles
  private var currency: [UInt8]
  private var index = 0
  private var hasSign = false
  private var isParenthesized = false
  private var hasCurrency = false
  private var isNegative = false

  init(_ text: String, _ styles: NumberStyles, _ info: NumberFormatInfo) {
    bytes = Array(text.utf8)
    self.styles = styles
    currency = styles.contains(.currencySymbol) ? Array(info.currencySymbol.utf8) : []
  }

  static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  /// The number, or nil where the text is none.
  mutating func read(_ kind: NumberDigits.Kind) -> NumberDigits? {
    readPrefix()
    guard var number = readDigits(kind) else { return nil }
    guard let exponent = readExponent() else { return nil }
    readSuffix()
    while index < bytes.count, bytes[index] == 0 { index += 1 }
    guard index == bytes.count, !isParenthesized else { return nil }
    number.isNegative = isNegative
    number.scale += exponent
    if number.isZero {
      if kind != .decimal { number.scale = 0 }
      if kind == .integer { number.isNegative = false }
    }
    return number
  }

  private mutating func readPrefix() {
    while index < bytes.count {
      let byte = bytes[index]
      if Self.isWhite(byte), styles.contains(.leadingWhite), !hasSign || hasCurrency {
        index += 1
      } else if styles.contains(.leadingSign), !hasSign, takeSign() {
        continue
      } else if byte == UInt8(ascii: "("), styles.contains(.parentheses), !hasSign {
        hasSign = true
        isParenthesized = true
        isNegative = true
        index += 1
      } else if !takeCurrency() {
        return
      }
    }
  }

  private mutating func readSuffix() {
    while index < bytes.count {
      let byte = bytes[index]
      if Self.isWhite(byte), styles.contains(.trailingWhite) {
        index += 1
      } else if styles.contains(.trailingSign), !hasSign, takeSign() {
        continue
      } else if byte == UInt8(ascii: ")"), isParenthesized {
        isParenthesized = false
        index += 1
      } else if !takeCurrency() {
        return
      }
    }
  }

  private mutating func takeSign() -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "+"): break
    case UInt8(ascii: "-"): isNegative = true
    default: return false
    }
    hasSign = true
    index += 1
    return true
  }

  private mutating func takeCurrency() -> Bool {
    guard !currency.isEmpty, bytes[index...].starts(with: currency) else { return false }
    index += currency.count
    currency = []
    hasCurrency = true
    return true
  }

  private mutating func readDigits(_ kind: NumberDigits.Kind) -> NumberDigits? {
    var number = NumberDigits(digits: [], scale: 0, isNegative: false, kind: kind)
    var hasDigits = false
    var hasPoint = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        hasDigits = true
        if byte != UInt8(ascii: "0") || !number.digits.isEmpty {
          number.digits.append(byte)
          if !hasPoint { number.scale += 1 }
        } else if hasPoint {
          number.scale -= 1
        }
      } else if byte == UInt8(ascii: "."), styles.contains(.decimalPoint), !hasPoint {
        hasPoint = true
      } else if byte != UInt8(ascii: ",") || !styles.contains(.thousands) || !hasDigits || hasPoint {
        break
      }
      index += 1
    }
    if kind != .decimal {
      while number.digits.last == UInt8(ascii: "0") { number.digits.removeLast() }
    }
    return hasDigits ? number : nil
  }

  /// The exponent's value, 0 where there is none; a huge one is cut to what no type holds.
  private mutating func readExponent() -> Int? {
    guard styles.contains(.exponent), index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") else { return 0 }
    var end = index + 1
    var isNegative = false
    if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") {
      isNegative = bytes[end] == UInt8(ascii: "-")
      end += 1
    }
    let start = end
    var value = 0
    while end < bytes.count, bytes[end] >= UInt8(ascii: "0"), bytes[end] <= UInt8(ascii: "9") {
      value = min(value * 10 + Int(bytes[end] - UInt8(ascii: "0")), 99_999_999)
      end += 1
    }
    if end > start { index = end }
    return isNegative ? -value : value
  }
}
