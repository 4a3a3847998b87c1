import CmdletKit
import ShellObjects

/// `Write-Information`: writes to the information stream.
struct WriteInformation: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Write-Information", synopsis: "Writes to the information stream.",
    examples: [
      Example("Writes a message with a tag.", code: "Write-Information 'done' -Tags Audit -InformationAction Continue")
    ])

  @Parameter(
    "MessageData", .mandatory, .position(0), .fromPipeline, .alias("Msg", "Message"), .allowNull,
    help: "The message, of any type.")
  var messageData: Value
  @Parameter("Tags", .position(1), help: "Words by which messages can be told apart.")
  var tags: [String]

  mutating func process(_ context: any CmdletContext) throws {
    try context.writeInformation(messageData, tags: tags, isHost: false)
  }
}
