import Foundation
import Testing

@testable import ShellObjects

/// The moments that recorded expressions name.
enum RecordedMoment {
  case dateTime(DateTimeValue), offset(DateTimeOffsetValue), date(DateOnly), time(TimeOnly), span(TimeSpanValue)

  init?(_ source: Substring) {
    var text = source
    while text.hasPrefix("("), text.hasSuffix(")") { text = text.dropFirst().dropLast() }
    switch text {
    case "[datetime]::MinValue": self = .dateTime(.minimum)
    case "[datetime]::MaxValue": self = .dateTime(.maximum)
    case "[timespan]::MaxValue": self = .span(.maximum)
    case "[timespan]::FromDays(400)": self = .span(TimeSpanValue(ticks: 400 * Ticks.perDay))
    case "[datetime]::new(1999,12,31,23,59,59,[DateTimeKind]::Local)":
      guard
        let value = try? DateTimeValue(year: 1999, month: 12, day: 31, hour: 23, minute: 59, second: 59, kind: .local)
      else { return nil }
      self = .dateTime(value)
    case "[datetime]::new(2001,1,2,3,4,5,[DateTimeKind]::Utc)":
      guard let value = try? DateTimeValue(year: 2001, month: 1, day: 2, hour: 3, minute: 4, second: 5, kind: .utc)
      else { return nil }
      self = .dateTime(value)
    default:
      guard let match = text.wholeMatch(of: /\[([a-z]+)\]'([^']*)'/) else { return nil }
      self.init(type: String(match.1), String(match.2))
    }
  }

  init?(type: String, _ text: String) {
    switch type {
    case "datetime":
      guard let value = try? DateTimeValue(parsing: text, culture: .invariant) else { return nil }
      self = .dateTime(value)
    case "datetimeoffset":
      guard let value = try? DateTimeOffsetValue(parsing: text, culture: .invariant) else { return nil }
      self = .offset(value)
    case "dateonly":
      guard let value = try? DateOnly(parsing: text, culture: .invariant) else { return nil }
      self = .date(value)
    case "timeonly":
      guard let value = try? TimeOnly(parsing: text, culture: .invariant) else { return nil }
      self = .time(value)
    case "timespan":
      guard let value = try? TimeSpanValue(parsing: text) else { return nil }
      self = .span(value)
    default: return nil
    }
  }

  func text(_ format: String, _ culture: Culture = .english) throws(TimeFailure) -> String {
    switch self {
    case .dateTime(let value): try value.text(format, culture: culture)
    case .offset(let value): try value.text(format, culture: culture)
    case .date(let value): try value.text(format, culture: culture)
    case .time(let value): try value.text(format, culture: culture)
    case .span(let value): try value.text(format)
    }
  }

  /// What the recorder writes for a `[datetime]`.
  static func notation(_ value: DateTimeValue) throws -> String {
    "DateTime:\(try value.text("o", culture: .invariant)) \(["Unspecified", "Utc", "Local"][value.kind.rawValue])"
  }
}

@Suite(.serialized) struct DateTimeTests {
  init() {
    setenv("TZ", "UTC", 1)
  }

  @Test(arguments: ["dates", "timespans"])
  func theFormatOperatorAnswersAsRecorded(_ table: String) throws {
    let result = try RecordedTable("formatoperator/\(table).tsv").replay(/'\{0:(.*)\}' -f (.*)/) { match in
      guard let moment = RecordedMoment(match.2) else { return nil }
      do throws(TimeFailure) {
        return RecordedTable.literal(try moment.text(String(match.1).replacing("''", with: "'")))
      } catch {
        return "!FormatError [InvalidOperation] RuntimeException: "
          + RecordedTable.literal("Error formatting a string: \(error.message).")
      }
    }
    #expect(result.count > 60)
    #expect(result.differences.isEmpty, "\(result.summary)")
  }

