import SourceText

extension Parser {
  /// An expression; nil where none begins.
  ///
  /// With `endsNumberAtTernary` only an expression can follow: then `?` and `:` end a number.
  func expression(endsNumberAtTernary: Bool = false) -> ExpressionAst? {
    defer { leave() }
    guard enter() else { return nil }
    return inMode(.expression) {
      guard let condition = binaryExpression(endsNumberAtTernary) else { return nil }
      let token = peekToken()
      return token.kind == .questionMark ? ternary(condition, token) : condition
    }
  }

  private func ternary(_ condition: ExpressionAst, _ questionMark: Token) -> ExpressionAst {
    skipToken()
    skipNewlines()
    let ifTrue = expression(endsNumberAtTernary: true) ?? missingOperand(after: questionMark)
    skipNewlines()
    let colon = nextToken()
    guard colon.kind == .colon else {
      unget(colon)
      var parts: [any Ast] = [condition.node]
      if !ifTrue.isError {
        parts.append(ifTrue.node)
        reportIncomplete(colon.extent, .missingColonInTernaryExpression)
      }
      return .error(ErrorExpressionAst(extent: extent(condition.extent, before(colon.extent)), nestedAst: parts))
    }
    skipNewlines()
    let ifFalse = expression(endsNumberAtTernary: true) ?? missingOperand(after: colon)
    return .ternary(
      TernaryExpressionAst(
        extent: extent(condition.extent, ifFalse.extent), condition: condition, ifTrue: ifTrue, ifFalse: ifFalse))
  }

  private func missingOperand(after token: Token) -> ExpressionAst {
    reportIncomplete(token.extent.after, .expectedValueExpression(text(token)))
    return .error(ErrorExpressionAst(extent: token.extent.after, nestedAst: []))
  }

  // MARK: Binary operators

  private func binaryExpression(_ endsNumberAtTernary: Bool) -> ExpressionAst? {
    guard let first = arrayLiteral(endsNumberAtTernary) else { return nil }
    var token = peekToken()
    guard token.kind.traits.contains(.binaryOperator) else {
      return token.kind == .parameter ? strayParameter(token, first) : first
    }
    skipToken()
    var operands = [first]
    var operators: [Token] = []
    var count = 0
    while true {
      count += 1
      if count > Self.chainLimit { giveUp() }
      reduce(&operands, &operators, before: token)
      operators.append(token)
      skipNewlines()
      operands.append(arrayLiteral(true) ?? missingOperand(after: token))
      token = nextToken()
      guard token.kind.traits.contains(.binaryOperator) else { break }
    }
    unget(token)
    reduce(&operands, &operators, before: nil)
    let result = operands.first ?? first
    return token.kind == .parameter ? strayParameter(token, result) : result
  }

  /// Joins operands as long as the operators before them bind at least as tightly as the next one; all at the end.
  private func reduce(_ operands: inout [ExpressionAst], _ operators: inout [Token], before next: Token?) {
    let precedence = next?.kind.traits.binaryPrecedence ?? 0
    while let token = operators.last, token.kind.traits.binaryPrecedence >= precedence, operands.count >= 2 {
      operators.removeLast()
      let right = operands.removeLast()
      let left = operands.removeLast()
      operands.append(
        .binary(
          BinaryExpressionAst(
            extent: extent(left.extent, right.extent), operator: token.kind, left: left, right: right,
            errorPosition: token.extent)))
    }
  }

  /// A parameter in an expression is most often an operator that was not written to its end.
  private func strayParameter(_ token: Token, _ expression: ExpressionAst) -> ExpressionAst {
    report(token.extent, .unexpectedToken(text(token)))
    skipToken()
    let name: String = if case .parameter(let name, _) = token.value { name } else { "" }
    let parameter = CommandParameterAst(
      extent: token.extent, parameterName: name, argument: nil, errorPosition: token.extent)
    return .error(
      ErrorExpressionAst(
        extent: extent(expression.extent, token.extent), nestedAst: [expression.node, parameter]))
  }

  private func arrayLiteral(_ endsNumberAtTernary: Bool) -> ExpressionAst? {
    guard let first = unaryExpression(endsNumberAtTernary) else { return nil }
    var comma = peekToken()
    guard comma.kind == .comma, !isCommaOperatorDisabled else { return first }
    var elements = [first]
    while comma.kind == .comma {
      skipToken()
      skipNewlines()
      guard let element = unaryExpression(true) else {
        reportIncomplete(comma.extent.after, .missingExpressionAfterToken(text(comma)))
        elements.append(.error(ErrorExpressionAst(extent: comma.extent, nestedAst: [])))
        break
      }
      elements.append(element)
      comma = peekToken()
    }
    let end = elements.last?.extent ?? first.extent
    return .arrayLiteral(ArrayLiteralAst(extent: extent(first.extent, end), elements: elements))
  }

