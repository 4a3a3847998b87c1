extension TimeSpanValue {
  /// Reads what `[timespan]::Parse` reads: `[-]d`, `[-][d.]hh:mm[:ss[.fffffff]]` and `[-]d:hh:mm:ss.fffffff`.
  package init(parsing text: String) throws(TimeFailure) {
    let trimmed = TextTrimming.trimmed(text)
    guard let shape = TimeSpanShape(trimmed) else { throw .notRecognized(text, "TimeSpan") }
    try self.init(shape, of: text)
  }

  /// Reads a text by one of the formats `c t T g G` or by a picture.
  package init(parsing text: String, format: String) throws(TimeFailure) {
    switch format {
    case "c", "t", "T":
      try self.init(parsing: text)
    case "g", "G":
      guard let shape = TimeSpanShape(TextTrimming.trimmed(text)), !shape.hasDayPoint else {
        throw .notRecognized(text, "TimeSpan")
      }
      guard format == "g" || shape.isComplete else { throw .notRecognized(text, "TimeSpan") }
      try self.init(shape, of: text)
    default:
      guard format.utf8.count > 1 else { throw .badFormat }
      var reader = TimeSpanPictureReader(text)
      try self.init(try reader.read(format), of: text)
    }
  }

  fileprivate init(_ shape: TimeSpanShape, of text: String) throws(TimeFailure) {
    guard let ticks = shape.ticks else {
      throw TimeFailure(
        .overflow,
        "The TimeSpan string '\(text)' could not be parsed because at least one of the numeric components is out of "
          + "range or contains too many digits.")
    }
    self.init(ticks: ticks)
  }
}

/// The numbers of a span's text, before their ranges are looked at.
private struct TimeSpanShape {
  var isNegative = false
  var days = 0
  var hours = 0
  var minutes = 0
  var seconds = 0
  var fraction = 0
  var fractionDigits = 0
  /// Whether days and hours are parted by a point.
  var hasDayPoint = false
  /// Whether days, hours, minutes, seconds and fraction are all there.
  var isComplete = false

  init() {}

  /// Takes a trimmed text apart; nil where it has another shape.
  init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    if bytes.first == UInt8(ascii: "-") {
      isNegative = true
      bytes.removeFirst()
    }
    var numbers: [(value: Int, digits: Int)] = []
    var separators: [UInt8] = []
    while true {
      guard let number = Self.number(&bytes) else { return nil }
      numbers.append(number)
      guard let separator = bytes.popFirst() else { break }
      guard separator == UInt8(ascii: ":") || separator == UInt8(ascii: ".") else { return nil }
      separators.append(separator)
    }
    guard assign(numbers, String(decoding: separators, as: UTF8.self)) else { return nil }
  }

  private static func number(_ bytes: inout ArraySlice<UInt8>) -> (value: Int, digits: Int)? {
    var value = 0
    var digits = 0
    while let byte = bytes.first, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      value = min(value * 10 + Int(byte - UInt8(ascii: "0")), 1_000_000_000)
      digits += 1
      bytes.removeFirst()
    }
    return digits > 0 ? (value, digits) : nil
  }

  private mutating func assign(_ numbers: [(value: Int, digits: Int)], _ separators: String) -> Bool {
    let values = numbers.map(\.value)
    switch separators {
    case "": days = values[0]
    case ":": (hours, minutes) = (values[0], values[1])
    // Hours that no day has are days, and what follows moves up: `24:00:00` is 24 days.
    case "::" where values[0] > 23: (days, hours, minutes) = (values[0], values[1], values[2])
    case "::": (hours, minutes, seconds) = (values[0], values[1], values[2])
    case ".:": (days, hours, minutes) = (values[0], values[1], values[2])
    case "::.": (hours, minutes, seconds) = (values[0], values[1], values[2])
    case ".::", ":::", ".::.", ":::.":
      (days, hours, minutes, seconds) = (values[0], values[1], values[2], values[3])
    default: return false
    }
    hasDayPoint = separators.utf8.first == UInt8(ascii: ".")
    isComplete = separators == ":::."
    if separators.utf8.count > 2, separators.utf8.last == UInt8(ascii: "."), let last = numbers.last {
      fraction = last.value
      fractionDigits = last.digits
    }
    return true
  }

  /// The length; nil where a number is too large or has too many digits.
  var ticks: Int64? {
    guard hours < 24, minutes < 60, seconds < 60, fractionDigits <= 7, days <= 10_675_199 else { return nil }
    let scale = (fractionDigits..<7).reduce(1) { scale, _ in scale * 10 }
    let time = Int128(hours * 3_600 + minutes * 60 + seconds) * Int128(Ticks.perSecond)
    let total = Int128(days) * Int128(Ticks.perDay) + time + Int128(fraction * scale)
    return Int64(exactly: isNegative ? -total : total)
  }
}

/// Reads a span by a picture.
private struct TimeSpanPictureReader {
  private let text: String
  private var rest: ArraySlice<UInt8>

  init(_ text: String) {
    self.text = text
    rest = Array(text.utf8)[...]
  }

  mutating func read(_ format: String) throws(TimeFailure) -> TimeSpanShape {
    var shape = TimeSpanShape()
    var scanner = FormatScanner(format)
    while let element = try scanner.next() {
      switch element {
      case .literal(let literal, let isQuoted):
        guard isQuoted, rest.starts(with: literal.utf8) else { throw .badFormat }
        rest = rest.dropFirst(literal.utf8.count)
      case .specifier(let letter, let count): try take(letter, count, into: &shape)
      }
    }
    guard rest.isEmpty else { throw .notRecognized(text, "TimeSpan") }
    return shape
  }

  private mutating func take(_ letter: UInt8, _ count: Int, into shape: inout TimeSpanShape) throws(TimeFailure) {
    switch letter {
    case UInt8(ascii: "d") where count <= 8: shape.days = try number(count, atMost: count == 1 ? 8 : count).value
    case UInt8(ascii: "h") where count <= 2: shape.hours = try number(count, atMost: 2).value
    case UInt8(ascii: "m") where count <= 2: shape.minutes = try number(count, atMost: 2).value
    case UInt8(ascii: "s") where count <= 2: shape.seconds = try number(count, atMost: 2).value
    case UInt8(ascii: "f") where count <= 7: (shape.fraction, shape.fractionDigits) = try number(count, atMost: count)
    case UInt8(ascii: "F") where count <= 7: (shape.fraction, shape.fractionDigits) = try number(0, atMost: count)
    default: throw .badFormat
    }
  }

  private mutating func number(_ least: Int, atMost most: Int) throws(TimeFailure) -> (value: Int, digits: Int) {
    var value = 0
    var digits = 0
    while digits < most, let byte = rest.first, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      digits += 1
      rest.removeFirst()
    }
    guard digits >= least else { throw .badFormat }
    return (value, digits)
  }
}
