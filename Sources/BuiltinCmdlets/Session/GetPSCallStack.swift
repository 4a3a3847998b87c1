import CmdletKit
import ShellObjects

/// `Get-PSCallStack`: gets the commands that are running, the innermost first.
struct GetPSCallStack: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-PSCallStack", outputs: ["System.Management.Automation.CallStackFrame"],
    synopsis: "Gets the commands that are running, the innermost first.",
    examples: [
      Example("Shows who called.", code: "Get-PSCallStack")
    ])

  mutating func process(_ context: any CmdletContext) throws {
    for frame in context.session.service((any CallStackControl).self)?.frames ?? [] {
      try context.write(.object(Box(frame, PSType.named(CallStackFrame.typeName))))
    }
  }
}
