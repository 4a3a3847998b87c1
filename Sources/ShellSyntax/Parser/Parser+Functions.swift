import SourceText

extension Parser {
  func functionDefinition(_ keyword: Token) -> StatementAst {
    skipNewlines()
    let name = nextToken()
    guard canNameFunction(name.kind) else {
      unget(name)
      reportIncomplete(keyword.extent.after, .missingNameAfterKeyword(text(keyword)))
      return .error(ErrorStatementAst(keyword.extent))
    }
    mark(name) { $0.flags.remove(.keyword) }
    let signature = functionParameters()
    var errorEnd = signature.errorEnd
    let lCurly = nextToken()
    if lCurly.kind != .lCurly {
      unget(lCurly)
      if errorEnd == nil {
        let end = signature.rParen?.extent ?? name.extent
        errorEnd = end
        reportIncomplete(end.after, .missingFunctionBody)
      }
    }
    if let errorEnd {
      return .error(ErrorStatementAst(extent(keyword.extent, errorEnd), signature.parameters ?? []))
    }
    let body = outsideCatch { scriptBlock(after: lCurly, isFilter: keyword.kind == .filter) }
    return .functionDefinition(
      FunctionDefinitionAst(
        extent: extent(keyword.extent, body.extent), name: functionName(name), nameExtent: name.extent,
        isFilter: keyword.kind == .filter, isWorkflow: keyword.kind == .workflow,
        parameters: signature.parameters ?? [], body: body))
  }

  func outsideCatch<Result>(_ rule: () -> Result) -> Result {
    let outer = isInCatch
    isInCatch = false
    let result = rule()
    isInCatch = outer
    return result
  }

  func functionName(_ token: Token) -> String {
    guard token.kind == .generic else { return text(token) }
    switch token.value {
    case .string(let name): return name
    case .expandable(let name): return name.value
    default: return text(token)
    }
  }

  /// Brackets, strings, variables and the operators of pipelines cannot be names.
  private func canNameFunction(_ kind: TokenKind) -> Bool {
    switch kind {
    case .pipe, .lParen, .lCurly, .atParen, .atCurly, .rCurly, .rParen, .endOfInput, .semi, .redirection,
      .redirectInStd, .andAnd, .orOr, .ampersand, .variable, .splattedVariable, .hereStringExpandable,
      .hereStringLiteral, .stringLiteral, .stringExpandable:
      false
    default: true
    }
  }

  /// Parameters in parentheses after a name, if any.
  struct Signature {
    /// Nil where no parenthesis follows.
    var parameters: [ParameterAst]?
    var rParen: Token?

    /// Where the statement ends, if a closing parenthesis is missing.
    var errorEnd: ScriptExtent?
  }

  func functionParameters() -> Signature {
    skipNewlines()
    let lParen = peekToken()
    guard lParen.kind == .lParen else { return Signature() }
    skipToken()
    let parameters = parameterList()
    skipNewlines()
    let rParen = nextToken()
    var signature = Signature(parameters: parameters, rParen: rParen)
    if rParen.kind != .rParen {
      unget(rParen)
      let end = parameters.last?.extent ?? lParen.extent
      signature.errorEnd = end
      reportIncomplete(end.after, .missingEndParenthesisInFunctionParameterList)
    }
    skipNewlines()
    return signature
  }
}
