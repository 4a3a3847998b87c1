import CmdletKit
import ShellObjects

/// `Out-Default`: shows objects as the end of a pipeline does.
struct OutDefault: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Out-Default", module: "Microsoft.PowerShell.Core", synopsis: "Shows objects as the end of a pipeline does.",
    examples: [
      Example("Shows objects.", code: "Get-Date | Out-Default")
    ])

  @Parameter("Transcript", help: "Sends the objects to the transcript only.")
  var transcript: Bool
  @Parameter("InputObject", .fromPipeline, .type("psobject"), help: "The objects, from the pipeline.")
  var inputObject: Value

  mutating func process(_ context: any CmdletContext) throws {
    if $inputObject.isBound { try context.session.writeToConsole(inputObject) }
  }
}
