import CmdletKit
import ShellObjects
import ShellTypes

/// `Export-Clixml`: writes objects to a file as PowerShell's own XML.
struct ExportClixml: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Export-Clixml", defaultParameterSet: "ByPath", confirmImpact: .medium,
    synopsis: "Writes objects to a file as PowerShell's own XML.",
    examples: [
      Example("Keeps an object.", code: "@{ a = 1 } | Export-Clixml /tmp/settings.xml")
    ])

  @Parameter("Depth", .validate(.range(1...2_147_483_647)), help: "How many levels are written.")
  var depth: Int = 2
  @Parameter("Path", .in("ByPath", .mandatory, .position(0)), help: "The file.")
  var path: String?
  @Parameter(
    "LiteralPath", .in("ByLiteralPath", .mandatory), .alias("PSPath", "LP"), help: "The file; no character is special.")
  var literalPath: String?
  @Parameter(
    "InputObject", .mandatory, .fromPipeline, .type("psobject"), .allowNull, help: "The objects, from the pipeline.")
  var inputObject: Value
  @Parameter("Force", help: "Overwrites a read-only file.")
  var force: Bool
  @Parameter("NoClobber", .alias("NoOverwrite"), help: "Refuses to replace what exists.")
  var noClobber: Bool
  @Parameter(
    "Encoding", .shownAs("System.Text.Encoding"), .validate(.notNull), help: "The encoding of the text.")
  var encoding: EncodingChoice

  private var writer = CliXmlWriter(maximumDepth: 2)
  private var file: TextFileWriter?

  mutating func begin(_ context: any CmdletContext) throws {
    writer = CliXmlWriter(maximumDepth: depth)
    let target = try FilePaths.target(literalPath ?? path ?? "", isLiteral: literalPath != nil, context)
    guard try context.shouldProcess(target) else { return }
    file = try TextFileWriter(
      path: target, encoding: encoding.encoding, appends: false, refusesToReplace: noClobber, force: force)
  }

  mutating func process(_ context: any CmdletContext) throws {
    if $inputObject.isBound { try writer.write(inputObject) }
  }

  mutating func end(_ context: any CmdletContext) throws {
    try file?.write(writer.document)
    try file?.close()
  }
}
