import CmdletKit
import ShellObjects
import ShellTypes

/// `Get-Credential`: asks for a user name and a password.
struct GetCredential: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-Credential", defaultParameterSet: "CredentialSet", outputs: ["System.Management.Automation.PSCredential"],
    module: "Microsoft.PowerShell.Security", synopsis: "Asks for a user name and a password.",
    examples: [
      Example("Asks for a password.", code: "Get-Credential root")
    ])

  @Parameter(
    "Credential", .in("CredentialSet", .position(0)), .type("System.Management.Automation.PSCredential"),
    .validate(.notNull), help: "The user, or a credential that is passed on.")
  var credential: Value
  @Parameter("Message", .in("MessageSet"), .validate(.notNullOrEmpty), help: "What the account is for.")
  var message: String?
  @Parameter("UserName", .in("MessageSet", .position(0)), .validate(.notNullOrEmpty), help: "The user.")
  var userName: String?
  @Parameter("Title", .in("MessageSet"), .validate(.notNullOrEmpty), help: "The title of the question.")
  var title: String?

  mutating func process(_ context: any CmdletContext) throws {
    if credential.payload(Credential.self) != nil { return try context.write(credential) }
    let session = context.session
    try session.writeHost("\n\(title ?? "PowerShell credential request")\n\(message ?? "Enter your credentials.")\n")
    var user = try userName ?? credential.text()
    if user.isEmpty { user = try session.readLine(prompt: "User: ", isSecret: false) ?? "" }
    let password = try session.readLine(prompt: "Password for user \(user): ", isSecret: true) ?? ""
    try context.write(Credential(userName: user, password: SecureText(password)).value)
  }
}
