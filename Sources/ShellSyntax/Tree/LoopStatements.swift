package import SourceText

/// A `while` loop.
package final class WhileStatementAst: Ast {
  package let extent: ScriptExtent
  package let label: String?
  package let condition: StatementAst
  package let body: StatementBlockAst

  init(extent: ScriptExtent, label: String?, condition: StatementAst, body: StatementBlockAst) {
    self.extent = extent
    self.label = label
    self.condition = condition
    self.body = body
  }

  package var kind: String { "WhileStatement" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(condition.node)
    visit(body)
  }
}

/// A `do … while` loop.
package final class DoWhileStatementAst: Ast {
  package let extent: ScriptExtent
  package let label: String?
  package let condition: StatementAst
  package let body: StatementBlockAst

  init(extent: ScriptExtent, label: String?, condition: StatementAst, body: StatementBlockAst) {
    self.extent = extent
    self.label = label
    self.condition = condition
    self.body = body
  }

  package var kind: String { "DoWhileStatement" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(condition.node)
    visit(body)
  }
}

/// A `do … until` loop.
package final class DoUntilStatementAst: Ast {
  package let extent: ScriptExtent
  package let label: String?
  package let condition: StatementAst
  package let body: StatementBlockAst

  init(extent: ScriptExtent, label: String?, condition: StatementAst, body: StatementBlockAst) {
    self.extent = extent
    self.label = label
    self.condition = condition
    self.body = body
  }

  package var kind: String { "DoUntilStatement" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(condition.node)
    visit(body)
  }
}

/// A `for` loop.
package final class ForStatementAst: Ast {
  package let extent: ScriptExtent
  package let label: String?
  package let initializer: StatementAst?
  package let condition: StatementAst?
  package let iterator: StatementAst?
  package let body: StatementBlockAst

  init(
    extent: ScriptExtent, label: String?, initializer: StatementAst?, condition: StatementAst?, iterator: StatementAst?,
    body: StatementBlockAst
  ) {
    self.extent = extent
    self.label = label
    self.initializer = initializer
    self.condition = condition
    self.iterator = iterator
    self.body = body
  }

  package var kind: String { "ForStatement" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    if let initializer { visit(initializer.node) }
    if let condition { visit(condition.node) }
    if let iterator { visit(iterator.node) }
    visit(body)
  }
}

/// A `foreach` loop.
package final class ForEachStatementAst: Ast {
  package let extent: ScriptExtent
  package let label: String?
  package let flags: ForEachFlags
  package let variable: VariableExpressionAst
  /// What is enumerated.
  package let condition: StatementAst
  package let throttleLimit: ExpressionAst?
  package let body: StatementBlockAst

  init(
    extent: ScriptExtent, label: String?, flags: ForEachFlags, variable: VariableExpressionAst, condition: StatementAst,
    throttleLimit: ExpressionAst?, body: StatementBlockAst
  ) {
    self.extent = extent
    self.label = label
    self.flags = flags
    self.variable = variable
    self.condition = condition
    self.throttleLimit = throttleLimit
    self.body = body
  }

  package var kind: String { "ForEachStatement" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(variable)
    visit(condition.node)
    if let throttleLimit { visit(throttleLimit.node) }
    visit(body)
  }
}
