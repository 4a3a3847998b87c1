import SourceText

extension Parser {
  func primaryExpression(withMemberAccess: Bool) -> ExpressionAst? {
    let token = nextToken()
    guard let value = value(token, withMemberAccess: withMemberAccess) else {
      unget(token)
      return nil
    }
    guard withMemberAccess else { return value }
    return memberAccesses(nextMemberAccess(allowingBracket: true), value)
  }

  private func value(_ token: Token, withMemberAccess: Bool) -> ExpressionAst? {
    switch token.kind {
    case .variable, .splattedVariable:
      return variableOrUsing(token, withMemberAccess: withMemberAccess)
    case .number:
      guard case .number(let value) = token.value else { return nil }
      return .constant(ConstantExpressionAst(extent: token.extent, value: value))
    case .hereStringExpandable, .stringExpandable, .hereStringLiteral, .stringLiteral:
      return expandableString(token)
    case .lParen: return parenthesized(token)
    case .atParen, .dollarParen: return subExpression(token)
    case .atCurly: return hashtable(token)
    case .lCurly: return scriptBlockExpression(token)
    default: return nil
    }
  }

  /// A variable; one of the drive `using` is taken from the caller, with the members after it.
  private func variableOrUsing(_ token: Token, withMemberAccess: Bool) -> ExpressionAst? {
    guard case .variable(let path) = token.value else { return nil }
    let isSplatted = token.kind == .splattedVariable
    guard let drive = path.driveName, drive.lowercased() == "using", !path.name.isEmpty else {
      return .variable(VariableExpressionAst(extent: token.extent, variablePath: path, isSplatted: isSplatted))
    }
    var child = ExpressionAst.variable(
      VariableExpressionAst(
        extent: token.extent, variablePath: VariablePath(userPath: path.name), isSplatted: isSplatted))
    if withMemberAccess { child = memberAccesses(nextMemberAccess(allowingBracket: true), child) }
    return .using(UsingExpressionAst(extent: child.extent, subExpression: child))
  }

  // MARK: Strings

  func expandableString(_ token: Token) -> ExpressionAst {
    let type = stringType(token.kind)
    switch token.value {
    case .expandable(let string):
      return expandable(token, string, type)
    case .string(let value):
      return .stringConstant(
        StringConstantExpressionAst(extent: token.extent, stringConstantType: type, value: value))
    default:
      return .stringConstant(StringConstantExpressionAst(extent: token.extent, stringConstantType: type, value: ""))
    }
  }

  private func stringType(_ kind: TokenKind) -> StringConstantType {
    switch kind {
    case .stringLiteral: .singleQuoted
    case .stringExpandable: .doubleQuoted
    case .hereStringLiteral: .singleQuotedHereString
    case .hereStringExpandable: .doubleQuotedHereString
    default: .bareWord
    }
  }

  func expandable(_ token: Token, _ string: ExpandableToken, _ type: StringConstantType) -> ExpressionAst {
    var parts: [ExpandableStringPart] = []
    var tokens: [Token] = []
    for (literal, nested) in zip(string.literals, string.nestedTokens) {
      if !literal.isEmpty { parts.append(.text(literal)) }
      if let expression = nestedExpression(nested, &tokens) { parts.append(.expression(expression)) }
    }
    if let last = string.literals.last, !last.isEmpty { parts.append(.text(last)) }
    mark(token) {
      $0.value = .expandable(ExpandableToken(value: string.value, nestedTokens: tokens, literals: string.literals))
    }
    return .expandableString(
      ExpandableStringExpressionAst(
        extent: token.extent, stringConstantType: type, value: string.value, parts: parts))
  }

  private func nestedExpression(_ token: Token, _ tokens: inout [Token]) -> ExpressionAst? {
    guard case .unscanned(let part) = token.value else {
      tokens.append(token)
      return variableOrUsing(token, withMemberAccess: false)
    }
    defer { leave() }
    guard enter() else { return nil }
    let outerMode = lexer.mode
    let state = lexer.startNestedScan(of: part.text)
    ungotToken = nil
    let expression = primaryExpression(withMemberAccess: true)
    tokens += lexer.tokens
    ungotToken = nil
    lexer.finishNestedScan(state)
    lexer.mode = outerMode
    return expression ?? .error(ErrorExpressionAst(extent: token.extent, nestedAst: []))
  }

