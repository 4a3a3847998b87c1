/// A day of the Gregorian calendar between the years 1 and 9999.
package struct CalendarDate: Sendable, Hashable {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  /// How many days the calendar holds, from 1 January 1 to 31 December 9999.
  package static let dayCount = 3_652_059

  /// Creates a day; nil where the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(year: year, month: month)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Creates the day that lies `dayNumber` days after 1 January 1; a number outside the calendar is held within it.
  package init(dayNumber: Int) {
    // Days are counted from 1 March of the year 0, so that leap days end their year.
    let shifted = min(max(dayNumber, 0), Self.dayCount - 1) + 306
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(unchecked: year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Days since 1 January 1.
  package var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 306
  }

  /// 0 for Sunday to 6 for Saturday.
  package var dayOfWeek: Int { (dayNumber + 1) % 7 }

  /// 1 to 366.
  package var dayOfYear: Int { dayNumber - CalendarDate(unchecked: year, 1, 1).dayNumber + 1 }

  /// The same day `count` months on, held within the month; nil outside the calendar.
  package func adding(months count: Int) -> CalendarDate? {
    guard (-120_000...120_000).contains(count) else { return nil }
    let months = year * 12 + month - 1 + count
    guard months >= 12, months < 120_000 else { return nil }
    let year = months / 12
    let month = months % 12 + 1
    return CalendarDate(year: year, month: month, day: min(day, Self.daysInMonth(year: year, month: month)))
  }

  package static func isLeapYear(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// 28 to 31; 31 for a month that does not exist.
  package static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The year and week by ISO 8601: weeks begin on Monday, the first holds the year's first Thursday.
  package var isoWeek: (year: Int, week: Int) {
    let monday = dayNumber - (dayOfWeek + 6) % 7
    let thursday = CalendarDate(dayNumber: monday + 3)
    let year = monday + 3 < 0 ? 0 : thursday.year
    return (year, (thursday.dayOfYear - 1) / 7 + 1)
  }
}
