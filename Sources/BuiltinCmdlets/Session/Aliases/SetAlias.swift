import CmdletKit
import ShellObjects

/// `Set-Alias`: makes an alias, or changes one.
struct SetAlias: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Set-Alias", confirmImpact: .medium, outputs: ["System.Management.Automation.AliasInfo"],
    synopsis: "Makes an alias, or changes one.",
    examples: [
      Example("Makes a short name.", code: "Set-Alias np New-Item")
    ])

  @Parameter("Name", .mandatory, .position(0), .fromPipelineByPropertyName, help: "The names.")
  var name: String
  @Parameter(
    "Value", .mandatory, .position(1), .fromPipelineByPropertyName, help: "The command the alias stands for.")
  var value: String
  @Parameter("Description", help: "A description.")
  var description: String?
  @Parameter(
    "Option", .type("System.Management.Automation.ScopedItemOptions"), help: "Options such as ReadOnly or Constant.")
  var option: String?
  @Parameter("PassThru", help: "Writes the result to the pipeline.")
  var passThru: Bool
  @Parameter("Scope", help: "The scope, by name or number.")
  var scope: String?
  @Parameter("Force", help: "Overrides what would otherwise stop the command.")
  var force: Bool

  mutating func process(_ context: any CmdletContext) throws {
    guard try context.shouldProcess("Name: \(name) Value: \(value)", "Set Alias") else { return }
    try AliasChange(name: name, value: value, description: description, option: option, scope: scope, force: force)
      .perform(passThru: passThru, context)
  }
}
