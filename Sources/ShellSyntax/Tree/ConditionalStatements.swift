package import SourceText

/// An `if` with its `elseif` clauses.
package final class IfStatementAst: Ast {
  package let extent: ScriptExtent
  package let clauses: [IfClause]
  package let elseClause: StatementBlockAst?

  init(extent: ScriptExtent, clauses: [IfClause], elseClause: StatementBlockAst?) {
    self.extent = extent
    self.clauses = clauses
    self.elseClause = elseClause
  }

  package var kind: String { "IfStatement" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    for clause in clauses {
      visit(clause.condition.node)
      visit(clause.body)
    }
    if let elseClause { visit(elseClause) }
  }
}

/// A `switch`.
package final class SwitchStatementAst: Ast {
  package let extent: ScriptExtent
  package let label: String?
  package let condition: StatementAst
  package let flags: SwitchFlags
  package let clauses: [SwitchClause]
  package let `default`: StatementBlockAst?

  init(
    extent: ScriptExtent, label: String?, condition: StatementAst, flags: SwitchFlags, clauses: [SwitchClause],
    `default`: StatementBlockAst?
  ) {
    self.extent = extent
    self.label = label
    self.condition = condition
    self.flags = flags
    self.clauses = clauses
    self.default = `default`
  }

  package var kind: String { "SwitchStatement" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(condition.node)
    for clause in clauses {
      visit(clause.condition.node)
      visit(clause.body)
    }
    if let block = self.`default` { visit(block) }
  }
}
