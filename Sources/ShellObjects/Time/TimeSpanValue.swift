/// `[timespan]`: a signed length of time in ticks of 100 nanoseconds.
package struct TimeSpanValue: Sendable, Hashable, Comparable {
  package let ticks: Int64

  package static let zero = TimeSpanValue(ticks: 0)
  package static let maximum = TimeSpanValue(ticks: .max)
  package static let minimum = TimeSpanValue(ticks: .min)

  package init(ticks: Int64) {
    self.ticks = ticks
  }

  /// Creates a span from whole parts, each of any sign; a sum that is too long is an argument out of range.
  package init(
    days: Int64 = 0, hours: Int64 = 0, minutes: Int64 = 0, seconds: Int64 = 0, milliseconds: Int64 = 0,
    microseconds: Int64 = 0
  ) throws(TimeFailure) {
    let parts: [(Int64, Int64)] = [
      (days, Ticks.perDay), (hours, Ticks.perHour), (minutes, Ticks.perMinute), (seconds, Ticks.perSecond),
      (milliseconds, Ticks.perMillisecond), (microseconds, Ticks.perMicrosecond),
    ]
    let total = parts.reduce(Int128(0)) { $0 + Int128($1.0) * Int128($1.1) }
    guard let ticks = Int64(exactly: total) else { throw .outOfRange(TimeFailure.spanTooLong.message) }
    self.init(ticks: ticks)
  }

  /// Creates a span of `value` units of `ticksPerUnit` ticks each, as `FromHours` and its kin do.
  package init(_ value: Double, ticksPerUnit: Int64) throws(TimeFailure) {
    if value.isNaN { throw TimeFailure(.argument, "TimeSpan does not accept floating point Not-a-Number values.") }
    try self.init(exactTicks: value * Double(ticksPerUnit))
  }

  private init(exactTicks ticks: Double) throws(TimeFailure) {
    guard ticks >= -0x1p63, ticks <= 0x1p63 else { throw .spanTooLong }
    self.init(ticks: ticks == 0x1p63 ? .max : Int64(ticks))
  }

  package static func < (left: TimeSpanValue, right: TimeSpanValue) -> Bool { left.ticks < right.ticks }

  /// The whole parts; each has the sign of the span.
  package var days: Int64 { ticks / Ticks.perDay }
  package var hours: Int64 { ticks / Ticks.perHour % 24 }
  package var minutes: Int64 { ticks / Ticks.perMinute % 60 }
  package var seconds: Int64 { ticks / Ticks.perSecond % 60 }
  package var milliseconds: Int64 { ticks / Ticks.perMillisecond % 1_000 }
  package var microseconds: Int64 { ticks / Ticks.perMicrosecond % 1_000 }
  package var nanoseconds: Int64 { ticks % Ticks.perMicrosecond * 100 }

  package var totalDays: Double { Double(ticks) / Double(Ticks.perDay) }
  package var totalHours: Double { Double(ticks) / Double(Ticks.perHour) }
  package var totalMinutes: Double { Double(ticks) / Double(Ticks.perMinute) }
  package var totalSeconds: Double { Double(ticks) / Double(Ticks.perSecond) }
  package var totalMicroseconds: Double { Double(ticks) / Double(Ticks.perMicrosecond) }
  package var totalNanoseconds: Double { Double(ticks) * 100 }

  /// Held within what whole milliseconds of a long can show, as .NET does.
  package var totalMilliseconds: Double {
    let value = Double(ticks) / Double(Ticks.perMillisecond)
    return min(max(value, -922_337_203_685_477), 922_337_203_685_477)
  }

  package func adding(_ other: TimeSpanValue) throws(TimeFailure) -> TimeSpanValue {
    let sum = ticks.addingReportingOverflow(other.ticks)
    if sum.overflow { throw .spanTooLong }
    return TimeSpanValue(ticks: sum.partialValue)
  }

  package func subtracting(_ other: TimeSpanValue) throws(TimeFailure) -> TimeSpanValue {
    let difference = ticks.subtractingReportingOverflow(other.ticks)
    if difference.overflow { throw .spanTooLong }
    return TimeSpanValue(ticks: difference.partialValue)
  }

  package func negated() throws(TimeFailure) -> TimeSpanValue {
    guard ticks != .min else {
      throw TimeFailure(.overflow, "Negating the minimum value of a twos complement number is invalid.")
    }
    return TimeSpanValue(ticks: -ticks)
  }

  /// The span without its sign.
  package func duration() throws(TimeFailure) -> TimeSpanValue {
    guard ticks != .min else {
      throw TimeFailure(
        .overflow,
        "The duration cannot be returned for TimeSpan.MinValue because the absolute value of TimeSpan.MinValue exceeds "
          + "the value of TimeSpan.MaxValue.")
    }
    return TimeSpanValue(ticks: abs(ticks))
  }

  /// The span times `factor`, rounded half to even.
  package func multiplied(by factor: Double) throws(TimeFailure) -> TimeSpanValue {
    if factor.isNaN { throw TimeFailure(.argument, "TimeSpan does not accept floating point Not-a-Number values.") }
    return try TimeSpanValue(exactTicks: (Double(ticks) * factor).rounded(.toNearestOrEven))
  }

  /// The span divided by `divisor`, rounded half to even.
  package func divided(by divisor: Double) throws(TimeFailure) -> TimeSpanValue {
    if divisor.isNaN { throw TimeFailure(.argument, "TimeSpan does not accept floating point Not-a-Number values.") }
    return try TimeSpanValue(exactTicks: (Double(ticks) / divisor).rounded(.toNearestOrEven))
  }

  /// How often `divisor` goes into the span.
  package func divided(by divisor: TimeSpanValue) -> Double { Double(ticks) / Double(divisor.ticks) }
}
