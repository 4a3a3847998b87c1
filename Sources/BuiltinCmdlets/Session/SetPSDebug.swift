import CmdletKit
import ShellObjects

/// `Set-PSDebug`: shows script lines as they run.
struct SetPSDebug: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Set-PSDebug", module: "Microsoft.PowerShell.Core", synopsis: "Shows script lines as they run.",
    examples: [
      Example("Switches tracing off.", code: "Set-PSDebug -Off")
    ])

  @Parameter("Trace", .in("on"), .validate(.range(0...2)), help: "0 for nothing, 1 for lines, 2 for more.")
  var trace: Int?
  @Parameter("Step", .in("on"), help: "Asks before each line, which is not supported.")
  var step: Bool
  @Parameter("Strict", .in("on"), help: "Refuses names that were never set.")
  var strict: Bool
  @Parameter("Off", .in("off"), help: "Switches everything off.")
  var off: Bool

  mutating func process(_ context: any CmdletContext) throws {
    let control = context.session.service((any StrictModeControl).self)
    if off { return control?.setStrictMode(0) ?? () }
    if strict { control?.setStrictMode(1) }
    guard let trace, trace > 0 else { return }
    try context.writeWarning("Set-PSDebug -Trace is not supported; the script runs without it.")
  }
}
