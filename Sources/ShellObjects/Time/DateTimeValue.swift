/// `[datetime]`: a moment in ticks since the year 1, and whether it is local, universal or neither.
///
/// Comparison and equality look at the ticks alone, as .NET's do.
package struct DateTimeValue: Sendable, Hashable, Comparable {
  /// Raw values are .NET's DateTimeKind.
  package enum Kind: Int, Sendable { case unspecified = 0, utc = 1, local = 2 }

  /// 0 to 3,155,378,975,999,999,999.
  package let ticks: Int64
  package let kind: Kind

  package static let maximumTicks: Int64 = 3_155_378_975_999_999_999
  package static let minimum = DateTimeValue(unchecked: 0, .unspecified)
  package static let maximum = DateTimeValue(unchecked: maximumTicks, .unspecified)
  package static let unixEpoch = DateTimeValue(unchecked: Ticks.unixEpoch, .utc)

  /// Creates a moment from ticks.
  package init(ticks: Int64, kind: Kind = .unspecified) throws(TimeFailure) {
    guard ticks >= 0, ticks <= Self.maximumTicks else {
      throw .outOfRange(
        "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.", parameter: "ticks")
    }
    self.init(unchecked: ticks, kind)
  }

  init(unchecked ticks: Int64, _ kind: Kind) {
    self.ticks = min(max(ticks, 0), Self.maximumTicks)
    self.kind = kind
  }

  /// Creates a moment from the parts of a date and of a time; `fraction` is in ticks.
  package init(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, fraction: Int64 = 0,
    kind: Kind = .unspecified
  ) throws(TimeFailure) {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw .outOfRange("Year, Month, and Day parameters describe an un-representable DateTime.")
    }
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
      (0..<Ticks.perSecond).contains(fraction)
    else {
      throw .outOfRange("Hour, Minute, and Second parameters describe an un-representable DateTime.")
    }
    let time = Int64(hour * 3_600 + minute * 60 + second) * Ticks.perSecond
    self.init(unchecked: Int64(date.dayNumber) * Ticks.perDay + time + fraction, kind)
  }

  package static func == (left: DateTimeValue, right: DateTimeValue) -> Bool { left.ticks == right.ticks }

  package static func < (left: DateTimeValue, right: DateTimeValue) -> Bool { left.ticks < right.ticks }

  package func hash(into hasher: inout Hasher) { hasher.combine(ticks) }

  package var calendarDate: CalendarDate { CalendarDate(dayNumber: Int(ticks / Ticks.perDay)) }
  package var year: Int { calendarDate.year }
  package var month: Int { calendarDate.month }
  package var day: Int { calendarDate.day }
  package var dayOfWeek: Int { calendarDate.dayOfWeek }
  package var dayOfYear: Int { calendarDate.dayOfYear }
  package var hour: Int { Int(ticks / Ticks.perHour % 24) }
  package var minute: Int { Int(ticks / Ticks.perMinute % 60) }
  package var second: Int { Int(ticks / Ticks.perSecond % 60) }
  package var millisecond: Int { Int(ticks / Ticks.perMillisecond % 1_000) }
  package var microsecond: Int { Int(ticks / Ticks.perMicrosecond % 1_000) }
  package var nanosecond: Int { Int(ticks % Ticks.perMicrosecond * 100) }
  package var timeOfDay: TimeSpanValue { TimeSpanValue(ticks: ticks % Ticks.perDay) }

  /// Midnight of the same day, of the same kind.
  package var date: DateTimeValue { DateTimeValue(unchecked: ticks - ticks % Ticks.perDay, kind) }

  /// The same ticks as another kind.
  package func with(kind: Kind) -> DateTimeValue { DateTimeValue(unchecked: ticks, kind) }
}
