import CmdletKit
import ShellObjects

/// `Write-Debug`: writes a message that shows with -Debug.
struct WriteDebug: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Write-Debug", synopsis: "Writes a message that shows with -Debug.",
    examples: [
      Example("Tells a detail.", code: "Write-Debug 'cache miss' -Debug")
    ])

  @Parameter(
    "Message", .mandatory, .position(0), .fromPipeline, .alias("Msg"), .allowEmptyString, help: "The message.")
  var message: String

  mutating func process(_ context: any CmdletContext) throws { try context.writeDebug(message) }
}
