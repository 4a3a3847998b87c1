import SourceText

/// Assignments, casts, variables and tables.
class ExpressionChecks: FlowChecks {
  // MARK: Variables

  override func visit(_ node: CommandAst) {
    for element in node.commandElements {
      switch element {
      case .expression(.variable(let variable)): check(variable)
      case .expression(.arrayLiteral(let array)): visitArgumentList(array)
      default: visit(element)
      }
    }
    for redirection in node.redirections { visit(redirection) }
  }

  private func visitArgumentList(_ array: ArrayLiteralAst) {
    for element in array.elements {
      if case .variable(let variable) = element, variable.isSplatted {
        report(
          variable.extent, .splattingNotPermittedInArgumentList(variable.variablePath.userPath))
        check(variable)
      } else {
        visit(element)
      }
    }
  }

  override func visit(_ node: UsingExpressionAst) {
    if let invalid = invalidPart(node.subExpression) { report(invalid.extent, .invalidUsingExpression) }
    if case .variable(let variable) = node.subExpression { check(variable) } else { visit(node.subExpression) }
  }

  private func invalidPart(_ expression: ExpressionAst) -> ExpressionAst? {
    switch expression {
    case .variable: return nil
    case .member(let member):
      guard case .stringConstant = member.member else { return expression }
      return invalidPart(member.expression)
    case .index(let index):
      return ConstantValues.isConstant(index.index, for: .attribute) ? invalidPart(index.target) : index.index
    default: return expression
    }
  }

  override func visit(_ node: VariableExpressionAst) {
    if node.isSplatted { report(node.extent, .splattingNotPermitted(node.variablePath.userPath)) }
    check(node)
  }

  private func check(_ variable: VariableExpressionAst) {
    if unassignedReads.contains(ObjectIdentifier(variable)) { report(variable.extent, .variableNotLocal) }
    if let member, member.isStatic, variable.variablePath.userPath.lowercased() == "this" {
      report(variable.extent, .nonStaticMemberAccessInStaticMember(variable.variablePath.userPath))
    }
  }

  // MARK: Assignments

  override func visit(_ node: AssignmentStatementAst) {
    checkTarget(node.left, isSimple: node.operator == .equals) { self.report($0, .invalidLeftHandSide) }
    let outer = isAssignmentTarget
    isAssignmentTarget = true
    visit(node.left)
    isAssignmentTarget = false
    visit(node.right)
    isAssignmentTarget = outer
  }

  override func visit(_ node: CommandExpressionAst) {
    let outer = isAssignmentTarget
    isAssignmentTarget = false
    descend(into: node)
    isAssignmentTarget = outer
  }

  override func visit(_ node: UnaryExpressionAst) {
    switch node.tokenKind {
    case .plusPlus, .minusMinus, .postfixPlusPlus, .postfixMinusMinus:
      let text = node.tokenKind.text
      checkTarget(node.child, isSimple: false) { self.report($0, .operatorRequiresVariableOrProperty(text)) }
    default: break
    }
    descend(into: node)
  }

  private func checkTarget(_ target: ExpressionAst, isSimple: Bool, _ fail: (ScriptExtent) -> Void) {
    switch target {
    case .arrayLiteral(let array):
      guard isSimple else { return fail(array.extent) }
      for element in array.elements { checkTarget(element, isSimple: true, fail) }
    case .paren(let paren):
      guard let inner = paren.pipeline.pureExpression else { return fail(paren.pipeline.extent) }
      checkTarget(inner, isSimple: isSimple, fail)
    case .variable, .invokeMember, .baseCtorInvokeMember: break
    case .member(let member): if member.isNullConditional { fail(member.extent) }
    case .index(let index): if index.isNullConditional { fail(index.extent) }
    case .convert, .attributed: checkTypedTarget(target, isSimple: isSimple, fail)
    default: fail(target.extent)
    }
  }

