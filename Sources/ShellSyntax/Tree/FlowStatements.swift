package import SourceText

/// A `break`.
package final class BreakStatementAst: Ast {
  package let extent: ScriptExtent
  package let label: ExpressionAst?

  init(extent: ScriptExtent, label: ExpressionAst?) {
    self.extent = extent
    self.label = label
  }

  package var kind: String { "BreakStatement" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    if let label { visit(label.node) }
  }
}

/// A `continue`.
package final class ContinueStatementAst: Ast {
  package let extent: ScriptExtent
  package let label: ExpressionAst?

  init(extent: ScriptExtent, label: ExpressionAst?) {
    self.extent = extent
    self.label = label
  }

  package var kind: String { "ContinueStatement" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    if let label { visit(label.node) }
  }
}

/// A `return`.
package final class ReturnStatementAst: Ast {
  package let extent: ScriptExtent
  package let pipeline: StatementAst?

  init(extent: ScriptExtent, pipeline: StatementAst?) {
    self.extent = extent
    self.pipeline = pipeline
  }

  package var kind: String { "ReturnStatement" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    if let pipeline { visit(pipeline.node) }
  }
}

/// An `exit`.
package final class ExitStatementAst: Ast {
  package let extent: ScriptExtent
  package let pipeline: StatementAst?

  init(extent: ScriptExtent, pipeline: StatementAst?) {
    self.extent = extent
    self.pipeline = pipeline
  }

  package var kind: String { "ExitStatement" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    if let pipeline { visit(pipeline.node) }
  }
}
