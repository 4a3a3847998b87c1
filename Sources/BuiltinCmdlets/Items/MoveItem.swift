import CmdletKit
import ShellObjects

/// Moves items.
struct MoveItem: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Move-Item", aliases: ["mi", "move"], defaultParameterSet: "Path", confirmImpact: .medium,
    module: "Microsoft.PowerShell.Management", synopsis: "Moves items to another place.",
    details: "-Force replaces a file that is at the destination.",
    examples: [Example("What would happen", code: "Move-Item /etc/hostname /tmp -WhatIf")])

  var paths = PipedPaths()
  @Parameter("Destination", .position(1), .fromPipelineByPropertyName, .completer(.path), help: "Where the items go.")
  var destination: String = "."
  @Parameter("Force", help: "Replaces a file at the destination.")
  var force: Bool
  var filters = ItemFilters()
  @Parameter("PassThru", help: "Gives the items at their new places.")
  var passThru: Bool
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: force, filters: filters)
    try targets.each(paths.given) { place, request in
      let target = try targets.destination(destination)
      guard place.provider === target.provider else {
        throw TerminatingError.argument(
          "Source and destination path did not resolve to the same provider.", target: .string(place.displayPath))
      }
      var request = request
      request.drive = target.drive
      try targets.pass(place.provider.moveItem(place.path, to: target.path, request), passThru)
    }
  }
}
