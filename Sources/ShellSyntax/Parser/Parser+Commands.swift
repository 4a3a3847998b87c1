import SourceText

/// What a word of a command is for.
enum ArgumentContext {
  case commandName

  /// After `&` and `.`, where a name can hold variables.
  case commandNameAfterOperator
  case fileName

  /// The only one in which commas make arrays.
  case argument
  case switchCondition

  var isCommandName: Bool { self == .commandName || self == .commandNameAfterOperator }
}

/// A command while it is read.
private struct CommandReading {
  let first: Token
  var end: ScriptExtent
  var context: ArgumentContext
  var elements: [CommandElementAst] = []
  var redirections = RedirectionList()
  var sawDashDash = false

  mutating func append(_ element: CommandElementAst) {
    elements.append(element)
    end = element.extent
  }
}

extension Parser {
  /// A command with its arguments; nil where none begins.
  func command() -> CommandAst? {
    inMode(.command) {
      let first = nextToken()
      let isInvoked = first.kind == .dot || first.kind == .ampersand
      var reading = CommandReading(
        first: first, end: first.extent, context: isInvoked ? .commandNameAfterOperator : .commandName)
      var token = isInvoked ? nextToken() : first
      while commandElement(token, &reading) {
        reading.context = .argument
        token = nextToken()
      }
      if reading.elements.isEmpty {
        if isInvoked { report(first.extent, .missingExpression(text(first))) }
        return nil
      }
      return CommandAst(
        extent: extent(first.extent, reading.end), invocationOperator: isInvoked ? first.kind : .unknown,
        commandElements: reading.elements, redirections: reading.redirections.inOrder)
    }
  }

  /// Takes in one word; false if the command ends before or with it.
  private func commandElement(_ token: Token, _ reading: inout CommandReading) -> Bool {
    switch token.kind {
    case .pipe, .rCurly, .rParen, .endOfInput, .newLine, .semi, .andAnd, .orOr, .ampersand:
      unget(token)
      return false
    case .minusMinus:
      let dashes = CommandParameterAst(
        extent: token.extent, parameterName: "-", argument: nil, errorPosition: token.extent)
      reading.append(reading.sawDashDash ? .expression(bareWord(token)) : .parameter(dashes))
      reading.sawDashDash = true
    case .comma:
      reading.end = token.extent
      report(token.extent, .missingArgument)
      skipNewlines()
    case .parameter:
      commandParameter(token, &reading)
    case .redirection, .redirectInStd:
      if reading.context.isCommandName {
        reading.append(.expression(bareWord(token)))
      } else {
        _ = redirection(token, &reading.redirections, &reading.end)
      }
    default:
      return otherElement(token, &reading)
    }
    return true
  }

  private func commandParameter(_ token: Token, _ reading: inout CommandReading) {
    guard case .parameter(let name, let usedColon) = token.value else { return }
    if reading.context.isCommandName || reading.sawDashDash {
      mark(token, as: .commandName)
      reading.append(.expression(bareWord(token)))
      return
    }
    var argument: ExpressionAst?
    if usedColon, peekKind != .comma {
      argument = commandArgument(.argument, nextToken())
      if argument == nil { report(token.extent.after, .parameterRequiresArgument(text(token))) }
    }
    reading.append(
      .parameter(
        CommandParameterAst(
          extent: extent(token.extent, argument?.extent ?? token.extent), parameterName: name, argument: argument,
          errorPosition: token.extent)))
  }

  private func otherElement(_ token: Token, _ reading: inout CommandReading) -> Bool {
    guard let argument = commandArgument(reading.context, token) else {
      // Nothing gets here; were it so, the word must not be read for ever.
      skipToken()
      return token.kind != .endOfInput
    }
    reading.append(.expression(argument))
    guard case .string("--%") = token.value, token.kind == .generic else { return true }
    guard ungotToken == nil || ungotToken?.kind == .parameter else { return true }
    ungotToken = nil
    let rest = lexer.verbatimArgument()
    let value: String = if case .string(let value) = rest.value { value } else { "" }
    reading.append(
      .expression(
        .stringConstant(
          StringConstantExpressionAst(extent: rest.extent, stringConstantType: .bareWord, value: value))))
    return false
  }

  // MARK: Arguments

  /// One argument without commas; nil, with nothing taken, where none follows.
  func singleCommandArgument(_ context: ArgumentContext) -> ExpressionAst? {
    let kind = peekKind
    guard kind != .comma, kind != .endOfInput else { return nil }
    return inMode(.command) { commandArgument(context, nextToken()) }
  }

  /// The argument that begins with a token, and those after its commas.
  func commandArgument(_ context: ArgumentContext, _ first: Token) -> ExpressionAst? {
    var token = first
    var arguments: [ExpressionAst] = []
    var comma: Token?
    while true {
      guard let argument = argumentItem(context, token) else {
        guard let comma, let start = arguments.first else { return nil }
        reportIncomplete(comma.extent.after, .missingExpression(","))
        return .error(
          ErrorExpressionAst(extent: extent(start.extent, comma.extent), nestedAst: arguments.map(\.node)))
      }
      arguments.append(argument)
      guard context == .argument, !isVerbatimMarker(token), peekKind == .comma else { break }
      comma = nextToken()
      skipNewlines()
      token = nextToken()
    }
    guard arguments.count > 1, let start = arguments.first, let last = arguments.last else { return arguments.first }
    return .arrayLiteral(ArrayLiteralAst(extent: extent(start.extent, last.extent), elements: arguments))
  }

  private func isVerbatimMarker(_ token: Token) -> Bool {
    guard token.kind == .generic, case .string("--%") = token.value else { return false }
    return true
  }

  private func argumentItem(_ context: ArgumentContext, _ token: Token) -> ExpressionAst? {
    switch token.kind {
    case .pipe, .rCurly, .rParen, .endOfInput, .newLine, .semi, .redirection, .redirectInStd, .andAnd, .orOr,
      .ampersand, .minusMinus, .comma:
      unget(token)
      return nil
    case .splattedVariable, .variable, .number, .hereStringExpandable, .stringExpandable, .hereStringLiteral,
      .stringLiteral, .lParen, .dollarParen, .atParen, .atCurly, .lCurly:
      unget(token)
      return primaryExpression(withMemberAccess: true)
    case .generic:
      return genericArgument(context, token)
    default:
      mark(token) { saved in
        saved.flags.remove(.keyword)
        if context.isCommandName {
          saved.flags.insert(.commandName)
        } else if saved.kind != .identifier {
          saved.kind = .generic
        }
      }
      return bareWord(token)
    }
  }

  private func genericArgument(_ context: ArgumentContext, _ token: Token) -> ExpressionAst {
    if context.isCommandName { mark(token, as: .commandName) }
    switch token.value {
    case .expandable(let string) where context != .commandName:
      return expandable(token, string, .bareWord)
    case .expandable(let string):
      return makeBareWord(token, string.value)
    case .string(let value):
      return makeBareWord(token, value)
    default:
      return bareWord(token)
    }
  }

  private func makeBareWord(_ token: Token, _ value: String) -> ExpressionAst {
    .stringConstant(StringConstantExpressionAst(extent: token.extent, stringConstantType: .bareWord, value: value))
  }
}
