import SourceText

/// What has been read of a `switch`, and what went wrong with it.
private struct SwitchReading {
  let start: ScriptExtent
  var end: ScriptExtent
  var hasError = false
  var isIncomplete = false
  var flags: SwitchFlags = []
  var writtenFlags: [ErrorStatementFlag] = []
  var condition: StatementAst?
  var hasParentheses = false
  var clauses: [SwitchClause] = []
  var defaultClause: StatementBlockAst?
  var parts: [any Ast] = []
  var rCurly: Token?

  mutating func remember(_ name: String, _ value: (any Ast)? = nil) {
    if !writtenFlags.contains(where: { $0.name == name }) {
      writtenFlags.append(ErrorStatementFlag(name: name, value: value))
    }
  }
}

extension Parser {
  func switchStatement(label: Token?, _ token: Token) -> StatementAst {
    let start = (label ?? token).extent
    var reading = SwitchReading(start: start, end: start)
    skipNewlines()
    switchFlags(&reading)
    switchCondition(&reading)
    switchBody(&reading)
    guard !reading.hasError, let condition = reading.condition, let rCurly = reading.rCurly else {
      return .error(
        ErrorStatementAst(
          extent: extent(start, reading.end), keyword: token.kind, flags: reading.writtenFlags,
          conditions: reading.hasParentheses ? reading.condition.map { [$0.node] } ?? [] : [], bodies: reading.parts,
          nestedAst: []))
    }
    return .switch(
      SwitchStatementAst(
        extent: extent(start, rCurly.extent), label: label.flatMap(labelName), condition: condition,
        flags: reading.flags, clauses: reading.clauses, default: reading.defaultClause))
  }

  func labelName(_ token: Token) -> String? {
    if case .string(let name) = token.value { name } else { nil }
  }

  /// True if a parameter is a full or short form of a name: `-re` of `regex`.
  func isParameter(_ token: Token, _ name: String) -> Bool {
    guard case .parameter(let written, _) = token.value else { return false }
    return name.lowercased().utf8.starts(with: written.lowercased().utf8)
  }

  private func switchFlags(_ reading: inout SwitchReading) {
    while peekKind == .parameter {
      let token = nextToken()
      reading.end = token.extent
      if isParameter(token, "regex") {
        reading.flags = reading.flags.subtracting(.wildcard).union(.regex)
        reading.remember("regex")
      } else if isParameter(token, "wildcard") {
        reading.flags = reading.flags.subtracting(.regex).union(.wildcard)
        reading.remember("wildcard")
      } else if isParameter(token, "exact") {
        reading.flags.subtract([.regex, .wildcard])
        reading.remember("exact")
      } else if isParameter(token, "casesensitive") {
        reading.flags.insert(.caseSensitive)
        reading.remember("casesensitive")
      } else if isParameter(token, "parallel") {
        reading.flags.insert(.parallel)
        reading.remember("parallel")
      } else if isParameter(token, "file") {
        switchFile(token, &reading)
      } else {
        reading.hasError = true
        if case .parameter(let name, _) = token.value { report(token.extent, .invalidSwitchFlag(name)) }
      }
    }
    if peekKind == .minus { reading.remember("--%") }
  }

  private func switchFile(_ token: Token, _ reading: inout SwitchReading) {
    reading.flags.insert(.file)
    skipNewlines()
    guard let file = singleCommandArgument(.fileName) else {
      reading.hasError = true
      reading.isIncomplete = reportIncomplete(token.extent.after, .missingFilenameOption)
      reading.remember("file")
      return
    }
    reading.end = file.extent
    let expression = CommandExpressionAst(extent: file.extent, expression: file, redirections: [])
    let pipeline = PipelineAst(
      extent: file.extent, pipelineElements: [.commandExpression(expression)], isBackground: false)
    reading.condition = .pipeline(pipeline)
    reading.remember("file", pipeline)
  }

  private func switchCondition(_ reading: inout SwitchReading) {
    let lParen = peekToken()
    guard lParen.kind == .lParen else {
      if reading.condition == nil, !reading.flags.contains(.file) {
        reading.hasError = true
        reading.isIncomplete = reportIncomplete(reading.end.after, .pipelineValueRequired)
      }
      return
    }
    reading.end = lParen.extent
    skipToken()
    if reading.flags.contains(.file) {
      reading.hasError = true
      report(lParen.extent, .pipelineValueRequired)
    }
    reading.hasParentheses = true
    skipNewlines()
    reading.condition = pipelineChain()
    if let condition = reading.condition {
      reading.end = condition.extent
    } else {
      reading.hasError = true
      reading.isIncomplete = reportIncomplete(lParen.extent.after, .pipelineValueRequired)
    }
    skipNewlines()
    let rParen = nextToken()
    if rParen.kind == .rParen {
      reading.end = rParen.extent
      return
    }
    unget(rParen)
    guard !reading.isIncomplete else { return }
    reading.hasError = true
    reading.isIncomplete = reportIncomplete(reading.end.after, .missingEndParenthesisInSwitchStatement)
  }

  private func switchBody(_ reading: inout SwitchReading) {
    skipNewlines()
    let lCurly = nextToken()
    guard lCurly.kind == .lCurly else {
      unget(lCurly)
      guard !reading.isIncomplete else { return }
      reading.hasError = true
      reportIncomplete(reading.end.after, .missingCurlyBraceInSwitchStatement)
      return
    }
    reading.end = lCurly.extent
    skipNewlines()
    while switchClause(&reading) {
      skipNewlinesAndSemicolons()
      let token = peekToken()
      if token.kind == .rCurly {
        reading.rCurly = token
        skipToken()
        return
      }
      guard token.kind == .endOfInput else { continue }
      if !reading.isIncomplete {
        reading.hasError = true
        reportIncomplete(lCurly.extent, detectedAt: token.extent, .missingEndCurlyBrace)
      }
      return
    }
  }

  /// One condition and its block; false where no condition follows.
  private func switchClause(_ reading: inout SwitchReading) -> Bool {
    let token = peekToken()
    let isDefault = token.kind == .default
    let condition: ExpressionAst
    if isDefault {
      skipToken()
      condition = bareWord(token)
    } else if let read = singleCommandArgument(.switchCondition) {
      condition = read
    } else {
      reading.hasError = true
      reportIncomplete(reading.end.after, .missingSwitchConditionExpression)
      if peekKind == .rCurly { skipToken() }
      return false
    }
    reading.parts.append(condition.node)
    reading.end = condition.extent
    guard let body = statementBlock() else {
      reading.hasError = true
      reading.isIncomplete = reportIncomplete(reading.end.after, .missingSwitchStatementClause)
      return true
    }
    reading.parts.append(body)
    reading.end = body.extent
    guard isDefault else {
      reading.clauses.append(SwitchClause(condition: condition, body: body))
      return true
    }
    if reading.defaultClause != nil {
      reading.hasError = true
      report(condition.extent, .multipleSwitchDefaultClauses)
    }
    reading.defaultClause = body
    return true
  }

  func bareWord(_ token: Token) -> ExpressionAst {
    .stringConstant(
      StringConstantExpressionAst(extent: token.extent, stringConstantType: .bareWord, value: text(token)))
  }
}
