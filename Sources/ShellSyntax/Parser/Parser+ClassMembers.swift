import SourceText

/// What was read where a member of a class could stand.
enum ClassMemberReading {
  case member(MemberAst)

  /// No member, but parts of one.
  case broken([any Ast])
  case none
}

/// What stands before the name of a member.
private struct MemberModifiers {
  var start: ScriptExtent?
  var attributes: [AttributeAst] = []
  var type: TypeConstraintAst?
  var flags: MemberAttributes = .public

  /// The last attribute, type or keyword.
  var last: ScriptExtent?

  var parts: [any Ast] { attributes + (type.map { [$0] } ?? []) }
}

extension Parser {
  func classMember(of className: String) -> ClassMemberReading {
    var modifiers = MemberModifiers()
    let token = memberModifiers(&modifiers)
    let start = modifiers.start ?? token.extent
    if token.kind == .variable, case .variable(let path) = token.value {
      skipToken()
      return property(path, token, modifiers, start)
    }
    if token.kind == .identifier || token.flags.contains(.keyword) {
      mark(token) { $0.flags = [] }
      skipToken()
      return method(token, className, modifiers, start)
    }
    guard let last = modifiers.last else { return .none }
    reportIncomplete(last.after, .incompleteMemberDefinition)
    return modifiers.parts.isEmpty ? .none : .broken(modifiers.parts)
  }

  /// Reads attributes, type and keywords; gives the token after them, which is not taken.
  private func memberModifiers(_ modifiers: inout MemberModifiers) -> Token {
    while true {
      skipNewlines()
      if let attribute = attribute() {
        modifiers.last = attribute.extent
        modifiers.start = modifiers.start ?? attribute.extent
        switch attribute {
        case .attribute(let attribute): modifiers.attributes.append(attribute)
        case .typeConstraint(let type) where modifiers.type == nil: modifiers.type = type
        case .typeConstraint(let type): report(type.extent, .tooManyTypes)
        }
        continue
      }
      let token = peekToken()
      modifiers.start = modifiers.start ?? token.extent
      guard token.kind == .hidden || token.kind == .static else { return token }
      let flag: MemberAttributes = token.kind == .hidden ? .hidden : .static
      if modifiers.flags.contains(flag) { report(token.extent, .duplicateQualifier(text(token))) }
      modifiers.flags.insert(flag)
      modifiers.last = token.extent
      skipToken()
    }
  }

  private func property(
    _ path: VariablePath, _ token: Token, _ modifiers: MemberModifiers, _ start: ScriptExtent
  ) -> ClassMemberReading {
    var value: ExpressionAst?
    if peekKind == .equals {
      skipToken()
      skipNewlines()
      value = expression()
    }
    let end = memberEnd(value?.extent ?? token.extent, isReportingMissing: true)
    guard !path.name.isEmpty else {
      let parts = modifiers.parts + (value.map { [$0.node] } ?? [])
      return parts.isEmpty ? .none : .broken(parts)
    }
    return .member(
      .property(
        PropertyMemberAst(
          extent: extent(start, end), name: path.name, propertyType: modifiers.type,
          attributes: modifiers.attributes, initialValue: value, propertyAttributes: modifiers.flags)))
  }

  // MARK: Methods

  private func method(
    _ name: Token, _ className: String, _ modifiers: MemberModifiers, _ start: ScriptExtent
  ) -> ClassMemberReading {
    var errorEnd: ScriptExtent?
    var signature = Signature(parameters: [])
    if peekKind == .lParen {
      signature = functionParameters()
      errorEnd = signature.errorEnd
    } else {
      reportIncomplete(name.extent.after, .missingMethodParameterList)
    }
    let isConstructor = text(name).lowercased() == className.lowercased()
    let callsBase = isConstructor && !modifiers.flags.contains(.static)
    var baseCall: BaseCtorInvokeMemberExpressionAst?
    if callsBase { baseCall = baseConstructorCall(&errorEnd) }
    let lCurly = nextToken()
    if lCurly.kind != .lCurly {
      unget(lCurly)
      if errorEnd == nil {
        let end = signature.rParen?.extent ?? name.extent
        errorEnd = end
        reportIncomplete(end.after, .missingFunctionBody)
      }
    }
    guard errorEnd == nil else {
      sync(consumingCloser: false, to: [.rCurly])
      return modifiers.parts.isEmpty ? .none : .broken(modifiers.parts)
    }
    let body = methodBody(lCurly, baseCall)
    return .member(
      .function(
        FunctionMemberAst(
          extent: extent(start, body.extent), name: text(name), nameExtent: name.extent,
          attributes: modifiers.attributes, returnType: modifiers.type, parameters: signature.parameters ?? [],
          body: body, methodAttributes: modifiers.flags, isConstructor: isConstructor)))
  }

  private func methodBody(_ lCurly: Token, _ baseCall: BaseCtorInvokeMemberExpressionAst?) -> ScriptBlockAst {
    let first = baseCall.map { call in
      StatementAst.commandExpression(
        CommandExpressionAst(extent: call.extent, expression: .baseCtorInvokeMember(call), redirections: []))
    }
    return inMode(.command) { outsideCatch { scriptBlock(after: lCurly, isFilter: false, first: first) } }
  }

  /// The call of the base class's constructor: what is written, or one without arguments.
  private func baseConstructorCall(_ errorEnd: inout ScriptExtent?) -> BaseCtorInvokeMemberExpressionAst {
    skipNewlines()
    return inMode(.signature) {
      let colon = peekToken()
      guard colon.kind == .colon else { return makeBaseCall(.empty, .empty, []) }
      skipToken()
      skipNewlines()
      let base = peekToken()
      guard base.kind == .base else {
        errorEnd = colon.extent
        reportIncomplete(colon.extent.after, .missingBaseCtorCall)
        return makeBaseCall(.empty, .empty, [])
      }
      skipToken()
      skipNewlines()
      let lParen = peekToken()
      guard lParen.kind == .lParen else {
        errorEnd = base.extent
        reportIncomplete(base.extent.after, .missingMethodParameterList)
        return makeBaseCall(base.extent, base.extent, [])
      }
      skipToken()
      let (arguments, end) = invocationArguments(lParen)
      skipNewlines()
      return makeBaseCall(base.extent, extent(base.extent, end), arguments)
    }
  }

  private func makeBaseCall(
    _ keyword: ScriptExtent, _ whole: ScriptExtent, _ arguments: [ExpressionAst]
  ) -> BaseCtorInvokeMemberExpressionAst {
    let this = VariableExpressionAst(
      extent: keyword, variablePath: VariablePath(userPath: "this"), isSplatted: false)
    let name = StringConstantExpressionAst(extent: keyword, stringConstantType: .bareWord, value: ".ctor")
    return BaseCtorInvokeMemberExpressionAst(
      extent: whole, expression: .variable(this), member: .stringConstant(name), arguments: arguments)
  }
}
