package import SourceText

/// A `try` with its handlers.
package final class TryStatementAst: Ast {
  package let extent: ScriptExtent
  package let body: StatementBlockAst
  package let catchClauses: [CatchClauseAst]
  package let finally: StatementBlockAst?

  init(extent: ScriptExtent, body: StatementBlockAst, catchClauses: [CatchClauseAst], finally: StatementBlockAst?) {
    self.extent = extent
    self.body = body
    self.catchClauses = catchClauses
    self.finally = finally
  }

  package var kind: String { "TryStatement" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(body)
    for child in catchClauses { visit(child) }
    if let block = self.finally { visit(block) }
  }
}

/// One `catch`.
package final class CatchClauseAst: Ast {
  package let extent: ScriptExtent
  /// Empty: catches all.
  package let catchTypes: [TypeConstraintAst]
  package let body: StatementBlockAst

  init(extent: ScriptExtent, catchTypes: [TypeConstraintAst], body: StatementBlockAst) {
    self.extent = extent
    self.catchTypes = catchTypes
    self.body = body
  }

  package var kind: String { "CatchClause" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    for child in catchTypes { visit(child) }
    visit(body)
  }
}

/// A `trap`.
package final class TrapStatementAst: Ast {
  package let extent: ScriptExtent
  package let trapType: TypeConstraintAst?
  package let body: StatementBlockAst

  init(extent: ScriptExtent, trapType: TypeConstraintAst?, body: StatementBlockAst) {
    self.extent = extent
    self.trapType = trapType
    self.body = body
  }

  package var kind: String { "TrapStatement" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    if let trapType { visit(trapType) }
    visit(body)
  }
}

/// A `throw`.
package final class ThrowStatementAst: Ast {
  package let extent: ScriptExtent
  package let pipeline: StatementAst?
  /// True without operand inside a catch.
  package let isRethrow: Bool

  init(extent: ScriptExtent, pipeline: StatementAst?, isRethrow: Bool) {
    self.extent = extent
    self.pipeline = pipeline
    self.isRethrow = isRethrow
  }

  package var kind: String { "ThrowStatement" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    if let pipeline { visit(pipeline.node) }
  }
}
