import SourceText

extension Parser {
  /// A type's name with its first token; nil, with nothing taken, where none follows.
  func typeName(allowingAssembly: Bool) -> (TypeName, Token)? {
    inMode(.typeName) {
      let token = nextToken()
      guard token.kind == .identifier else {
        unget(token)
        return nil
      }
      return (finishTypeName(token, isBareArgument: false, allowingAssembly: allowingAssembly), token)
    }
  }

  private func simpleTypeName(_ token: Token) -> SimpleTypeName {
    SimpleTypeName(extent: token.extent, name: text(token), assemblyName: nil)
  }

  /// What follows the name: array brackets, type arguments, an assembly.
  private func finishTypeName(_ name: Token, isBareArgument: Bool, allowingAssembly: Bool = true) -> TypeName {
    let token = peekToken()
    if token.kind == .lBracket {
      skipToken()
      skipNewlines()
      return bracketedRest(name, token, isBareArgument: isBareArgument)
    }
    guard token.kind == .comma, allowingAssembly, !isBareArgument else { return .simple(simpleTypeName(name)) }
    skipToken()
    let assembly = lexer.assemblyNameSpecification()
    if assembly.isEmpty {
      report(token.extent.after, .missingAssemblyNameSpecification)
      return .simple(simpleTypeName(name))
    }
    return .simple(
      SimpleTypeName(
        extent: extent(name.extent, lexer.currentExtent()), name: text(name), assemblyName: assembly))
  }

  private func bracketedRest(_ name: Token, _ lBracket: Token, isBareArgument: Bool) -> TypeName {
    let token = nextToken()
    switch token.kind {
    case .rBracket, .comma:
      return arrayTypeName(.simple(simpleTypeName(name)), token, isBareArgument: isBareArgument)
    case .lBracket, .identifier:
      return genericTypeName(name, firstArgument: token, isBareArgument: isBareArgument)
    case .endOfInput:
      unget(token)
      reportIncomplete(lBracket.extent.after, .missingTypename)
    default:
      report(token.extent, .unexpectedToken(text(token)))
      sync(consumingCloser: true, to: [.rBracket])
    }
    return .simple(simpleTypeName(name))
  }

  // MARK: Generic types

  private func genericTypeName(_ name: Token, firstArgument: Token, isBareArgument: Bool) -> TypeName {
    let (arguments, closer) = typeArguments(firstArgument)
    var end = closer.extent
    if closer.kind != .rBracket {
      unget(closer)
      reportIncomplete(before(closer.extent), .endSquareBracketExpectedAtEndOfAttribute)
      end = arguments.last?.extent ?? firstArgument.extent
    }
    let type = GenericTypeName(
      extent: extent(name.extent, end), typeName: simpleTypeName(name), genericArguments: arguments)
    let token = peekToken()
    if token.kind == .lBracket {
      skipToken()
      return arrayTypeName(.generic(type), nextToken(), isBareArgument: isBareArgument)
    }
    guard token.kind == .comma, !isBareArgument else { return .generic(type) }
    return TypeName.generic(type).inAssembly(trailingAssembly(token))
  }

  /// The arguments of a generic type or method up to the token that ends them.
  func typeArguments(_ first: Token) -> (arguments: [TypeName], closer: Token) {
    defer { leave() }
    guard enter() else { return ([], nextToken()) }
    var arguments = [typeArgument(first)]
    while true {
      skipNewlines()
      let separator = nextToken()
      guard separator.kind == .comma else { return (arguments, separator) }
      skipNewlines()
      let token = peekToken()
      if token.kind == .identifier || token.kind == .lBracket {
        skipToken()
        arguments.append(typeArgument(token))
      } else {
        reportIncomplete(separator.extent.after, .missingTypename)
        arguments.append(errorTypeName(separator.extent))
      }
    }
  }

  private func typeArgument(_ first: Token) -> TypeName {
    if first.kind == .identifier { return finishTypeName(first, isBareArgument: true) }
    let token = nextToken()
    guard token.kind == .identifier else {
      unget(token)
      reportIncomplete(token.extent.after, .missingTypename)
      return errorTypeName(first.extent)
    }
    let name = finishTypeName(token, isBareArgument: false)
    let rBracket = nextToken()
    if rBracket.kind != .rBracket {
      unget(rBracket)
      reportIncomplete(before(rBracket.extent), .endSquareBracketExpectedAtEndOfType)
    }
    return name
  }

  private func errorTypeName(_ extent: ScriptExtent) -> TypeName {
    .simple(SimpleTypeName(extent: extent, name: ":ErrorTypeName:", assemblyName: nil))
  }

  // MARK: Arrays

  private func arrayTypeName(_ element: TypeName, _ first: Token, isBareArgument: Bool) -> TypeName {
    var type = element
    var token = first
    var count = 0
    while true {
      count += 1
      if count > Self.depthLimit { giveUp() }
      switch token.kind {
      case .comma:
        type = manyDimensions(type, token)
      case .rBracket:
        type = .array(ArrayTypeName(extent: extent(type.extent, token.extent), elementType: type, rank: 1))
      case .endOfInput:
        unget(token)
        report(before(token.extent), .endSquareBracketExpectedAtEndOfAttribute)
      default:
        report(token.extent, .unexpectedToken(text(token)))
        sync(consumingCloser: true, to: [.rBracket])
      }
      let following = peekToken()
      if following.kind == .comma, !isBareArgument { return type.inAssembly(trailingAssembly(following)) }
      guard following.kind == .lBracket else { return type }
      skipToken()
      token = nextToken()
    }
  }

  private func manyDimensions(_ element: TypeName, _ firstComma: Token) -> TypeName {
    var rank = 1
    var token = firstComma
    var lastComma = firstComma
    while token.kind == .comma {
      lastComma = token
      rank += 1
      token = nextToken()
    }
    if rank > 32 {
      if token.kind != .rBracket { unget(token) }
      report(extent(firstComma, lastComma), .arrayHasTooManyDimensions("\(rank)"))
      return element
    }
    if token.kind != .rBracket {
      unget(token)
      report(lastComma.extent.after, .endSquareBracketExpectedAtEndOfAttribute)
    }
    return .array(ArrayTypeName(extent: extent(element.extent, token.extent), elementType: element, rank: rank))
  }

  private func trailingAssembly(_ comma: Token) -> String? {
    skipToken()
    let assembly = lexer.assemblyNameSpecification()
    if !assembly.isEmpty { return assembly }
    report(comma.extent.after, .missingAssemblyNameSpecification)
    return nil
  }
}

extension TypeName {
  /// The same type with its innermost name in an assembly.
  fileprivate func inAssembly(_ assembly: String?) -> TypeName {
    guard let assembly else { return self }
    switch self {
    case .simple(let type):
      return .simple(SimpleTypeName(extent: type.extent, name: type.name, assemblyName: assembly))
    case .generic(let type):
      let name = SimpleTypeName(extent: type.typeName.extent, name: type.typeName.name, assemblyName: assembly)
      return .generic(
        GenericTypeName(extent: type.extent, typeName: name, genericArguments: type.genericArguments))
    case .array(let type):
      return .array(
        ArrayTypeName(extent: type.extent, elementType: type.elementType.inAssembly(assembly), rank: type.rank))
    }
  }
}
