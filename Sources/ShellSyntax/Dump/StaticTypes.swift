/// What can be said of an expression's type before it has a value: .NET's `StaticType`.
enum StaticTypes {
  static func of(_ type: TypeName) -> String? { KnownTypes.fullName(of: type) }

  static func of(_ parameter: ParameterAst) -> String? {
    for attribute in parameter.attributes {
      if case .typeConstraint(let constraint) = attribute { return of(constraint.typeName) }
    }
    return nil
  }

  static func of(_ node: BinaryExpressionAst) -> String? {
    switch node.operator {
    case .and, .or, .xor, .is: "System.Boolean"
    default: nil
    }
  }

  static func of(_ node: UnaryExpressionAst) -> String? {
    node.tokenKind == .not || node.tokenKind == .exclaim ? "System.Boolean" : nil
  }
}
