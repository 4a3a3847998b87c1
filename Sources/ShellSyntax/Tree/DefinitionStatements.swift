package import SourceText

/// A `function` or `filter`.
package final class FunctionDefinitionAst: Ast {
  package let extent: ScriptExtent
  package let name: String
  package let nameExtent: ScriptExtent
  package let isFilter: Bool
  package let isWorkflow: Bool
  /// Those in parentheses after the name; those of a `param` block are in `body`.
  package let parameters: [ParameterAst]
  package let body: ScriptBlockAst

  init(
    extent: ScriptExtent, name: String, nameExtent: ScriptExtent, isFilter: Bool, isWorkflow: Bool,
    parameters: [ParameterAst], body: ScriptBlockAst
  ) {
    self.extent = extent
    self.name = name
    self.nameExtent = nameExtent
    self.isFilter = isFilter
    self.isWorkflow = isWorkflow
    self.parameters = parameters
    self.body = body
  }

  package var kind: String { "FunctionDefinition" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    for child in parameters { visit(child) }
    visit(body)
  }
}

/// A `data` section.
package final class DataStatementAst: Ast {
  package let extent: ScriptExtent
  package let variable: String?
  package let commandsAllowed: [ExpressionAst]
  package let body: StatementBlockAst

  init(extent: ScriptExtent, variable: String?, commandsAllowed: [ExpressionAst], body: StatementBlockAst) {
    self.extent = extent
    self.variable = variable
    self.commandsAllowed = commandsAllowed
    self.body = body
  }

  package var kind: String { "DataStatement" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    for child in commandsAllowed { visit(child.node) }
    visit(body)
  }
}

/// A `parallel` or `sequence` block, which only workflows had.
package final class BlockStatementAst: Ast {
  package let extent: ScriptExtent
  /// `.parallel` or `.sequence`.
  package let blockKind: TokenKind
  package let body: StatementBlockAst

  init(extent: ScriptExtent, blockKind: TokenKind, body: StatementBlockAst) {
    self.extent = extent
    self.blockKind = blockKind
    self.body = body
  }

  package var kind: String { "BlockStatement" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(body)
  }
}

/// A `using`.
package final class UsingStatementAst: Ast {
  package let extent: ScriptExtent
  package let usingStatementKind: UsingStatementKind
  package let name: StringConstantExpressionAst?
  package let alias: StringConstantExpressionAst?
  package let moduleSpecification: HashtableAst?

  init(
    extent: ScriptExtent, usingStatementKind: UsingStatementKind, name: StringConstantExpressionAst?,
    alias: StringConstantExpressionAst?, moduleSpecification: HashtableAst?
  ) {
    self.extent = extent
    self.usingStatementKind = usingStatementKind
    self.name = name
    self.alias = alias
    self.moduleSpecification = moduleSpecification
  }

  package var kind: String { "UsingStatement" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    if let name { visit(name) }
    if let alias { visit(alias) }
    if let moduleSpecification { visit(moduleSpecification) }
  }
}
