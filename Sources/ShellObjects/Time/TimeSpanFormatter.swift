extension TimeSpanValue: CustomStringConvertible {
  /// The text that `ToString()` gives: `[-][d.]hh:mm:ss[.fffffff]`.
  package var description: String { TimeSpanFormatter(self).constant() }

  /// The text by one of the formats `c t T g G` or by a picture such as `d\.hh\:mm`.
  package func text(_ format: String) throws(TimeFailure) -> String {
    let formatter = TimeSpanFormatter(self)
    switch format {
    case "", "c", "t", "T": return formatter.constant()
    case "g": return formatter.general(isLong: false)
    case "G": return formatter.general(isLong: true)
    default:
      guard format.utf8.count > 1 else { throw .badFormat }
      return try formatter.custom(format)
    }
  }
}

/// Writes one span.
private struct TimeSpanFormatter {
  let isNegative: Bool
  let days: UInt64
  let hours: UInt64
  let minutes: UInt64
  let seconds: UInt64
  /// Ticks below a second.
  let fraction: UInt64

  init(_ span: TimeSpanValue) {
    let ticks = span.ticks.magnitude
    isNegative = span.ticks < 0
    days = ticks / UInt64(Ticks.perDay)
    hours = ticks / UInt64(Ticks.perHour) % 24
    minutes = ticks / UInt64(Ticks.perMinute) % 60
    seconds = ticks / UInt64(Ticks.perSecond) % 60
    fraction = ticks % UInt64(Ticks.perSecond)
  }

  func constant() -> String {
    let day = days > 0 ? "\(days)." : ""
    let rest = fraction > 0 ? "." + Self.padded(fraction, 7) : ""
    return sign + day + "\(Self.padded(hours, 2)):\(Self.padded(minutes, 2)):\(Self.padded(seconds, 2))" + rest
  }

  func general(isLong: Bool) -> String {
    let day = isLong || days > 0 ? "\(days):" : ""
    let hour = isLong ? Self.padded(hours, 2) : "\(hours)"
    let digits = isLong ? Self.padded(fraction, 7) : Self.fractionDigits(fraction, 7, keepsZeros: false)
    let rest = digits.isEmpty ? "" : "." + digits
    return sign + day + "\(hour):\(Self.padded(minutes, 2)):\(Self.padded(seconds, 2))" + rest
  }

  private var sign: String { isNegative ? "-" : "" }

  func custom(_ format: String) throws(TimeFailure) -> String {
    var scanner = FormatScanner(format)
    var result = ""
    while let element = try scanner.next() {
      switch element {
      case .literal(let text, let isQuoted):
        guard isQuoted else { throw .badFormat }
        result += text
      case .specifier(let letter, let count): result += try specifier(letter, count)
      }
    }
    return result
  }

  private func specifier(_ letter: UInt8, _ count: Int) throws(TimeFailure) -> String {
    switch letter {
    case UInt8(ascii: "d") where count <= 8: return Self.padded(days, count)
    case UInt8(ascii: "h") where count <= 2: return Self.padded(hours, count)
    case UInt8(ascii: "m") where count <= 2: return Self.padded(minutes, count)
    case UInt8(ascii: "s") where count <= 2: return Self.padded(seconds, count)
    case UInt8(ascii: "f") where count <= 7: return Self.fractionDigits(fraction, count, keepsZeros: true)
    case UInt8(ascii: "F") where count <= 7: return Self.fractionDigits(fraction, count, keepsZeros: false)
    default: throw .badFormat
    }
  }

  static func padded(_ value: UInt64, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(width - digits.utf8.count, 0)) + digits
  }

  /// The first `count` digits of a fraction in ticks.
  static func fractionDigits(_ fraction: UInt64, _ count: Int, keepsZeros: Bool) -> String {
    var digits = Array(padded(fraction, 7).utf8.prefix(count))
    if !keepsZeros {
      while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
