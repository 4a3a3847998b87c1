import CmdletKit
import ShellObjects
import ShellTypes

/// What `Get-ChildItem` shows of what it meets.
struct ChildSelection {
  var names: ItemNameFilter
  /// Nil where no attribute matters, which saves a look at each file.
  var attributes: AttributeExpression?
  /// How many levels below the first one are walked.
  var depth: Int
  var followsLinks: Bool
  var givesNames: Bool
}

/// One walk through containers: a level at a time, each folder's own children before those below.
struct ChildListing {
  let targets: ItemTargets
  let selection: ChildSelection
  /// For names, which are told from the first container on.
  private var prefix = ""

  init(_ targets: ItemTargets, _ selection: ChildSelection) {
    self.targets = targets
    self.selection = selection
  }

  /// Shows what is in a container.
  mutating func list(_ place: ResolvedPath) throws { try list(place, depth: selection.depth, prefix: "", visited: []) }

  /// Shows one item found by its own path.
  func show(_ place: ResolvedPath) throws {
    let request = targets.request(for: place)
    let item = try place.provider.item(place.path, request)
    guard selection.attributes?.admits(item.payload(FileSystemItem.self)) ?? true else { return }
    try targets.context.write(selection.givesNames ? .string(place.leaf) : item)
  }

  private func list(_ place: ResolvedPath, depth: Int, prefix: String, visited: [FileStatus]) throws {
    let provider = place.provider
    let request = targets.request(for: place)
    var all = request
    // Why: the provider's filter must not hide the folders that are walked.
    if depth > 0 { all.filter = nil }
    let children = try provider.children(place.path, all)
    for child in children {
      try targets.context.checkCancellation()
      guard selection.names.admits(child.name) else { continue }
      if depth > 0, let filter = request.filter, !FileSystemProvider.matches(child.name, filter) { continue }
      try write(child, place, prefix, request)
    }
    guard depth > 0 else { return }
    for child in children where child.isContainer && (child.isWalkable || selection.followsLinks) {
      let inner = place.replacingPath(provider.path(of: child.name, in: place.path))
      var seen = visited
      if selection.followsLinks, let status = FileStatus(inner.path) {
        // A link may lead back to a folder above.
        if seen.contains(where: { $0.isSameFile(as: status) }) { continue }
        seen.append(status)
      }
      try targets.attempt { try list(inner, depth: depth - 1, prefix: prefix + child.name + "/", visited: seen) }
    }
  }

  private func write(
    _ child: ProviderChild, _ place: ResolvedPath, _ prefix: String, _ request: ProviderRequest
  ) throws {
    if selection.givesNames, selection.attributes == nil {
      return try targets.context.write(.string(prefix + child.name))
    }
    let item: Value
    if let files = place.provider as? FileSystemProvider {
      item = files.item(of: child, in: place.path, request)
      guard selection.attributes?.admits(item.payload(FileSystemItem.self)) ?? true else { return }
    } else {
      item = try place.provider.item(place.provider.path(of: child.name, in: place.path), request)
    }
    try targets.context.write(selection.givesNames ? .string(prefix + child.name) : item)
  }
}
