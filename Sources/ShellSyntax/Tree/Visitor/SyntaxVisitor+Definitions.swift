extension SyntaxVisitor {
  package final func descend(into node: ScriptBlockAst) {
    for child in node.usingStatements { visit(child) }
    for child in node.attributes { visit(child) }
    if let child = node.paramBlock { visit(child) }
    if let child = node.dynamicParamBlock { visit(child) }
    if let child = node.beginBlock { visit(child) }
    if let child = node.processBlock { visit(child) }
    if let child = node.endBlock { visit(child) }
    if let child = node.cleanBlock { visit(child) }
  }

  package final func descend(into node: NamedBlockAst) {
    for child in node.traps { visit(child) }
    for child in node.statements { visit(child) }
  }

  package final func descend(into node: StatementBlockAst) {
    for child in node.traps { visit(child) }
    for child in node.statements { visit(child) }
  }

  package final func descend(into node: ParamBlockAst) {
    for child in node.attributes { visit(child) }
    for child in node.parameters { visit(child) }
  }

  package final func descend(into node: ParameterAst) {
    for child in node.attributes { visit(child) }
    visit(node.name)
    if let child = node.defaultValue { visit(child) }
  }

  package final func descend(into node: AttributeAst) {
    for child in node.positionalArguments { visit(child) }
    for child in node.namedArguments { visit(child) }
  }

  package final func descend(into node: NamedAttributeArgumentAst) {
    visit(node.argument)
  }

  package final func descend(into node: TypeConstraintAst) {}

  package final func descend(into node: FunctionDefinitionAst) {
    for child in node.parameters { visit(child) }
    visit(node.body)
  }

  package final func descend(into node: DataStatementAst) {
    for child in node.commandsAllowed { visit(child) }
    visit(node.body)
  }

  package final func descend(into node: BlockStatementAst) {
    visit(node.body)
  }

  package final func descend(into node: UsingStatementAst) {
    if let child = node.name { visit(child) }
    if let child = node.alias { visit(child) }
    if let child = node.moduleSpecification { visit(child) }
  }

  package final func descend(into node: TypeDefinitionAst) {
    for child in node.attributes { visit(child) }
    for child in node.baseTypes { visit(child) }
    for child in node.members { visit(child) }
  }

  package final func descend(into node: PropertyMemberAst) {
    if let child = node.propertyType { visit(child) }
    for child in node.attributes { visit(child) }
    if let child = node.initialValue { visit(child) }
  }

  package final func descend(into node: FunctionMemberAst) {
    for child in node.attributes { visit(child) }
    if let child = node.returnType { visit(child) }
    for child in node.parameters { visit(child) }
    visit(node.body)
  }

  package final func descend(into node: ErrorStatementAst) {
    for flag in node.flags { if let value = flag.value { visitAny(value) } }
    for child in node.conditions { visitAny(child) }
    for child in node.bodies { visitAny(child) }
    for child in node.nestedAst { visitAny(child) }
  }

  package final func descend(into node: ErrorExpressionAst) {
    for child in node.nestedAst { visitAny(child) }
  }
}
