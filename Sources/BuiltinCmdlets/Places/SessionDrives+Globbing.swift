package import CmdletKit
import ShellObjects

extension SessionDrives {
  package func glob(_ path: String, _ request: ProviderRequest) throws -> [ResolvedPath] {
    guard WildcardPattern.containsWildcards(path) else {
      let place = try resolve(WildcardPattern.unescape(path))
      return place.provider.exists(place.path, request) ? [place] : []
    }
    let start = try start(of: path)
    var request = request
    request.drive = start.drive
    return try GlobWalk(start: start, request: request).run()
  }
}

/// One expansion of a path with wildcards: part by part, from the root of its drive.
private struct GlobWalk {
  let start: PathStart
  let request: ProviderRequest

  func run() throws -> [ResolvedPath] {
    var parts = PathText.parts(start.rest)
    var literal = start.base
    while let first = parts.first, !WildcardPattern.containsWildcards(first) {
      literal.append(WildcardPattern.unescape(first))
      parts.removeFirst()
    }
    let base = start.place(PathText.shortened(literal))
    guard base.provider.isContainer(base.path, request) else { throw PlaceError.pathNotFound(base.displayPath) }
    var places = [base.path]
    for (index, part) in parts.enumerated() {
      places = try step(places, part, isLast: index == parts.count - 1)
      if places.isEmpty { break }
    }
    return places.map { base.replacingPath($0) }
  }

  private func step(_ places: [String], _ part: String, isLast: Bool) throws -> [String] {
    if part == "." { return places }
    if part == ".." { return places.map { start.provider.parent(of: $0) ?? $0 } }
    guard WildcardPattern.containsWildcards(part) else { return named(WildcardPattern.unescape(part), in: places) }
    guard let pattern = WildcardPattern(part) else { throw PlaceError.invalidPattern(part) }
    var found: [String] = []
    for place in places { found += matches(pattern, in: place, isLast: isLast) }
    return found
  }

  private func named(_ name: String, in places: [String]) -> [String] {
    var found: [String] = []
    for place in places {
      let path = start.provider.path(of: name, in: place)
      if start.provider.exists(path, request) { found.append(path) }
    }
    return found
  }

  /// The matching items of a container; one that cannot be read matches nothing.
  private func matches(_ pattern: WildcardPattern, in place: String, isLast: Bool) -> [String] {
    var asked = request
    // Why: the provider's own filter is for the items that are wanted, not for the folders on the way.
    if !isLast { asked.filter = nil }
    let children = (try? start.provider.children(place, asked)) ?? []
    var found: [String] = []
    for child in children where (isLast || child.isContainer) && pattern.matches(child.name) {
      found.append(start.provider.path(of: child.name, in: place))
    }
    return found
  }
}
