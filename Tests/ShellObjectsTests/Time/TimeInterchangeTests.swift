import Foundation
import Testing

@testable import ShellObjects

struct TimeInterchangeTests {
  init() {
    setenv("TZ", "UTC", 1)
  }

  @Test func zonesAnswerAsRecorded() throws {
    let pattern =
      /\[TimeZoneInfo\]::FindSystemTimeZoneById\('([^']+)'\)\.Is(InvalidTime|AmbiguousTime|DaylightSavingTime)\(\[datetime\]'([^']+)'\)/
    let result = try RecordedTable("dotnet/timezone.tsv").replay(pattern) { match in
      guard let zone = TimeZoneData.named(String(match.1)),
        let clock = try? DateTimeValue(parsing: String(match.3), culture: .invariant)
      else { return nil }
      let answer =
        switch match.2 {
        case "InvalidTime": zone.isInvalid(clock)
        case "AmbiguousTime": zone.isAmbiguous(clock)
        default: zone.isDaylight(atClock: clock)
        }
      return answer ? "True" : "False"
    }
    #expect(result.count > 10)
    #expect(result.differences.isEmpty, "\(result.summary)")
  }

  @Test func otherCountsAnswerAsRecorded() throws {
    let moment = try DateTimeValue(parsing: "2020-05-06T07:08:09.1234567", culture: .invariant)
    #expect(try moment.fileTime() == 132_332_224_891_234_567)
    #expect(try moment.oleDate() == 43957.2973278125)
    #expect(moment.binary == 637_243_456_891_234_567)
    #expect(try DateTimeValue(fileTime: 132_330_000_000_000_000).text("o") == "2020-05-03T17:20:00.0000000Z")
    #expect(try DateTimeValue(oleDate: 43957.5).text("s") == "2020-05-06T12:00:00")
    #expect(try DateTimeValue(oleDate: -1.25).text("s") == "1899-12-29T06:00:00")
    #expect(try DateTimeValue(parsing: "1899-12-29T06:00", culture: .invariant).oleDate() == -1.25)
    for value in [moment, moment.with(kind: .utc), moment.with(kind: .local)] {
      let back = try DateTimeValue(binary: value.binary)
      #expect(back == value && back.kind == value.kind)
    }
  }

  @Test func numbersOutOfRangeAreRefused() {
    #expect(throws: TimeFailure.self) { try DateTimeValue(fileTime: -1) }
    #expect(throws: TimeFailure.self) { try DateTimeValue(fileTime: .max) }
    #expect(throws: TimeFailure.self) { try DateTimeValue(oleDate: 1e9) }
    #expect(throws: TimeFailure.self) { try DateTimeValue(oleDate: .nan) }
    #expect(throws: TimeFailure.self) { try DateTimeValue(binary: .max) }
    #expect(throws: TimeFailure.self) { try DateTimeValue.maximum.adding(ticks: 1) }
    #expect(throws: TimeFailure.self) { try DateTimeValue.minimum.adding(.nan, ticksPerUnit: Ticks.perDay) }
    #expect(throws: TimeFailure.self) { try DateTimeValue.maximum.adding(months: .min) }
    #expect(throws: TimeFailure.self) { try DateTimeValue.maximum.adding(years: .min) }
    #expect(throws: TimeFailure.self) { try DateTimeOffsetValue(unixSeconds: .max, ticks: .max) }
    #expect(throws: TimeFailure.self) { try TimeOnly(hour: 23, minute: 59, second: 59, fraction: .max) }
    #expect(throws: TimeFailure.self) { try DateOnly.maximum.adding(days: 1) }
    #expect(throws: TimeFailure.self) { try DateTimeOffsetValue(.minimum, offset: TimeSpanValue(ticks: Ticks.perHour)) }
  }

  @Test(arguments: [
    ("2020-12-31", CalendarWeekRule.firstDay, 0, 53), ("2021-01-01", .firstDay, 0, 1),
    ("2021-01-01", .firstFullWeek, 0, 52),
    ("2021-01-01", .firstFourDayWeek, 1, 53), ("2020-12-31", .firstFourDayWeek, 1, 53),
    ("2024-12-31", .firstFourDayWeek, 1, 53),
    ("2020-01-05", .firstDay, 0, 2),
  ])
  func weeksAreCountedByRule(_ text: String, _ rule: CalendarWeekRule, _ firstDay: Int, _ expected: Int) throws {
    #expect(try DateOnly(parsing: text, culture: .invariant).calendarDate.week(rule, firstDay: firstDay) == expected)
  }

  @Test func everyDayOfTheCalendarGoesBackAndForth() throws {
    var previous = CalendarDate(dayNumber: 0)
    #expect(previous == CalendarDate(year: 1, month: 1, day: 1))
    for number in 1..<CalendarDate.dayCount {
      let date = CalendarDate(dayNumber: number)
      let isNext =
        date.day == previous.day + 1 && date.month == previous.month
        || date.day == 1 && previous.day == CalendarDate.daysInMonth(year: previous.year, month: previous.month)
      guard isNext, date.dayNumber == number else {
        Issue.record("day \(number) is \(date)")
        return
      }
      previous = date
    }
    #expect(previous == CalendarDate(year: 9999, month: 12, day: 31))
  }
}
