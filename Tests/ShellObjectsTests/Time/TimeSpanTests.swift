import Testing

@testable import ShellObjects

struct TimeSpanTests {
  @Test func parseAnswersAsRecorded() throws {
    let table = try RecordedTable("dotnet/timespan.tsv")
    let parse = table.replay(/\[timespan\]::Parse\('([^']*)'\)/) { match in
      do throws(TimeFailure) {
        return "TimeSpan:'\(try TimeSpanValue(parsing: String(match.1)))'"
      } catch {
        return "!\(error.kind == .overflow ? "Overflow" : "Format")Exception [NotSpecified] MethodInvocationException: "
          + RecordedTable.literal("Exception calling \"Parse\" with \"1\" argument(s): \"\(error.message)\"")
      }
    }
    let exact = table.replay(/\[timespan\]::ParseExact\('([^']*)','([^']*)',\$null\)/) { match in
      do throws(TimeFailure) {
        return "TimeSpan:'\(try TimeSpanValue(parsing: String(match.1), format: String(match.2)))'"
      } catch {
        return "!\(error.kind == .overflow ? "Overflow" : "Format")Exception [NotSpecified] MethodInvocationException: "
          + RecordedTable.literal("Exception calling \"ParseExact\" with \"3\" argument(s): \"\(error.message)\"")
      }
    }
    #expect(parse.count > 20 && exact.count > 20)
    #expect(parse.differences.isEmpty, "\(parse.summary)")
    #expect(exact.differences.isEmpty, "\(exact.summary)")
  }

  @Test func constructionFromDoublesAnswersAsRecorded() throws {
    let units = ["Days": Ticks.perDay, "Hours": Ticks.perHour, "Minutes": Ticks.perMinute, "Seconds": Ticks.perSecond]
    let result = try RecordedTable("dotnet/timespan.tsv").replay(
      /\[timespan\]::From(Days|Hours|Minutes|Seconds)\(([-0-9.e]+)\)/
    ) { match in
      guard let value = Double(match.2), let unit = units[String(match.1)] else { return nil }
      do throws(TimeFailure) {
        if let whole = Int64(match.2), unit == Ticks.perDay { return "TimeSpan:'\(try TimeSpanValue(days: whole))'" }
        return "TimeSpan:'\(try TimeSpanValue(value, ticksPerUnit: unit))'"
      } catch {
        return
          "!\(error.kind == .overflow ? "Overflow" : "ArgumentOutOfRange")Exception [NotSpecified] MethodInvocationException: "
          + RecordedTable.literal("Exception calling \"From\(match.1)\" with \"1\" argument(s): \"\(error.message)\"")
      }
    }
    #expect(result.count > 10)
    #expect(result.differences.isEmpty, "\(result.summary)")
  }

  @Test func sumsBeyondTheRangeAreRefused() {
    #expect(throws: TimeFailure.self) { try TimeSpanValue.maximum.adding(TimeSpanValue(ticks: 1)) }
    #expect(throws: TimeFailure.self) { try TimeSpanValue.minimum.negated() }
    #expect(throws: TimeFailure.self) { try TimeSpanValue(days: .max) }
    #expect(throws: TimeFailure.self) { try TimeSpanValue(.nan, ticksPerUnit: 1) }
  }
}
