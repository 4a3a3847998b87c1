import CmdletKit
import ShellObjects

/// Removes items; links are removed, never followed.
struct RemoveItem: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Remove-Item", aliases: ["ri", "del", "erase", "rd"], defaultParameterSet: "Path", confirmImpact: .medium,
    module: "Microsoft.PowerShell.Management", synopsis: "Removes items.",
    details: "A folder that is not empty needs -Recurse, or an answer. Hidden and read-only items need -Force.",
    examples: [Example("A variable", code: "$answer = 42; Remove-Item Variable:answer")])

  var paths = PipedPaths()
  var filters = ItemFilters()
  @Parameter("Recurse", help: "Removes folders with what is in them.")
  var recurse: Bool
  @Parameter("Force", help: "Removes hidden and read-only items too.")
  var force: Bool
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    var targets = try ItemTargets(context, force: force, filters: filters)
    targets.request.recurse = recurse
    let patterns = targets.names
    // Why: with -Recurse the patterns choose among everything below, not among the folders to look in.
    let isSearch = recurse && (patterns.hasInclude || patterns.hasExclude || targets.request.filter != nil)
    if isSearch {
      targets.names = try ItemNameFilter()
      targets.request.filter = nil
    }
    try targets.each(paths.given) { place, request in
      if isSearch {
        try search(place, patterns, filters.providerFilter, targets, request)
      } else {
        try remove(place, targets, request)
      }
    }
  }

  private func remove(_ place: ResolvedPath, _ targets: ItemTargets, _ request: ProviderRequest) throws {
    let provider = place.provider
    if !recurse, provider.isNavigable, try isFilled(place, request) {
      let question =
        "The item at \(place.path) has children and the Recurse parameter was not specified. If you continue, all children will be removed with the item. Are you sure you want to continue?"
      guard try targets.context.shouldContinue(question, caption: "Confirm") else { return }
    }
    try provider.removeItem(place.path, request)
  }

  /// Whether a folder, and no link to one, has anything in it.
  private func isFilled(_ place: ResolvedPath, _ request: ProviderRequest) throws -> Bool {
    guard place.provider.isContainer(place.path, request), !FileSystemProvider.isLink(place.path) else { return false }
    if targetsOnlyPreview(request) { return false }
    var request = request
    request.force = true
    return try !place.provider.children(place.path, request).isEmpty
  }

  private func targetsOnlyPreview(_ request: ProviderRequest) -> Bool { request.context?.isWhatIf ?? false }

  /// Removes what matches at a place and below it.
  private func search(
    _ place: ResolvedPath, _ patterns: ItemNameFilter, _ filter: String?, _ targets: ItemTargets,
    _ request: ProviderRequest
  ) throws {
    let provider = place.provider
    if patterns.admits(place.leaf), FileSystemProvider.matches(place.leaf, filter) {
      return try provider.removeItem(place.path, request)
    }
    guard provider.isContainer(place.path, request), !FileSystemProvider.isLink(place.path) else { return }
    for child in try provider.children(place.path, request) {
      let inner = place.replacingPath(provider.path(of: child.name, in: place.path))
      try targets.attempt { try search(inner, patterns, filter, targets, request) }
    }
  }
}
