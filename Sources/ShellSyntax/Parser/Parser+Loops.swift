import SourceText

extension Parser {
  func loop(label: Token?, _ token: Token) -> StatementAst {
    switch token.kind {
    case .foreach: forEachStatement(label: label, token)
    case .for: forStatement(label: label, token)
    case .while: whileStatement(label: label, token)
    default: doStatement(label: label, token)
    }
  }

  // MARK: foreach

  private func forEachStatement(label: Token?, _ token: Token) -> StatementAst {
    let start = (label ?? token).extent
    var flags: ForEachFlags = []
    var throttleLimit: ExpressionAst?
    var errorEnd = forEachFlags(&flags, &throttleLimit)
    let lParen = nextToken()
    guard lParen.kind == .lParen else {
      unget(lParen)
      reportIncomplete(token.extent.after, .missingOpenParenthesisAfterKeyword(token.kind.text))
      return .error(ErrorStatementAst(extent(start, token.extent)))
    }
    skipNewlines()
    let name = nextToken()
    guard let variable = variable(name) else {
      unget(name)
      reportIncomplete(lParen.extent.after, .missingVariableNameAfterForeach)
      return .error(ErrorStatementAst(extent(start, lParen.extent)))
    }
    skipNewlines()
    var condition: StatementAst?
    var body: StatementBlockAst?
    let failure = forEachRest(variable, &condition, &body)
    errorEnd = failure ?? errorEnd
    guard errorEnd == nil, let condition, let body else {
      let parts: [(any Ast)?] = [variable, condition?.node, body]
      return .error(ErrorStatementAst(extent(start, errorEnd ?? start), parts.compactMap(\.self)))
    }
    return .forEach(
      ForEachStatementAst(
        extent: extent(start, body.extent), label: label.flatMap(labelName), flags: flags, variable: variable,
        condition: condition, throttleLimit: throttleLimit, body: body))
  }

  /// Reads the flags; gives the extent of one that is not valid.
  private func forEachFlags(_ flags: inout ForEachFlags, _ throttleLimit: inout ExpressionAst?) -> ScriptExtent? {
    var invalid: ScriptExtent?
    skipNewlines()
    while peekKind == .parameter {
      let token = nextToken()
      if isParameter(token, "parallel") {
        flags.insert(.parallel)
      } else if isParameter(token, "throttlelimit") {
        skipNewlines()
        throttleLimit = singleCommandArgument(.argument)
        if throttleLimit == nil { reportIncomplete(token.extent.after, .missingThrottleLimit) }
      } else if case .parameter(let name, _) = token.value {
        invalid = token.extent
        report(token.extent, .invalidForeachFlag(name))
      }
      skipNewlines()
    }
    return invalid
  }

  /// From `in` on; gives the end of what was understood where something is missing.
  private func forEachRest(
    _ variable: VariableExpressionAst, _ condition: inout StatementAst?, _ body: inout StatementBlockAst?
  ) -> ScriptExtent? {
    let inToken = nextToken()
    guard inToken.kind == .in else {
      unget(inToken)
      reportIncomplete(variable.extent.after, .missingInInForeach)
      return variable.extent
    }
    skipNewlines()
    guard let read = pipelineChain() else {
      reportIncomplete(inToken.extent.after, .missingForeachExpression)
      return inToken.extent
    }
    condition = read
    skipNewlines()
    let rParen = nextToken()
    guard rParen.kind == .rParen else {
      unget(rParen)
      reportIncomplete(read.extent.after, .missingEndParenthesisAfterForeach)
      return read.extent
    }
    body = statementBlock()
    if body != nil { return nil }
    reportIncomplete(rParen.extent.after, .missingForeachStatement)
    return rParen.extent
  }

  // MARK: for

