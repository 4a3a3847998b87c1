import CmdletKit
import ShellObjects

/// `Invoke-Expression`: runs text as a command.
struct InvokeExpression: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Invoke-Expression", synopsis: "Runs text as a command.",
    examples: [
      Example("Runs a command that a text holds.", code: "Invoke-Expression '1 + 2'")
    ])

  @Parameter("Command", .mandatory, .position(0), .fromPipeline, help: "The text to run.")
  var command: String

  mutating func process(_ context: any CmdletContext) throws { try context.session.invokeExpression(command, context) }
}
