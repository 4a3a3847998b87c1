import CmdletKit
import ShellObjects
import ShellTypes

/// `Import-Clixml`: reads objects from a file of PowerShell's own XML.
struct ImportClixml: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Import-Clixml", defaultParameterSet: "ByPath", synopsis: "Reads objects from a file of PowerShell's own XML.",
    examples: [
      Example("Takes an object back.", code: "Import-Clixml /tmp/settings.xml")
    ])

  @Parameter(
    "Path", .in("ByPath", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName),
    help: "The files; wildcards are allowed.")
  var path: [String]
  @Parameter(
    "LiteralPath", .in("ByLiteralPath", .mandatory, .fromPipelineByPropertyName), .alias("PSPath", "LP"),
    help: "The files; no character is special.")
  var literalPath: [String]
  @Parameter("IncludeTotalCount", help: "Writes the number of objects first.")
  var includeTotalCount: Bool
  @Parameter("Skip", help: "Leaves out so many objects of the beginning.")
  var skip: Value
  @Parameter("First", help: "Gets so many objects.")
  var first: Value

  mutating func process(_ context: any CmdletContext) throws {
    let isLiteral = $literalPath.isBound
    for given in isLiteral ? literalPath : path {
      let file = try FilePaths.target(given, isLiteral: isLiteral, context)
      var values = try CliXmlReader.values(of: FileReader.text(file, encoding: .utf8))
      // Why zero: the file does not say how many there are, and PowerShell does not count.
      if includeTotalCount { try context.write(UInt64(0).value) }
      if $skip.isBound { values.removeFirst(min(values.count, Int(try skip.text()) ?? 0)) }
      if $first.isBound { values = Array(values.prefix(Int(try first.text()) ?? values.count)) }
      for value in values { try context.write(value) }
    }
  }
}