  @Test(arguments: [
    "formatoperator/dates", "formatoperator/timespans", "dotnet/datetime-format", "dotnet/timespan",
    "dotnet/datetimeoffset",
  ])
  func toStringAnswersAsRecorded(_ table: String) throws {
    let pattern = /\((.*)\)\.ToString\((?:'((?:[^']|'')*)')?(?:,? ?(\[cultureinfo\]::InvariantCulture))?\)/
    let result = try RecordedTable("\(table).tsv").replay(pattern) { match in
      guard let moment = RecordedMoment(match.1) else { return nil }
      do throws(TimeFailure) {
        let format = String(match.2 ?? "").replacing("''", with: "'")
        return RecordedTable.literal(try moment.text(format, match.3 == nil ? .english : .invariant))
      } catch {
        return "!FormatException [NotSpecified] MethodInvocationException: "
          + RecordedTable.literal("Exception calling \"ToString\" with \"1\" argument(s): \"\(error.message)\"")
      }
    }
    #expect(result.count >= 20)
    #expect(result.differences.isEmpty, "\(result.summary)")
  }

  @Test func parseAnswersAsRecorded() throws {
    let table = try RecordedTable("dotnet/datetime-parse.tsv")
    let cast = try table.replay(/\[datetime\]'([^']*)'/) { match in
      let text = String(match.1)
      do {
        return try RecordedMoment.notation(try DateTimeValue(parsing: text, culture: .invariant))
      } catch let error as TimeFailure {
        return "!InvalidCastParseTargetInvocationWithFormatProvider [InvalidArgument] RuntimeException: "
          + RecordedTable.literal(
            "Cannot convert value \"\(text)\" to type \"System.DateTime\". Error: \"\(error.message)\"")
      }
    }
    let parse = try table.replay(
      /\[datetime\]::Parse\('([^']*)'(?:,(\[cultureinfo\]::InvariantCulture|\$null,'[A-Za-z,]+'))?\)/
    ) { match in
      let text = String(match.1)
      let option = match.2.map { String($0) } ?? ""
      let styles = Self.styles(option)
      do {
        let culture: Culture = option.hasPrefix("[") ? .invariant : .english
        return try RecordedMoment.notation(try DateTimeValue(parsing: text, styles: styles, culture: culture))
      } catch let error as TimeFailure {
        let count = option.isEmpty ? 1 : option.hasPrefix("[") ? 2 : 3
        return "!FormatException [NotSpecified] MethodInvocationException: "
          + RecordedTable.literal("Exception calling \"Parse\" with \"\(count)\" argument(s): \"\(error.message)\"")
      }
    }
    #expect(cast.count > 40 && parse.count > 60)
    #expect(cast.differences.isEmpty, "\(cast.summary)")
    #expect(parse.differences.isEmpty, "\(parse.summary)")
  }

  private static func styles(_ option: String) -> DateTimeStyles {
    let names: [String: DateTimeStyles] = [
      "AssumeUniversal": .assumeUniversal, "AssumeLocal": .assumeLocal, "AdjustToUniversal": .adjustToUniversal,
      "RoundtripKind": .roundtripKind, "NoCurrentDateDefault": .noCurrentDateDefault,
      "AllowWhiteSpaces": .allowWhiteSpaces,
    ]
    return names.reduce(into: []) { styles, entry in if option.contains(entry.key) { styles.insert(entry.value) } }
  }

  @Test func parseExactAnswersAsRecorded() throws {
    let pattern =
      /\[datetime\]::ParseExact\('([^']*)','((?:[^']|'')*)',(?:\$null|\[cultureinfo\]::InvariantCulture)(?:,'([A-Za-z]+)')?\)/
    let result = try RecordedTable("dotnet/datetime-parse.tsv").replay(pattern) { match in
      // The recorded machine's pattern has U+202F before AM.
      if match.2 == "g" { return nil }
      do {
        let format = String(match.2).replacing("''", with: "'")
        let styles = Self.styles(match.3.map { String($0) } ?? "")
        return try RecordedMoment.notation(
          try DateTimeValue(parsing: String(match.1), format: format, styles: styles, culture: .english))
      } catch let error as TimeFailure {
        return "!FormatException [NotSpecified] MethodInvocationException: "
          + RecordedTable.literal("Exception calling \"ParseExact\" with \"3\" argument(s): \"\(error.message)\"")
      }
    }
    #expect(result.count > 40)
    #expect(result.differences.isEmpty, "\(result.summary)")
  }

  @Test func additionsAnswerAsRecorded() throws {
    let pattern =
      /\(\[datetime\]'([^']*)'\)\.Add(Days|Hours|Minutes|Seconds|Milliseconds|Months|Years|Ticks)\((-?[0-9.e]+)\)/
    let units = [
      "Days": Ticks.perDay, "Hours": Ticks.perHour, "Minutes": Ticks.perMinute, "Seconds": Ticks.perSecond,
      "Milliseconds": Ticks.perMillisecond,
    ]
    let result = try RecordedTable("dotnet/datetime.tsv").replay(pattern) { match in
      let unit = String(match.2)
      guard let start = try? DateTimeValue(parsing: String(match.1), culture: .invariant), let value = Double(match.3)
      else { return nil }
      do {
        let rounded = Int(value.rounded(.toNearestOrEven))
        let sum =
          switch unit {
          case "Months": try start.adding(months: rounded)
          case "Years": try start.adding(years: rounded)
          case "Ticks": try start.adding(ticks: Int64(rounded))
          default: try start.adding(value, ticksPerUnit: units[unit] ?? 1)
          }
        return try RecordedMoment.notation(sum)
      } catch let error as TimeFailure {
        return "!ArgumentOutOfRangeException [NotSpecified] MethodInvocationException: "
          + RecordedTable.literal("Exception calling \"Add\(unit)\" with \"1\" argument(s): \"\(error.message)\"")
      }
    }
    #expect(result.count > 20)
    #expect(result.differences.isEmpty, "\(result.summary)")
  }

  @Test func unixFormatsAnswerAsRecorded() throws {
    let result = try RecordedTable("cmdlets/get-date.tsv").replay(/Get-Date '([^']*)' -UFormat '?([^']+)'?/) { match in
      guard let moment = try? DateTimeValue(parsing: String(match.1), culture: .english),
        !match.2.hasSuffix("%") || match.2.hasSuffix("%%")
      else { return nil }
      return RecordedTable.literal(try UnixDateFormat.text(moment, String(match.2), culture: .english))
    }
    #expect(result.count > 60)
    #expect(result.differences.isEmpty, "\(result.summary)")
  }
}
