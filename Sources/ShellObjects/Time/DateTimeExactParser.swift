/// Reads a date by a picture, as `[datetime]::ParseExact` does.
struct DateTimeExactParser {
  private var reader: DateTimeTextReader
  private let styles: DateTimeStyles
  private let info: DateTimeFormatInfo
  private var moment: ParsedMoment
  private var isTwelveHourClock = false
  private var isAfternoon: Bool?

  init(_ text: String, _ culture: Culture, _ styles: DateTimeStyles) {
    reader = DateTimeTextReader(text)
    info = culture.dateTimeFormat
    self.styles = styles
    moment = ParsedMoment(text)
  }

  /// Reads the whole text by `format`: a standard format's letter, or a picture.
  mutating func parse(_ format: String) throws(TimeFailure) -> ParsedMoment {
    let picture = try picture(format)
    if styles.contains(.allowLeadingWhite) { reader.skipSpaces() }
    var scanner = FormatScanner(picture)
    while let element = try scanner.next() {
      if styles.contains(.allowInnerWhite) { reader.skipSpaces() }
      switch element {
      case .literal(let text, let isQuoted): try take(text, isQuoted)
      case .specifier(let letter, let count):
        guard try take(letter, count) else { throw moment.notRecognized }
      }
    }
    if styles.contains(.allowTrailingWhite) { reader.skipSpaces() }
    guard reader.isAtEnd else { throw moment.notRecognized }
    try finish()
    return moment
  }

  private func picture(_ format: String) throws(TimeFailure) -> String {
    switch format {
    case "": throw TimeFailure(.format, "Format specifier '' was invalid.")
    case "d": return info.shortDatePattern
    case "D": return info.longDatePattern
    case "f": return info.longDatePattern + " " + info.shortTimePattern
    case "F", "U": return info.fullDateTimePattern
    case "g": return info.shortDatePattern + " " + info.shortTimePattern
    case "G": return info.shortDatePattern + " " + info.longTimePattern
    case "m", "M": return info.monthDayPattern
    case "o", "O": return DateTimeFormatInfo.roundTripPattern
    case "r", "R": return DateTimeFormatInfo.rfc1123Pattern
    case "s": return DateTimeFormatInfo.sortablePattern
    case "t": return info.shortTimePattern
    case "T": return info.longTimePattern
    case "u": return DateTimeFormatInfo.universalSortablePattern
    case "y", "Y": return info.yearMonthPattern
    default:
      guard format.utf8.count > 1 else { throw .badFormat }
      return format
    }
  }

  private mutating func take(_ literal: String, _ isQuoted: Bool) throws(TimeFailure) {
    if !isQuoted, literal == " ", styles.contains(.allowInnerWhite) {
      reader.skipSpaces()
      return
    }
    for byte in literal.utf8 {
      guard reader.skip(byte) else { throw moment.notRecognized }
    }
  }

  /// One or two digits where the picture has one, exactly as many as it has otherwise.
  private mutating func number(_ count: Int, atMost most: Int = 2) -> Int? {
    let number = reader.digits(atMost: count == 1 ? most : count)
    return number.count >= count ? number.value : nil
  }

  private mutating func take(_ letter: UInt8, _ count: Int) throws(TimeFailure) -> Bool {
    switch letter {
    case UInt8(ascii: "d"), UInt8(ascii: "M"), UInt8(ascii: "y"): return takeDate(letter, count)
    case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "m"), UInt8(ascii: "s"):
      return takeClock(letter, min(count, 2))
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      guard count <= 7 else { throw .badFormat }
      return takeFraction(count, isExact: letter == UInt8(ascii: "f"))
    case UInt8(ascii: "t"): return takeDesignator(count)
    case UInt8(ascii: "z"), UInt8(ascii: "K"): return takeZone(isOptional: letter == UInt8(ascii: "K"))
    case UInt8(ascii: "Z"):
      guard reader.skip(letter) else { return false }
      moment.zone = .universal
      return true
    case UInt8(ascii: "g"): return reader.name(of: ["AD", "A.D."]) != nil
    default:
      for _ in 0..<count where !reader.skip(letter) { return false }
      return true
    }
  }

  private mutating func takeDate(_ letter: UInt8, _ count: Int) -> Bool {
    switch (letter, count) {
    case (UInt8(ascii: "y"), 1), (UInt8(ascii: "y"), 2):
      let digits = reader.digits(atMost: 2)
      guard digits.count >= count else { return false }
      moment.year = ParsedMoment.fullYear(digits.value, digits: 2)
    case (UInt8(ascii: "y"), _):
      let digits = reader.digits(atMost: count == 3 ? 4 : count)
      guard digits.count >= count else { return false }
      moment.year = digits.value
    case (UInt8(ascii: "M"), 1), (UInt8(ascii: "M"), 2):
      guard let value = number(count) else { return false }
      moment.month = value
    case (UInt8(ascii: "M"), _):
      let names = count == 3 ? DateTimeFormatInfo.abbreviatedMonthNames : DateTimeFormatInfo.monthNames
      guard let place = reader.name(of: names) else { return false }
      moment.month = place + 1
    case (_, 1), (_, 2):
      guard let value = number(count) else { return false }
      moment.day = value
    default:
      let names = count == 3 ? DateTimeFormatInfo.abbreviatedDayNames : DateTimeFormatInfo.dayNames
      guard let place = reader.name(of: names) else { return false }
      moment.dayOfWeek = place
    }
    return true
  }

  private mutating func takeClock(_ letter: UInt8, _ count: Int) -> Bool {
    guard let value = number(count) else { return false }
    moment.hasTime = true
    switch letter {
    case UInt8(ascii: "m"): moment.minute = value
    case UInt8(ascii: "s"): moment.second = value
    default:
      moment.hour = value
      isTwelveHourClock = letter == UInt8(ascii: "h")
    }
    return true
  }

  private mutating func takeFraction(_ count: Int, isExact: Bool) -> Bool {
    let digits = reader.digits(atMost: count)
    guard !isExact || digits.count == count else { return false }
    var ticks = Int64(digits.value)
    for _ in digits.count..<7 { ticks *= 10 }
    moment.fraction = ticks
    return true
  }

  private mutating func takeDesignator(_ count: Int) -> Bool {
    if count == 1 {
      guard reader.peek() == UInt8(ascii: "A") || reader.peek() == UInt8(ascii: "P") else { return false }
      isAfternoon = reader.peek() == UInt8(ascii: "P")
      reader.index += 1
      return true
    }
    guard let place = reader.name(of: ["AM", "PM"]) else { return false }
    isAfternoon = place == 1
    return true
  }

  private mutating func takeZone(isOptional: Bool) -> Bool {
    if isOptional {
      if reader.skip(UInt8(ascii: "Z")) {
        moment.zone = .universal
        return true
      }
      guard reader.peek() == UInt8(ascii: "+") || reader.peek() == UInt8(ascii: "-") else { return true }
    }
    guard let ticks = reader.zone() else { return false }
    moment.zone = .offset(ticks)
    return true
  }

  /// Turns the hour of a clock of twelve hours into one of the day's.
  private mutating func finish() throws(TimeFailure) {
    if isTwelveHourClock {
      guard moment.hour <= 12 else { throw moment.notRecognized }
      _ = moment.apply(isAfternoon: isAfternoon ?? false)
    } else if let isAfternoon, moment.hasTime {
      guard moment.apply(isAfternoon: isAfternoon) else { throw moment.notRecognized }
    } else if isAfternoon == true {
      moment.hour = 12
    }
  }
}
