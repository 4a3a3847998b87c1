import SourceText

extension Parser {
  func usingStatement(_ usingToken: Token) -> StatementAst {
    let directive = nextToken()
    guard let kind = usingKind(directive.kind) else {
      unget(directive)
      reportIncomplete(usingToken.extent.after, .missingUsingStatementDirective)
      return .error(ErrorStatementAst(usingToken.extent))
    }
    let itemToken = nextToken()
    switch itemToken.kind {
    case .endOfInput, .newLine, .comma, .semi:
      reportIncomplete(directive.extent.after, .missingUsingItemName)
      return .error(ErrorStatementAst(extent(usingToken, directive)))
    default: break
    }
    guard let item = commandArgument(.argument, itemToken) else {
      report(itemToken.extent, .invalidValueForUsingItemName(text(itemToken)))
      sync(consumingCloser: true, to: [.semi, .newLine])
      return .error(ErrorStatementAst(extent(usingToken, itemToken)))
    }
    if kind == .module, case .hashtable(let specification) = item {
      requireStatementTerminator()
      return .using(
        UsingStatementAst(
          extent: extent(usingToken.extent, item.extent), usingStatementKind: kind, name: nil, alias: nil,
          moduleSpecification: specification))
    }
    guard case .stringConstant(let name) = item else {
      report(item.extent, .invalidValueForUsingItemName(source.text(of: item.extent)))
      return .error(ErrorStatementAst(extent(usingToken.extent, item.extent)))
    }
    if kind == .assembly { checkAssembly(name) }
    if kind != .assembly, peekKind == .equals { return alias(usingToken, kind, name) }
    if kind == .type || kind == .command {
      reportIncomplete(itemToken.extent.after, .missingEqualsInUsingAlias)
      return .error(ErrorStatementAst(extent(usingToken.extent, item.extent), [name]))
    }
    requireStatementTerminator()
    return .using(
      UsingStatementAst(
        extent: extent(usingToken.extent, item.extent), usingStatementKind: kind, name: name, alias: nil,
        moduleSpecification: nil))
  }

  private func usingKind(_ kind: TokenKind) -> UsingStatementKind? {
    switch kind {
    case .namespace: .namespace
    case .type: .type
    case .module: .module
    case .command: .command
    case .assembly: .assembly
    default: nil
    }
  }

  private func alias(
    _ usingToken: Token, _ kind: UsingStatementKind, _ name: StringConstantExpressionAst
  ) -> StatementAst {
    let equals = nextToken()
    let aliasToken = nextToken()
    switch aliasToken.kind {
    case .endOfInput, .newLine, .semi:
      unget(aliasToken)
      reportIncomplete(equals.extent.after, .missingNamespaceAlias)
      return .error(ErrorStatementAst(extent(usingToken, equals)))
    case .comma:
      report(aliasToken.extent, .unexpectedUnaryOperator(text(aliasToken)))
      return .error(ErrorStatementAst(extent(usingToken, aliasToken)))
    default: break
    }
    let value = commandArgument(.argument, aliasToken)
    let whole = extent(usingToken, aliasToken)
    switch value {
    case .hashtable(let specification) where kind == .module:
      requireStatementTerminator()
      return .using(
        UsingStatementAst(
          extent: whole, usingStatementKind: kind, name: name, alias: nil, moduleSpecification: specification))
    case .stringConstant(let alias):
      requireStatementTerminator()
      return .using(
        UsingStatementAst(
          extent: whole, usingStatementKind: kind, name: name, alias: alias, moduleSpecification: nil))
    default:
      let place = value?.extent ?? aliasToken.extent
      report(place, .invalidValueForUsingItemName(source.text(of: place)))
      let parts: [any Ast] = [name] + (value.map { [$0.node] } ?? [])
      return .error(ErrorStatementAst(extent(usingToken.extent, place), parts))
    }
  }

  private func requireStatementTerminator() {
    let token = peekToken()
    if token.kind == .newLine || token.kind == .semi {
      skipToken()
    } else if token.kind != .endOfInput {
      reportIncomplete(token.extent, .missingStatementTerminator)
    }
  }

  /// Assemblies are files here or there; none can be loaded.
  private func checkAssembly(_ name: StringConstantExpressionAst) {
    if name.value.hasPrefix("\\\\") || name.value.hasPrefix("//") {
      report(name.extent, .cannotLoadAssemblyFromUncPath(name.value))
      return
    }
    if let colon = name.value.utf8.firstIndex(of: UInt8(ascii: ":")), colon > name.value.startIndex {
      let scheme = String(name.value[..<colon]).lowercased()
      if scheme.utf8.allSatisfy({ CharacterClass.isIdentifierFollow(SourceScalar($0)) }) {
        if scheme != "file" { report(name.extent, .cannotLoadAssemblyWithUriSchema(scheme)) }
        return
      }
    }
    report(name.extent, .errorLoadingAssembly(name.value))
  }
}
