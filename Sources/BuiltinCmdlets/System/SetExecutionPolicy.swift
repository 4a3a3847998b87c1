import CmdletKit
import ShellObjects

/// `Set-ExecutionPolicy`: would limit which scripts may run, which Linux does not do.
struct SetExecutionPolicy: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Set-ExecutionPolicy", confirmImpact: .medium, module: "Microsoft.PowerShell.Security",
    synopsis: "Would limit which scripts may run, which Linux does not do.",
    examples: [
      Example("Says that there is nothing to set.", code: "Set-ExecutionPolicy RemoteSigned")
    ])

  @Parameter(
    "ExecutionPolicy", .mandatory, .position(0), .fromPipeline, .type("Microsoft.PowerShell.ExecutionPolicy"),
    help: "The policy.")
  var executionPolicy: String
  @Parameter(
    "Scope", .position(1), .fromPipelineByPropertyName, .type("Microsoft.PowerShell.ExecutionPolicyScope"),
    help: "The scope.")
  var scope: String?
  @Parameter("Force", help: "Overrides what would otherwise stop the command.")
  var force: Bool

  mutating func process(_ context: any CmdletContext) throws {
    throw ShellError(
      "System.PlatformNotSupportedException", "Operation is not supported on this platform.",
      id: "System.PlatformNotSupportedException", .notSpecified)
  }
}
