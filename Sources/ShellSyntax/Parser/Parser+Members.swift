import SourceText

extension Parser {
  /// Members and elements after an expression, as long as operators for them follow.
  func memberAccesses(_ first: Token?, _ target: ExpressionAst) -> ExpressionAst {
    var expression = target
    var access = first
    var count = 0
    while let token = access {
      count += 1
      if count > Self.chainLimit { giveUp() }
      skipNewlines()
      switch token.kind {
      case .lBracket, .questionLBracket: expression = elementAccess(expression, token)
      default: expression = memberAccess(expression, token)
      }
      access = nextMemberAccess(allowingBracket: true)
    }
    return expression
  }

  // MARK: Members

  private func memberAccess(_ target: ExpressionAst, _ operatorToken: Token) -> ExpressionAst {
    let isStatic = operatorToken.kind == .colonColon
    let isNullConditional = operatorToken.kind == .questionDot
    guard let member = memberName() else {
      reportIncomplete(operatorToken.extent.after, .missingPropertyName)
      let member =
        singleCommandArgument(.argument)
        ?? .error(ErrorExpressionAst(extent: extent(target.extent, operatorToken.extent), nestedAst: []))
      return makeMember(target, member, isStatic, isNullConditional)
    }
    if ungotToken == nil {
      let start = restorePoint
      let types = methodTypeArguments(start)
      if let opener = lexer.invocationOpener() {
        let (arguments, end) = invocation(opener)
        return .invokeMember(
          InvokeMemberExpressionAst(
            extent: extent(target.extent, end), expression: target, member: member,
            genericTypeArguments: types ?? [], arguments: arguments, isStatic: isStatic,
            isNullConditional: isNullConditional))
      }
      if types != nil, ungotToken == nil { resync(toIndex: start) }
    }
    return makeMember(target, member, isStatic, isNullConditional)
  }

  private func makeMember(
    _ target: ExpressionAst, _ member: ExpressionAst, _ isStatic: Bool, _ isNullConditional: Bool
  ) -> ExpressionAst {
    .member(
      MemberExpressionAst(
        extent: extent(target.extent, member.extent), expression: target, member: member, isStatic: isStatic,
        isNullConditional: isNullConditional))
  }

  private func memberName() -> ExpressionAst? {
    if let (name, _) = simpleName() { return .stringConstant(name) }
    let token = peekToken()
    if token.kind.traits.contains(.unaryOperator) || token.kind == .lBracket { return unaryExpression() }
    return primaryExpression(withMemberAccess: false)
  }

  /// The types of `$x.Method[int]()`; nil, with nothing taken, where what follows is an index or nothing.
  private func methodTypeArguments(_ start: Int) -> [TypeName]? {
    guard lexer.peek() == 0x5B || mayHideBracket else { return nil }
    let lBracket = nextToken()
    guard lBracket.kind == .lBracket else {
      resync(toIndex: start)
      return nil
    }
    let types = inMode(.typeName) { () -> [TypeName]? in
      skipNewlines()
      let first = nextToken()
      guard first.kind == .identifier else { return nil }
      let (types, closer) = typeArguments(first)
      if closer.kind != .rBracket {
        unget(closer)
        reportIncomplete(before(closer.extent), .endSquareBracketExpectedAtEndOfType)
      }
      return types
    }
    if types == nil { resync(toIndex: start) }
    return types
  }

  /// True where blanks or comments stand before what follows the name; tokens are then looked at one by one.
  private var mayHideBracket: Bool { CharacterClass.isWhitespace(lexer.peek()) || lexer.peek() == 0x3C }

  // MARK: Arguments

  private func invocation(_ opener: Token) -> ([ExpressionAst], ScriptExtent) {
    if opener.kind == .lParen { return invocationArguments(opener) }
    skipNewlines()
    let block = scriptBlockExpression(opener)
    return ([block], block.extent)
  }

  /// Arguments up to the closing parenthesis, and where they end.
  func invocationArguments(_ lParen: Token) -> ([ExpressionAst], ScriptExtent) {
    withCommaOperator(disabled: true) {
      var arguments: [ExpressionAst] = []
      var strayComma: Token?
      while true {
        skipNewlines()
        guard let argument = expression() else {
          if let strayComma { reportIncomplete(strayComma.extent.after, .missingExpressionAfterToken(",")) }
          break
        }
        arguments.append(argument)
        strayComma = nil
        skipNewlines()
        let comma = nextToken()
        guard comma.kind == .comma else {
          unget(comma)
          break
        }
        strayComma = comma
      }
      skipNewlines()
      let rParen = nextToken()
      if rParen.kind == .rParen { return (arguments, rParen.extent) }
      unget(rParen)
      let last = arguments.last?.extent ?? lParen.extent
      if strayComma == nil { reportIncomplete(last.after, .missingEndParenthesisInMethodCall) }
      return (arguments, strayComma?.extent ?? last)
    }
  }

  // MARK: Elements

  private func elementAccess(_ target: ExpressionAst, _ lBracket: Token) -> ExpressionAst {
    skipNewlines()
    let read = withCommaOperator(disabled: false) { expression() }
    if read == nil { reportIncomplete(lBracket.extent.after, .missingArrayIndexExpression) }
    let index = read ?? .error(ErrorExpressionAst(extent: lBracket.extent, nestedAst: []))
    skipNewlines()
    let rBracket = nextToken()
    var end = rBracket.extent
    if rBracket.kind != .rBracket {
      unget(rBracket)
      if !index.isError { reportIncomplete(index.extent.after, .missingEndSquareBracket) }
      end = index.extent
    }
    return .index(
      IndexExpressionAst(
        extent: extent(target.extent, end), target: target, index: index,
        isNullConditional: lBracket.kind == .questionLBracket))
  }
}
