package import SourceText

/// A `class`, `enum` or `interface`.
package final class TypeDefinitionAst: Ast {
  package let extent: ScriptExtent
  package let name: String
  package let nameExtent: ScriptExtent
  package let attributes: [AttributeAst]
  /// Base class and interfaces, or the type under an enum.
  package let baseTypes: [TypeConstraintAst]
  package let members: [MemberAst]
  package let typeAttributes: TypeAttributes

  init(
    extent: ScriptExtent, name: String, nameExtent: ScriptExtent, attributes: [AttributeAst],
    baseTypes: [TypeConstraintAst], members: [MemberAst], typeAttributes: TypeAttributes
  ) {
    self.extent = extent
    self.name = name
    self.nameExtent = nameExtent
    self.attributes = attributes
    self.baseTypes = baseTypes
    self.members = members
    self.typeAttributes = typeAttributes
  }

  package var kind: String { "TypeDefinition" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    for child in attributes { visit(child) }
    for child in baseTypes { visit(child) }
    for child in members { visit(child.node) }
  }
}

/// A property of a class, or a value of an enum.
package final class PropertyMemberAst: Ast {
  package let extent: ScriptExtent
  package let name: String
  package let propertyType: TypeConstraintAst?
  package let attributes: [AttributeAst]
  package let initialValue: ExpressionAst?
  package let propertyAttributes: MemberAttributes

  init(
    extent: ScriptExtent, name: String, propertyType: TypeConstraintAst?, attributes: [AttributeAst],
    initialValue: ExpressionAst?, propertyAttributes: MemberAttributes
  ) {
    self.extent = extent
    self.name = name
    self.propertyType = propertyType
    self.attributes = attributes
    self.initialValue = initialValue
    self.propertyAttributes = propertyAttributes
  }

  package var kind: String { "PropertyMember" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    if let propertyType { visit(propertyType) }
    for child in attributes { visit(child) }
    if let initialValue { visit(initialValue.node) }
  }
}

/// A method or constructor of a class.
package final class FunctionMemberAst: Ast {
  package let extent: ScriptExtent
  package let name: String
  package let nameExtent: ScriptExtent
  package let attributes: [AttributeAst]
  package let returnType: TypeConstraintAst?
  package let parameters: [ParameterAst]
  package let body: ScriptBlockAst
  package let methodAttributes: MemberAttributes
  package let isConstructor: Bool

  init(
    extent: ScriptExtent, name: String, nameExtent: ScriptExtent, attributes: [AttributeAst],
    returnType: TypeConstraintAst?, parameters: [ParameterAst], body: ScriptBlockAst,
    methodAttributes: MemberAttributes, isConstructor: Bool
  ) {
    self.extent = extent
    self.name = name
    self.nameExtent = nameExtent
    self.attributes = attributes
    self.returnType = returnType
    self.parameters = parameters
    self.body = body
    self.methodAttributes = methodAttributes
    self.isConstructor = isConstructor
  }

  package var kind: String { "FunctionMember" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    for child in attributes { visit(child) }
    if let returnType { visit(returnType) }
    for child in parameters { visit(child) }
    visit(body)
  }
}
