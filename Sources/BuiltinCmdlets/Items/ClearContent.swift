import CmdletKit
import ShellObjects

/// Empties items and keeps them.
struct ClearContent: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Clear-Content", aliases: ["clc"], defaultParameterSet: "Path", confirmImpact: .medium,
    module: "Microsoft.PowerShell.Management", synopsis: "Empties a file or other item and keeps it.",
    examples: [Example("A variable", code: "$a = 1; Clear-Content Variable:a; $null -eq $a")])

  var paths = NamedPaths()
  var filters = ItemFilters()
  @Parameter("Force", help: "Empties read-only files too.")
  var force: Bool
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: force, filters: filters)
    try targets.each(paths.given) { place, request in
      guard try request.approves("Item: \(place.path)", "Clear Content") else { return }
      try place.provider.clearContent(place.path, request)
    }
  }
}
