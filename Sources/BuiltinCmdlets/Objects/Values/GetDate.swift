import CmdletKit
import ShellObjects
import ShellTypes

/// `Get-Date`: gets the time, or a time with some parts changed.
struct GetDate: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-Date", defaultParameterSet: "DateAndFormat", outputs: ["System.String", "System.DateTime"],
    synopsis: "Gets the time, or a time with some parts changed.",
    examples: [
      Example("Writes the day.", code: "Get-Date -Format yyyy-MM-dd"),
      Example("Gets a moment of a given day.", code: "Get-Date '2024-05-06' -Hour 12"),
    ])

  @Parameter(
    "Date", .in(["DateAndFormat", "DateAndUFormat"], .position(0), .fromPipeline, .fromPipelineByPropertyName),
    .alias("LastWriteTime"), .type("System.DateTime"), help: "The time; now where none is given.")
  var date: Value
  @Parameter(
    "UnixTimeSeconds", .in(["UnixTimeSecondsAndFormat", "UnixTimeSecondsAndUFormat"], .mandatory), .alias("UnixTime"),
    .validate(.range((-62_135_596_800)...253_402_300_799)), help: "The time in seconds since 1970.")
  var unixTimeSeconds: Int64?
  @Parameter("Year", .validate(.range(1...9_999)), help: "The year.")
  var year: Int?
  @Parameter("Month", .validate(.range(1...12)), help: "The month.")
  var month: Int?
  @Parameter("Day", .validate(.range(1...31)), help: "The day of the month.")
  var day: Int?
  @Parameter("Hour", .validate(.range(0...23)), help: "The hour.")
  var hour: Int?
  @Parameter("Minute", .validate(.range(0...59)), help: "The minute.")
  var minute: Int?
  @Parameter("Second", .validate(.range(0...59)), help: "The second.")
  var second: Int?
  @Parameter("Millisecond", .validate(.range(0...999)), help: "The millisecond.")
  var millisecond: Int?
  @Parameter(
    "DisplayHint", .type("Microsoft.PowerShell.Commands.DisplayHintType"), help: "Which part of the time is shown.")
  var displayHint: String?
  @Parameter(
    "UFormat", .in(["DateAndUFormat", "UnixTimeSecondsAndUFormat"], .mandatory),
    help: "The format, in the form of Unix `date`.")
  var uFormat: String?
  @Parameter("Format", .in(["DateAndFormat", "UnixTimeSecondsAndFormat"]), help: "The format, in the form of .NET.")
  var format: String?
  @Parameter("AsUTC", help: "Takes the time as universal time.")
  var asUTC: Bool

  mutating func process(_ context: any CmdletContext) throws {
    let moment = try changed(try start())
    if let uFormat {
      return try context.write(.string(try TimeErrors.translate { try UnixDateFormat.text(moment, uFormat) }))
    }
    if let format {
      return try context.write(.string(try TimeErrors.translate { try Self.text(moment, format) }))
    }
    try context.write(hinted(moment))
  }

  private func start() throws -> DateTimeValue {
    if let seconds = unixTimeSeconds {
      return try TimeErrors.translate { try DateTimeOffsetValue(unixSeconds: seconds).localDateTime }
    }
    guard $date.isBound, let given = date.payload(DateTimeValue.self) else { return .now }
    return given
  }

  /// The time with the parts that were given in place of its own.
  private func changed(_ start: DateTimeValue) throws -> DateTimeValue {
    try TimeErrors.translate {
      var moment = start
      if let year { moment = try moment.adding(years: year - moment.year) }
      if let month { moment = try moment.adding(months: month - moment.month) }
      if let day { moment = try moment.adding(ticks: Int64(day - moment.day) * Ticks.perDay) }
      if let hour { moment = try moment.adding(ticks: Int64(hour - moment.hour) * Ticks.perHour) }
      if let minute { moment = try moment.adding(ticks: Int64(minute - moment.minute) * Ticks.perMinute) }
      if let second { moment = try moment.adding(ticks: Int64(second - moment.second) * Ticks.perSecond) }
      if let millisecond {
        moment = try moment.adding(ticks: Int64(millisecond - moment.millisecond) * Ticks.perMillisecond)
        moment = try moment.adding(ticks: -(moment.ticks % Ticks.perMillisecond))
      }
      return asUTC ? moment.universal : moment
    }
  }

  private static func text(_ moment: DateTimeValue, _ format: String) throws -> String {
    switch format.lowercased() {
    case "filedate": try moment.text("yyyyMMdd")
    case "filedateuniversal": try moment.universal.text("yyyyMMddZ")
    case "filedatetime": try moment.text("yyyyMMddTHHmmssffff")
    case "filedatetimeuniversal": try moment.universal.text("yyyyMMddTHHmmssffffZ")
    default: try moment.text(format)
    }
  }

  /// The time as an object that says which part of it is to be shown.
  private func hinted(_ moment: DateTimeValue) -> Value {
    let type = PSType.named("Microsoft.PowerShell.Commands.DisplayHintType")
    let number = displayHint.flatMap { type.enumNumber(named: $0) } ?? 2
    return moment.value.addingNote("DisplayHint", .object(EnumObject(number, type)))
  }
}
