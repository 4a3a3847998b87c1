import SourceText

extension Ast {
  /// The nodes that a place lies in, from this one down to the innermost; empty where it lies outside.
  ///
  /// A place at the end of a node counts as in it, because that is where completion asks. Each node but the first is a child of the one before; the offset counts UTF-8.
  package func path(to offset: Int) -> [any Ast] {
    guard extent.startOffset <= offset, offset <= extent.endOffset else { return [] }
    var innermost: [any Ast] = []
    forEachChild { child in
      let path = child.path(to: offset)
      if !path.isEmpty { innermost = path }
    }
    return [self] + innermost
  }

  /// All nodes of one type in and below this one, parents first.
  package func all<Node: Ast>(_ type: Node.Type) -> [Node] {
    var found: [Node] = []
    walk { node in
      if let match = node as? Node { found.append(match) }
      return true
    }
    return found
  }
}

extension ParseResult {
  /// The token that a place lies in or behind: the last one that begins before it; nil before the first.
  package func token(before offset: Int) -> Token? {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].extent.startOffset < offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? tokens[low - 1] : nil
  }
}
