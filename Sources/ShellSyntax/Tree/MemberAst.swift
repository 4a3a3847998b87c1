package import SourceText

/// A member of a class or enum.
package enum MemberAst: Sendable {
  case property(PropertyMemberAst)
  case function(FunctionMemberAst)

  /// The node itself.
  package var node: any Ast {
    switch self {
    case .property(let node): node
    case .function(let node): node
    }
  }

  /// The range of text that the node stands for.
  package var extent: ScriptExtent {
    switch self {
    case .property(let node): node.extent
    case .function(let node): node.extent
    }
  }
}
