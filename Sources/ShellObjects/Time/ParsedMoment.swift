/// What a text said of a moment, before what it left out is filled in.
struct ParsedMoment {
  enum Zone {
    case none
    /// `Z` or `GMT`.
    case universal
    /// Ticks east of universal time.
    case offset(Int64)
  }

  let text: String
  var year: Int?
  var month: Int?
  var day: Int?
  var dayOfWeek: Int?
  var hour = 0
  var minute = 0
  var second = 0
  /// In ticks.
  var fraction: Int64 = 0
  var hasTime = false
  var zone = Zone.none

  init(_ text: String) {
    self.text = text
  }

  var hasDate: Bool { year != nil || month != nil || day != nil }

  var notRecognized: TimeFailure { .notRecognized(text, "DateTime") }

  /// A date or a time that the calendar does not have.
  var notInCalendar: TimeFailure {
    TimeFailure(
      .format,
      "The DateTime represented by the string '\(text)' is not supported in calendar "
        + "'System.Globalization.GregorianCalendar'.")
  }

  /// Reads the hour of a clock of twelve hours; false where it is no such hour.
  mutating func apply(isAfternoon: Bool) -> Bool {
    guard isAfternoon else {
      guard hour <= 12 else { return false }
      if hour == 12 { hour = 0 }
      return true
    }
    if hour < 12 { hour += 12 }
    return hour < 24
  }

  /// The clock time, with what is missing taken from today.
  func clock(_ styles: DateTimeStyles, badDate: TimeFailure) throws(TimeFailure) -> DateTimeValue {
    guard hour < 24, minute < 60, second < 60 else { throw notInCalendar }
    let today = styles.contains(.noCurrentDateDefault) && !hasDate ? DateTimeValue.minimum : DateTimeValue.now
    let date =
      hasDate
      ? CalendarDate(year: year ?? today.year, month: month ?? 1, day: day ?? 1) : today.calendarDate
    guard let date else { throw badDate }
    if let dayOfWeek, dayOfWeek != date.dayOfWeek {
      throw TimeFailure(
        .format,
        "String '\(text)' was not recognized as a valid DateTime because the day of week was incorrect.")
    }
    let time = Int64(hour * 3_600 + minute * 60 + second) * Ticks.perSecond + fraction
    let ticks = Int64(date.dayNumber) * Ticks.perDay + time
    guard ticks <= DateTimeValue.maximumTicks else { throw badDate }
    return DateTimeValue(unchecked: ticks, .unspecified)
  }

  /// The moment of a `[datetime]`, of the kind that zone and styles ask for.
  func dateTime(_ styles: DateTimeStyles, badDate: TimeFailure) throws(TimeFailure) -> DateTimeValue {
    let clock = try clock(styles, badDate: badDate)
    let universal: DateTimeValue
    switch zone {
    case .none:
      guard styles.contains(.assumeLocal) || styles.contains(.assumeUniversal) else { return clock }
      let assumed = clock.with(kind: styles.contains(.assumeLocal) ? .local : .utc)
      return styles.contains(.adjustToUniversal) ? assumed.universal : assumed.local
    case .universal:
      universal = clock.with(kind: .utc)
      if styles.contains(.roundtripKind) { return universal }
    case .offset(let ticks):
      guard let shifted = try? clock.adding(ticks: -ticks) else {
        throw TimeFailure(
          .format, "The UTC representation of the date '\(text)' falls outside the year range 1-9999.")
      }
      universal = shifted.with(kind: .utc)
    }
    return styles.contains(.adjustToUniversal) ? universal : universal.local
  }

  /// The moment of a `[datetimeoffset]`.
  func dateTimeOffset(_ styles: DateTimeStyles, badDate: TimeFailure) throws(TimeFailure) -> DateTimeOffsetValue {
    let clock = try clock(styles, badDate: badDate)
    let offset: TimeSpanValue =
      switch zone {
      case .none: styles.contains(.assumeUniversal) ? .zero : TimeZoneData.local.offset(ofLocal: clock)
      case .universal: .zero
      case .offset(let ticks): TimeSpanValue(ticks: ticks)
      }
    let moment = try DateTimeOffsetValue(clock, offset: offset)
    return styles.contains(.adjustToUniversal) ? DateTimeOffsetValue(utc: moment.utcDateTime) : moment
  }

  /// A year of two digits, put into the hundred years up to 2049.
  static func fullYear(_ year: Int, digits: Int) -> Int {
    guard digits <= 2 else { return year }
    let limit = DateTimeFormatInfo.twoDigitYearMaximum
    return (limit / 100 - (year > limit % 100 ? 1 : 0)) * 100 + year
  }
}
