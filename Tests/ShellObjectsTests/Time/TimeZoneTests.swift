import Testing

@testable import ShellObjects

struct TimeZoneTests {
  @Test func offsetsAnswerAsRecorded() throws {
    let pattern = /\[TimeZoneInfo\]::FindSystemTimeZoneById\('([^']+)'\)\.GetUtcOffset\(\[datetime\]'([^']+)'\)/
    let result = try RecordedTable("dotnet/timezone.tsv").replay(pattern) { match in
      guard let zone = TimeZoneData.named(String(match.1)),
        let moment = try? DateTimeValue(parsing: String(match.2), culture: .invariant)
      else { return nil }
      return "TimeSpan:'\(zone.offset(ofLocal: moment))'"
    }
    #expect(result.count >= 10)
    #expect(result.differences.isEmpty, "\(result.summary)")
  }

  @Test func skippedAndDoubledTimesAreSeen() throws {
    let berlin = try #require(TimeZoneData.named("Europe/Berlin"))
    func candidates(_ text: String) throws -> Int {
      berlin.candidates(ofLocalSeconds: try DateTimeValue(parsing: text, culture: .invariant).unixSeconds).count
    }
    #expect(try candidates("2020-03-29 02:30") == 0)
    #expect(try candidates("2020-10-25 02:30") == 2)
    #expect(try candidates("2020-06-01 12:00") == 1)
    #expect(try candidates("2050-03-27 02:30") == 0)
    #expect(berlin.supportsDaylightSavingTime)
    #expect(berlin.baseOffset.ticks == Ticks.perHour)
  }

  @Test(arguments: ["", "../etc/passwd", "/etc/passwd", "Nowhere/Land", "tzdata.zi"])
  func otherNamesAreNoZones(_ name: String) {
    #expect(TimeZoneData.named(name) == nil)
  }

  @Test(arguments: [
    ("CET-1CEST,M3.5.0,M10.5.0/3", 7_200), ("EST5EDT", -14_400), ("<+0330>-3:30", 12_600),
    ("NZST-12NZDT,M9.5.0,M4.1.0/3", 43_200),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", 3_600),
  ])
  func rulesNameTheOffsetOfSummer2020(_ text: String, _ offset: Int) throws {
    #expect(try #require(TimeZoneRule(text)).period(atUnixSeconds: 1_594_800_000).offset == offset)
  }

  @Test(arguments: ["", "X", "CET", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.5.0", "CET-1CEST,x"])
  func malformedRulesAreRefused(_ text: String) {
    #expect(TimeZoneRule(text) == nil)
  }
}
