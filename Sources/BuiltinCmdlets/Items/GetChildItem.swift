import CmdletKit
import ShellObjects
import ShellTypes

/// Gets what is in containers.
struct GetChildItem: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-ChildItem", aliases: ["gci", "dir"], defaultParameterSet: "Items",
    outputs: ["System.IO.FileInfo", "System.IO.DirectoryInfo"], module: "Microsoft.PowerShell.Management",
    synopsis: "Gets what is in folders and other containers.",
    details: "Folders come first, then files, each by name. Hidden items need -Force or -Hidden.",
    examples: [Example("The drives' variables", code: "Get-ChildItem Variable:true")])

  @Parameter(
    "Path", .in("Items", .position(0), .fromPipeline, .fromPipelineByPropertyName), .wildcards, .completer(.path),
    help: "The containers or items; the current location where none is given.")
  var path: [String]
  @Parameter(
    "LiteralPath", .in("LiteralItems", .mandatory, .fromPipelineByPropertyName), .alias("PSPath", "LP"),
    .completer(.path), help: "The containers or items, without wildcards.")
  var literalPath: [String]
  @Parameter("Filter", .position(1), .wildcards, help: "A name pattern that the provider itself applies.")
  var filter: String
  @Parameter("Include", .wildcards, help: "Name patterns of which an item must match one.")
  var include: [String]
  @Parameter("Exclude", .wildcards, help: "Name patterns of which an item may match none.")
  var exclude: [String]
  @Parameter("Recurse", .alias("s", "r"), help: "Goes into the containers below.")
  var recurse: Bool
  @Parameter("Depth", .type("uint"), help: "How many levels below the first to go into.")
  var depth: UInt64
  @Parameter("Force", help: "Shows hidden items too.")
  var force: Bool
  @Parameter("Name", help: "Gives names instead of items.")
  var name: Bool
  @Parameter("Attributes", help: "File attributes: `,` means or, `+` and, `!` not.")
  var attributes: Value
  @Parameter("FollowSymlink", help: "Goes into links to folders.")
  var followSymlink: Bool
  @Parameter("Directory", .alias("ad"), help: "Shows folders only.")
  var directory: Bool
  @Parameter("File", .alias("af"), help: "Shows files only.")
  var file: Bool
  @Parameter("Hidden", .alias("ah", "h"), help: "Shows hidden items only.")
  var hidden: Bool
  @Parameter("ReadOnly", .alias("ar"), help: "Shows read-only items only.")
  var readOnly: Bool
  @Parameter("System", .alias("as"), help: "Shows system items only; Linux has none.")
  var system: Bool

  mutating func process(_ context: any CmdletContext) throws {
    let expression = try attributeExpression()
    let seesHidden = force || hidden || (expression?.mentionsHidden ?? false)
    var targets = try ItemTargets(context, force: seesHidden)
    targets.request.filter = filter.isEmpty ? nil : filter
    let selection = ChildSelection(
      names: try ItemNameFilter(include: include, exclude: exclude), attributes: expression,
      depth: $depth.isBound ? Int(truncatingIfNeeded: depth) : recurse ? Int.max : 0, followsLinks: followSymlink,
      givesNames: name)
    let isLiteral = $literalPath.isBound
    var given = isLiteral ? literalPath : path
    if given.isEmpty { given = [""] }
    for one in given {
      try targets.attempt { try list(one, isLiteral: isLiteral, targets, selection) }
    }
  }

  private func attributeExpression() throws -> AttributeExpression? {
    var result: AttributeExpression?
    if $attributes.isBound, !attributes.isNull {
      result = try AttributeExpression(attributes.text(separator: ","))
    }
    guard directory || file || hidden || readOnly || system else { return result }
    let isDirectory = directory == file ? nil : directory
    let switches = AttributeExpression(isDirectory: isDirectory, hidden: hidden, readOnly: readOnly, system: system)
    result?.require(switches)
    return result ?? switches
  }

  private func list(_ path: String, isLiteral: Bool, _ targets: ItemTargets, _ selection: ChildSelection) throws {
    let isDeep = selection.depth > 0
    if !isLiteral, WildcardPattern.containsWildcards(path) {
      if isDeep { return try search(path, targets, selection) }
      return try listMatches(path, targets, selection)
    }
    let place = try targets.drives.resolve(isLiteral ? path : WildcardPattern.unescape(path))
    let request = targets.request(for: place)
    if !place.provider.isContainer(place.path, request) {
      if isDeep, !isLiteral, place.provider.isNavigable, try searchName(path, place, targets, selection) { return }
      guard place.provider.exists(place.path, request) else { throw PlaceError.pathNotFound(place.displayPath) }
      if selection.names.admits(place.leaf), FileSystemProvider.matches(place.leaf, request.filter) {
        try ChildListing(targets, selection).show(place)
      }
      return
    }
    // Why: -Include speaks of the path's own name unless the listing is deep.
    if !isDeep, selection.names.hasInclude, !selection.names.admits(place.leaf) { return }
    var listing = ChildListing(targets, selection)
    try listing.list(place)
  }

  /// `*.txt` and its like: the matching items themselves.
  private func listMatches(_ path: String, _ targets: ItemTargets, _ selection: ChildSelection) throws {
    // Why: with -Exclude alone PowerShell looks into the folders that match.
    if selection.names.hasExclude, !selection.names.hasInclude {
      return try walkMatches(path, targets, selection)
    }
    let listing = ChildListing(targets, selection)
    for place in try targets.drives.glob(path, targets.request) where selection.names.admits(place.leaf) {
      try targets.attempt { try listing.show(place) }
    }
  }

  /// `-Recurse *.txt`: the last part becomes a pattern for everything below what stands before it.
  private func search(_ path: String, _ targets: ItemTargets, _ selection: ChildSelection) throws {
    let leaf = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? path
    let folder = String(path.dropLast(leaf.count))
    if leaf == "*" || !WildcardPattern.containsWildcards(leaf) {
      return try walkMatches(path, targets, selection)
    }
    var narrowed = selection
    narrowed.names = try ItemNameFilter(include: include + [leaf], exclude: exclude)
    for place in try targets.expand(folder, isLiteral: false) {
      var listing = ChildListing(targets, narrowed)
      try listing.list(place)
    }
  }

  /// `-Recurse a/*`: each match, and what is below it.
  private func walkMatches(_ path: String, _ targets: ItemTargets, _ selection: ChildSelection) throws {
    var all = targets.request
    all.filter = nil
    for place in try targets.drives.glob(path, all) {
      let request = targets.request(for: place)
      if place.provider.isContainer(place.path, request) {
        var listing = ChildListing(targets, selection)
        try targets.attempt { try listing.list(place) }
      } else if selection.names.admits(place.leaf), FileSystemProvider.matches(place.leaf, request.filter) {
        try targets.attempt { try ChildListing(targets, selection).show(place) }
      }
    }
  }

  /// `-Recurse name` where no such container is here: every item of that name below; false where nothing can be.
  private func searchName(
    _ path: String, _ place: ResolvedPath, _ targets: ItemTargets, _ selection: ChildSelection
  ) throws -> Bool {
    guard let folder = place.provider.parent(of: place.path) else { return false }
    let above = place.replacingPath(folder)
    guard place.provider.isContainer(folder, targets.request(for: above)) else { return false }
    var narrowed = selection
    narrowed.names = try ItemNameFilter(include: [WildcardPattern.escape(place.leaf)], exclude: exclude)
    var listing = ChildListing(targets, narrowed)
    try listing.list(above)
    return true
  }
}
