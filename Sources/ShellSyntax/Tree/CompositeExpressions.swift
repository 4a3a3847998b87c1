package import SourceText

/// Elements joined by commas: `1, 2`.
package final class ArrayLiteralAst: Ast {
  package let extent: ScriptExtent
  package let elements: [ExpressionAst]

  init(extent: ScriptExtent, elements: [ExpressionAst]) {
    self.extent = extent
    self.elements = elements
  }

  package var kind: String { "ArrayLiteral" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    for child in elements { visit(child.node) }
  }
}

/// Statements whose output becomes an array: `@(...)`.
package final class ArrayExpressionAst: Ast {
  package let extent: ScriptExtent
  package let subExpression: StatementBlockAst

  init(extent: ScriptExtent, subExpression: StatementBlockAst) {
    self.extent = extent
    self.subExpression = subExpression
  }

  package var kind: String { "ArrayExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(subExpression)
  }
}

/// Statements whose output is the value: `$(...)`.
package final class SubExpressionAst: Ast {
  package let extent: ScriptExtent
  package let subExpression: StatementBlockAst

  init(extent: ScriptExtent, subExpression: StatementBlockAst) {
    self.extent = extent
    self.subExpression = subExpression
  }

  package var kind: String { "SubExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(subExpression)
  }
}

/// A pipeline in parentheses: `(...)`.
package final class ParenExpressionAst: Ast {
  package let extent: ScriptExtent
  package let pipeline: StatementAst

  init(extent: ScriptExtent, pipeline: StatementAst) {
    self.extent = extent
    self.pipeline = pipeline
  }

  package var kind: String { "ParenExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(pipeline.node)
  }
}

/// A hashtable literal: `@{ a = 1 }`.
package final class HashtableAst: Ast {
  package let extent: ScriptExtent
  package let keyValuePairs: [KeyValuePair]

  init(extent: ScriptExtent, keyValuePairs: [KeyValuePair]) {
    self.extent = extent
    self.keyValuePairs = keyValuePairs
  }

  package var kind: String { "Hashtable" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    for pair in keyValuePairs {
      visit(pair.key.node)
      visit(pair.value.node)
    }
  }
}

/// A script block as a value: `{ ... }`.
package final class ScriptBlockExpressionAst: Ast {
  package let extent: ScriptExtent
  package let scriptBlock: ScriptBlockAst

  init(extent: ScriptExtent, scriptBlock: ScriptBlockAst) {
    self.extent = extent
    self.scriptBlock = scriptBlock
  }

  package var kind: String { "ScriptBlockExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(scriptBlock)
  }
}

/// A variable of the caller in a block that runs elsewhere: `$using:x`.
package final class UsingExpressionAst: Ast {
  package let extent: ScriptExtent
  package let subExpression: ExpressionAst

  init(extent: ScriptExtent, subExpression: ExpressionAst) {
    self.extent = extent
    self.subExpression = subExpression
  }

  package var kind: String { "UsingExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(subExpression.node)
  }
}
