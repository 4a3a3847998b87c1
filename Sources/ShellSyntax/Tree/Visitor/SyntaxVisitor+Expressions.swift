extension SyntaxVisitor {
  package final func descend(into node: BinaryExpressionAst) {
    visit(node.left)
    visit(node.right)
  }

  package final func descend(into node: UnaryExpressionAst) {
    visit(node.child)
  }

  package final func descend(into node: TernaryExpressionAst) {
    visit(node.condition)
    visit(node.ifTrue)
    visit(node.ifFalse)
  }

  package final func descend(into node: ConvertExpressionAst) {
    visit(node.type)
    visit(node.child)
  }

  package final func descend(into node: AttributedExpressionAst) {
    visit(node.attribute)
    visit(node.child)
  }

  package final func descend(into node: MemberExpressionAst) {
    visit(node.expression)
    visit(node.member)
  }

  package final func descend(into node: InvokeMemberExpressionAst) {
    visit(node.expression)
    visit(node.member)
    for child in node.arguments { visit(child) }
  }

  package final func descend(into node: BaseCtorInvokeMemberExpressionAst) {
    visit(node.expression)
    visit(node.member)
    for child in node.arguments { visit(child) }
  }

  package final func descend(into node: IndexExpressionAst) {
    visit(node.target)
    visit(node.index)
  }

  package final func descend(into node: VariableExpressionAst) {}

  package final func descend(into node: ConstantExpressionAst) {}

  package final func descend(into node: StringConstantExpressionAst) {}

  package final func descend(into node: ExpandableStringExpressionAst) {
    for part in node.parts { if case .expression(let expression) = part { visit(expression) } }
  }

  package final func descend(into node: TypeExpressionAst) {}

  package final func descend(into node: ArrayLiteralAst) {
    for child in node.elements { visit(child) }
  }

  package final func descend(into node: ArrayExpressionAst) {
    visit(node.subExpression)
  }

  package final func descend(into node: SubExpressionAst) {
    visit(node.subExpression)
  }

  package final func descend(into node: ParenExpressionAst) {
    visit(node.pipeline)
  }

  package final func descend(into node: HashtableAst) {
    for pair in node.keyValuePairs {
      visit(pair.key)
      visit(pair.value)
    }
  }

  package final func descend(into node: ScriptBlockExpressionAst) {
    visit(node.scriptBlock)
  }

  package final func descend(into node: UsingExpressionAst) {
    visit(node.subExpression)
  }
}