  private func forStatement(label: Token?, _ token: Token) -> StatementAst {
    let start = (label ?? token).extent
    skipNewlines()
    let lParen = nextToken()
    guard lParen.kind == .lParen else {
      unget(lParen)
      reportIncomplete(token.extent.after, .missingOpenParenthesisAfterKeyword(token.kind.text))
      return .error(ErrorStatementAst(extent(start, token.extent)))
    }
    var end = lParen.extent
    let initializer = forPart(&end)
    let condition = forPart(&end)
    skipNewlines()
    let iterator = pipelineChain()
    end = iterator?.extent ?? end
    skipNewlines()
    let rParen = nextToken()
    var body: StatementBlockAst?
    if rParen.kind == .rParen {
      body = statementBlock()
      if body == nil {
        end = rParen.extent
        reportIncomplete(end.after, .missingLoopStatement(token.kind.text))
      }
    } else {
      unget(rParen)
      reportIncomplete(end.after, .missingEndParenthesisAfterStatement(token.kind.text))
    }
    guard let body else {
      return .error(ErrorStatementAst(extent(start, end), [initializer, condition, iterator].compactMap { $0?.node }))
    }
    return .for(
      ForStatementAst(
        extent: extent(start, body.extent), label: label.flatMap(labelName), initializer: initializer,
        condition: condition, iterator: iterator, body: body))
  }

  private func forPart(_ end: inout ScriptExtent) -> StatementAst? {
    skipNewlines()
    let part = pipelineChain()
    end = part?.extent ?? end
    if peekKind == .semi { end = nextToken().extent }
    return part
  }

  // MARK: while

  private func whileStatement(label: Token?, _ token: Token) -> StatementAst {
    let start = (label ?? token).extent
    skipNewlines()
    let lParen = nextToken()
    guard lParen.kind == .lParen else {
      unget(lParen)
      reportIncomplete(token.extent.after, .missingOpenParenthesisAfterKeyword(text(token)))
      return .error(ErrorStatementAst(extent(start, token.extent)))
    }
    skipNewlines()
    let read = pipelineChain()
    if read == nil { reportIncomplete(lParen.extent.after, .missingExpressionAfterKeyword(token.kind.text)) }
    let condition = read ?? .error(ErrorStatementAst(lParen.extent.after))
    skipNewlines()
    let rParen = nextToken()
    guard rParen.kind == .rParen else {
      unget(rParen)
      if !condition.isError {
        reportIncomplete(condition.extent.after, .missingEndParenthesisAfterStatement(token.kind.text))
      }
      return .error(ErrorStatementAst(extent(start, condition.extent), read.map { [$0.node] } ?? []))
    }
    skipNewlines()
    guard let body = statementBlock() else {
      reportIncomplete(rParen.extent.after, .missingLoopStatement(token.kind.text))
      return .error(ErrorStatementAst(extent(start, rParen.extent), read.map { [$0.node] } ?? []))
    }
    return .while(
      WhileStatementAst(
        extent: extent(start, body.extent), label: label.flatMap(labelName), condition: condition, body: body))
  }

  // MARK: do

  private func doStatement(label: Token?, _ token: Token) -> StatementAst {
    let start = (label ?? token).extent
    guard let body = statementBlock() else {
      reportIncomplete(token.extent.after, .missingLoopStatement(token.kind.text))
      return .error(ErrorStatementAst(extent(start, token.extent)))
    }
    skipNewlines()
    let keyword = nextToken()
    guard keyword.kind == .while || keyword.kind == .until else {
      unget(keyword)
      reportIncomplete(body.extent.after, .missingWhileOrUntilInDoWhile)
      return .error(ErrorStatementAst(extent(start, body.extent), [body]))
    }
    skipNewlines()
    let lParen = nextToken()
    guard lParen.kind == .lParen else {
      unget(lParen)
      reportIncomplete(keyword.extent.after, .missingOpenParenthesisAfterKeyword(keyword.kind.text))
      return .error(ErrorStatementAst(extent(start, keyword.extent), [body]))
    }
    skipNewlines()
    let condition = pipelineChain()
    if condition == nil { reportIncomplete(lParen.extent.after, .missingExpressionAfterKeyword(keyword.kind.text)) }
    skipNewlines()
    let rParen = nextToken()
    guard let condition, rParen.kind == .rParen else {
      let end = condition?.extent ?? lParen.extent
      if rParen.kind != .rParen {
        unget(rParen)
        if condition != nil {
          reportIncomplete(end.after, .missingEndParenthesisAfterStatement(keyword.kind.text))
        }
      }
      let parts: [(any Ast)?] = [body, condition?.node]
      return .error(ErrorStatementAst(extent(start, end), parts.compactMap(\.self)))
    }
    let whole = extent(start, rParen.extent)
    let name = label.flatMap(labelName)
    return keyword.kind == .until
      ? .doUntil(DoUntilStatementAst(extent: whole, label: name, condition: condition, body: body))
      : .doWhile(DoWhileStatementAst(extent: whole, label: name, condition: condition, body: body))
  }
}
