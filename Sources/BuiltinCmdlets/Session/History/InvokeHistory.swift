import CmdletKit
import ShellObjects

/// `Invoke-History`: runs a command again.
struct InvokeHistory: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Invoke-History", confirmImpact: .medium, module: "Microsoft.PowerShell.Core", synopsis: "Runs a command again.",
    examples: [
      Example("Runs the last command again.", code: "Invoke-History")
    ])

  @Parameter("Id", .position(0), .fromPipelineByPropertyName, help: "The number, or the beginning, of the command.")
  var id: String?

  mutating func process(_ context: any CmdletContext) throws {
    let entries = context.session.service((any HistoryControl).self)?.entries ?? []
    let wanted = id ?? ""
    let match: HistoryEntry?
    if wanted.isEmpty {
      match = entries.last
    } else if let number = Int64(wanted) {
      match = entries.first { $0.id == number }
    } else {
      match = entries.last { $0.commandLine.hasPrefix(wanted) }
    }
    guard let match else { throw ShellError(HistoryErrors.notFound(Int64(wanted) ?? 0)) }
    guard try context.shouldProcess(match.commandLine) else { return }
    try context.session.writeHost(match.commandLine + "\n")
    try context.session.invokeExpression(match.commandLine, context)
  }
}
