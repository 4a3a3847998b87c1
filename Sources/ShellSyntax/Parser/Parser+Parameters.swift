import SourceText

extension Parser {
  /// A `param(...)` with the attributes before it; nil where there is none: then tokens may have been taken.
  func paramBlock() -> ParamBlockAst? {
    skipNewlines()
    let candidates = attributeList(inExpression: false)
    skipNewlines()
    let keyword = peekToken()
    guard keyword.kind == .param else { return nil }
    skipToken()
    skipNewlines()
    let lParen = nextToken()
    guard lParen.kind == .lParen else {
      unget(lParen)
      return nil
    }
    let parameters = parameterList()
    skipNewlines()
    let rParen = nextToken()
    var end = rParen.extent
    if rParen.kind != .rParen {
      unget(rParen)
      end = before(rParen.extent)
      let last = parameters.last?.extent ?? lParen.extent
      reportIncomplete(last.after, .missingEndParenthesisInFunctionParameterList)
    }
    var attributes: [AttributeAst] = []
    for candidate in candidates {
      switch candidate {
      case .attribute(let attribute): attributes.append(attribute)
      case .typeConstraint(let type): report(type.extent, .typeNotAllowedBeforeParam(type.typeName.fullName))
      }
    }
    return ParamBlockAst(extent: extent(keyword.extent, end), attributes: attributes, parameters: parameters)
  }

  func parameterList() -> [ParameterAst] {
    var parameters: [ParameterAst] = []
    var comma: Token?
    while true {
      guard let parameter = parameter() else {
        if let comma { reportIncomplete(comma.extent.after, .missingExpressionAfterToken(comma.kind.text)) }
        return parameters
      }
      parameters.append(parameter)
      skipNewlines()
      let token = peekToken()
      guard token.kind == .comma else { return parameters }
      comma = token
      skipToken()
    }
  }

  private func parameter() -> ParameterAst? {
    withCommaOperator(disabled: true) {
      inMode(.expression) {
        skipNewlines()
        let attributes = attributeList(inExpression: false)
        skipNewlines()
        let token = nextToken()
        guard let name = variable(token) else {
          unget(token)
          return brokenParameter(attributes)
        }
        let value = defaultValue()
        let start = attributes.first?.extent ?? name.extent
        return ParameterAst(
          extent: extent(start, value?.extent ?? name.extent), attributes: attributes, name: name,
          defaultValue: value)
      }
    }
  }

  private func defaultValue() -> ExpressionAst? {
    skipNewlines()
    let equals = peekToken()
    guard equals.kind == .equals else { return nil }
    skipToken()
    skipNewlines()
    if let value = expression() { return value }
    reportIncomplete(equals.extent.after, .missingExpressionAfterToken(equals.kind.text))
    return nil
  }

  /// Attributes without a name after them; completion needs them all the same.
  private func brokenParameter(_ attributes: [AttributeBaseAst]) -> ParameterAst? {
    guard let first = attributes.first, let last = attributes.last else { return nil }
    reportIncomplete(last.extent.after, .invalidFunctionParameter)
    sync(consumingCloser: true, to: [.rParen])
    let whole = extent(first.extent, last.extent)
    let name = VariableExpressionAst(
      extent: whole, variablePath: VariablePath(userPath: "__error__"), isSplatted: false)
    return ParameterAst(extent: whole, attributes: attributes, name: name, defaultValue: nil)
  }

  func variable(_ token: Token) -> VariableExpressionAst? {
    guard case .variable(let path) = token.value else { return nil }
    return VariableExpressionAst(
      extent: token.extent, variablePath: path, isSplatted: token.kind == .splattedVariable)
  }
}
