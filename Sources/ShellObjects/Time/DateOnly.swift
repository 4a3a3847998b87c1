/// `[dateonly]`: a day without a time.
package struct DateOnly: Sendable, Hashable, Comparable {
  /// Days since 1 January 1, 0 to 3,652,058.
  package let dayNumber: Int

  package static let minimum = DateOnly(unchecked: 0)
  package static let maximum = DateOnly(unchecked: CalendarDate.dayCount - 1)

  private init(unchecked dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  package init(dayNumber: Int) throws(TimeFailure) {
    guard (0..<CalendarDate.dayCount).contains(dayNumber) else {
      throw .outOfRange("Day number must be between 0 and DateOnly.MaxValue.DayNumber.", parameter: "dayNumber")
    }
    self.init(unchecked: dayNumber)
  }

  package init(_ date: CalendarDate) { self.init(unchecked: date.dayNumber) }

  /// The day of a moment.
  package init(_ moment: DateTimeValue) { self.init(unchecked: Int(moment.ticks / Ticks.perDay)) }

  package static func < (left: DateOnly, right: DateOnly) -> Bool { left.dayNumber < right.dayNumber }

  package var calendarDate: CalendarDate { CalendarDate(dayNumber: dayNumber) }

  /// The moment at a time of this day.
  package func at(_ time: TimeOnly = .minimum, kind: DateTimeValue.Kind = .unspecified) -> DateTimeValue {
    DateTimeValue(unchecked: Int64(dayNumber) * Ticks.perDay + time.ticks, kind)
  }

  package func adding(days: Int) throws(TimeFailure) -> DateOnly {
    let sum = dayNumber.addingReportingOverflow(days)
    guard !sum.overflow, (0..<CalendarDate.dayCount).contains(sum.partialValue) else {
      throw .outOfRange("Value to add was out of range.", parameter: "value")
    }
    return DateOnly(unchecked: sum.partialValue)
  }

  package func adding(months: Int) throws(TimeFailure) -> DateOnly { DateOnly(try at().adding(months: months)) }

  package func adding(years: Int) throws(TimeFailure) -> DateOnly { DateOnly(try at().adding(years: years)) }
}

/// `[timeonly]`: a time of day.
package struct TimeOnly: Sendable, Hashable, Comparable {
  /// Ticks since midnight, below a day.
  package let ticks: Int64

  package static let minimum = TimeOnly(unchecked: 0)
  package static let maximum = TimeOnly(unchecked: Ticks.perDay - 1)

  private init(unchecked ticks: Int64) {
    self.ticks = ticks
  }

  package init(ticks: Int64) throws(TimeFailure) {
    guard (0..<Ticks.perDay).contains(ticks) else {
      throw .outOfRange("Ticks must be between 0 and and TimeOnly.MaxValue.Ticks.", parameter: "ticks")
    }
    self.init(unchecked: ticks)
  }

  package init(hour: Int, minute: Int, second: Int = 0, fraction: Int64 = 0) throws(TimeFailure) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
      (0..<Ticks.perSecond).contains(fraction)
    else {
      throw .outOfRange("Hour, Minute, and Second parameters describe an un-representable DateTime.")
    }
    self.init(unchecked: Int64(hour * 3_600 + minute * 60 + second) * Ticks.perSecond + fraction)
  }

  /// The time of day of a moment.
  package init(_ moment: DateTimeValue) { self.init(unchecked: moment.ticks % Ticks.perDay) }

  package static func < (left: TimeOnly, right: TimeOnly) -> Bool { left.ticks < right.ticks }

  /// The time a span later, around the clock, and how many days that wraps.
  package func adding(_ span: TimeSpanValue) -> (time: TimeOnly, wrappedDays: Int) {
    var days = span.ticks / Ticks.perDay
    var sum = ticks + span.ticks % Ticks.perDay
    if sum < 0 {
      days -= 1
      sum += Ticks.perDay
    } else if sum >= Ticks.perDay {
      days += 1
      sum -= Ticks.perDay
    }
    return (TimeOnly(unchecked: sum), Int(days))
  }

  /// How long it takes from `other` to this time, around the clock.
  package func subtracting(_ other: TimeOnly) -> TimeSpanValue {
    TimeSpanValue(ticks: (ticks - other.ticks + Ticks.perDay) % Ticks.perDay)
  }

  /// Whether the time lies in a range that may wrap around midnight.
  package func isBetween(_ start: TimeOnly, _ end: TimeOnly) -> Bool {
    start <= end ? start <= self && self < end : start <= self || self < end
  }
}