  // MARK: Unary operators

  func unaryExpression(_ endsNumberAtTernary: Bool = false) -> ExpressionAst? {
    defer { leave() }
    guard enter() else { return nil }
    let token = peekOperand(endsNumberAtTernary)
    if token.kind.traits.contains(.unaryOperator) {
      if isCommaOperatorDisabled, token.kind == .comma { return nil }
      guard let expression = prefixed(token) else {
        return .error(ErrorExpressionAst(extent: token.extent, nestedAst: []))
      }
      return postfixed(expression)
    }
    let expression = token.kind == .lBracket ? castOrType(token) : primaryExpression(withMemberAccess: true)
    return expression.map(postfixed)
  }

  /// Looks at the next token as the start of an operand: a sign belongs to a number.
  private func peekOperand(_ endsNumberAtTernary: Bool) -> Token {
    let outer = (lexer.allowsSignedNumbers, lexer.endsNumberAtTernary)
    lexer.allowsSignedNumbers = true
    lexer.endsNumberAtTernary = endsNumberAtTernary
    if let token = ungotToken, token.kind == .minus || endsNumberAtTernary && token.kind == .generic {
      resync(to: token)
    }
    let token = peekToken()
    (lexer.allowsSignedNumbers, lexer.endsNumberAtTernary) = outer
    return token
  }

  private func prefixed(_ token: Token) -> ExpressionAst? {
    skipToken()
    skipNewlines()
    guard let child = unaryExpression(true) else {
      reportIncomplete(token.extent.after, .missingExpressionAfterOperator(text(token)))
      return nil
    }
    let whole = extent(token.extent, child.extent)
    if token.kind == .comma { return .arrayLiteral(ArrayLiteralAst(extent: whole, elements: [child])) }
    return .unary(UnaryExpressionAst(extent: whole, tokenKind: token.kind, child: child))
  }

  private func postfixed(_ expression: ExpressionAst) -> ExpressionAst {
    let token = peekToken()
    let kind: TokenKind
    switch token.kind {
    case .plusPlus: kind = .postfixPlusPlus
    case .minusMinus: kind = .postfixMinusMinus
    default: return expression
    }
    skipToken()
    return .unary(
      UnaryExpressionAst(extent: extent(expression.extent, token.extent), tokenKind: kind, child: expression))
  }

  // MARK: Casts

  /// A type literal, a cast, or an expression with attributes.
  private func castOrType(_ token: Token) -> ExpressionAst? {
    var attributes = attributeList(inExpression: true)
    guard let last = attributes.popLast() else { return nil }
    var result: ExpressionAst
    switch last {
    case .attribute(let attribute):
      skipNewlines()
      guard let child = unaryExpression(true) else {
        reportIncomplete(attribute.extent, .unexpectedAttribute(attribute.typeName.fullName))
        return .error(
          ErrorExpressionAst(
            extent: extent(token.extent, attribute.extent), nestedAst: (attributes + [last]).map(\.node)))
      }
      result = attributed(last, child)
    case .typeConstraint(let type):
      result = typeOrCast(type)
    }
    while let attribute = attributes.popLast() { result = attributed(attribute, result) }
    return result
  }

  private func attributed(_ attribute: AttributeBaseAst, _ child: ExpressionAst) -> ExpressionAst {
    let whole = extent(attribute.extent, child.extent)
    switch attribute {
    case .typeConstraint(let type):
      return .convert(ConvertExpressionAst(extent: whole, type: type, child: child))
    case .attribute:
      return .attributed(AttributedExpressionAst(extent: whole, attribute: attribute, child: child))
    }
  }

  private func typeOrCast(_ type: TypeConstraintAst) -> ExpressionAst {
    let literal = ExpressionAst.type(TypeExpressionAst(extent: type.extent, typeName: type.typeName))
    if let access = nextMemberAccess(allowingBracket: false) { return memberAccesses(access, literal) }
    let token = peekToken()
    guard token.kind != .newLine, token.kind != .comma, let child = unaryExpression(true) else { return literal }
    return attributed(.typeConstraint(type), child)
  }
}
