extension SyntaxVisitor {
  /// Visits a node of any kind; slower than the typed ways, for broken statements only.
  package final func visitAny(_ node: any Ast) {
    if visitAnyExpression(node) || visitAnyStatement(node) { return }
    switch node {
    case let node as ScriptBlockAst: visit(node)
    case let node as NamedBlockAst: visit(node)
    case let node as StatementBlockAst: visit(node)
    case let node as ParamBlockAst: visit(node)
    case let node as ParameterAst: visit(node)
    case let node as AttributeAst: visit(node)
    case let node as NamedAttributeArgumentAst: visit(node)
    case let node as TypeConstraintAst: visit(node)
    case let node as CommandAst: visit(node)
    case let node as CommandParameterAst: visit(node)
    case let node as FileRedirectionAst: visit(node)
    case let node as MergingRedirectionAst: visit(node)
    case let node as CatchClauseAst: visit(node)
    case let node as PropertyMemberAst: visit(node)
    case let node as FunctionMemberAst: visit(node)
    default: break
    }
  }

  private func visitAnyExpression(_ node: any Ast) -> Bool {
    switch node {
    case let node as ErrorExpressionAst: visit(node)
    case let node as BinaryExpressionAst: visit(node)
    case let node as UnaryExpressionAst: visit(node)
    case let node as TernaryExpressionAst: visit(node)
    case let node as ConvertExpressionAst: visit(node)
    case let node as AttributedExpressionAst: visit(node)
    case let node as MemberExpressionAst: visit(node)
    case let node as InvokeMemberExpressionAst: visit(node)
    case let node as BaseCtorInvokeMemberExpressionAst: visit(node)
    case let node as IndexExpressionAst: visit(node)
    case let node as VariableExpressionAst: visit(node)
    case let node as ConstantExpressionAst: visit(node)
    case let node as StringConstantExpressionAst: visit(node)
    case let node as ExpandableStringExpressionAst: visit(node)
    case let node as TypeExpressionAst: visit(node)
    case let node as ArrayLiteralAst: visit(node)
    case let node as ArrayExpressionAst: visit(node)
    case let node as SubExpressionAst: visit(node)
    case let node as ParenExpressionAst: visit(node)
    case let node as HashtableAst: visit(node)
    case let node as ScriptBlockExpressionAst: visit(node)
    case let node as UsingExpressionAst: visit(node)
    default: return false
    }
    return true
  }

  private func visitAnyStatement(_ node: any Ast) -> Bool {
    switch node {
    case let node as PipelineAst: visit(node)
    case let node as PipelineChainAst: visit(node)
    case let node as CommandExpressionAst: visit(node)
    case let node as AssignmentStatementAst: visit(node)
    case let node as IfStatementAst: visit(node)
    case let node as SwitchStatementAst: visit(node)
    case let node as WhileStatementAst: visit(node)
    case let node as DoWhileStatementAst: visit(node)
    case let node as DoUntilStatementAst: visit(node)
    case let node as ForStatementAst: visit(node)
    case let node as ForEachStatementAst: visit(node)
    case let node as TryStatementAst: visit(node)
    case let node as TrapStatementAst: visit(node)
    case let node as ThrowStatementAst: visit(node)
    case let node as BreakStatementAst: visit(node)
    case let node as ContinueStatementAst: visit(node)
    case let node as ReturnStatementAst: visit(node)
    case let node as ExitStatementAst: visit(node)
    case let node as FunctionDefinitionAst: visit(node)
    case let node as DataStatementAst: visit(node)
    case let node as BlockStatementAst: visit(node)
    case let node as UsingStatementAst: visit(node)
    case let node as TypeDefinitionAst: visit(node)
    case let node as ErrorStatementAst: visit(node)
    default: return false
    }
    return true
  }
}
