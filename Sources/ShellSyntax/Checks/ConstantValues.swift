/// Which expressions have a value that is known before the script runs.
enum ConstantValues {
  /// What the value is for; some kinds of expression are constants only here or there.
  enum Purpose {
    case requires

    /// An argument of an attribute on a parameter or variable.
    case attribute

    /// An argument of an attribute on a class or its members.
    case classAttribute
  }

  static func isConstant(_ expression: ExpressionAst, for purpose: Purpose) -> Bool {
    switch expression {
    case .constant, .stringConstant: true
    case .variable(let variable): isConstant(variable)
    case .binary(let node):
      node.operator.traits.contains(.canConstantFold) && isConstant(node.left, for: purpose)
        && isConstant(node.right, for: purpose) && !isNullDivisor(node)
    case .unary(let node): node.tokenKind.traits.contains(.canConstantFold) && isConstant(node.child, for: purpose)
    case .convert(let node): isPrimitive(node.type.typeName) && isConstant(node.child, for: purpose)
    case .sub(let node): isConstant(node.subExpression, for: purpose)
    case .paren(let node): isConstant(node.pipeline, for: purpose)
    case .using(let node): isConstant(node.subExpression, for: purpose)
    case .type(let node): purpose != .requires || KnownTypes.fullName(of: node.typeName) != nil
    case .member(let node): isConstantMember(node)
    case .arrayLiteral(let node): node.elements.allSatisfy { isConstant($0, for: purpose) }
    case .hashtable(let node):
      purpose == .requires
        && node.keyValuePairs.allSatisfy { isConstant($0.key, for: purpose) && isConstant($0.value, for: purpose) }
    case .scriptBlock: purpose == .attribute
    default: false
    }
  }

  /// True for `$true`, `$false` and `$null`.
  static func isConstant(_ variable: VariableExpressionAst) -> Bool {
    let path = variable.variablePath
    guard path.qualifier != .drive else { return false }
    switch path.name.lowercased() {
    case "true", "false", "null": return true
    default: return false
    }
  }

  private static func isConstant(_ statement: StatementAst, for purpose: Purpose) -> Bool {
    guard case .pipeline = statement, let expression = statement.pureExpression else { return false }
    return isConstant(expression, for: purpose)
  }

  private static func isConstant(_ block: StatementBlockAst, for purpose: Purpose) -> Bool {
    guard block.traps.isEmpty, block.statements.count == 1, let statement = block.statements.first else {
      return false
    }
    return isConstant(statement, for: purpose)
  }

  private static func isNullDivisor(_ node: BinaryExpressionAst) -> Bool {
    guard node.operator == .divide || node.operator == .rem, case .variable(let divisor) = node.right else {
      return false
    }
    let name = divisor.variablePath.name.lowercased()
    return name == "false" || name == "null"
  }

  /// True for the types a conversion to which runs no code of others.
  private static func isPrimitive(_ type: TypeName) -> Bool {
    guard let name = KnownTypes.fullName(of: type) else { return false }
    return KnownTypes.isPrimitive(name) || name == "System.Numerics.BigInteger"
  }

  /// Values of enums and constants such as `[int]::MaxValue`; which members of a type are fields is not known here.
  private static func isConstantMember(_ node: MemberExpressionAst) -> Bool {
    guard node.isStatic, case .type(let type) = node.expression, case .stringConstant = node.member else {
      return false
    }
    return KnownTypes.fullName(of: type.typeName) != nil
  }
}

extension StatementAst {
  /// The expression, where the statement is nothing else: no command, no redirection, not in the background.
  package var pureExpression: ExpressionAst? {
    switch self {
    case .pipeline(let pipeline):
      guard !pipeline.isBackground, pipeline.pipelineElements.count == 1,
        case .commandExpression(let element)? = pipeline.pipelineElements.first
      else { return nil }
      return element.redirections.isEmpty ? element.expression : nil
    case .commandExpression(let element):
      return element.redirections.isEmpty ? element.expression : nil
    default:
      return nil
    }
  }
}
