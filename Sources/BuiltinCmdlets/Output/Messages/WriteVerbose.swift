import CmdletKit
import ShellObjects

/// `Write-Verbose`: writes a message that shows with -Verbose.
struct WriteVerbose: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Write-Verbose", synopsis: "Writes a message that shows with -Verbose.",
    examples: [
      Example("Tells what is going on.", code: "Write-Verbose 'Looking for hosts.' -Verbose")
    ])

  @Parameter(
    "Message", .mandatory, .position(0), .fromPipeline, .alias("Msg"), .allowEmptyString, help: "The message.")
  var message: String

  mutating func process(_ context: any CmdletContext) throws { try context.writeVerbose(message) }
}
