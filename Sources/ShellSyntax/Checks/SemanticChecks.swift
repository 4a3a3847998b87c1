import SourceText

/// The rules of the language that need more than one token to see.
class SemanticChecks: SyntaxVisitor {
  /// What a `break`, `continue` or `return` would have to leave.
  enum Enclosure {
    case labeled(String)

    /// A labeled statement that is no loop.
    case labeledSwitch(String)
    case finally

    /// The body of a method.
    case method

    /// A block that control leaves only by its end.
    case boundary
  }

  /// The member of a class that is being checked.
  enum Member {
    case function(FunctionMemberAst)
    case property(PropertyMemberAst)

    var isStatic: Bool {
      switch self {
      case .function(let method): method.methodAttributes.contains(.static)
      case .property(let property): property.propertyAttributes.contains(.static)
      }
    }
  }

  let parser: Parser
  var enclosures: [Enclosure] = []
  var member: Member?

  /// True on the left side of an assignment.
  var isAssignmentTarget = false

  /// The cast directly around the expression that comes next.
  var enclosingCast: ConvertExpressionAst?

  /// Reads of variables that their method does not assign on every way.
  var unassignedReads: Set<ObjectIdentifier> = []

  init(_ parser: Parser) { self.parser = parser }

  func report(_ extent: ScriptExtent, _ message: ErrorMessage) { parser.report(extent, message) }

  // MARK: Blocks

  override func visit(_ node: ScriptBlockAst) {
    let outer = member
    member = nil
    inside(.boundary) { descend(into: node) }
    member = outer
  }

  func inside(_ enclosure: Enclosure, _ rule: () -> Void) {
    enclosures.append(enclosure)
    rule()
    enclosures.removeLast()
  }

  override func visit(_ node: ParamBlockAst) {
    checkDuplicates(node.parameters)
    descend(into: node)
  }

  func checkDuplicates(_ parameters: [ParameterAst]) {
    var names: Set<String> = []
    for parameter in parameters {
      let name = parameter.name.variablePath.userPath
      if !names.insert(name.lowercased()).inserted {
        report(parameter.name.extent, .duplicateFormalParameter(name))
      }
      let void = parameter.attributes.lazy.compactMap(\.asTypeConstraint).first { KnownTypes.isVoid($0.typeName) }
      if let void { report(void.extent, .voidTypeConstraintNotAllowed) }
    }
  }

  override func visit(_ node: FunctionDefinitionAst) {
    if !node.parameters.isEmpty, let block = node.body.paramBlock {
      report(block.extent, .onlyOneParameterListAllowed)
    } else {
      checkDuplicates(node.parameters)
    }
    if node.isWorkflow { report(node.extent, .workflowNotSupportedInPowerShellCore) }
    descend(into: node)
  }

  override func visit(_ node: BlockStatementAst) {
    let keyword = ScriptExtent(node.extent.startOffset, node.extent.startOffset + node.blockKind.text.utf8.count)
    report(keyword, .unexpectedKeyword(parser.source.text(of: keyword)))
    descend(into: node)
  }

  override func visit(_ node: UsingStatementAst) {
    let isSupported = node.usingStatementKind != .type && node.usingStatementKind != .command
    if !isSupported || node.alias != nil { report(node.extent, .usingStatementNotSupported) }
    if node.usingStatementKind == .namespace, let name = node.name, !isNamespace(name.value) {
      report(name.extent, .invalidNamespaceValue)
    }
    descend(into: node)
  }

  private func isNamespace(_ name: String) -> Bool {
    name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      guard let first = part.unicodeScalars.first, CharacterClass.isIdentifierStart(first.value) else { return false }
      return part.unicodeScalars.allSatisfy { CharacterClass.isIdentifierFollow($0.value) }
    }
  }

  override func visit(_ node: DataStatementAst) {
    RestrictedLanguageChecks(parser, allowing: node.commandsAllowed).visit(node.body)
    descend(into: node)
  }
}
