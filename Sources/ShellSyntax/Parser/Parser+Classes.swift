import SourceText

extension Parser {
  func classDefinition(_ keyword: Token, _ attributes: [AttributeBaseAst]) -> StatementAst {
    skipNewlines()
    guard let (name, nameToken) = simpleName() else {
      reportIncomplete(keyword.extent.after, .missingNameAfterKeyword(text(keyword)))
      return .error(ErrorStatementAst(keyword.extent))
    }
    mark(nameToken) { $0.flags = $0.flags.subtracting(.memberName).union(.typeName) }
    skipNewlines()
    return inMode(.signature) {
      let bases = baseTypes()
      let lCurly = nextToken()
      guard lCurly.kind == .lCurly else {
        unget(lCurly)
        let end = bases.last?.extent ?? name.extent
        reportIncomplete(end.after, .missingTypeBody(keyword.kind.text))
        return .error(ErrorStatementAst(extent(keyword.extent, end), bases))
      }
      return classBody(keyword, name, attributes, bases, lCurly)
    }
  }

  private func baseTypes() -> [TypeConstraintAst] {
    var bases: [TypeConstraintAst] = []
    var separator = peekToken()
    guard separator.kind == .colon else { return [] }
    skipToken()
    while true {
      skipNewlines()
      guard let (type, _) = typeName(allowingAssembly: false) else {
        reportIncomplete(separator.extent.after, .typeNameExpected)
        return bases
      }
      bases.append(TypeConstraintAst(extent: type.extent, typeName: type))
      skipNewlines()
      separator = peekToken()
      guard separator.kind == .comma else { return bases }
      skipToken()
    }
  }

  private func classBody(
    _ keyword: Token, _ name: StringConstantExpressionAst, _ attributes: [AttributeBaseAst],
    _ bases: [TypeConstraintAst], _ lCurly: Token
  ) -> StatementAst {
    var end = lCurly.extent
    var members: [MemberAst] = []
    var leftOver: [any Ast] = []
    reading: while true {
      switch classMember(of: name.value) {
      case .member(let member):
        members.append(member)
        end = member.extent
      case .broken(let parts):
        if let last = parts.last { end = last.extent }
        leftOver += parts
      case .none: break reading
      }
    }
    end = typeEnd(lCurly) ?? end
    let start = attributes.first?.extent ?? keyword.extent
    let definition = TypeDefinitionAst(
      extent: extent(start, end), name: name.value, nameExtent: name.extent,
      attributes: attributes.compactMap(\.asAttribute), baseTypes: bases, members: members, typeAttributes: .class)
    let constraints = attributes.compactMap(\.asTypeConstraint)
    if !constraints.isEmpty { leftOver += constraints + [definition] }
    guard leftOver.isEmpty else { return .error(ErrorStatementAst(definition.extent, leftOver)) }
    return .typeDefinition(definition)
  }

  /// The closing brace of a class or enum; nil where it is missing.
  private func typeEnd(_ lCurly: Token) -> ScriptExtent? {
    let rCurly = nextToken()
    if rCurly.kind == .rCurly { return rCurly.extent }
    unget(rCurly)
    reportIncomplete(lCurly.extent.after, detectedAt: rCurly.extent, .missingEndCurlyBrace)
    return nil
  }

  // MARK: Enums

  func enumDefinition(_ keyword: Token, _ attributes: [AttributeBaseAst]) -> StatementAst {
    skipNewlines()
    guard let (name, _) = simpleName() else {
      reportIncomplete(keyword.extent.after, .missingNameAfterKeyword(text(keyword)))
      return .error(ErrorStatementAst(keyword.extent))
    }
    return inMode(.signature) {
      let base = underlyingType()
      skipNewlines()
      let lCurly = nextToken()
      guard lCurly.kind == .lCurly else {
        unget(lCurly)
        reportIncomplete(name.extent.after, .missingTypeBody(keyword.kind.text))
        return .error(ErrorStatementAst(extent(keyword.extent, name.extent)))
      }
      var members: [MemberAst] = []
      while let member = enumMember() { members.append(.property(member)) }
      let end = typeEnd(lCurly) ?? peekToken().extent
      let start = attributes.first?.extent ?? keyword.extent
      let definition = TypeDefinitionAst(
        extent: extent(start, end), name: name.value, nameExtent: name.extent,
        attributes: attributes.compactMap(\.asAttribute), baseTypes: base.map { [$0] } ?? [], members: members,
        typeAttributes: .enum)
      let constraints = attributes.compactMap(\.asTypeConstraint)
      guard constraints.isEmpty else { return .error(ErrorStatementAst(start, constraints + [definition])) }
      return .typeDefinition(definition)
    }
  }

  private func underlyingType() -> TypeConstraintAst? {
    let colon = peekToken()
    guard colon.kind == .colon else { return nil }
    skipToken()
    skipNewlines()
    guard let (type, _) = typeName(allowingAssembly: false) else {
      reportIncomplete(colon.extent.after, .typeNameExpected)
      return nil
    }
    if !KnownTypes.canBeUnderEnum(type) { report(type.extent, .invalidUnderlyingType(type.simpleName.name)) }
    return TypeConstraintAst(extent: type.extent, typeName: type)
  }

  private func enumMember() -> PropertyMemberAst? {
    skipNewlines()
    guard let (name, _) = simpleName() else { return nil }
    var end = name.extent
    var value: ExpressionAst?
    var isValueMissing = false
    inMode(.expression) {
      let equals = peekToken()
      guard equals.kind == .equals else { return }
      skipToken()
      value = expression()
      if value == nil {
        report(equals.extent.after, .expectedValueExpression(equals.kind.text))
        isValueMissing = true
      }
      end = value?.extent ?? equals.extent
    }
    end = memberEnd(end, isReportingMissing: !isValueMissing)
    return PropertyMemberAst(
      extent: extent(name.extent, end), name: name.value, propertyType: nil, attributes: [], initialValue: value,
      propertyAttributes: [.public, .static, .literal])
  }

  /// What must end a property, and where that leaves the end: a semicolon belongs to it.
  func memberEnd(_ end: ScriptExtent, isReportingMissing: Bool) -> ScriptExtent {
    let terminator = peekToken()
    if isReportingMissing, terminator.kind != .newLine, terminator.kind != .semi, terminator.kind != .rCurly {
      reportIncomplete(end.after, .missingPropertyTerminator)
    }
    skipNewlinesAndSemicolons()
    return terminator.kind == .semi ? terminator.extent : end
  }
}

extension AttributeBaseAst {
  /// The attribute; nil for a type constraint.
  package var asAttribute: AttributeAst? { if case .attribute(let attribute) = self { attribute } else { nil } }

  /// The type constraint; nil for an attribute.
  package var asTypeConstraint: TypeConstraintAst? {
    if case .typeConstraint(let type) = self { type } else { nil }
  }

  /// The type that stands in the brackets.
  package var typeName: TypeName {
    switch self {
    case .attribute(let attribute): attribute.typeName
    case .typeConstraint(let type): type.typeName
    }
  }
}
