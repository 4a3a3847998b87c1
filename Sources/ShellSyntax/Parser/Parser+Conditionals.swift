import SourceText

extension Parser {
  func ifStatement(_ ifToken: Token) -> StatementAst {
    var clauses: [IfClause] = []
    var parts: [any Ast] = []
    var keyword = ifToken
    while true {
      switch ifClause(ifToken, keyword, &parts) {
      case .failure(let error): return .error(error.statement)
      case .success(let clause): clauses.append(clause)
      }
      // Line ends may mean something to what follows: go back to them unless the statement goes on.
      let end = ungotToken.map { lexer.text.index(ofOrigin: $0.extent.startOffset) } ?? restorePoint
      skipNewlines()
      keyword = peekToken()
      if keyword.kind == .elseIf {
        skipToken()
        continue
      }
      guard keyword.kind == .else else {
        resync(toIndex: end)
        return finishIf(ifToken, clauses, nil)
      }
      skipToken()
      skipNewlines()
      guard let elseClause = statementBlock() else {
        reportIncomplete(keyword.extent.after, .missingStatementBlockAfterElse)
        return .error(ErrorStatementAst(extent(ifToken, keyword), parts))
      }
      return finishIf(ifToken, clauses, elseClause)
    }
  }

  private func finishIf(_ token: Token, _ clauses: [IfClause], _ elseClause: StatementBlockAst?) -> StatementAst {
    let end = elseClause?.extent ?? clauses.last?.body.extent ?? token.extent
    return .if(IfStatementAst(extent: extent(token.extent, end), clauses: clauses, elseClause: elseClause))
  }

  /// What is left of a statement that could not be completed.
  private struct Broken: Error {
    let statement: ErrorStatementAst
  }

  private func ifClause(
    _ ifToken: Token, _ keyword: Token, _ parts: inout [any Ast]
  ) -> Result<IfClause, Broken> {
    skipNewlines()
    let lParen = nextToken()
    guard lParen.kind == .lParen else {
      unget(lParen)
      reportIncomplete(keyword.extent.after, .missingOpenParenthesisInIfStatement(text(keyword)))
      return .failure(Broken(statement: ErrorStatementAst(extent(ifToken, keyword), parts)))
    }
    skipNewlines()
    let read = pipelineChain()
    if let read {
      parts.append(read.node)
    } else {
      reportIncomplete(lParen.extent.after, .ifStatementMissingCondition(text(keyword)))
    }
    let condition = read ?? .error(ErrorStatementAst(lParen.extent.after))
    skipNewlines()
    let rParen = nextToken()
    guard rParen.kind == .rParen else {
      unget(rParen)
      if !condition.isError { reportIncomplete(rParen.extent, .missingEndParenthesisAfterStatement(text(keyword))) }
      return .failure(Broken(statement: ErrorStatementAst(extent(ifToken.extent, before(rParen.extent)), parts)))
    }
    skipNewlines()
    guard let body = statementBlock() else {
      reportIncomplete(rParen.extent, .missingStatementBlock(text(keyword)))
      return .failure(Broken(statement: ErrorStatementAst(extent(ifToken, rParen), parts)))
    }
    parts.append(body)
    return .success(IfClause(condition: condition, body: body))
  }
}

extension StatementAst {
  /// True for a statement that could not be completed.
  var isError: Bool { if case .error = self { true } else { false } }
}

extension ExpressionAst {
  /// True for an expression that could not be completed.
  var isError: Bool { if case .error = self { true } else { false } }
}
