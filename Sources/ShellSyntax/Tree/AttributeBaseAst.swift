package import SourceText

/// An attribute or a type constraint.
package enum AttributeBaseAst: Sendable {
  case attribute(AttributeAst)
  case typeConstraint(TypeConstraintAst)

  /// The node itself.
  package var node: any Ast {
    switch self {
    case .attribute(let node): node
    case .typeConstraint(let node): node
    }
  }

  /// The range of text that the node stands for.
  package var extent: ScriptExtent {
    switch self {
    case .attribute(let node): node.extent
    case .typeConstraint(let node): node.extent
    }
  }
}
