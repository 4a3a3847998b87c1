import CmdletKit
import ShellObjects

/// Gets the item at a path, not what is in it.
struct GetItem: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-Item", aliases: ["gi"], defaultParameterSet: "Path",
    outputs: ["System.IO.FileInfo", "System.Boolean", "System.String", "System.IO.DirectoryInfo"],
    module: "Microsoft.PowerShell.Management", synopsis: "Gets the item at a path.",
    details: "A folder is given itself; Get-ChildItem gives what is in it. Hidden items need -Force.",
    examples: [Example("The root folder", code: "Get-Item /")])

  var paths = PipedPaths()
  var filters = ItemFilters()
  @Parameter("Force", help: "Gets hidden items too.")
  var force: Bool
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: force, filters: filters)
    try targets.each(paths.given) { place, request in try context.write(place.provider.item(place.path, request)) }
  }
}
