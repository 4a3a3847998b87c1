/// Which week is the first of a year; raw values are .NET's CalendarWeekRule.
package enum CalendarWeekRule: Int, Sendable { case firstDay = 0, firstFullWeek = 1, firstFourDayWeek = 2 }

extension CalendarDate {
  /// The week of the year, as `Calendar.GetWeekOfYear` counts; `firstDay` is 0 for Sunday.
  ///
  /// Days before the first week belong to the last week of the year before; the last days of a year never belong to the
  /// next, unlike in ISO 8601.
  package func week(_ rule: CalendarWeekRule, firstDay: Int) -> Int {
    let required = rule == .firstDay ? 1 : rule == .firstFullWeek ? 7 : 4
    let week = Self.week(dayOfYear: dayOfYear, dayOfWeek: dayOfWeek, firstDay, required)
    if week > 0 { return week }
    guard let last = CalendarDate(year: year - 1, month: 12, day: 31) else { return 1 }
    return last.week(rule, firstDay: firstDay)
  }

  private static func week(dayOfYear: Int, dayOfWeek: Int, _ firstDay: Int, _ required: Int) -> Int {
    let firstOfYear = (dayOfWeek - (dayOfYear - 1) % 7 + 7) % 7
    let sinceWeekBegan = (firstOfYear - firstDay + 7) % 7
    let isFirst = 7 - sinceWeekBegan >= required
    return (dayOfYear - 1 + sinceWeekBegan) / 7 + (isFirst ? 1 : 0)
  }
}
