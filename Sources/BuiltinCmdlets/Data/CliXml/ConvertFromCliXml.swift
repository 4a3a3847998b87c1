import CmdletKit
import ShellObjects

/// `ConvertFrom-CliXml`: makes objects out of PowerShell's own XML.
struct ConvertFromCliXml: Cmdlet {
  static let declaration = CmdletDeclaration(
    "ConvertFrom-CliXml", reportingName: "Microsoft.PowerShell.Commands.ConvertFromClixmlCommand",
    synopsis: "Makes objects out of PowerShell's own XML.",
    examples: [
      Example("Reads what was written.", code: "'abc' | ConvertTo-CliXml | ConvertFrom-CliXml")
    ])

  @Parameter("InputObject", .mandatory, .position(0), .fromPipeline, help: "The XML.")
  var inputObject: String

  mutating func process(_ context: any CmdletContext) throws {
    let values = try CliXmlReader.values(of: inputObject)
    if values.count == 1 { try context.write(values[0]) } else if !values.isEmpty { try context.write(Value(values)) }
  }
}
