import CmdletKit
import ShellObjects

/// `Write-Output`: writes objects to the pipeline.
struct WriteOutput: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Write-Output", synopsis: "Writes objects to the pipeline.",
    examples: [
      Example("Writes an array as one object.", code: "Write-Output 1, 2 -NoEnumerate")
    ])

  @Parameter(
    "InputObject", .mandatory, .position(0), .fromPipeline, .fromRemainingArguments, .type("psobject"),
    .allowEmptyCollection, .allowNull, help: "The objects to work on.")
  var inputObject: Value
  @Parameter("NoEnumerate", help: "Writes a collection as one object.")
  var noEnumerate: Bool

  mutating func process(_ context: any CmdletContext) throws {
    if noEnumerate { return try context.write(inputObject) }
    try context.writeEnumerated(inputObject)
  }
}
