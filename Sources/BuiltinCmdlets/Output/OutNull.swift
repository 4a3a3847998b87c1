import CmdletKit
import ShellObjects

/// `Out-Null`: drops its input.
struct OutNull: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Out-Null", module: "Microsoft.PowerShell.Core", synopsis: "Drops its input.",
    examples: [
      Example("Runs a command for its effect only.", code: "New-Guid | Out-Null")
    ])

  @Parameter("InputObject", .fromPipeline, .type("psobject"), help: "The objects, from the pipeline.")
  var inputObject: Value
}
