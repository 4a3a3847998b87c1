import CmdletKit
import ShellObjects

/// Gives an item another name in its place.
struct RenameItem: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Rename-Item", aliases: ["rni", "ren"], defaultParameterSet: "ByPath", confirmImpact: .medium,
    module: "Microsoft.PowerShell.Management", synopsis: "Gives an item another name.",
    details: "The new name is a name, not a path; Move-Item takes an item elsewhere.",
    examples: [Example("A variable", code: "$a = 1; Rename-Item Variable:a b; $b")])

  @Parameter(
    "Path", .in("ByPath", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName), .completer(.path),
    help: "The path of the item.")
  var path: String
  @Parameter(
    "LiteralPath", .in("ByLiteralPath", .mandatory, .fromPipelineByPropertyName), .alias("PSPath", "LP"),
    .completer(.path), help: "The path of the item as it stands.")
  var literalPath: String
  @Parameter("NewName", .mandatory, .position(1), .fromPipelineByPropertyName, help: "The new name.")
  var newName: String
  @Parameter("Force", help: "Renames hidden and read-only items too.")
  var force: Bool
  @Parameter("PassThru", help: "Gives the renamed item.")
  var passThru: Bool
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: force)
    let given = $literalPath.isBound ? literalPath : path
    try targets.attempt {
      let place = try targets.expandOne(given, isLiteral: $literalPath.isBound)
      let request = targets.request(for: place)
      guard place.provider.exists(place.path, request) else {
        throw PlaceError.invalidOperation(
          "Cannot rename because item at '\(given)' does not exist.", target: .string(given))
      }
      try targets.pass(place.provider.renameItem(place.path, to: newName, request), passThru)
    }
  }
}
