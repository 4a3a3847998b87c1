import CmdletKit
import ShellObjects

/// `Get-ExecutionPolicy`: tells which scripts may run: on Linux, all of them.
struct GetExecutionPolicy: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-ExecutionPolicy", outputs: ["Microsoft.PowerShell.ExecutionPolicy"], module: "Microsoft.PowerShell.Security",
    synopsis: "Tells which scripts may run: on Linux, all of them.",
    examples: [
      Example("Shows the policy.", code: "Get-ExecutionPolicy")
    ])

  @Parameter(
    "Scope", .position(0), .fromPipelineByPropertyName, .type("Microsoft.PowerShell.ExecutionPolicyScope"),
    help: "The scope.")
  var scope: String?
  @Parameter("List", help: "Shows the policy of every scope.")
  var list: Bool

  mutating func process(_ context: any CmdletContext) throws {
    let policy = Value.object(EnumObject(0, PSType.named("Microsoft.PowerShell.ExecutionPolicy")))
    guard list else { return try context.write(policy) }
    let scopes = PSType.named("Microsoft.PowerShell.ExecutionPolicyScope")
    for name in ["MachinePolicy", "UserPolicy", "Process", "CurrentUser", "LocalMachine"] {
      let scope = Value.object(EnumObject(scopes.enumNumber(named: name) ?? 0, scopes))
      try context.write(.object(PSCustomObject(["Scope": scope, "ExecutionPolicy": policy])))
    }
  }
}
