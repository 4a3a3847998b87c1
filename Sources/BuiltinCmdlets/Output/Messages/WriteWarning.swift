import CmdletKit
import ShellObjects

/// `Write-Warning`: writes a warning.
struct WriteWarning: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Write-Warning", synopsis: "Writes a warning.",
    examples: [
      Example("Warns.", code: "Write-Warning 'The disk is nearly full.'")
    ])

  @Parameter(
    "Message", .mandatory, .position(0), .fromPipeline, .alias("Msg"), .allowEmptyString, help: "The message.")
  var message: String

  mutating func process(_ context: any CmdletContext) throws { try context.writeWarning(message) }
}
