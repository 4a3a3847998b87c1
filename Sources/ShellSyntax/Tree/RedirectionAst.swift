package import SourceText

/// A redirection.
package enum RedirectionAst: Sendable {
  case file(FileRedirectionAst)
  case merging(MergingRedirectionAst)

  /// The node itself.
  package var node: any Ast {
    switch self {
    case .file(let node): node
    case .merging(let node): node
    }
  }

  /// The range of text that the node stands for.
  package var extent: ScriptExtent {
    switch self {
    case .file(let node): node.extent
    case .merging(let node): node.extent
    }
  }
}
