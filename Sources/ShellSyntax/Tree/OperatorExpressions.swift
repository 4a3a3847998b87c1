package import SourceText

/// Two operands joined by an operator.
package final class BinaryExpressionAst: Ast {
  package let extent: ScriptExtent
  /// The case-insensitive form (`.ieq`) where no case is written.
  package let `operator`: TokenKind
  package let left: ExpressionAst
  package let right: ExpressionAst
  /// The operator.
  package let errorPosition: ScriptExtent

  init(
    extent: ScriptExtent, `operator`: TokenKind, left: ExpressionAst, right: ExpressionAst, errorPosition: ScriptExtent
  ) {
    self.extent = extent
    self.operator = `operator`
    self.left = left
    self.right = right
    self.errorPosition = errorPosition
  }

  package var kind: String { "BinaryExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(left.node)
    visit(right.node)
  }
}

/// One operand with an operator before or after it.
package final class UnaryExpressionAst: Ast {
  package let extent: ScriptExtent
  /// `.postfixPlusPlus` and `.postfixMinusMinus` stand for the operators after the operand.
  package let tokenKind: TokenKind
  package let child: ExpressionAst

  init(extent: ScriptExtent, tokenKind: TokenKind, child: ExpressionAst) {
    self.extent = extent
    self.tokenKind = tokenKind
    self.child = child
  }

  package var kind: String { "UnaryExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(child.node)
  }
}

/// A choice: `$a ? $b : $c`.
package final class TernaryExpressionAst: Ast {
  package let extent: ScriptExtent
  package let condition: ExpressionAst
  package let ifTrue: ExpressionAst
  package let ifFalse: ExpressionAst

  init(extent: ScriptExtent, condition: ExpressionAst, ifTrue: ExpressionAst, ifFalse: ExpressionAst) {
    self.extent = extent
    self.condition = condition
    self.ifTrue = ifTrue
    self.ifFalse = ifFalse
  }

  package var kind: String { "TernaryExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(condition.node)
    visit(ifTrue.node)
    visit(ifFalse.node)
  }
}

/// A cast: `[int]$x`.
package final class ConvertExpressionAst: Ast {
  package let extent: ScriptExtent
  package let type: TypeConstraintAst
  package let child: ExpressionAst

  init(extent: ScriptExtent, type: TypeConstraintAst, child: ExpressionAst) {
    self.extent = extent
    self.type = type
    self.child = child
  }

  package var kind: String { "ConvertExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(type)
    visit(child.node)
  }
}

/// An expression with an attribute before it: `[ValidateRange(1, 5)]$x`.
package final class AttributedExpressionAst: Ast {
  package let extent: ScriptExtent
  package let attribute: AttributeBaseAst
  package let child: ExpressionAst

  init(extent: ScriptExtent, attribute: AttributeBaseAst, child: ExpressionAst) {
    self.extent = extent
    self.attribute = attribute
    self.child = child
  }

  package var kind: String { "AttributedExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(attribute.node)
    visit(child.node)
  }
}
