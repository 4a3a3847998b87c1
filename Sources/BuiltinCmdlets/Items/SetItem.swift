import CmdletKit
import ShellObjects

/// Replaces the value of an item.
struct SetItem: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Set-Item", aliases: ["si"], defaultParameterSet: "Path", confirmImpact: .medium,
    module: "Microsoft.PowerShell.Management", synopsis: "Replaces the value of an item.",
    details: "Variables, functions, aliases and environment variables have values; files have content (Set-Content).",
    examples: [Example("A variable", code: "Set-Item Variable:answer 42; $answer")])

  var paths = NamedPaths()
  @Parameter("Value", .position(1), .fromPipeline, .fromPipelineByPropertyName, help: "The new value.")
  var value: Value
  @Parameter("Force", help: "Replaces read-only items too.")
  var force: Bool
  @Parameter("PassThru", help: "Gives the item.")
  var passThru: Bool
  var filters = ItemFilters()
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: force, filters: filters)
    for path in paths.given.paths {
      try targets.attempt {
        for place in try targets.expand(path, isLiteral: paths.given.isLiteral, allowsMissing: true) {
          try targets.attempt {
            try targets.pass(place.provider.setItem(place.path, value, targets.request(for: place)), passThru)
          }
        }
      }
    }
  }
}
