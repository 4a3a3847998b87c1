import CmdletKit
import ShellObjects

/// Opens an item with the program that is meant for it.
struct InvokeItem: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Invoke-Item", aliases: ["ii"], defaultParameterSet: "Path", confirmImpact: .medium,
    module: "Microsoft.PowerShell.Management", synopsis: "Opens an item with the program that is meant for it.",
    details: "A program is started; anything else is handed to xdg-open.",
    examples: [Example("What would happen", code: "Invoke-Item /etc/hostname -WhatIf")])

  var paths = PipedPaths()
  var filters = ItemFilters()
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: true, filters: filters)
    try targets.each(paths.given) { place, request in try place.provider.invokeItem(place.path, request) }
  }
}
