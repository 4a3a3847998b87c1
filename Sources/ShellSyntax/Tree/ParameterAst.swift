package import SourceText

/// A `param(...)` block with the attributes before it.
package final class ParamBlockAst: Ast {
  package let extent: ScriptExtent
  package let attributes: [AttributeAst]
  package let parameters: [ParameterAst]

  init(extent: ScriptExtent, attributes: [AttributeAst], parameters: [ParameterAst]) {
    self.extent = extent
    self.attributes = attributes
    self.parameters = parameters
  }

  package var kind: String { "ParamBlock" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    for child in attributes { visit(child) }
    for child in parameters { visit(child) }
  }
}

/// One declared parameter of a script, function or method.
package final class ParameterAst: Ast {
  package let extent: ScriptExtent
  /// Attributes and type constraints, as written.
  package let attributes: [AttributeBaseAst]
  package let name: VariableExpressionAst
  package let defaultValue: ExpressionAst?

  init(
    extent: ScriptExtent, attributes: [AttributeBaseAst], name: VariableExpressionAst, defaultValue: ExpressionAst?
  ) {
    self.extent = extent
    self.attributes = attributes
    self.name = name
    self.defaultValue = defaultValue
  }

  package var kind: String { "Parameter" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    for child in attributes { visit(child.node) }
    visit(name)
    if let defaultValue { visit(defaultValue.node) }
  }
}
