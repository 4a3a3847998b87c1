/// Puts a path and a child together as Join-Path does, on the text alone.
enum PathJoining {
  /// One separator between the two; backslashes become slashes where the child is not empty.
  static func join(_ path: String, _ child: String) -> String {
    if child.isEmpty { return path.utf8.last == PathText.slash ? path : path + "/" }
    let parent = PathText.withSlashes(path)
    var rest = PathText.withSlashes(child)[...]
    while rest.utf8.first == PathText.slash { rest = rest.dropFirst() }
    var base = parent[...]
    if base.utf8.last == PathText.slash { base = base.dropLast() }
    if parent.isEmpty { return String(rest) }
    return base + "/" + rest
  }
}
