package import SourceText

/// Access to a property: `$x.Name`, `[int]::MaxValue`.
package final class MemberExpressionAst: Ast {
  package let extent: ScriptExtent
  package let expression: ExpressionAst
  /// A bare word is a string constant.
  package let member: ExpressionAst
  package let isStatic: Bool
  package let isNullConditional: Bool

  init(
    extent: ScriptExtent, expression: ExpressionAst, member: ExpressionAst, isStatic: Bool, isNullConditional: Bool
  ) {
    self.extent = extent
    self.expression = expression
    self.member = member
    self.isStatic = isStatic
    self.isNullConditional = isNullConditional
  }

  package var kind: String { "MemberExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(expression.node)
    visit(member.node)
  }
}

/// A call of a method: `$x.Trim()`.
package final class InvokeMemberExpressionAst: Ast {
  package let extent: ScriptExtent
  package let expression: ExpressionAst
  /// A bare word is a string constant.
  package let member: ExpressionAst
  package let genericTypeArguments: [TypeName]
  package let arguments: [ExpressionAst]
  package let isStatic: Bool
  package let isNullConditional: Bool

  init(
    extent: ScriptExtent, expression: ExpressionAst, member: ExpressionAst, genericTypeArguments: [TypeName],
    arguments: [ExpressionAst], isStatic: Bool, isNullConditional: Bool
  ) {
    self.extent = extent
    self.expression = expression
    self.member = member
    self.genericTypeArguments = genericTypeArguments
    self.arguments = arguments
    self.isStatic = isStatic
    self.isNullConditional = isNullConditional
  }

  package var kind: String { "InvokeMemberExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(expression.node)
    visit(member.node)
    for child in arguments { visit(child.node) }
  }
}

/// The call of a base class constructor: `: base(1)`.
package final class BaseCtorInvokeMemberExpressionAst: Ast {
  package let extent: ScriptExtent
  package let expression: ExpressionAst
  package let member: ExpressionAst
  package let arguments: [ExpressionAst]

  init(extent: ScriptExtent, expression: ExpressionAst, member: ExpressionAst, arguments: [ExpressionAst]) {
    self.extent = extent
    self.expression = expression
    self.member = member
    self.arguments = arguments
  }

  package var kind: String { "BaseCtorInvokeMemberExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(expression.node)
    visit(member.node)
    for child in arguments { visit(child.node) }
  }
}

/// An element: `$x[0]`.
package final class IndexExpressionAst: Ast {
  package let extent: ScriptExtent
  package let target: ExpressionAst
  package let index: ExpressionAst
  package let isNullConditional: Bool

  init(extent: ScriptExtent, target: ExpressionAst, index: ExpressionAst, isNullConditional: Bool) {
    self.extent = extent
    self.target = target
    self.index = index
    self.isNullConditional = isNullConditional
  }

  package var kind: String { "IndexExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(target.node)
    visit(index.node)
  }
}
