package import SourceText

/// A variable: `$x`, `${a b}`, `$env:PATH`, `@args`.
package final class VariableExpressionAst: Ast {
  package let extent: ScriptExtent
  package let variablePath: VariablePath
  /// True where `@` is written for `$`.
  package let isSplatted: Bool

  init(extent: ScriptExtent, variablePath: VariablePath, isSplatted: Bool) {
    self.extent = extent
    self.variablePath = variablePath
    self.isSplatted = isSplatted
  }

  package var kind: String { "VariableExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {}
}

/// A number.
package final class ConstantExpressionAst: Ast {
  package let extent: ScriptExtent
  /// Nil for a number that is not valid.
  package let value: NumberLiteral?

  init(extent: ScriptExtent, value: NumberLiteral?) {
    self.extent = extent
    self.value = value
  }

  package var kind: String { "ConstantExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {}
}

/// A string without expressions in it, and a bare word.
package final class StringConstantExpressionAst: Ast {
  package let extent: ScriptExtent
  package let stringConstantType: StringConstantType
  /// The text that the string stands for.
  package let value: String

  init(extent: ScriptExtent, stringConstantType: StringConstantType, value: String) {
    self.extent = extent
    self.stringConstantType = stringConstantType
    self.value = value
  }

  package var kind: String { "StringConstantExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {}
}

/// A string with expressions in it.
package final class ExpandableStringExpressionAst: Ast {
  package let extent: ScriptExtent
  package let stringConstantType: StringConstantType
  /// The text with escapes done and expressions as written.
  package let value: String
  /// Text and expressions in order, ready to evaluate.
  package let parts: [ExpandableStringPart]

  init(extent: ScriptExtent, stringConstantType: StringConstantType, value: String, parts: [ExpandableStringPart]) {
    self.extent = extent
    self.stringConstantType = stringConstantType
    self.value = value
    self.parts = parts
  }

  package var kind: String { "ExpandableStringExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    for part in parts { if case .expression(let expression) = part { visit(expression.node) } }
  }
}

/// A type literal: `[int]`.
package final class TypeExpressionAst: Ast {
  package let extent: ScriptExtent
  package let typeName: TypeName

  init(extent: ScriptExtent, typeName: TypeName) {
    self.extent = extent
    self.typeName = typeName
  }

  package var kind: String { "TypeExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {}
}
