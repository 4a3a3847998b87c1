import SourceText

/// The arguments of an attribute while they are read.
private struct AttributeArguments {
  var positional: [ExpressionAst] = []
  var named: [NamedAttributeArgumentAst] = []
  var lastItem: ScriptExtent
}

extension Parser {
  func attributeList(inExpression: Bool) -> [AttributeBaseAst] {
    var attributes: [AttributeBaseAst] = []
    while let attribute = attribute() {
      attributes.append(attribute)
      if attributes.count > Self.depthLimit { giveUp() }
      if case .attribute = attribute { skipNewlines() } else if !inExpression { skipNewlines() }
    }
    return attributes
  }

  /// A type constraint or attribute in brackets.
  func attribute() -> AttributeBaseAst? {
    guard let lBracket = nextLeftBracket() else { return nil }
    skipNewlines()
    guard let (name, firstToken) = typeName(allowingAssembly: true) else {
      resync(to: lBracket)
      reportIncomplete(lBracket.extent.after, .missingTypename)
      return nil
    }
    let token = nextToken()
    if token.kind == .lParen {
      let attribute = attribute(lBracket, name, lParen: token)
      mark(firstToken, as: .attributeName)
      return .attribute(attribute)
    }
    var end = token.extent
    if token.kind != .rBracket {
      unget(token)
      report(before(token.extent), .endSquareBracketExpectedAtEndOfAttribute)
      end = name.extent
    }
    return .typeConstraint(TypeConstraintAst(extent: extent(lBracket.extent, end), typeName: name))
  }

  private func attribute(_ lBracket: Token, _ name: TypeName, lParen: Token) -> AttributeAst {
    skipNewlines()
    var arguments = AttributeArguments(lastItem: lParen.extent)
    inMode(.expression) { withCommaOperator(disabled: true) { attributeArguments(&arguments) } }
    skipNewlines()
    let rParen = nextToken()
    var end = arguments.lastItem
    if rParen.kind == .rParen {
      end = rParen.extent
    } else {
      unget(rParen)
      reportIncomplete(arguments.lastItem.after, .missingEndParenthesisInExpression)
    }
    skipNewlines()
    let rBracket = nextToken()
    if rBracket.kind == .rBracket {
      end = rBracket.extent
    } else {
      unget(rBracket)
      if rParen.kind == .rParen {
        reportIncomplete(rParen.extent.after, .endSquareBracketExpectedAtEndOfAttribute)
      }
    }
    return AttributeAst(
      extent: extent(lBracket.extent, end), typeName: name, positionalArguments: arguments.positional,
      namedArguments: arguments.named)
  }

  private func attributeArguments(_ arguments: inout AttributeArguments) {
    var comma: Token?
    while true {
      skipNewlines()
      if let (name, _) = simpleName() {
        namedArgument(name, &arguments)
      } else if let value = expression() {
        arguments.positional.append(value)
        arguments.lastItem = value.extent
      } else if let comma {
        let place = comma.extent.after
        reportIncomplete(place, .missingExpressionAfterToken(comma.kind.text))
        arguments.positional.append(.error(ErrorExpressionAst(extent: place, nestedAst: [])))
        arguments.lastItem = place
      }
      skipNewlines()
      let token = peekToken()
      guard token.kind == .comma else { return }
      comma = token
      arguments.lastItem = token.extent
      skipToken()
    }
  }

  private func namedArgument(_ name: StringConstantExpressionAst, _ arguments: inout AttributeArguments) {
    let equals = peekToken()
    var value = ExpressionAst.constant(ConstantExpressionAst(extent: name.extent, value: .int32(1)))
    if equals.kind == .equals {
      skipToken()
      skipNewlines()
      value = expression() ?? missingNamedArgument(equals)
      arguments.lastItem = value.extent
    }
    arguments.named.append(
      NamedAttributeArgumentAst(
        extent: extent(name.extent, value.extent), argumentName: name.value, argument: value,
        isExpressionOmitted: equals.kind != .equals))
  }

  private func missingNamedArgument(_ equals: Token) -> ExpressionAst {
    reportIncomplete(equals.extent.after, .missingExpressionInNamedArgument)
    sync(consumingCloser: true, to: [.comma, .rParen, .rBracket, .newLine])
    return .error(ErrorExpressionAst(extent: equals.extent.after, nestedAst: []))
  }
}
