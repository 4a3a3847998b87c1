package import SourceText

/// An attribute with its arguments: `[Parameter(Mandatory)]`.
package final class AttributeAst: Ast {
  package let extent: ScriptExtent
  package let typeName: TypeName
  package let positionalArguments: [ExpressionAst]
  package let namedArguments: [NamedAttributeArgumentAst]

  init(
    extent: ScriptExtent, typeName: TypeName, positionalArguments: [ExpressionAst],
    namedArguments: [NamedAttributeArgumentAst]
  ) {
    self.extent = extent
    self.typeName = typeName
    self.positionalArguments = positionalArguments
    self.namedArguments = namedArguments
  }

  package var kind: String { "Attribute" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    for child in positionalArguments { visit(child.node) }
    for child in namedArguments { visit(child) }
  }
}

/// One `name = value` of an attribute.
package final class NamedAttributeArgumentAst: Ast {
  package let extent: ScriptExtent
  package let argumentName: String
  /// The value; the constant 1 standing for true where none is written.
  package let argument: ExpressionAst
  /// True where only the name is written.
  package let isExpressionOmitted: Bool

  init(extent: ScriptExtent, argumentName: String, argument: ExpressionAst, isExpressionOmitted: Bool) {
    self.extent = extent
    self.argumentName = argumentName
    self.argument = argument
    self.isExpressionOmitted = isExpressionOmitted
  }

  package var kind: String { "NamedAttributeArgument" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(argument.node)
  }
}

/// A type in brackets that constrains what follows, and a base type or caught type.
package final class TypeConstraintAst: Ast {
  package let extent: ScriptExtent
  package let typeName: TypeName

  init(extent: ScriptExtent, typeName: TypeName) {
    self.extent = extent
    self.typeName = typeName
  }

  package var kind: String { "TypeConstraint" }

  package func forEachChild(_ visit: (any Ast) -> Void) {}
}
