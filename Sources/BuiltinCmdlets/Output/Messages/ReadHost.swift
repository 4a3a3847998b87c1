import CmdletKit
import ShellObjects
import ShellTypes

/// `Read-Host`: reads a line from the user.
struct ReadHost: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Read-Host", defaultParameterSet: "AsString", outputs: ["System.String", "System.Security.SecureString"],
    synopsis: "Reads a line from the user.",
    examples: [
      Example("Asks for a name.", code: "$name = Read-Host 'Name of the host'")
    ])

  @Parameter("Prompt", .position(0), .fromRemainingArguments, .allowNull, help: "The question.")
  var prompt: Value
  @Parameter("AsSecureString", .in("AsSecureString"), help: "Gives the answer as a secure string.")
  var asSecureString: Bool
  @Parameter("MaskInput", .in("AsString"), help: "Hides what is typed.")
  var maskInput: Bool

  mutating func process(_ context: any CmdletContext) throws {
    var question = ""
    if $prompt.isBound { question = (try WriteHost.text(prompt, separator: " ") ?? "") + ": " }
    let answer = try context.session.readLine(prompt: question, isSecret: maskInput || asSecureString) ?? ""
    try context.write(asSecureString ? SecureText(answer).value : .string(answer))
  }
}
