package import SourceText

/// An element of a pipeline.
package enum CommandBaseAst: Sendable {
  case command(CommandAst)
  case commandExpression(CommandExpressionAst)

  /// The node itself.
  package var node: any Ast {
    switch self {
    case .command(let node): node
    case .commandExpression(let node): node
    }
  }

  /// The range of text that the node stands for.
  package var extent: ScriptExtent {
    switch self {
    case .command(let node): node.extent
    case .commandExpression(let node): node.extent
    }
  }
}
