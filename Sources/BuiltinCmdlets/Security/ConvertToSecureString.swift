import CmdletKit
import ShellObjects
import ShellTypes

/// `ConvertTo-SecureString`: makes a secure string out of text.
struct ConvertToSecureString: Cmdlet {
  static let declaration = CmdletDeclaration(
    "ConvertTo-SecureString", defaultParameterSet: "Secure", outputs: ["System.Security.SecureString"],
    module: "Microsoft.PowerShell.Security", synopsis: "Makes a secure string out of text.",
    examples: [
      Example("Hides a text.", code: "ConvertTo-SecureString 'secret' -AsPlainText")
    ])

  @Parameter("String", .mandatory, .position(0), .fromPipeline, help: "The text.")
  var string: String
  @Parameter("AsPlainText", .in("PlainText", .position(1)), help: "Takes the text as it is.")
  var asPlainText: Bool
  @Parameter("Force", .in("PlainText", .position(2)), help: "Has no effect.")
  var force: Bool
  @Parameter(
    "SecureKey", .in("Secure", .position(1)), .type("System.Security.SecureString"),
    help: "The key of an encrypted text, as a secure string.")
  var secureKey: Value
  @Parameter("Key", .in("Open"), .type("System.Byte[]"), help: "The key of an encrypted text, as bytes.")
  var key: Value

  mutating func process(_ context: any CmdletContext) throws {
    if asPlainText { return try context.write(SecureText(string).value) }
    guard let text = SecureEncoding.decoded(string) else {
      throw ShellError(
        "System.FormatException", "The input string '\(string)' was not in a correct format.",
        id: "System.FormatException", .notSpecified)
    }
    if $key.isBound || $secureKey.isBound { throw SecureEncoding.keysNotSupported() }
    try context.write(SecureText(text).value)
  }
}
