import CmdletKit
import ShellObjects

/// `Out-File`: writes what the console would show to a file.
struct OutFile: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Out-File", defaultParameterSet: "ByPath", confirmImpact: .medium,
    synopsis: "Writes what the console would show to a file.",
    examples: [
      Example("Keeps a listing.", code: "Get-Verb | Out-File /tmp/verbs.txt")
    ])

  @Parameter("FilePath", .in("ByPath", .mandatory, .position(0)), .alias("Path"), help: "The file.")
  var filePath: String?
  @Parameter(
    "LiteralPath", .in("ByLiteralPath", .mandatory, .fromPipelineByPropertyName), .alias("PSPath", "LP"),
    help: "The file; no character is special.")
  var literalPath: String?
  @Parameter(
    "Encoding", .position(1), .shownAs("System.Text.Encoding"), .validate(.notNull),
    help: "The encoding of the text.")
  var encoding: EncodingChoice
  @Parameter("Append", help: "Adds to the end.")
  var append: Bool
  @Parameter("Force", help: "Overwrites a read-only file.")
  var force: Bool
  @Parameter("NoClobber", .alias("NoOverwrite"), help: "Refuses to replace what exists.")
  var noClobber: Bool
  @Parameter("Width", .validate(.range(2...2_147_483_647)), help: "The number of columns.")
  var width: Int?
  @Parameter("NoNewline", help: "Writes no line ends.")
  var noNewline: Bool
  @Parameter("InputObject", .fromPipeline, .type("psobject"), help: "The objects, from the pipeline.")
  var inputObject: Value

  private var file: TextFileOutput?

  mutating func begin(_ context: any CmdletContext) throws {
    let path = literalPath ?? filePath ?? ""
    file = try TextFileOutput(
      path: path, isLiteral: literalPath != nil, encoding: encoding.encoding, appends: append,
      refusesToReplace: noClobber,
      force: force, width: width, context: context)
    file?.omitsLineEnds = noNewline
  }

  mutating func process(_ context: any CmdletContext) throws {
    if $inputObject.isBound { try file?.write(inputObject) }
  }

  mutating func end(_ context: any CmdletContext) throws { try file?.finish() }
}
