import Foundation
import Testing

@testable import ShellObjects

struct DateTimeCastTests {
  init() {
    setenv("TZ", "UTC", 1)
  }

  @Test(arguments: ["conversions/cast-scalar", "dotnet/dateonly-timeonly", "dotnet/datetimeoffset", "dotnet/timespan"])
  func castsAnswerAsRecorded(_ table: String) throws {
    let names = [
      "datetime": "DateTime", "timespan": "TimeSpan", "dateonly": "DateOnly", "timeonly": "TimeOnly",
      "datetimeoffset": "DateTimeOffset",
    ]
    var rows = 0
    let result = try RecordedTable("\(table).tsv").replay(
      /,?\[(datetime|timespan|dateonly|timeonly|datetimeoffset)\]'([^']*)'/
    ) { match in
      let text = String(match.2)
      let type = names[String(match.1)] ?? ""
      rows += 1
      do {
        switch match.1 {
        case "datetime":
          // A part that is missing is taken from the day of the recording.
          let value = try DateTimeValue(parsing: text, culture: .invariant)
          return value.year == DateTimeValue.now.year ? nil : try RecordedMoment.notation(value)
        case "timespan": return "TimeSpan:'\(try TimeSpanValue(parsing: text))'"
        case "dateonly":
          return "DateOnly:'\(try DateOnly(parsing: text, culture: .invariant).text(culture: .invariant))'"
        case "timeonly":
          return "TimeOnly:'\(try TimeOnly(parsing: text, culture: .invariant).text(culture: .invariant))'"
        default:
          let value = try DateTimeOffsetValue(parsing: text, culture: .invariant)
          return value.dateTime.year == DateTimeValue.now.year
            ? nil : "DateTimeOffset:'\(try value.text(culture: .invariant))'"
        }
      } catch let error as TimeFailure {
        return "!InvalidCastParseTargetInvocationWithFormatProvider [InvalidArgument] RuntimeException: "
          + RecordedTable.literal(
            "Cannot convert value \"\(text)\" to type \"System.\(type)\". Error: \"\(error.message)\"")
      }
    }
    #expect(result.differences.isEmpty, "\(result.summary)")
    #expect(rows > 0)
  }
}
