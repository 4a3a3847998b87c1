import CmdletKit
import ShellObjects

/// Takes the value of an item away and keeps the item.
struct ClearItem: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Clear-Item", aliases: ["cli"], defaultParameterSet: "Path", confirmImpact: .medium,
    module: "Microsoft.PowerShell.Management", synopsis: "Takes the value of an item away.",
    examples: [Example("A variable", code: "$answer = 42; Clear-Item Variable:answer; $null -eq $answer")])

  var paths = PipedPaths()
  @Parameter("Force", help: "Clears read-only items too.")
  var force: Bool
  var filters = ItemFilters()
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: force, filters: filters)
    try targets.each(paths.given) { place, request in _ = try place.provider.clearItem(place.path, request) }
  }
}
