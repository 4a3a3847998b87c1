import CmdletKit
import ShellObjects
import ShellTypes

/// `ConvertFrom-SecureString`: makes text out of a secure string.
struct ConvertFromSecureString: Cmdlet {
  static let declaration = CmdletDeclaration(
    "ConvertFrom-SecureString", defaultParameterSet: "Secure", outputs: ["System.String"],
    module: "Microsoft.PowerShell.Security", synopsis: "Makes text out of a secure string.",
    examples: [
      Example(
        "Shows the text.", code: "ConvertTo-SecureString 'secret' -AsPlainText | ConvertFrom-SecureString -AsPlainText")
    ])

  @Parameter(
    "SecureString", .mandatory, .position(0), .fromPipeline, .type("System.Security.SecureString"),
    help: "The secure string.")
  var secureString: Value
  @Parameter("AsPlainText", .in("AsPlainText"), help: "Gives the text as it is.")
  var asPlainText: Bool
  @Parameter(
    "SecureKey", .in("Secure", .position(1)), .type("System.Security.SecureString"),
    help: "The key to encrypt with, as a secure string.")
  var secureKey: Value
  @Parameter("Key", .in("Open"), .type("System.Byte[]"), help: "The key to encrypt with, as bytes.")
  var key: Value

  mutating func process(_ context: any CmdletContext) throws {
    let text = secureString.payload(SecureText.self)?.text ?? ""
    if asPlainText { return try context.write(.string(text)) }
    if $key.isBound || $secureKey.isBound { throw SecureEncoding.keysNotSupported() }
    try context.write(.string(SecureEncoding.encoded(text)))
  }
}
