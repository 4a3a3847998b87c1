package import SourceText

/// A word of a command: a parameter, or an expression (the name, an argument).
package enum CommandElementAst: Sendable {
  case expression(ExpressionAst)
  case parameter(CommandParameterAst)

  /// The node itself.
  package var node: any Ast {
    switch self {
    case .expression(let inner): inner.node
    case .parameter(let node): node
    }
  }

  /// The range of text that the node stands for.
  package var extent: ScriptExtent {
    switch self {
    case .expression(let node): node.extent
    case .parameter(let node): node.extent
    }
  }
}
