package import SourceText

/// An assignment: `$x = 1`, `$a, $b = f`, `$x += 1`.
package final class AssignmentStatementAst: Ast {
  package let extent: ScriptExtent
  package let left: ExpressionAst
  /// `.equals`, `.plusEquals`, … `.questionQuestionEquals`.
  package let `operator`: TokenKind
  /// A bare expression is a `commandExpression`; anything else is the statement as written.
  package let right: StatementAst
  /// The operator.
  package let errorPosition: ScriptExtent

  init(
    extent: ScriptExtent, left: ExpressionAst, `operator`: TokenKind, right: StatementAst, errorPosition: ScriptExtent
  ) {
    self.extent = extent
    self.left = left
    self.operator = `operator`
    self.right = right
    self.errorPosition = errorPosition
  }

  package var kind: String { "AssignmentStatement" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(left.node)
    visit(right.node)
  }
}
