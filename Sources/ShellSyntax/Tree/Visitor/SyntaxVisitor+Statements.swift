extension SyntaxVisitor {
  package final func descend(into node: PipelineAst) {
    for child in node.pipelineElements { visit(child) }
  }

  package final func descend(into node: PipelineChainAst) {
    visit(node.lhsPipelineChain)
    visit(node.rhsPipeline)
  }

  package final func descend(into node: CommandAst) {
    for child in node.commandElements { visit(child) }
    for child in node.redirections { visit(child) }
  }

  package final func descend(into node: CommandExpressionAst) {
    visit(node.expression)
    for child in node.redirections { visit(child) }
  }

  package final func descend(into node: CommandParameterAst) {
    if let child = node.argument { visit(child) }
  }

  package final func descend(into node: FileRedirectionAst) {
    visit(node.location)
  }

  package final func descend(into node: MergingRedirectionAst) {}

  package final func descend(into node: AssignmentStatementAst) {
    visit(node.left)
    visit(node.right)
  }

  package final func descend(into node: IfStatementAst) {
    for clause in node.clauses {
      visit(clause.condition)
      visit(clause.body)
    }
    if let child = node.elseClause { visit(child) }
  }

  package final func descend(into node: SwitchStatementAst) {
    visit(node.condition)
    for clause in node.clauses {
      visit(clause.condition)
      visit(clause.body)
    }
    if let child = node.default { visit(child) }
  }

  package final func descend(into node: WhileStatementAst) {
    visit(node.condition)
    visit(node.body)
  }

  package final func descend(into node: DoWhileStatementAst) {
    visit(node.condition)
    visit(node.body)
  }

  package final func descend(into node: DoUntilStatementAst) {
    visit(node.condition)
    visit(node.body)
  }

  package final func descend(into node: ForStatementAst) {
    if let child = node.initializer { visit(child) }
    if let child = node.condition { visit(child) }
    if let child = node.iterator { visit(child) }
    visit(node.body)
  }

  package final func descend(into node: ForEachStatementAst) {
    visit(node.variable)
    visit(node.condition)
    if let child = node.throttleLimit { visit(child) }
    visit(node.body)
  }

  package final func descend(into node: TryStatementAst) {
    visit(node.body)
    for child in node.catchClauses { visit(child) }
    if let child = node.finally { visit(child) }
  }

  package final func descend(into node: CatchClauseAst) {
    for child in node.catchTypes { visit(child) }
    visit(node.body)
  }

  package final func descend(into node: TrapStatementAst) {
    if let child = node.trapType { visit(child) }
    visit(node.body)
  }

  package final func descend(into node: ThrowStatementAst) {
    if let child = node.pipeline { visit(child) }
  }

  package final func descend(into node: BreakStatementAst) {
    if let child = node.label { visit(child) }
  }

  package final func descend(into node: ContinueStatementAst) {
    if let child = node.label { visit(child) }
  }

  package final func descend(into node: ReturnStatementAst) {
    if let child = node.pipeline { visit(child) }
  }

  package final func descend(into node: ExitStatementAst) {
    if let child = node.pipeline { visit(child) }
  }
}
