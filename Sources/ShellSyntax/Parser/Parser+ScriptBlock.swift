import SourceText

/// Statements gathered between braces, parentheses, or the ends of a script.
struct StatementList {
  var statements: [StatementAst] = []
  var traps: [TrapStatementAst] = []
}

extension Parser {
  /// A script, or a block of which the opening brace was taken.
  func scriptBlock(after lCurly: Token?, isFilter: Bool, first predefined: StatementAst? = nil) -> ScriptBlockAst {
    skipNewlines()
    let usings = lCurly == nil ? usingStatements() : []
    let start = restorePoint
    let parameters = paramBlock()
    // Attributes that were read stand before something else: they are read again as casts and type literals.
    if parameters == nil { resync(toIndex: start) }
    skipNewlinesAndSemicolons()
    if peekToken().flags.contains(.scriptBlockBlockName) {
      return namedBlocks(after: lCurly, usings, parameters)
    }
    return scriptBlockBody(after: lCurly, usings, parameters, isFilter: isFilter, first: predefined)
  }

  private func usingStatements() -> [UsingStatementAst] {
    var usings: [UsingStatementAst] = []
    while true {
      let token = peekToken()
      guard token.kind == .using else {
        resync(to: token)
        return usings
      }
      skipToken()
      let statement = usingStatement(token)
      skipNewlinesAndSemicolons()
      if case .using(let using) = statement { usings.append(using) }
    }
  }

  private func scriptBlockBody(
    after lCurly: Token?, _ usings: [UsingStatementAst], _ parameters: ParamBlockAst?, isFilter: Bool,
    first predefined: StatementAst?
  ) -> ScriptBlockAst {
    var list = StatementList()
    if let predefined { list.statements.append(predefined) }
    var body = parameters?.extent
    while true {
      if let statements = statementList(&list) { body = body.map { extent($0, statements) } ?? statements }
      guard let whole = closeScriptBlock(lCurly, body: &body) else { continue }
      let block = NamedBlockAst(
        extent: body ?? .empty, blockKind: isFilter ? .process : .end, isUnnamed: true, traps: list.traps,
        statements: list.statements)
      return ScriptBlockAst(
        extent: whole, usingStatements: usings, paramBlock: parameters, processBlock: isFilter ? block : nil,
        endBlock: isFilter ? nil : block)
    }
  }

  /// The extent of the whole block; nil after a token that cannot stand here: then statements may follow.
  private func closeScriptBlock(_ lCurly: Token?, body: inout ScriptExtent?) -> ScriptExtent? {
    guard let lCurly else {
      let token = nextToken()
      guard token.kind == .endOfInput else {
        report(token.extent, .unexpectedToken(text(token)))
        return nil
      }
      return lexer.scriptExtent
    }
    let rCurly = nextToken()
    guard rCurly.kind == .rCurly else {
      unget(rCurly)
      reportIncomplete(lCurly.extent, detectedAt: rCurly.extent, .missingEndCurlyBrace)
      return extent(lCurly.extent, body ?? lCurly.extent)
    }
    if body == nil, !isSameColumn(lCurly.extent.endOffset, rCurly.extent.startOffset) {
      body = extent(lCurly.extent.after, before(rCurly.extent))
    }
    return extent(lCurly, rCurly)
  }

  private func isSameColumn(_ first: Int, _ second: Int) -> Bool {
    first == second || source.position(of: first).column == source.position(of: second).column
  }

  // MARK: Named blocks

  private func namedBlocks(
    after lCurly: Token?, _ usings: [UsingStatementAst], _ parameters: ParamBlockAst?
  ) -> ScriptBlockAst {
    var blocks = NamedBlocks()
    var start = lCurly?.extent ?? parameters?.extent
    var end: ScriptExtent?
    while true {
      let name = nextToken()
      guard name.kind.traits.contains(.scriptBlockBlockName) else {
        let whole = closeNamedBlocks(name, lCurly, start: start, end: end)
        return blocks.scriptBlock(whole, usings, parameters)
      }
      start = start ?? name.extent
      end = name.extent
      var list = StatementList()
      if let block = statementBlock() {
        list = StatementList(statements: block.statements, traps: block.traps)
        end = block.extent
      } else {
        reportIncomplete(name.extent.after, .missingNamedStatementBlock(name.kind.text))
      }
      let block = NamedBlockAst(
        extent: extent(name.extent, end ?? name.extent), blockKind: name.kind, isUnnamed: false,
        traps: list.traps, statements: list.statements)
      if !blocks.add(block) { report(block.extent, .duplicateScriptCommandClause(name.kind.text)) }
      skipNewlinesAndSemicolons()
    }
  }

  private func closeNamedBlocks(
    _ token: Token, _ lCurly: Token?, start: ScriptExtent?, end: ScriptExtent?
  ) -> ScriptExtent {
    let soFar = extent(start ?? token.extent, end ?? token.extent)
    if token.kind == .rCurly || token.kind == .endOfInput {
      unget(token)
      var body: ScriptExtent? = soFar
      if let whole = closeScriptBlock(lCurly, body: &body) { return whole }
      return lexer.scriptExtent
    }
    if lCurly != nil { unget(token) }
    report(token.extent, .missingNamedBlocks(text(token)))
    return lCurly != nil ? soFar : lexer.scriptExtent
  }

  // MARK: Statements

  /// A block in braces; nil, with nothing taken, where no brace follows.
  func statementBlock() -> StatementBlockAst? {
    skipNewlines()
    let lCurly = nextToken()
    guard lCurly.kind == .lCurly else {
      unget(lCurly)
      return nil
    }
    var list = StatementList()
    let body = statementList(&list)
    let rCurly = nextToken()
    var end = rCurly.extent
    if rCurly.kind != .rCurly {
      unget(rCurly)
      end = body ?? lCurly.extent
      reportIncomplete(lCurly.extent, detectedAt: rCurly.extent, .missingEndCurlyBrace)
    }
    return StatementBlockAst(
      extent: extent(lCurly.extent, end), traps: list.traps, statements: list.statements)
  }

  /// Statements up to a closing brace or parenthesis; gives their extent, nil where there are none.
  func statementList(_ list: inout StatementList) -> ScriptExtent? {
    var whole: ScriptExtent?
    skipNewlinesAndSemicolons()
    while let statement = statement() {
      if let signature = lexer.signatureExtent, signature.startOffset < statement.extent.startOffset {
        report(statement.extent, .tokenAfterEndOfValidScriptText)
      }
      if case .trap(let trap) = statement { list.traps.append(trap) } else { list.statements.append(statement) }
      whole = whole.map { extent($0, statement.extent) } ?? statement.extent
      skipNewlinesAndSemicolons()
      let kind = peekKind
      if kind == .rParen || kind == .rCurly { break }
    }
    return whole
  }
}
