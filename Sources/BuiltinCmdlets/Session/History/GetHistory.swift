import CmdletKit
import ShellObjects

/// `Get-History`: gets commands that were entered.
struct GetHistory: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-History", outputs: ["Microsoft.PowerShell.Commands.HistoryInfo"], module: "Microsoft.PowerShell.Core",
    synopsis: "Gets commands that were entered.",
    examples: [
      Example("Shows the last three commands.", code: "Get-History -Count 3")
    ])

  @Parameter(
    "Id", .position(0), .fromPipeline, .type("System.Int64[]"), .validate(.range(1...9_223_372_036_854_775_807)),
    help: "The numbers of the commands.")
  var id: [Int64]
  @Parameter("Count", .position(1), .validate(.range(0...32_767)), help: "So many commands, the newest ones.")
  var count: Int?

  mutating func process(_ context: any CmdletContext) throws {
    let entries = context.session.service((any HistoryControl).self)?.entries ?? []
    guard !id.isEmpty else {
      let limit = $count.isBound ? max(0, count ?? 0) : entries.count
      for entry in entries.suffix(limit) { try context.write(entry.value) }
      return
    }
    for id in id {
      guard let entry = entries.first(where: { $0.id == id }) else {
        try context.writeError(HistoryErrors.notFound(id))
        continue
      }
      try context.write(entry.value)
    }
  }
}
