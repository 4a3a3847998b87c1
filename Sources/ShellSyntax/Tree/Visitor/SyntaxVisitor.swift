/// Walks a tree, parents before children, in the order of PowerShell's own visitors.
///
/// Override `visit` for the nodes of interest; `descend(into:)` goes on to the children.
package class SyntaxVisitor {
  init() {}

  package func visit(_ node: ScriptBlockAst) { descend(into: node) }
  package func visit(_ node: NamedBlockAst) { descend(into: node) }
  package func visit(_ node: StatementBlockAst) { descend(into: node) }
  package func visit(_ node: ParamBlockAst) { descend(into: node) }
  package func visit(_ node: ParameterAst) { descend(into: node) }
  package func visit(_ node: AttributeAst) { descend(into: node) }
  package func visit(_ node: NamedAttributeArgumentAst) { descend(into: node) }
  package func visit(_ node: TypeConstraintAst) { descend(into: node) }
  package func visit(_ node: PipelineAst) { descend(into: node) }
  package func visit(_ node: PipelineChainAst) { descend(into: node) }
  package func visit(_ node: CommandAst) { descend(into: node) }
  package func visit(_ node: CommandExpressionAst) { descend(into: node) }
  package func visit(_ node: CommandParameterAst) { descend(into: node) }
  package func visit(_ node: FileRedirectionAst) { descend(into: node) }
  package func visit(_ node: MergingRedirectionAst) { descend(into: node) }
  package func visit(_ node: AssignmentStatementAst) { descend(into: node) }
  package func visit(_ node: IfStatementAst) { descend(into: node) }
  package func visit(_ node: SwitchStatementAst) { descend(into: node) }
  package func visit(_ node: WhileStatementAst) { descend(into: node) }
  package func visit(_ node: DoWhileStatementAst) { descend(into: node) }
  package func visit(_ node: DoUntilStatementAst) { descend(into: node) }
  package func visit(_ node: ForStatementAst) { descend(into: node) }
  package func visit(_ node: ForEachStatementAst) { descend(into: node) }
  package func visit(_ node: TryStatementAst) { descend(into: node) }
  package func visit(_ node: CatchClauseAst) { descend(into: node) }
  package func visit(_ node: TrapStatementAst) { descend(into: node) }
  package func visit(_ node: ThrowStatementAst) { descend(into: node) }
  package func visit(_ node: BreakStatementAst) { descend(into: node) }
  package func visit(_ node: ContinueStatementAst) { descend(into: node) }
  package func visit(_ node: ReturnStatementAst) { descend(into: node) }
  package func visit(_ node: ExitStatementAst) { descend(into: node) }
  package func visit(_ node: FunctionDefinitionAst) { descend(into: node) }
  package func visit(_ node: DataStatementAst) { descend(into: node) }
  package func visit(_ node: BlockStatementAst) { descend(into: node) }
  package func visit(_ node: UsingStatementAst) { descend(into: node) }
  package func visit(_ node: TypeDefinitionAst) { descend(into: node) }
  package func visit(_ node: PropertyMemberAst) { descend(into: node) }
  package func visit(_ node: FunctionMemberAst) { descend(into: node) }
  package func visit(_ node: ErrorStatementAst) { descend(into: node) }
  package func visit(_ node: ErrorExpressionAst) { descend(into: node) }
  package func visit(_ node: BinaryExpressionAst) { descend(into: node) }
  package func visit(_ node: UnaryExpressionAst) { descend(into: node) }
  package func visit(_ node: TernaryExpressionAst) { descend(into: node) }
  package func visit(_ node: ConvertExpressionAst) { descend(into: node) }
  package func visit(_ node: AttributedExpressionAst) { descend(into: node) }
  package func visit(_ node: MemberExpressionAst) { descend(into: node) }
  package func visit(_ node: InvokeMemberExpressionAst) { descend(into: node) }
  package func visit(_ node: BaseCtorInvokeMemberExpressionAst) { descend(into: node) }
  package func visit(_ node: IndexExpressionAst) { descend(into: node) }
  package func visit(_ node: VariableExpressionAst) { descend(into: node) }
  package func visit(_ node: ConstantExpressionAst) { descend(into: node) }
  package func visit(_ node: StringConstantExpressionAst) { descend(into: node) }
  package func visit(_ node: ExpandableStringExpressionAst) { descend(into: node) }
  package func visit(_ node: TypeExpressionAst) { descend(into: node) }
  package func visit(_ node: ArrayLiteralAst) { descend(into: node) }
  package func visit(_ node: ArrayExpressionAst) { descend(into: node) }
  package func visit(_ node: SubExpressionAst) { descend(into: node) }
  package func visit(_ node: ParenExpressionAst) { descend(into: node) }
  package func visit(_ node: HashtableAst) { descend(into: node) }
  package func visit(_ node: ScriptBlockExpressionAst) { descend(into: node) }
  package func visit(_ node: UsingExpressionAst) { descend(into: node) }
}
