import CmdletKit
import ShellObjects

/// `Set-Date`: would set the clock of the computer.
struct SetDate: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Set-Date", defaultParameterSet: "Date", confirmImpact: .medium, outputs: ["System.DateTime"],
    synopsis: "Would set the clock of the computer.",
    examples: [
      Example("Says that the clock is not gpsh's to set.", code: "Set-Date '2024-05-06'")
    ])

  @Parameter(
    "Date", .in("Date", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName), .type("System.DateTime"),
    help: "The time.")
  var date: Value
  @Parameter(
    "Adjust", .in("Adjust", .mandatory, .position(0), .fromPipelineByPropertyName), .type("System.TimeSpan"),
    .allowNull, help: "How far to move the clock.")
  var adjust: Value
  @Parameter(
    "DisplayHint", .type("Microsoft.PowerShell.Commands.DisplayHintType"), help: "Which part of the time is shown.")
  var displayHint: String?

  mutating func process(_ context: any CmdletContext) throws {
    throw ShellError(
      "System.Management.Automation.PSNotSupportedException",
      "Set-Date is not supported. The clock of a host belongs to its time service; use timedatectl to change it.",
      id: "SetDateNotSupported", .notImplemented)
  }
}
