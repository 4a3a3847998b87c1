import CmdletKit
import Glibc
import ShellObjects
import ShellTypes

/// `Get-Uptime`: gets the time since the computer started.
struct GetUptime: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-Uptime", defaultParameterSet: "Timespan", outputs: ["System.TimeSpan", "System.DateTime"],
    synopsis: "Gets the time since the computer started.",
    examples: [
      Example("Shows when it started.", code: "Get-Uptime -Since")
    ])

  @Parameter("Since", .in("Since"), help: "Gets the time of the start.")
  var since: Bool

  mutating func process(_ context: any CmdletContext) throws {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    let span = TimeSpanValue(ticks: Int64(time.tv_sec) * Ticks.perSecond)
    guard since else { return try context.write(span.value) }
    try context.write(try TimeErrors.translate { try DateTimeValue.now.adding(ticks: -span.ticks) }.value)
  }
}
