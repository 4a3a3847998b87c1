import SourceText

/// Classes, their members, and attributes wherever they stand.
final class ClassChecks: ExpressionChecks {
  /// What the attributes that come next stand on.
  private var target: KnownAttribute.Target?

  // MARK: Types and members

  override func visit(_ node: TypeDefinitionAst) {
    DSCResourceChecks(parser, node).check()
    on(node.typeAttributes == .enum ? .enum : .class) { for attribute in node.attributes { visit(attribute) } }
    for base in node.baseTypes { visit(base) }
    for member in node.members { visit(member) }
  }

  private func on(_ target: KnownAttribute.Target?, _ rule: () -> Void) {
    let outer = self.target
    self.target = target
    rule()
    self.target = outer
  }

  override func visit(_ node: PropertyMemberAst) {
    if let type = node.propertyType, KnownTypes.isVoid(type.typeName) || KnownTypes.isOpenGeneric(type.typeName) {
      report(type.extent, .typeNotAllowedForProperty(type.typeName.fullName))
    }
    let outer = member
    member = .property(node)
    if let type = node.propertyType { visit(type) }
    on(.property) { for attribute in node.attributes { visit(attribute) } }
    if let value = node.initialValue { visit(value) }
    member = outer
  }

  override func visit(_ node: FunctionMemberAst) {
    let outer = member
    member = .function(node)
    checkBlocks(node)
    if node.isConstructor, let type = node.returnType { report(type.extent, .constructorCantHaveReturnType) }
    let flow = MethodFlow(node)
    unassignedReads = flow.unassignedReads
    if !flow.alwaysReturns, !node.returnsVoid { report(node.nameExtent, .methodHasCodePathNotReturn) }
    on(node.isConstructor ? .constructor : .method) { for attribute in node.attributes { visit(attribute) } }
    if let type = node.returnType { visit(type) }
    if let block = node.body.paramBlock, !node.parameters.isEmpty {
      report(block.extent, .onlyOneParameterListAllowed)
    } else {
      checkDuplicates(node.parameters)
    }
    for parameter in node.parameters { visitMethodParameter(parameter) }
    inside(.method) { descend(into: node.body) }
    member = outer
  }

  private func checkBlocks(_ node: FunctionMemberAst) {
    let body = node.body
    if let block = body.paramBlock { report(block.extent, .paramBlockNotAllowedInMethod) }
    let others = [body.dynamicParamBlock, body.beginBlock, body.processBlock, body.cleanBlock].compactMap(\.self)
    if let block = others.first ?? body.endBlock.flatMap({ $0.isUnnamed ? nil : $0 }) {
      report(block.extent, .namedBlockNotAllowedInMethod)
    }
  }

  // MARK: Parameters

  private func visitMethodParameter(_ node: ParameterAst) {
    var hasType = false
    for case .typeConstraint(let type) in node.attributes where !isOrdered(type) {
      if hasType { report(type.extent, .multipleTypeConstraintsOnMethodParam) }
      hasType = true
    }
    visit(node)
  }

  override func visit(_ node: ParameterAst) {
    for case .typeConstraint(let type) in node.attributes where isOrdered(type) {
      report(type.extent, .orderedAttributeOnlyOnHashLiteralNode(type.typeName.fullName))
    }
    let isOfMethod: Bool = if case .function? = member { true } else { false }
    on(isOfMethod ? .parameter : nil) { descend(into: node) }
  }

  private func isOrdered(_ type: TypeConstraintAst) -> Bool { type.typeName.fullName.lowercased() == "ordered" }

  // MARK: Attributes

  override func visit(_ node: AttributeAst) {
    if let target, let attribute = KnownAttribute.named(node.typeName) { check(node, attribute, target) }
    let isOnClass = target != nil
    let purpose: ConstantValues.Purpose = isOnClass ? .classAttribute : .attribute
    let message: ErrorMessage =
      isOnClass
      ? .parameterAttributeArgumentNeedsToBeConstant : .parameterAttributeArgumentNeedsToBeConstantOrScriptBlock
    var names: Set<String> = []
    for argument in node.namedArguments {
      if !names.insert(argument.argumentName.lowercased()).inserted {
        report(argument.extent, .duplicateNamedArgument(argument.argumentName))
      } else if !argument.isExpressionOmitted, !ConstantValues.isConstant(argument.argument, for: purpose) {
        report(argument.argument.extent, message)
      }
    }
    for argument in node.positionalArguments where !ConstantValues.isConstant(argument, for: purpose) {
      report(argument.extent, message)
    }
    on(nil) { descend(into: node) }
  }

  private func check(_ node: AttributeAst, _ attribute: KnownAttribute, _ target: KnownAttribute.Target) {
    if !attribute.targets.contains(target) {
      report(
        node.extent,
        .attributeNotAllowedOnDeclaration(
          attribute.name, attribute.targets.map(\.rawValue).joined(separator: ", ")))
    }
    for argument in node.namedArguments {
      let name = argument.argumentName
      if !attribute.properties.contains(where: { $0.lowercased() == name.lowercased() }) {
        report(
          argument.extent,
          .propertyNotFoundForAttribute(name, attribute.name, attribute.properties.joined(separator: ", ")))
      }
    }
  }
}
