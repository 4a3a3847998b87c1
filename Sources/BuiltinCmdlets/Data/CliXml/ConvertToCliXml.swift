import CmdletKit
import ShellObjects

/// `ConvertTo-CliXml`: writes objects as PowerShell's own XML.
struct ConvertToCliXml: Cmdlet {
  static let declaration = CmdletDeclaration(
    "ConvertTo-CliXml", outputs: ["System.String"],
    reportingName: "Microsoft.PowerShell.Commands.ConvertToClixmlCommand",
    synopsis: "Writes objects as PowerShell's own XML.",
    examples: [
      Example("Writes a text.", code: "'abc' | ConvertTo-CliXml")
    ])

  @Parameter(
    "InputObject", .mandatory, .position(0), .fromPipeline, .type("psobject"), help: "The objects, from the pipeline.")
  var inputObject: Value
  @Parameter("Depth", .validate(.range(1...2_147_483_647)), help: "How many levels are written.")
  var depth: Int = 2

  private var writer = CliXmlWriter(maximumDepth: 2)
  private var isBegun = false

  mutating func begin(_ context: any CmdletContext) throws { writer = CliXmlWriter(maximumDepth: depth) }

  mutating func process(_ context: any CmdletContext) throws {
    if $inputObject.isBound { try writer.write(inputObject) }
  }

  mutating func end(_ context: any CmdletContext) throws { try context.write(.string(writer.document)) }
}
