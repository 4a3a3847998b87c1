/// Reads small things from a text of a date: digits, names, fractions, zones.
struct DateTimeTextReader {
  let bytes: [UInt8]
  var index = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { index >= bytes.count }

  /// The byte `distance` ahead; nil beyond the end.
  func peek(_ distance: Int = 0) -> UInt8? {
    index + distance < bytes.count ? bytes[index + distance] : nil
  }

  static func isDigit(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static func isLetter(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= 0x80 || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    index += 1
    return true
  }

  mutating func skipSpaces() {
    while let byte = peek(), NumberReader.isWhite(byte) { index += 1 }
  }

  /// Up to `most` digits; a value beyond nine digits is held.
  mutating func digits(atMost most: Int = .max) -> (value: Int, count: Int) {
    var value = 0
    let start = index
    while index - start < most, let byte = peek(), Self.isDigit(byte) {
      value = min(value * 10 + Int(byte - UInt8(ascii: "0")), 999_999_999)
      index += 1
    }
    return (value, index - start)
  }

  /// A fraction of a second in ticks, rounded at the seventh digit.
  mutating func fraction() -> Int64 {
    var ticks: Int64 = 0
    var scale = Ticks.perSecond
    var rounds = false
    var count = 0
    while let byte = peek(), Self.isDigit(byte) {
      let digit = Int64(byte - UInt8(ascii: "0"))
      if count < 7 {
        scale /= 10
        ticks += digit * scale
      } else if count == 7 {
        rounds = digit >= 5
      }
      count += 1
      index += 1
    }
    return ticks + (rounds ? 1 : 0)
  }

  /// The letters from here on, in lower case.
  mutating func word() -> String {
    let start = index
    while Self.isLetter(peek()) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
  }

  /// Reads `±h`, `±hh`, `±hhmm` or `±hh:mm` in ticks; nil where it is none.
  mutating func zone() -> Int64? {
    let isNegative = skip(UInt8(ascii: "-"))
    guard isNegative || skip(UInt8(ascii: "+")) else { return nil }
    let number = digits()
    var hours = number.value
    var minutes = 0
    switch number.count {
    case 1, 2:
      if peek() == UInt8(ascii: ":"), Self.isDigit(peek(1)) {
        index += 1
        minutes = digits(atMost: 2).value
      }
    case 3, 4: (hours, minutes) = (number.value / 100, number.value % 100)
    default: return nil
    }
    guard hours <= 14, minutes < 60 else { return nil }
    let ticks = Int64(hours * 60 + minutes) * Ticks.perMinute
    return isNegative ? -ticks : ticks
  }

  /// The longest of `names` that stands here, whatever its case, and its place in the list.
  mutating func name(of names: [String]) -> Int? {
    var best: (place: Int, length: Int)?
    for (place, name) in names.enumerated() where matches(name) && name.utf8.count > best?.length ?? 0 {
      best = (place, name.utf8.count)
    }
    index += best?.length ?? 0
    return best?.place
  }

  private func matches(_ name: String) -> Bool {
    guard index + name.utf8.count <= bytes.count else { return false }
    return zip(bytes[index...], name.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }
}
