import SourceText

extension Parser {
  func trapStatement(_ token: Token) -> StatementAst {
    let start = restorePoint
    skipNewlines()
    var type: TypeConstraintAst?
    switch attribute() {
    case .typeConstraint(let constraint): type = constraint
    // An attribute belongs to what follows the trap.
    case .attribute: resync(toIndex: start)
    case nil: break
    }
    guard let body = statementBlock() else {
      let end = type?.extent ?? token.extent
      reportIncomplete(end.after, .missingTrapStatement)
      return .error(ErrorStatementAst(extent(token.extent, end), type.map { [$0] } ?? []))
    }
    return .trap(TrapStatementAst(extent: extent(token.extent, body.extent), trapType: type, body: body))
  }

  func tryStatement(_ token: Token) -> StatementAst {
    skipNewlines()
    guard let body = statementBlock() else {
      reportIncomplete(token.extent.after, .missingTryStatementBlock)
      return .error(ErrorStatementAst(token.extent))
    }
    var catches: [CatchClauseAst] = []
    var errorEnd: ScriptExtent?
    var leftOver: [TypeConstraintAst] = []
    while let clause = catchClause(&errorEnd, &leftOver) { catches.append(clause) }
    let finally = finallyBlock(&errorEnd)
    if catches.isEmpty, finally == nil, errorEnd == nil {
      errorEnd = body.extent
      reportIncomplete(body.extent.after, .missingCatchOrFinally)
    }
    if let errorEnd {
      let parts: [any Ast] = [body] + catches + leftOver
      return .error(ErrorStatementAst(extent(token.extent, errorEnd), parts))
    }
    let end = finally?.extent ?? catches.last?.extent ?? body.extent
    return .try(
      TryStatementAst(extent: extent(token.extent, end), body: body, catchClauses: catches, finally: finally))
  }

  private func finallyBlock(_ errorEnd: inout ScriptExtent?) -> StatementBlockAst? {
    skipNewlines()
    let token = peekToken()
    guard token.kind == .finally else { return nil }
    skipToken()
    if let block = statementBlock() { return block }
    errorEnd = token.extent
    reportIncomplete(token.extent.after, .missingFinallyStatementBlock)
    return nil
  }

  private func catchClause(
    _ errorEnd: inout ScriptExtent?, _ leftOver: inout [TypeConstraintAst]
  ) -> CatchClauseAst? {
    skipNewlines()
    let token = nextToken()
    guard token.kind == .catch else {
      unget(token)
      return nil
    }
    let (types, strayComma) = catchTypes()
    if let strayComma {
      errorEnd = strayComma.extent
      reportIncomplete(strayComma.extent.after, .missingTypeLiteralToken)
    }
    let outer = isInCatch
    isInCatch = true
    let handler = statementBlock()
    isInCatch = outer
    if let handler {
      return CatchClauseAst(extent: extent(token.extent, handler.extent), catchTypes: types, body: handler)
    }
    if strayComma == nil {
      let end = types.last?.extent ?? token.extent
      errorEnd = end
      reportIncomplete(end.after, .missingCatchHandlerBlock)
    }
    leftOver += types
    return nil
  }

  /// The types of a catch, and a comma after which none follows.
  private func catchTypes() -> ([TypeConstraintAst], Token?) {
    var types: [TypeConstraintAst] = []
    var comma: Token?
    while true {
      let start = restorePoint
      skipNewlines()
      switch attribute() {
      case nil: return (types, comma)
      case .attribute:
        resync(toIndex: start)
        return (types, nil)
      case .typeConstraint(let type): types.append(type)
      }
      skipNewlines()
      let token = peekToken()
      guard token.kind == .comma else { return (types, nil) }
      comma = token
      skipToken()
    }
  }

  // MARK: data

  func dataStatement(_ token: Token) -> StatementAst {
    skipNewlines()
    let name = simpleName()?.name
    skipNewlines()
    var commands: [ExpressionAst]?
    var errorEnd: ScriptExtent?
    if peekKind == .parameter { commands = supportedCommands(&errorEnd) }
    if let errorEnd { return brokenData(token, errorEnd, commands) }
    guard let body = statementBlock() else {
      let end = commands?.last?.extent ?? name?.extent ?? token.extent
      reportIncomplete(end.after, .missingStatementBlockForDataSection)
      return brokenData(token, end, commands)
    }
    return .data(
      DataStatementAst(
        extent: extent(token.extent, body.extent), variable: name?.value, commandsAllowed: commands ?? [],
        body: body))
  }

  private func brokenData(_ token: Token, _ end: ScriptExtent, _ commands: [ExpressionAst]?) -> StatementAst {
    .error(ErrorStatementAst(extent(token.extent, end), commands?.map(\.node) ?? []))
  }

  private func supportedCommands(_ errorEnd: inout ScriptExtent?) -> [ExpressionAst] {
    let parameter = nextToken()
    if !isParameter(parameter, "SupportedCommand"), case .parameter(let name, _) = parameter.value {
      errorEnd = parameter.extent
      report(parameter.extent, .invalidParameterForDataSectionStatement(name))
    }
    var commands: [ExpressionAst] = []
    var separator = parameter
    while true {
      skipNewlines()
      guard let command = singleCommandArgument(.commandName) else {
        if errorEnd == nil {
          reportIncomplete(separator.extent.after, .missingValueForSupportedCommandInDataSectionStatement)
        }
        errorEnd = separator.extent
        return commands
      }
      commands.append(command)
      let comma = peekToken()
      guard comma.kind == .comma else { return commands }
      separator = comma
      skipToken()
    }
  }
}
