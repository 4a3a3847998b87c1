/// Finds the classes and enums of one scope; blocks and functions inside it are scopes of their own.
final class TypeCollector: SyntaxVisitor {
  private(set) var types: [TypeDefinitionAst] = []

  override func visit(_ node: TypeDefinitionAst) {
    types.append(node)
    descend(into: node)
  }

  override func visit(_ node: FunctionDefinitionAst) {}
  override func visit(_ node: FunctionMemberAst) {}
  override func visit(_ node: ScriptBlockExpressionAst) {}
}
