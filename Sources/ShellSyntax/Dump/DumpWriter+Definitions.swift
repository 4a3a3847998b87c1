import SourceText

extension DumpWriter {
  /// Writes the parts of a definition; false for another node.
  mutating func writeDefinition(_ node: any Ast) -> Bool {
    switch node {
    case let node as FunctionDefinitionAst:
      quoted(node.name)
      word("Filter", if: node.isFilter)
      word("Workflow", if: node.isWorkflow)
      children("parameters", node.parameters)
      child("body", node.body)
    case let node as TypeDefinitionAst:
      switch node.typeAttributes {
      case .class: word("Class")
      case .enum: word("Enum")
      case .interface: word("Interface")
      }
      quoted(node.name)
      children("attributes", node.attributes)
      children("bases", node.baseTypes)
      children(node.members.map(\.node))
    case let node as PropertyMemberAst:
      quoted(node.name)
      member(node.propertyAttributes)
      children("attributes", node.attributes)
      child("type", node.propertyType)
      child("init", node.initialValue?.node)
    case let node as FunctionMemberAst:
      quoted(node.name)
      member(node.methodAttributes)
      word("Constructor", if: node.isConstructor)
      children("attributes", node.attributes)
      child("return", node.returnType)
      children("parameters", node.parameters)
      child("body", node.body)
    case let node as UsingStatementAst: write(using: node)
    case let node as DataStatementAst:
      if let variable = node.variable { word("variable=" + Self.quote(variable)) }
      children("commands", node.commandsAllowed.map(\.node))
      child("body", node.body)
    case let node as BlockStatementAst:
      word(node.blockKind.name)
      child("body", node.body)
    default: return false
    }
    return true
  }

  private mutating func member(_ attributes: MemberAttributes) {
    let named: [(MemberAttributes, String)] = [
      (.public, "Public"), (.private, "Private"), (.static, "Static"), (.literal, "Literal"), (.hidden, "Hidden"),
    ]
    word(named.filter { attributes.contains($0.0) }.map(\.1).joined(separator: ","))
  }

  private mutating func write(using node: UsingStatementAst) {
    switch node.usingStatementKind {
    case .assembly: word("Assembly")
    case .command: word("Command")
    case .module: word("Module")
    case .namespace: word("Namespace")
    case .type: word("Type")
    }
    child(node.name)
    child("alias", node.alias)
    child("specification", node.moduleSpecification)
  }

  /// Writes the parts of a node that stands inside others.
  mutating func writePart(_ node: any Ast) {
    switch node {
    case let node as ScriptBlockAst: write(block: node)
    case let node as NamedBlockAst:
      word(node.blockKind.name)
      word("Unnamed", if: node.isUnnamed)
      children(node.statements.map(\.node))
      children("traps", node.traps)
    case let node as StatementBlockAst:
      children(node.statements.map(\.node))
      children("traps", node.traps)
    case let node as ParamBlockAst:
      children("attributes", node.attributes)
      children(node.parameters)
    case let node as ParameterAst:
      children("attributes", node.attributes.map(\.node))
      child(node.name)
      child("default", node.defaultValue?.node)
      staticType(StaticTypes.of(node))
    case let node as AttributeAst:
      type(node.typeName)
      children("positional", node.positionalArguments.map(\.node))
      children("named", node.namedArguments)
    case let node as NamedAttributeArgumentAst:
      quoted(node.argumentName)
      word("Omitted", if: node.isExpressionOmitted)
      if node.isExpressionOmitted { omittedValue(node.argument) } else { child(node.argument.node) }
    case let node as TypeConstraintAst: type(node.typeName)
    case let node as CatchClauseAst:
      children("types", node.catchTypes)
      child("body", node.body)
    default: writeCommandPart(node)
    }
  }

  private mutating func omittedValue(_ value: ExpressionAst) {
    text += " "
    open("ConstantExpression", value.extent)
    word("Boolean True")
    close()
  }

  private mutating func writeCommandPart(_ node: any Ast) {
    switch node {
    case let node as CommandAst:
      if node.invocationOperator != .unknown { word(node.invocationOperator.name) }
      children(node.commandElements.map(\.node))
      children("redirections", node.redirections.map(\.node))
    case let node as CommandExpressionAst:
      child(node.expression.node)
      children("redirections", node.redirections.map(\.node))
    case let node as CommandParameterAst:
      quoted(node.parameterName)
      child(node.argument?.node)
    case let node as FileRedirectionAst:
      word(stream(node.fromStream))
      word("Append", if: node.isAppend)
      child(node.location.node)
    case let node as MergingRedirectionAst:
      word(stream(node.fromStream))
      word(stream(node.toStream))
    default: break
    }
  }

  private func stream(_ stream: RedirectionStream) -> String {
    switch stream {
    case .all: "All"
    case .output: "Output"
    case .error: "Error"
    case .warning: "Warning"
    case .verbose: "Verbose"
    case .debug: "Debug"
    case .information: "Information"
    }
  }

  private mutating func write(block node: ScriptBlockAst) {
    if let requirements = node.scriptRequirements { write(requirements) }
    children("using", node.usingStatements)
    children("attributes", node.attributes)
    child("param", node.paramBlock)
    child("dynamicparam", node.dynamicParamBlock)
    child("begin", node.beginBlock)
    child("process", node.processBlock)
    child("end", node.endBlock)
    child("clean", node.cleanBlock)
  }

  private mutating func write(_ requirements: ScriptRequirements) {
    var parts: [String] = []
    if let id = requirements.applicationId { parts.append("shellid=" + id) }
    if let version = requirements.version { parts.append("version=" + version) }
    if requirements.isElevationRequired { parts.append("elevation") }
    parts += requirements.editions.map { "edition=" + $0 }
    parts += requirements.modules.map { module in
      switch module {
      case .name(let name): "module=" + name
      case .specification(let table): "module=" + specification(table)
      }
    }
    parts += requirements.assemblies.map { "assembly=" + $0 }
    text += " requires:[" + parts.joined(separator: " ") + "]"
  }

  private func specification(_ table: HashtableAst) -> String {
    let entries = table.keyValuePairs.map { pair in
      var value = ""
      if case .stringConstant(let text)? = pair.value.pureExpression { value = text.value }
      return "\(source.text(of: pair.key.extent)) = '\(value)'"
    }
    return "@{ " + entries.joined(separator: "; ") + " }"
  }
}
