import CmdletKit
import ShellObjects

/// `Clear-History`: forgets commands that were entered.
struct ClearHistory: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Clear-History", defaultParameterSet: "IDParameter", confirmImpact: .medium, module: "Microsoft.PowerShell.Core",
    synopsis: "Forgets commands that were entered.",
    examples: [
      Example("Forgets everything.", code: "Clear-History")
    ])

  @Parameter(
    "Id", .in("IDParameter", .position(0)), .validate(.range(1...2_147_483_647)), help: "The numbers of the commands.")
  var id: [Int]
  @Parameter(
    "CommandLine", .in("CommandLineParameter"), .validate(.notNullOrEmpty), help: "The commands; wildcards are allowed."
  )
  var commandLine: [String]
  @Parameter(
    "Count", .position(1), .validate(.range(1...2_147_483_647)), help: "So many commands, the oldest ones.")
  var count: Int?
  @Parameter("Newest", help: "Counts from the newest.")
  var newest: Bool

  mutating func process(_ context: any CmdletContext) throws {
    guard let control = context.session.service((any HistoryControl).self) else { return }
    var chosen = control.entries
    if !id.isEmpty {
      let wanted = Set(id.map(Int64.init))
      chosen = chosen.filter { wanted.contains($0.id) }
    }
    if !commandLine.isEmpty {
      let patterns = commandLine.compactMap { WildcardPattern($0) }
      chosen = chosen.filter { entry in patterns.contains { $0.matches(entry.commandLine) } }
    }
    if $count.isBound, let count {
      chosen = newest ? Array(chosen.suffix(max(0, count))) : Array(chosen.prefix(max(0, count)))
    }
    guard try context.shouldProcess("history", "Clear") else { return }
    control.remove(chosen.map(\.id))
  }
}
