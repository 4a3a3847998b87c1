import SourceText

/// What a data section may hold: values, no work.
class RestrictedLanguageChecks: SyntaxVisitor {
  private let parser: Parser

  /// The commands that may be called, in lower case; nil allows all.
  private let commands: Set<String>?

  init(_ parser: Parser, allowing allowed: [ExpressionAst]) {
    self.parser = parser
    var names: Set<String>? = ["convertfrom-stringdata"]
    for command in allowed {
      if case .stringConstant(let name) = command { names?.insert(name.value.lowercased()) } else { names = nil }
    }
    commands = names
  }

  private func report(_ extent: ScriptExtent, _ message: ErrorMessage) { parser.report(extent, message) }

  // MARK: Statements

  override func visit(_ node: ScriptBlockAst) {
    report(node.extent, .scriptBlockNotSupportedInDataSection)
    descend(into: node)
  }

  override func visit(_ node: ParamBlockAst) {
    report(node.extent, .parameterDeclarationNotSupportedInDataSection)
    descend(into: node)
  }

  override func visit(_ node: FunctionDefinitionAst) {
    report(node.extent, .functionDeclarationNotSupportedInDataSection)
    descend(into: node)
  }

  override func visit(_ node: TrapStatementAst) {
    report(node.extent, .trapStatementNotSupportedInDataSection)
    descend(into: node)
  }

  override func visit(_ node: SwitchStatementAst) {
    report(node.extent, .switchStatementNotSupportedInDataSection)
    descend(into: node)
  }

  override func visit(_ node: DataStatementAst) {
    report(node.extent, .dataSectionStatementNotSupportedInDataSection)
    descend(into: node)
  }

  override func visit(_ node: ForEachStatementAst) {
    report(node.extent, .foreachStatementNotSupportedInDataSection)
    descend(into: node)
  }

  override func visit(_ node: DoWhileStatementAst) {
    report(node.extent, .doWhileStatementNotSupportedInDataSection)
    descend(into: node)
  }

  override func visit(_ node: DoUntilStatementAst) {
    report(node.extent, .doWhileStatementNotSupportedInDataSection)
    descend(into: node)
  }

  override func visit(_ node: ForStatementAst) {
    report(node.extent, .forWhileStatementNotSupportedInDataSection)
    descend(into: node)
  }

  override func visit(_ node: WhileStatementAst) {
    report(node.extent, .forWhileStatementNotSupportedInDataSection)
    descend(into: node)
  }

  override func visit(_ node: TryStatementAst) {
    report(node.extent, .tryStatementNotSupportedInDataSection)
    descend(into: node)
  }

  override func visit(_ node: BreakStatementAst) { flow(node.extent) { descend(into: node) } }
  override func visit(_ node: ContinueStatementAst) { flow(node.extent) { descend(into: node) } }
  override func visit(_ node: ReturnStatementAst) { flow(node.extent) { descend(into: node) } }
  override func visit(_ node: ExitStatementAst) { flow(node.extent) { descend(into: node) } }
  override func visit(_ node: ThrowStatementAst) { flow(node.extent) { descend(into: node) } }

  private func flow(_ extent: ScriptExtent, _ rule: () -> Void) {
    report(extent, .flowControlStatementNotSupportedInDataSection)
    rule()
  }

  override func visit(_ node: AssignmentStatementAst) {
    report(node.extent, .assignmentStatementNotSupportedInDataSection)
    descend(into: node)
  }

  // MARK: Commands

  override func visit(_ node: CommandAst) {
    check(node)
    descend(into: node)
  }

  private func check(_ node: CommandAst) {
    if node.invocationOperator == .dot {
      report(node.extent, .dotSourcingNotSupportedInDataSection)
      return
    }
    guard let commands else { return }
    if case .expression(.stringConstant(let name))? = node.commandElements.first {
      if !commands.contains(name.value.lowercased()) {
        report(node.extent, .cmdletNotInAllowedListForDataSection(name.value))
      }
    } else if node.invocationOperator == .ampersand {
      report(node.extent, .operatorNotSupportedInDataSection("&"))
    } else {
      report(node.extent, .cmdletNotInAllowedListForDataSection(parser.source.text(of: node.extent)))
    }
  }

  override func visit(_ node: MergingRedirectionAst) { report(node.extent, .redirectionNotSupportedInDataSection) }

  override func visit(_ node: FileRedirectionAst) {
    report(node.extent, .redirectionNotSupportedInDataSection)
    descend(into: node)
  }

  // MARK: Expressions

  override func visit(_ node: BinaryExpressionAst) {
    if node.operator.traits.contains(.disallowedInRestrictedMode) {
      report(node.errorPosition, .operatorNotSupportedInDataSection(node.operator.text))
    }
    descend(into: node)
  }

  override func visit(_ node: UnaryExpressionAst) {
    if node.tokenKind.traits.contains(.disallowedInRestrictedMode) {
      report(node.extent, .operatorNotSupportedInDataSection(node.tokenKind.text))
    }
    descend(into: node)
  }

  override func visit(_ node: VariableExpressionAst) {
    switch node.variablePath.userPath.lowercased() {
    case "psculture", "psuiculture", "true", "false", "null": break
    default:
      report(
        node.extent,
        .variableReferenceNotSupportedInDataSection("$PSCulture, $PSUICulture, $true, $false, $null"))
    }
  }

  override func visit(_ node: MemberExpressionAst) {
    report(node.extent, .propertyReferenceNotSupportedInDataSection)
    descend(into: node)
  }

  override func visit(_ node: InvokeMemberExpressionAst) {
    report(node.extent, .methodCallNotSupportedInDataSection)
    descend(into: node)
  }

  override func visit(_ node: IndexExpressionAst) {
    report(node.extent, .arrayReferenceNotSupportedInDataSection)
    descend(into: node)
  }

  override func visit(_ node: ScriptBlockExpressionAst) {
    report(node.extent, .scriptBlockNotSupportedInDataSection)
    descend(into: node)
  }

  override func visit(_ node: AttributedExpressionAst) {
    report(node.extent, .attributeNotSupportedInDataSection)
    descend(into: node)
  }

  override func visit(_ node: AttributeAst) {
    report(node.extent, .attributeNotSupportedInDataSection)
    descend(into: node)
  }

  override func visit(_ node: TypeConstraintAst) { check(node.typeName, node.extent) }
  override func visit(_ node: TypeExpressionAst) { check(node.typeName, node.extent) }

  /// Only types whose values are plain data, and arrays of them.
  private func check(_ type: TypeName, _ extent: ScriptExtent) {
    var element = type
    if case .array(let array) = type { element = array.elementType }
    let allowed = [
      "Boolean", "Char", "SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Single",
      "Double", "Decimal", "DateTime", "String",
    ]
    if let name = KnownTypes.fullName(of: element), allowed.contains(where: { name == "System." + $0 }) { return }
    report(extent, .typeNotAllowedInDataSection(type.fullName))
  }
}
