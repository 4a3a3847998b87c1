extension DateTimeValue {
  package func adding(ticks count: Int64) throws(TimeFailure) -> DateTimeValue {
    let sum = ticks.addingReportingOverflow(count)
    guard !sum.overflow, sum.partialValue >= 0, sum.partialValue <= Self.maximumTicks else { throw .unrepresentable }
    return DateTimeValue(unchecked: sum.partialValue, kind)
  }

  package func adding(_ span: TimeSpanValue) throws(TimeFailure) -> DateTimeValue { try adding(ticks: span.ticks) }

  package func subtracting(_ span: TimeSpanValue) throws(TimeFailure) -> DateTimeValue {
    guard span.ticks != .min else { throw .unrepresentable }
    return try adding(ticks: -span.ticks)
  }

  package func subtracting(_ other: DateTimeValue) -> TimeSpanValue { TimeSpanValue(ticks: ticks - other.ticks) }

  /// Adds `value` units, as `AddDays`, `AddHours` and their kin do; what is below a tick is dropped.
  package func adding(_ value: Double, ticksPerUnit: Int64) throws(TimeFailure) -> DateTimeValue {
    let limit = Double(Self.maximumTicks / ticksPerUnit)
    guard abs(value) <= limit else { throw .outOfRange("Value to add was out of range.", parameter: "value") }
    let whole = value.rounded(.towardZero)
    let fraction = Int64((value - whole) * Double(ticksPerUnit))
    let product = Int64(whole).multipliedReportingOverflow(by: ticksPerUnit)
    let sum = product.partialValue.addingReportingOverflow(fraction)
    guard !product.overflow, !sum.overflow else { throw .unrepresentable }
    return try adding(ticks: sum.partialValue)
  }

  /// Adds months and holds the day within the month.
  package func adding(months: Int) throws(TimeFailure) -> DateTimeValue {
    guard (-120_000...120_000).contains(months) else {
      throw .outOfRange("Months value must be between +/-120000.", parameter: "months")
    }
    guard let date = calendarDate.adding(months: months) else {
      throw .outOfRange(
        "The added or subtracted value results in an un-representable DateTime.", parameter: "months")
    }
    return DateTimeValue(unchecked: Int64(date.dayNumber) * Ticks.perDay + ticks % Ticks.perDay, kind)
  }

  /// Adds years; 29 February becomes the 28th.
  package func adding(years: Int) throws(TimeFailure) -> DateTimeValue {
    guard (-10_000...10_000).contains(years) else {
      throw .outOfRange("Years value must be between +/-10000.", parameter: "value")
    }
    guard let date = calendarDate.adding(months: years * 12) else {
      throw .outOfRange("The added or subtracted value results in an un-representable DateTime.", parameter: "value")
    }
    return DateTimeValue(unchecked: Int64(date.dayNumber) * Ticks.perDay + ticks % Ticks.perDay, kind)
  }

  /// Seconds since 1970, of a moment that is taken as universal time, rounded down.
  package var unixSeconds: Int64 { ticks / Ticks.perSecond - Ticks.unixEpoch / Ticks.perSecond }
}
