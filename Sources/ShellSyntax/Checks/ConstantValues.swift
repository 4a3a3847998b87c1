/// Which expressions have a value that is known before the script runs.
enum ConstantValues {
  /// True for numbers, strings, `$true`, `$false`, `$null`, and arrays and tables of them.
  static func isConstant(_ expression: ExpressionAst, forRequires: Bool = false) -> Bool {
    switch expression {
    case .constant, .stringConstant: true
    case .variable(let variable): ["true", "false", "null"].contains(variable.variablePath.userPath.lowercased())
    case .arrayLiteral(let array): array.elements.allSatisfy { isConstant($0, forRequires: forRequires) }
    case .hashtable(let table): forRequires && table.keyValuePairs.allSatisfy(isConstant)
    default: false
    }
  }

  private static func isConstant(_ pair: KeyValuePair) -> Bool {
    guard isConstant(pair.key, forRequires: true), let value = pair.value.pureExpression else { return false }
    return isConstant(value, forRequires: true)
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
