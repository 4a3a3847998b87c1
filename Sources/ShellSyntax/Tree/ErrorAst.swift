package import SourceText

/// A statement that could not be completed, with what was understood of it.
package final class ErrorStatementAst: Ast {
  package let extent: ScriptExtent
  /// The keyword that began it.
  package let keyword: TokenKind?
  /// Flags of an incomplete `switch`.
  package let flags: [ErrorStatementFlag]
  package let conditions: [any Ast]
  package let bodies: [any Ast]
  package let nestedAst: [any Ast]

  init(
    extent: ScriptExtent, keyword: TokenKind?, flags: [ErrorStatementFlag], conditions: [any Ast], bodies: [any Ast],
    nestedAst: [any Ast]
  ) {
    self.extent = extent
    self.keyword = keyword
    self.flags = flags
    self.conditions = conditions
    self.bodies = bodies
    self.nestedAst = nestedAst
  }

  package var kind: String { "ErrorStatement" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    for flag in flags { if let value = flag.value { visit(value) } }
    for child in conditions { visit(child) }
    for child in bodies { visit(child) }
    for child in nestedAst { visit(child) }
  }
}

/// An expression that could not be completed, with what was understood of it.
package final class ErrorExpressionAst: Ast {
  package let extent: ScriptExtent
  package let nestedAst: [any Ast]

  init(extent: ScriptExtent, nestedAst: [any Ast]) {
    self.extent = extent
    self.nestedAst = nestedAst
  }

  package var kind: String { "ErrorExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    for child in nestedAst { visit(child) }
  }
}
