/// `[datetimeoffset]`: a moment with its distance from universal time.
///
/// Equality and order look at the moment, not at the offset.
package struct DateTimeOffsetValue: Sendable, Hashable, Comparable {
  /// The clock time at the offset, of unspecified kind.
  package let dateTime: DateTimeValue
  /// Whole minutes, within 14 hours.
  package let offset: TimeSpanValue

  /// Creates a moment from a clock time and an offset.
  package init(_ dateTime: DateTimeValue, offset: TimeSpanValue) throws(TimeFailure) {
    guard offset.ticks % Ticks.perMinute == 0 else {
      throw TimeFailure(.argument, "Offset must be specified in whole minutes. (Parameter 'offset')")
    }
    guard abs(offset.ticks / Ticks.perMinute) <= 14 * 60 else {
      throw .outOfRange("Offset must be within plus or minus 14 hours.", parameter: "offset")
    }
    let universal = dateTime.ticks - offset.ticks
    guard universal >= 0, universal <= DateTimeValue.maximumTicks else {
      throw .outOfRange(
        "The UTC time represented when the offset is applied must be between year 0 and 10,000.", parameter: "offset")
    }
    self.init(unchecked: dateTime, offset)
  }

  private init(unchecked dateTime: DateTimeValue, _ offset: TimeSpanValue) {
    self.dateTime = dateTime.with(kind: .unspecified)
    self.offset = offset
  }

  /// Creates a moment of universal time.
  package init(utc moment: DateTimeValue) {
    self.init(unchecked: moment, .zero)
  }

  /// Creates a moment from seconds and ticks since 1970.
  package init(unixSeconds: Int64, ticks: Int64 = 0) throws(TimeFailure) {
    let product = unixSeconds.multipliedReportingOverflow(by: Ticks.perSecond)
    let shifted = ticks.addingReportingOverflow(Ticks.unixEpoch)
    let sum = product.partialValue.addingReportingOverflow(shifted.partialValue)
    guard !product.overflow, !shifted.overflow, !sum.overflow, sum.partialValue >= 0,
      sum.partialValue <= DateTimeValue.maximumTicks
    else {
      throw .outOfRange("Valid values are between -62135596800 and 253402300799, inclusive.", parameter: "seconds")
    }
    self.init(unchecked: DateTimeValue(unchecked: sum.partialValue, .unspecified), .zero)
  }

  package var utcTicks: Int64 { dateTime.ticks - offset.ticks }
  package var utcDateTime: DateTimeValue { DateTimeValue(unchecked: utcTicks, .utc) }

  package static func == (left: DateTimeOffsetValue, right: DateTimeOffsetValue) -> Bool {
    left.utcTicks == right.utcTicks
  }

  package static func < (left: DateTimeOffsetValue, right: DateTimeOffsetValue) -> Bool {
    left.utcTicks < right.utcTicks
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(utcTicks) }

  /// The same moment on a clock at another offset.
  package func converted(to offset: TimeSpanValue) throws(TimeFailure) -> DateTimeOffsetValue {
    let ticks = utcTicks.addingReportingOverflow(offset.ticks)
    guard !ticks.overflow, ticks.partialValue >= 0, ticks.partialValue <= DateTimeValue.maximumTicks else {
      throw .outOfRange(
        "The UTC time represented when the offset is applied must be between year 0 and 10,000.", parameter: "offset")
    }
    return try DateTimeOffsetValue(DateTimeValue(unchecked: ticks.partialValue, .unspecified), offset: offset)
  }

  /// The same clock with another time on it, by any of `DateTimeValue`'s additions.
  package func mapClock(
    _ change: (DateTimeValue) throws(TimeFailure) -> DateTimeValue
  ) throws(TimeFailure) -> DateTimeOffsetValue {
    try DateTimeOffsetValue(try change(dateTime), offset: offset)
  }

  /// Seconds since 1970, rounded down.
  package var unixSeconds: Int64 { utcTicks / Ticks.perSecond - Ticks.unixEpoch / Ticks.perSecond }
  package var unixMilliseconds: Int64 { utcTicks / Ticks.perMillisecond - Ticks.unixEpoch / Ticks.perMillisecond }
}
