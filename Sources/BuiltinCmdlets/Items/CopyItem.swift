import CmdletKit
import ShellObjects

/// Copies items.
struct CopyItem: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Copy-Item", aliases: ["cpi", "copy"], defaultParameterSet: "Path", confirmImpact: .medium,
    module: "Microsoft.PowerShell.Management", synopsis: "Copies items to another place.",
    details: "Without -Recurse a folder is copied without what is in it.",
    examples: [Example("A variable", code: "$a = 1; Copy-Item Variable:a Variable:b; $b")])

  var paths = PipedPaths()
  @Parameter("Destination", .position(1), .fromPipelineByPropertyName, .completer(.path), help: "Where the copies go.")
  var destination: String = "."
  @Parameter("Container", help: "Keeps the folders of what is copied; on unless switched off.")
  var container: Bool = true
  @Parameter("Force", help: "Replaces read-only files.")
  var force: Bool
  var filters = ItemFilters()
  @Parameter("Recurse", help: "Copies folders with what is in them.")
  var recurse: Bool
  @Parameter("PassThru", help: "Gives the copies.")
  var passThru: Bool
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    var targets = try ItemTargets(context, force: force, filters: filters)
    targets.request.recurse = recurse
    let filter = targets.request.filter
    // Why: below a folder that is copied, the filter chooses files; the folder itself need not match.
    if recurse, filter != nil, !paths.given.paths.contains(where: WildcardPattern.containsWildcards) {
      targets.request.filter = nil
    }
    let target = try targets.destination(destination)
    let known = targets
    try known.each(paths.given) { place, request in
      guard place.provider === target.provider else {
        throw TerminatingError.argument(
          "Source and destination path did not resolve to the same provider.", target: .string(place.displayPath))
      }
      var request = request
      request.filter = filter
      request.drive = target.drive
      let made = try place.provider.copyItem(place.path, to: target.path, request)
      try known.pass(made, passThru)
    }
  }
}
