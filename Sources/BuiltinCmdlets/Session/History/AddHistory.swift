import CmdletKit
import ShellObjects

/// `Add-History`: adds commands to the history.
struct AddHistory: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Add-History", outputs: ["Microsoft.PowerShell.Commands.HistoryInfo"], module: "Microsoft.PowerShell.Core",
    synopsis: "Adds commands to the history.",
    examples: [
      Example("Adds what another session kept.", code: "Import-Csv /tmp/history.csv | Add-History")
    ])

  @Parameter("InputObject", .position(0), .fromPipeline, .type("psobject[]"), help: "The entries of a history.")
  var inputObject: [Value]
  @Parameter("Passthru", help: "Writes the entries to the pipeline.")
  var passthru: Bool

  mutating func process(_ context: any CmdletContext) throws {
    guard let control = context.session.service((any HistoryControl).self) else { return }
    for object in inputObject {
      guard let entry = try HistoryEntry(object) else {
        try context.writeError(HistoryErrors.wrongFormat())
        continue
      }
      control.add(entry)
      if passthru { try context.write(entry.value) }
    }
  }
}
