import CmdletKit
import ShellObjects
import ShellTypes

/// `New-Guid`: makes a globally unique identifier.
struct NewGuid: Cmdlet {
  static let declaration = CmdletDeclaration(
    "New-Guid", defaultParameterSet: "Default", outputs: ["System.Guid"],
    synopsis: "Makes a globally unique identifier.",
    examples: [
      Example("Makes one.", code: "New-Guid")
    ])

  @Parameter("Empty", .in("Empty"), help: "Gives the identifier of zeros.")
  var empty: Bool
  @Parameter(
    "InputObject", .in("InputObject", .position(0), .fromPipeline), help: "A text to read the identifier from.")
  var inputObject: String?

  mutating func process(_ context: any CmdletContext) throws {
    if empty { return try context.write(GuidValue.empty.value) }
    guard $inputObject.isBound else { return try context.write(GuidValue.random().value) }
    do { try context.write(GuidValue.parse(inputObject ?? "").value) } catch let error as NetException {
      try context.writeError(
        ErrorRecord(ExceptionObject(error), id: "StringNotRecognizedAsGuid", .invalidArgument))
      try context.write(.null)
    }
  }
}
