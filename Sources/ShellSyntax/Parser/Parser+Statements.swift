import SourceText

extension Parser {
  /// One statement; nil where none begins.
  func statement() -> StatementAst? {
    defer { leave() }
    guard enter() else { return nil }
    // A variable begins an expression: what a command would make of it need not be scanned.
    if ungotToken == nil, lexer.peek() == 0x24 { return pipelineChain() }
    var token = nextToken()
    var attributes: [AttributeBaseAst] = []
    var start: Int?
    if token.kind == .generic, source.utf8[token.extent.startOffset] == UInt8(ascii: "[") {
      start = token.extent.startOffset
      attributes = leadingAttributes(&token)
    }
    return definition(token, attributes) ?? keywordStatement(token, hasAttributes: !attributes.isEmpty)
      ?? otherStatement(token, attributesAt: attributes.isEmpty ? nil : start)
  }

  /// Attributes before a class or enum.
  ///
  /// Before anything else the token is read again, as part of an expression.
  private func leadingAttributes(_ token: inout Token) -> [AttributeBaseAst] {
    let first = token
    resync(to: first)
    let attributes = attributeList(inExpression: false)
    token = nextToken()
    guard let attribute = attributes.first else { return [] }
    let constraint = attributes.lazy.compactMap { if case .typeConstraint(let type) = $0 { type } else { nil } }.first
    if token.flags.contains(.statementDoesntSupportAttributes) {
      guard constraint != nil else {
        report(attribute.extent, .unexpectedAttribute(attribute.typeName.fullName))
        return attributes
      }
    } else if token.flags.contains(.keyword) {
      if let constraint { report(constraint.extent, .typeNotAllowedBeforeStatement(constraint.typeName.fullName)) }
      return attributes
    }
    resync(to: first)
    token = nextToken()
    return attributes
  }

  private func definition(_ token: Token, _ attributes: [AttributeBaseAst]) -> StatementAst? {
    switch token.kind {
    case .class:
      definesTypes = true
      return classDefinition(token, attributes)
    case .enum:
      definesTypes = true
      return enumDefinition(token, attributes)
    case .function, .filter, .workflow: return functionDefinition(token)
    case .data: return dataStatement(token)
    case .using:
      let statement = usingStatement(token)
      report(statement.extent, .usingMustBeAtStartOfScript)
      return statement
    case .from, .define, .var:
      report(token.extent, .reservedKeywordNotAllowed(token.kind.text))
      return .error(ErrorStatementAst(token.extent))
    default: return nil
    }
  }

  private func keywordStatement(_ token: Token, hasAttributes: Bool) -> StatementAst? {
    switch token.kind {
    case .if: return ifStatement(token)
    case .switch: return switchStatement(label: nil, token)
    case .foreach, .for, .while, .do: return loop(label: nil, token)
    case .return: return returnStatement(token)
    case .throw: return throwStatement(token)
    case .exit: return exitStatement(token)
    case .break: return breakStatement(token)
    case .continue: return continueStatement(token)
    case .trap: return trapStatement(token)
    case .try: return tryStatement(token)
    case .parallel, .sequence: return blockStatement(token)
    case .label:
      skipNewlines()
      return labeledStatement(token)
    default: return nil
    }
  }

  private func otherStatement(_ token: Token, attributesAt start: Int?) -> StatementAst? {
    switch token.kind {
    case .endOfInput where start == nil:
      unget(token)
      return nil
    case .else, .elseIf, .catch, .until:
      // After an error these are left over from a broken statement and would only look like commands.
      if !errors.isEmpty {
        skipNewlines()
        return statement()
      }
    default: break
    }
    if let start {
      ungotToken = nil
      lexer.resync(toOrigin: start)
    } else {
      unget(token)
    }
    return pipelineChain()
  }

  private func labeledStatement(_ label: Token) -> StatementAst? {
    let token = nextToken()
    switch token.kind {
    case .switch: return switchStatement(label: label, token)
    case .foreach, .for, .while, .do: return loop(label: label, token)
    default:
      resync(to: label)
      return pipelineChain()
    }
  }

  private func blockStatement(_ token: Token) -> StatementAst {
    guard let body = statementBlock() else {
      reportIncomplete(token.extent.after, .missingStatementAfterKeyword(text(token)))
      return .error(ErrorStatementAst(token.extent))
    }
    return .block(BlockStatementAst(extent: extent(token.extent, body.extent), blockKind: token.kind, body: body))
  }

  // MARK: Flow

  private func breakStatement(_ token: Token) -> StatementAst {
    let label = labelOrKey()
    return .break(BreakStatementAst(extent: extent(token.extent, label?.extent ?? token.extent), label: label))
  }

  private func continueStatement(_ token: Token) -> StatementAst {
    let label = labelOrKey()
    return .continue(ContinueStatementAst(extent: extent(token.extent, label?.extent ?? token.extent), label: label))
  }

  private func returnStatement(_ token: Token) -> StatementAst {
    let value = pipelineChain()
    return .return(ReturnStatementAst(extent: extent(token.extent, value?.extent ?? token.extent), pipeline: value))
  }

  private func exitStatement(_ token: Token) -> StatementAst {
    let value = pipelineChain()
    return .exit(ExitStatementAst(extent: extent(token.extent, value?.extent ?? token.extent), pipeline: value))
  }

  private func throwStatement(_ token: Token) -> StatementAst {
    let value = pipelineChain()
    return .throw(
      ThrowStatementAst(
        extent: extent(token.extent, value?.extent ?? token.extent), pipeline: value,
        isRethrow: value == nil && isInCatch))
  }

  // MARK: Names

  /// A plain name, which a keyword is here, too; nil, with nothing taken, where none follows.
  func simpleName() -> (name: StringConstantExpressionAst, token: Token)? {
    lexer.wantsSimpleName = true
    let token = peekToken()
    lexer.wantsSimpleName = false
    guard token.kind == .identifier else { return nil }
    mark(token, as: .memberName)
    skipToken()
    let name = StringConstantExpressionAst(
      extent: token.extent, stringConstantType: .bareWord, value: text(token))
    return (name, token)
  }

  /// The label after `break`, or the key of a hashtable entry.
  func labelOrKey() -> ExpressionAst? {
    if let (name, _) = simpleName() { return .stringConstant(name) }
    let kind = peekKind
    guard kind != .newLine, kind != .semi else { return nil }
    return withCommaOperator(disabled: true) { unaryExpression() }
  }
}

extension ErrorStatementAst {
  /// A statement of which little was understood.
  convenience init(_ extent: ScriptExtent, _ nested: [any Ast] = []) {
    self.init(extent: extent, keyword: nil, flags: [], conditions: [], bodies: [], nestedAst: nested)
  }
}
