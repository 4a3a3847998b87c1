import CmdletKit
import ShellObjects

/// `Get-Host`: gets the program around the session.
struct GetHost: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-Host", outputs: ["System.Management.Automation.Host.PSHost"], synopsis: "Gets the program around the session.",
    examples: [
      Example("Shows its version.", code: "(Get-Host).Version")
    ])

  mutating func process(_ context: any CmdletContext) throws {
    try context.write(try context.session.variable("Host", scope: nil) ?? .null)
  }
}
