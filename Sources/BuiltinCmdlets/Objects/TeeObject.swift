import CmdletKit
import ShellObjects

/// `Tee-Object`: stores what passes through a pipeline in a file or variable, and passes it on.
struct TeeObject: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Tee-Object", defaultParameterSet: "File",
    synopsis: "Stores what passes through a pipeline in a file or variable, and passes it on.",
    examples: [
      Example("Keeps the objects in a variable.", code: "1..3 | Tee-Object -Variable kept | Measure-Object -Sum")
    ])

  @Parameter("InputObject", .fromPipeline, .type("psobject"), help: "The objects, from the pipeline.")
  var inputObject: Value
  @Parameter("FilePath", .in("File", .mandatory, .position(0)), .alias("Path"), help: "The file to write.")
  var filePath: String
  @Parameter(
    "LiteralPath", .in("LiteralFile", .mandatory), .alias("PSPath", "LP"),
    help: "The file to write; no character is special.")
  var literalPath: String?
  @Parameter("Append", .in("File"), help: "Adds to the end.")
  var append: Bool
  @Parameter(
    "Encoding", .in(["File", "LiteralFile"]), .shownAs("System.Text.Encoding"), .validate(.notNull),
    help: "The encoding of the text.")
  var encoding: EncodingChoice
  @Parameter("Variable", .in("Variable", .mandatory), help: "The variable to set.")
  var variable: String?

  private var kept: [Value] = []
  private var file: TextFileOutput?

  mutating func begin(_ context: any CmdletContext) throws {
    guard let path = literalPath ?? (filePath.isEmpty ? nil : filePath) else { return }
    do {
      file = try TextFileOutput(
        path: path, isLiteral: literalPath != nil, encoding: encoding.encoding, appends: append, context: context)
    } catch let error as ShellError {
      // Why: Tee-Object leaves files to Out-File, whose name its errors carry.
      error.record.commandName = "Microsoft.PowerShell.Commands.OutFileCommand"
      throw error
    }
  }

  mutating func process(_ context: any CmdletContext) throws {
    guard $inputObject.isBound else { return }
    if variable != nil { kept.append(inputObject) }
    try file?.write(inputObject)
    try context.write(inputObject)
  }

  mutating func end(_ context: any CmdletContext) throws {
    try file?.finish()
    guard let variable else { return }
    if append, let before = try context.session.variable(variable, scope: nil), !before.isNull {
      kept = (before.isEnumerable ? try before.enumerated() : [before]) + kept
    }
    try context.session.setVariable(
      variable, kept.isEmpty ? .null : kept.count == 1 ? kept[0] : .object(PSArray(kept)), scope: nil)
  }
}
