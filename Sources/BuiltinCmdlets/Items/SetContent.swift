import CmdletKit
import ShellObjects

/// Replaces the content of items.
struct SetContent: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Set-Content", defaultParameterSet: "Path", confirmImpact: .medium, module: "Microsoft.PowerShell.Management",
    synopsis: "Replaces the content of a file or other item.",
    details: "Each value becomes one line. A file that is not there is made.",
    examples: [Example("A variable", code: "Set-Content Variable:a 1, 2; $a")])

  @Parameter(
    "Value", .mandatory, .position(1), .fromPipeline, .fromPipelineByPropertyName, .allowNull, .allowEmptyCollection,
    help: "What is written.")
  var value: [Value]
  @Parameter("PassThru", help: "Gives what was written.")
  var passThru: Bool
  var paths = NamedPaths()
  var filters = ItemFilters()
  @Parameter("Force", help: "Writes to read-only files too.")
  var force: Bool
  var credential = CredentialArgument()
  @Parameter("NoNewline", help: "Writes the values without anything between or after them.")
  var noNewline: Bool
  @Parameter("Encoding", help: "The encoding of the text; UTF-8 without a mark where none is given.")
  var encoding: EncodingArgument
  @Parameter("AsByteStream", help: "Writes bytes; every value must be one.")
  var asByteStream: Bool
  private var writing = ContentWriting()

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: force, filters: filters)
    var options = ContentOptions()
    options.encoding = encoding.name
    options.isByteStream = asByteStream
    options.noNewline = noNewline
    try writing.open(paths.given, targets, options, appends: false, action: "Set Content")
    try writing.write(value, targets)
    if passThru { for one in value { try context.write(one) } }
  }

  mutating func end(_ context: any CmdletContext) throws { try writing.close() }
}
