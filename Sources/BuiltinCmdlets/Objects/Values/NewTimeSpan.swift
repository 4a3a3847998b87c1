import CmdletKit
import ShellObjects
import ShellTypes

/// `New-TimeSpan`: makes a span of time.
struct NewTimeSpan: Cmdlet {
  static let declaration = CmdletDeclaration(
    "New-TimeSpan", defaultParameterSet: "Date", outputs: ["System.TimeSpan"], synopsis: "Makes a span of time.",
    examples: [
      Example("Makes a span of ninety minutes.", code: "New-TimeSpan -Minutes 90")
    ])

  @Parameter(
    "Start", .in("Date", .position(0), .fromPipeline, .fromPipelineByPropertyName), .alias("LastWriteTime"),
    .type("System.DateTime"), help: "The beginning; now where only the end is given.")
  var start: Value
  @Parameter(
    "End", .in("Date", .position(1), .fromPipelineByPropertyName), .type("System.DateTime"),
    help: "The end; now where only the beginning is given.")
  var endBlock: Value
  @Parameter("Days", .in("Time"), help: "The days.")
  var days: Int = 0
  @Parameter("Hours", .in("Time"), help: "The hours.")
  var hours: Int = 0
  @Parameter("Minutes", .in("Time"), help: "The minutes.")
  var minutes: Int = 0
  @Parameter("Seconds", .in("Time"), help: "The seconds.")
  var seconds: Int = 0
  @Parameter("Milliseconds", .in("Time"), help: "The milliseconds.")
  var milliseconds: Int = 0

  mutating func process(_ context: any CmdletContext) throws {
    guard context.parameterSetName.equalsName("Date") else {
      var ticks: Int64 = 0
      for (count, unit) in [
        (days, Ticks.perDay), (hours, Ticks.perHour), (minutes, Ticks.perMinute), (seconds, Ticks.perSecond),
        (milliseconds, Ticks.perMillisecond),
      ] {
        let (product, overflow) = Int64(count).multipliedReportingOverflow(by: unit)
        let (sum, overflows) = ticks.addingReportingOverflow(product)
        if overflow || overflows {
          throw NetException.outOfRange("TimeSpan overflowed because the duration is too long.", "value")
        }
        ticks = sum
      }
      return try context.write(TimeSpanValue(ticks: ticks).value)
    }
    let now = DateTimeValue.now
    let from = start.payload(DateTimeValue.self) ?? now
    let to = endBlock.payload(DateTimeValue.self) ?? now
    try context.write(to.subtracting(from).value)
  }
}