  private func checkTypedTarget(_ target: ExpressionAst, isSimple: Bool, _ fail: (ScriptExtent) -> Void) {
    var casts = 0
    var reference: ScriptExtent?
    var lastCast: TypeName?
    var inner = target
    while let (cast, child) = inner.attributeAndChild {
      if let cast {
        casts += 1
        lastCast = cast.typeName
        if KnownTypes.isReference(cast.typeName) {
          reference = cast.extent
        } else if KnownTypes.isVoid(cast.typeName) {
          report(cast.extent, .voidTypeConstraintNotAllowed)
        }
      }
      inner = child
    }
    if let reference, casts > 1 {
      report(reference, .referenceNeedsToBeByItselfInTypeConstraint)
      return
    }
    if case .variable(let variable) = inner { checkAutomatic(variable, target.extent, lastCast) }
    checkTarget(inner, isSimple: isSimple, fail)
  }

  /// A variable that the shell sets has a type of its own.
  private func checkAutomatic(_ variable: VariableExpressionAst, _ extent: ScriptExtent, _ cast: TypeName?) {
    let path = variable.variablePath
    switch path.qualifier {
    case .unqualified, .local, .private: break
    case .global, .script, .drive: return
    }
    guard let expected = Self.automaticTypes[path.name.lowercased()] else { return }
    if cast.flatMap(KnownTypes.fullName(of:)) != expected {
      report(extent, .assignmentStatementToAutomaticNotSupported(path.name, expected))
    }
  }

  private static let automaticTypes = [
    "_": "System.Object", "args": "System.Object[]", "this": "System.Object", "input": "System.Object",
    "pscmdlet": "System.Management.Automation.PSScriptCmdlet",
    "psboundparameters": "System.Management.Automation.PSBoundParametersDictionary",
    "myinvocation": "System.Management.Automation.InvocationInfo", "psscriptroot": "System.String",
    "pscommandpath": "System.String",
  ]

  // MARK: Casts

  override func visit(_ node: ConvertExpressionAst) {
    checkConversion(node)
    visit(node.type)
    let outer = enclosingCast
    enclosingCast = if case .convert = node.child { node } else { nil }
    visit(node.child)
    enclosingCast = outer
  }

  private func checkConversion(_ node: ConvertExpressionAst) {
    let around = enclosingCast
    let name = node.type.typeName.fullName
    if name.lowercased() == "ordered" {
      if case .hashtable = node.child { return }
      report(node.extent, .orderedAttributeOnlyOnHashLiteralNode(name))
      return
    }
    guard KnownTypes.isReference(node.type.typeName) else { return }
    var hasMore = false
    var child = node.child
    while let (cast, inner) = child.attributeAndChild {
      if let cast, KnownTypes.isReference(cast.typeName) {
        hasMore = true
        report(cast.extent, .referenceNeedsToBeByItselfInTypeSequence)
      }
      child = inner
    }
    if let around, !hasMore, !isAssignmentTarget, !KnownTypes.isReference(around.type.typeName) {
      report(node.type.extent, .referenceNeedsToBeLastTypeInTypeConversion)
    }
  }

  override func visit(_ node: AttributedExpressionAst) {
    var child = node.child
    while let (_, inner) = child.attributeAndChild { child = inner }
    if case .variable = child {
    } else {
      report(node.attribute.extent, .unexpectedAttribute(node.attribute.typeName.fullName))
    }
    descend(into: node)
  }

  // MARK: Tables

  override func visit(_ node: HashtableAst) {
    var keys: Set<String> = []
    for pair in node.keyValuePairs {
      let key: String
      switch pair.key {
      case .stringConstant(let text): key = text.value
      case .constant(let number): key = number.value?.roundTripText ?? ""
      default: continue
      }
      if !keys.insert(key.lowercased()).inserted { report(pair.key.extent, .duplicateKeyInHashLiteral(key)) }
    }
    descend(into: node)
  }
}

extension ExpressionAst {
  /// The cast, if it is one, and what stands after an attribute or cast; nil for any other expression.
  fileprivate var attributeAndChild: (TypeConstraintAst?, ExpressionAst)? {
    switch self {
    case .convert(let node): (node.type, node.child)
    case .attributed(let node): (nil, node.child)
    default: nil
    }
  }
}
