package import SourceText

/// A node of the syntax tree.
///
/// Nodes are immutable and bear PowerShell's own names: `IfStatementAst`, `BinaryExpressionAst`. Where a place takes
/// several kinds of node its type is one of the enums (`ExpressionAst`, `StatementAst`, …), so that a `switch` is
/// exhaustive; `node` leads from there to here.
package protocol Ast: AnyObject, Sendable {
  /// The range of text that the node stands for.
  var extent: ScriptExtent { get }

  /// PowerShell's name of the node without `Ast`: `IfStatement`.
  var kind: String { get }

  /// Calls the closure with each direct child, in the order of the node's properties.
  func forEachChild(_ visit: (any Ast) -> Void)
}

extension Ast {
  /// Calls the closure with this node and all nodes below it, parents first; a false result leaves out the children.
  package func walk(_ visit: (any Ast) -> Bool) {
    guard visit(self) else { return }
    forEachChild { $0.walk(visit) }
  }
}
