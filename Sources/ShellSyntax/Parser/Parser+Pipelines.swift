import SourceText

extension Parser {
  /// An assignment, a pipeline, or pipelines joined by `&&` and `||`; nil where none begins.
  func pipelineChain() -> StatementAst? {
    defer { leave() }
    guard enter() else { return nil }
    var assignment: Token?
    let start = inMode(.expression) { () -> ExpressionAst? in
      guard let start = expression() else { return nil }
      // Looked at in expression mode: in argument mode `=0` would be one word.
      let token = peekToken()
      if token.kind.traits.contains(.assignmentOperator) {
        skipToken()
        assignment = token
      }
      return start
    }
    if let start, let assignment { return self.assignment(start, assignment) }
    return chain(startingWith: start)
  }

  private func assignment(_ left: ExpressionAst, _ token: Token) -> StatementAst {
    skipNewlines()
    let right = statement()
    if right == nil { reportIncomplete(token.extent.after, .expectedValueExpression(token.kind.text)) }
    let value = right ?? .error(ErrorStatementAst(token.extent.after))
    return .assignment(
      AssignmentStatementAst(
        extent: extent(left.extent, value.extent), left: left, operator: token.kind, right: value.asOperand,
        errorPosition: token.extent))
  }

  private func chain(startingWith start: ExpressionAst?) -> StatementAst? {
    var chain: StatementAst?
    var chainOperator: Token?
    var first = start
    var count = 0
    while true {
      count += 1
      if count > Self.chainLimit { giveUp() }
      let token = first == nil ? peekToken() : nil
      guard let pipeline = pipeline(startingWith: first) else {
        guard let chain, let chainOperator else { return nil }
        return brokenChain(chain, chainOperator, token)
      }
      first = nil
      let following = peekToken()
      guard following.kind == .andAnd || following.kind == .orOr else {
        return endChain(chain, chainOperator, pipeline, following)
      }
      skipToken()
      skipNewlines()
      let soFar = join(chain, chainOperator, pipeline, isBackground: false)
      if peekKind == .endOfInput {
        reportIncomplete(following.extent.after, .emptyPipelineChainElement)
        return soFar
      }
      chain = soFar
      chainOperator = following
    }
  }

  private func join(
    _ chain: StatementAst?, _ chainOperator: Token?, _ pipeline: PipelineAst, isBackground: Bool
  ) -> StatementAst {
    guard let chain, let chainOperator else {
      guard isBackground else { return .pipeline(pipeline) }
      return .pipeline(
        PipelineAst(extent: pipeline.extent, pipelineElements: pipeline.pipelineElements, isBackground: true))
    }
    return .pipelineChain(
      PipelineChainAst(
        extent: extent(chain.extent, pipeline.extent), lhsPipelineChain: chain, rhsPipeline: pipeline,
        operator: chainOperator.kind, isBackground: isBackground))
  }

  private func endChain(
    _ chain: StatementAst?, _ chainOperator: Token?, _ pipeline: PipelineAst, _ token: Token
  ) -> StatementAst {
    guard token.kind == .ampersand else { return join(chain, chainOperator, pipeline, isBackground: false) }
    skipToken()
    let following = peekToken()
    if following.kind == .andAnd || following.kind == .orOr {
      skipToken()
      report(following.extent, .backgroundOperatorInPipelineChain)
      return .error(ErrorStatementAst(extent(chain?.extent ?? pipeline.extent, following.extent)))
    }
    return join(chain, chainOperator, pipeline, isBackground: true)
  }

  private func brokenChain(_ chain: StatementAst, _ chainOperator: Token, _ token: Token?) -> StatementAst {
    switch token?.kind {
    case .endOfInput?: reportIncomplete(chainOperator.extent.after, .emptyPipelineChainElement)
    case .dot?, .ampersand?: break
    default:
      report(extent(chainOperator, token ?? chainOperator), .emptyPipelineChainElement)
    }
    return .error(
      ErrorStatementAst(
        extent: extent(chain.extent, chainOperator.extent), keyword: chainOperator.kind, flags: [], conditions: [],
        bodies: [], nestedAst: [chain.node]))
  }

  // MARK: Pipelines

  /// Elements joined by `|`; the first can be an expression that was read already.
  private func pipeline(startingWith start: ExpressionAst?) -> PipelineAst? {
    var elements: [CommandBaseAst] = []
    var expression = start
    var pipe: Token?
    var isScanning = true
    while isScanning {
      let first = expression ?? inMode(.expression) { self.expression() }
      expression = nil
      if let element = pipelineElement(first, isFirst: elements.isEmpty) {
        elements.append(element)
      } else if !elements.isEmpty || peekKind == .pipe {
        reportIncomplete(pipe?.extent.after ?? peekToken().extent, .emptyPipeElement)
      }
      let token = tokenAfterElement()
      pipe = token
      isScanning = continuesPipeline(token)
    }
    guard let first = elements.first, let last = elements.last else { return nil }
    return PipelineAst(
      extent: extent(first.extent, last.extent), pipelineElements: elements, isBackground: false)
  }

  private func pipelineElement(_ expression: ExpressionAst?, isFirst: Bool) -> CommandBaseAst? {
    guard let expression else { return command().map { .command($0) } }
    if !isFirst { report(expression.extent, .expressionsMustBeFirstInPipeline) }
    var redirections = RedirectionList()
    var end = expression.extent
    while true {
      let token = peekToken()
      guard token.kind == .redirection || token.kind == .redirectInStd else { break }
      skipToken()
      // What could not be redirected does not belong to the expression.
      var unused = token.extent
      end = redirection(token, &redirections, &unused)?.extent ?? expression.extent
    }
    return .commandExpression(
      CommandExpressionAst(
        extent: extent(expression.extent, end), expression: expression, redirections: redirections.inOrder))
  }

  /// The token after an element; line ends are passed over where the next line begins with `|`.
  private func tokenAfterElement() -> Token {
    let token = peekToken()
    guard token.kind == .newLine, lexer.isPipelineContinued(after: token.extent) else { return token }
    skipNewlines()
    return peekToken()
  }

  private func continuesPipeline(_ token: Token) -> Bool {
    switch token.kind {
    case .semi, .newLine, .rParen, .rCurly, .endOfInput, .andAnd, .orOr, .ampersand:
      return false
    case .pipe:
      skipToken()
      skipNewlines()
      guard peekKind == .endOfInput else { return true }
      reportIncomplete(token.extent.after, .emptyPipeElement)
      return false
    default:
      report(token.extent, .unexpectedToken(text(token)))
      return false
    }
  }
}

extension StatementAst {
  /// The right side of an assignment: a lone expression stands there without the pipeline around it.
  fileprivate var asOperand: StatementAst {
    guard case .pipeline(let pipeline) = self, !pipeline.isBackground, pipeline.pipelineElements.count == 1,
      case .commandExpression(let expression)? = pipeline.pipelineElements.first
    else { return self }
    return .commandExpression(expression)
  }
}
