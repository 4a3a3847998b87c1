/// A rule such as `CET-1CEST,M3.5.0,M10.5.0/3`: when clocks change in every year.
///
/// **Source:** POSIX, "Other Environment Variables", TZ; RFC 9636 allows hours up to 167.
struct TimeZoneRule: Sendable {
  let standard: TimeZoneData.Period
  /// Nil where clocks do not change.
  let daylight: TimeZoneData.Period?
  private let start: YearDay
  private let end: YearDay

  /// A day and a time of every year.
  private struct YearDay {
    enum Day {
      /// 1 to 365, without leap days.
      case julian(Int)
      /// 0 to 365.
      case zeroBased(Int)
      case weekday(month: Int, week: Int, day: Int)
    }

    var day = Day.weekday(month: 3, week: 2, day: 0)
    /// Seconds after midnight; may be negative.
    var time = 7_200

    /// Seconds since 1970 on the clock of that year.
    func seconds(inYear year: Int) -> Int64 {
      guard let first = CalendarDate(year: year, month: 1, day: 1) else { return 0 }
      var number = first.dayNumber
      switch day {
      case .julian(let count): number += count - (CalendarDate.isLeapYear(year) && count >= 60 ? 0 : 1)
      case .zeroBased(let count): number += count
      case .weekday(let month, let week, let day):
        guard let start = CalendarDate(year: year, month: month, day: 1) else { return 0 }
        number = start.dayNumber + (day - start.dayOfWeek + 7) % 7 + (week - 1) * 7
        if number - start.dayNumber >= CalendarDate.daysInMonth(year: year, month: month) { number -= 7 }
      }
      return (Int64(number) - 719_162) * 86_400 + Int64(time)
    }
  }

  /// Reads a rule; nil where the text is none.
  init?(_ text: String) {
    var reader = RuleReader(text)
    guard let name = reader.name(), let offset = reader.time() else { return nil }
    standard = TimeZoneData.Period(offset: -offset, isDaylight: false, abbreviation: name)
    var first = YearDay()
    var last = YearDay(day: .weekday(month: 11, week: 1, day: 0))
    if let name = reader.name() {
      let offset = reader.time() ?? offset - 3_600
      daylight = TimeZoneData.Period(offset: -offset, isDaylight: true, abbreviation: name)
      if !reader.isAtEnd {
        guard let begins = Self.day(&reader), let ends = Self.day(&reader) else { return nil }
        first = begins
        last = ends
      }
    } else {
      daylight = nil
    }
    guard reader.isAtEnd else { return nil }
    start = first
    end = last
  }

  private static func day(_ reader: inout RuleReader) -> YearDay? {
    guard reader.skip(",") else { return nil }
    var result = YearDay()
    if reader.skip("M") {
      guard let month = reader.number(1...12), reader.skip("."), let week = reader.number(1...5), reader.skip("."),
        let day = reader.number(0...6)
      else { return nil }
      result.day = .weekday(month: month, week: week, day: day)
    } else if reader.skip("J") {
      guard let count = reader.number(1...365) else { return nil }
      result.day = .julian(count)
    } else {
      guard let count = reader.number(0...365) else { return nil }
      result.day = .zeroBased(count)
    }
    if reader.skip("/") {
      guard let time = reader.time() else { return nil }
      result.time = time
    }
    return result
  }

  /// What the clocks show at a moment in seconds since 1970.
  func period(atUnixSeconds seconds: Int64) -> TimeZoneData.Period {
    guard let daylight else { return standard }
    let day = (seconds + Int64(standard.offset)) / 86_400 + 719_162
    let year = CalendarDate(dayNumber: Int(day)).year
    let begins = start.seconds(inYear: year) - Int64(standard.offset)
    let ends = end.seconds(inYear: year) - Int64(daylight.offset)
    let isDaylight = begins < ends ? seconds >= begins && seconds < ends : seconds >= begins || seconds < ends
    return isDaylight ? daylight : standard
  }
}

/// Reads the words of a zone rule.
private struct RuleReader {
  private var rest: ArraySlice<UInt8>

  init(_ text: String) {
    rest = Array(text.utf8)[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ mark: String) -> Bool {
    guard rest.starts(with: mark.utf8) else { return false }
    rest = rest.dropFirst(mark.utf8.count)
    return true
  }

  /// An abbreviation of three letters or more, or anything within `<>`.
  mutating func name() -> String? {
    if skip("<") {
      let name = rest.prefix { $0 != UInt8(ascii: ">") }
      rest = rest.dropFirst(name.count)
      return skip(">") ? String(decoding: name, as: UTF8.self) : nil
    }
    let name = rest.prefix { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
    guard name.count >= 3 else { return nil }
    rest = rest.dropFirst(name.count)
    return String(decoding: name, as: UTF8.self)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard digits.count <= 3, let value = Int(String(decoding: digits, as: UTF8.self)), range.contains(value) else {
      return nil
    }
    rest = rest.dropFirst(digits.count)
    return value
  }

  /// `[+-]hh[:mm[:ss]]` in seconds.
  mutating func time() -> Int? {
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    guard let hours = number(0...167) else { return nil }
    var seconds = hours * 3_600
    for unit in [60, 1] where skip(":") {
      guard let value = number(0...59) else { return nil }
      seconds += value * unit
    }
    return isNegative ? -seconds : seconds
  }
}