  // MARK: Brackets

  private func parenthesized(_ lParen: Token) -> ExpressionAst {
    let (pipeline, rParen) = inMode(.command) {
      withCommaOperator(disabled: false) { () -> (StatementAst, Token?) in
        skipNewlines()
        let read = pipelineChain()
        if read == nil { reportIncomplete(lParen.extent.after, .expectedExpression) }
        let pipeline = read ?? .error(ErrorStatementAst(lParen.extent.after))
        skipNewlines()
        let rParen = nextToken()
        if rParen.kind == .rParen { return (pipeline, rParen) }
        unget(rParen)
        reportIncomplete(pipeline.extent.after, .missingEndParenthesisInExpression)
        return (pipeline, nil)
      }
    }
    return .paren(
      ParenExpressionAst(extent: extent(lParen.extent, rParen?.extent ?? pipeline.extent), pipeline: pipeline))
  }

  private func subExpression(_ first: Token) -> ExpressionAst {
    var list = StatementList()
    var body: ScriptExtent?
    let rParen = inMode(.command) {
      withCommaOperator(disabled: false) { () -> Token? in
        skipNewlines()
        body = statementList(&list)
        skipNewlines()
        let rParen = nextToken()
        if rParen.kind == .rParen { return rParen }
        unget(rParen)
        reportIncomplete(rParen.extent, .missingEndParenthesisInSubexpression)
        return nil
      }
    }
    let whole = extent(first.extent, rParen?.extent ?? body ?? first.extent)
    let block = StatementBlockAst(extent: body ?? .empty, traps: list.traps, statements: list.statements)
    return first.kind == .dollarParen
      ? .sub(SubExpressionAst(extent: whole, subExpression: block))
      : .array(ArrayExpressionAst(extent: whole, subExpression: block))
  }

  func scriptBlockExpression(_ lCurly: Token) -> ExpressionAst {
    let block = inMode(.command) {
      withCommaOperator(disabled: false) {
        skipNewlines()
        return scriptBlock(after: lCurly, isFilter: false)
      }
    }
    return .scriptBlock(ScriptBlockExpressionAst(extent: block.extent, scriptBlock: block))
  }

  // MARK: Hashtables

  private func hashtable(_ atCurly: Token) -> ExpressionAst {
    skipNewlines()
    var pairs: [KeyValuePair] = []
    while let pair = keyValuePair() {
      pairs.append(pair)
      let kind = peekKind
      guard kind == .newLine || kind == .semi else { break }
      skipNewlinesAndSemicolons()
    }
    let rCurly = nextToken()
    var end = rCurly.extent
    if rCurly.kind != .rCurly {
      unget(rCurly)
      reportIncomplete(atCurly.extent.after, detectedAt: rCurly.extent, .missingEndCurlyBrace)
      end = before(rCurly.extent)
    }
    return .hashtable(HashtableAst(extent: extent(atCurly.extent, end), keyValuePairs: pairs))
  }

  private func keyValuePair() -> KeyValuePair? {
    let (readKey, equals) = inMode(.expression) { () -> (ExpressionAst?, Token?) in
      guard let key = labelOrKey() else { return (nil, nil) }
      return (key, nextToken())
    }
    guard let key = readKey, let equals else { return nil }
    guard equals.kind == .equals else {
      unget(equals)
      report(key.extent.after, .missingEqualsInHashLiteral)
      sync(consumingCloser: false, to: [.rCurly, .semi, .newLine])
      return KeyValuePair(key: key, value: .error(ErrorStatementAst(key.extent.after)))
    }
    return inMode(.command) {
      skipNewlines()
      if let value = statement() { return KeyValuePair(key: key, value: value) }
      reportIncomplete(equals.extent.after, .missingStatementInHashLiteral)
      return KeyValuePair(key: key, value: .error(ErrorStatementAst(equals.extent.after)))
    }
  }
}
