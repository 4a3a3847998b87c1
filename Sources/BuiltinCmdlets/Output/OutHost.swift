import CmdletKit
import ShellObjects

/// `Out-Host`: shows objects on the console, whatever the output goes to.
struct OutHost: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Out-Host", module: "Microsoft.PowerShell.Core",
    synopsis: "Shows objects on the console, whatever the output goes to.",
    examples: [
      Example("Shows objects from within an assignment.", code: "$x = Get-Date | Tee-Object -Variable now | Out-Host")
    ])

  @Parameter("Paging", help: "Shows a screen at a time.")
  var paging: Bool
  @Parameter("InputObject", .fromPipeline, .type("psobject"), help: "The objects, from the pipeline.")
  var inputObject: Value

  mutating func process(_ context: any CmdletContext) throws {
    if $inputObject.isBound { try context.session.writeToConsole(inputObject) }
  }
}
