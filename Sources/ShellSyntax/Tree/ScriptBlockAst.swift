package import SourceText

/// A whole script, the body of a function, or a block in braces.
package final class ScriptBlockAst: Ast {
  package let extent: ScriptExtent
  /// What the `#requires` lines of the script ask for.
  package let scriptRequirements: ScriptRequirements?
  /// The `using` statements at the head.
  package let usingStatements: [UsingStatementAst]
  /// Attributes that stand before `param`, where there is no parameter block to hold them.
  package let attributes: [AttributeAst]
  package let paramBlock: ParamBlockAst?
  package let dynamicParamBlock: NamedBlockAst?
  package let beginBlock: NamedBlockAst?
  package let processBlock: NamedBlockAst?
  /// The `end` block; loose statements of a script or function stand here as an unnamed block.
  package let endBlock: NamedBlockAst?
  package let cleanBlock: NamedBlockAst?

  init(
    extent: ScriptExtent, scriptRequirements: ScriptRequirements?, usingStatements: [UsingStatementAst],
    attributes: [AttributeAst], paramBlock: ParamBlockAst?, dynamicParamBlock: NamedBlockAst?,
    beginBlock: NamedBlockAst?, processBlock: NamedBlockAst?, endBlock: NamedBlockAst?, cleanBlock: NamedBlockAst?
  ) {
    self.extent = extent
    self.scriptRequirements = scriptRequirements
    self.usingStatements = usingStatements
    self.attributes = attributes
    self.paramBlock = paramBlock
    self.dynamicParamBlock = dynamicParamBlock
    self.beginBlock = beginBlock
    self.processBlock = processBlock
    self.endBlock = endBlock
    self.cleanBlock = cleanBlock
  }

  package var kind: String { "ScriptBlock" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    for child in usingStatements { visit(child) }
    for child in attributes { visit(child) }
    if let paramBlock { visit(paramBlock) }
    if let dynamicParamBlock { visit(dynamicParamBlock) }
    if let beginBlock { visit(beginBlock) }
    if let processBlock { visit(processBlock) }
    if let endBlock { visit(endBlock) }
    if let cleanBlock { visit(cleanBlock) }
  }
}

/// One of the blocks `begin`, `process`, `end`, `clean` and `dynamicparam`, or loose statements.
package final class NamedBlockAst: Ast {
  package let extent: ScriptExtent
  /// `.begin`, `.process`, `.end`, `.clean` or `.dynamicparam`.
  package let blockKind: TokenKind
  /// True for statements that stand without a block name.
  package let isUnnamed: Bool
  /// The `trap` statements; they are not repeated in `statements`.
  package let traps: [TrapStatementAst]
  package let statements: [StatementAst]

  init(
    extent: ScriptExtent, blockKind: TokenKind, isUnnamed: Bool, traps: [TrapStatementAst], statements: [StatementAst]
  ) {
    self.extent = extent
    self.blockKind = blockKind
    self.isUnnamed = isUnnamed
    self.traps = traps
    self.statements = statements
  }

  package var kind: String { "NamedBlock" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    for child in traps { visit(child) }
    for child in statements { visit(child.node) }
  }
}

/// Statements in braces or parentheses.
package final class StatementBlockAst: Ast {
  package let extent: ScriptExtent
  /// The `trap` statements; they are not repeated in `statements`.
  package let traps: [TrapStatementAst]
  package let statements: [StatementAst]

  init(extent: ScriptExtent, traps: [TrapStatementAst], statements: [StatementAst]) {
    self.extent = extent
    self.traps = traps
    self.statements = statements
  }

  package var kind: String { "StatementBlock" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    for child in traps { visit(child) }
    for child in statements { visit(child.node) }
  }
}
