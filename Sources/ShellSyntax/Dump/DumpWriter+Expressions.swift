import SourceText

extension DumpWriter {
  /// Writes the parts of an expression; false for another node.
  mutating func writeExpression(_ node: any Ast) -> Bool {
    switch node {
    case let node as BinaryExpressionAst:
      word(node.operator.name)
      staticType(StaticTypes.of(node))
      children([node.left.node, node.right.node])
    case let node as UnaryExpressionAst:
      word(node.tokenKind.name)
      staticType(StaticTypes.of(node))
      child(node.child.node)
    case let node as TernaryExpressionAst:
      children([node.condition.node, node.ifTrue.node, node.ifFalse.node])
    case let node as ConvertExpressionAst:
      staticType(StaticTypes.of(node.type.typeName))
      children([node.type, node.child.node])
    case let node as AttributedExpressionAst:
      children([node.attribute.node, node.child.node])
    case let node as IndexExpressionAst:
      word("NullConditional", if: node.isNullConditional)
      children([node.target.node, node.index.node])
    case let node as ArrayLiteralAst: children(node.elements.map(\.node))
    case let node as ArrayExpressionAst: child(node.subExpression)
    case let node as SubExpressionAst: child(node.subExpression)
    case let node as ParenExpressionAst: child(node.pipeline.node)
    case let node as ScriptBlockExpressionAst: child(node.scriptBlock)
    case let node as UsingExpressionAst: child(node.subExpression.node)
    case let node as ErrorExpressionAst: children(node.nestedAst)
    case let node as HashtableAst:
      for pair in node.keyValuePairs {
        child("key", pair.key.node)
        child("value", pair.value.node)
      }
    default: return writeLeaf(node) || writeMember(node)
    }
    return true
  }

  private mutating func writeLeaf(_ node: any Ast) -> Bool {
    switch node {
    case let node as VariableExpressionAst:
      quoted(node.variablePath.userPath)
      switch node.variablePath.qualifier {
      case .unqualified: break
      case .global: word("Global")
      case .local: word("Local")
      case .script: word("Script")
      case .private: word("Private")
      case .drive: word("Drive")
      }
      word("Splatted", if: node.isSplatted)
    case let node as StringConstantExpressionAst:
      word(stringType(node.stringConstantType))
      quoted(node.value)
    case let node as ExpandableStringExpressionAst:
      word(stringType(node.stringConstantType))
      quoted(node.value)
      children(node.nestedExpressions.map(\.node))
    case let node as ConstantExpressionAst:
      word(node.value.map { "\($0.typeName) \($0.roundTripText)" } ?? "null")
    case let node as TypeExpressionAst:
      type(node.typeName)
    default: return false
    }
    return true
  }

  private func stringType(_ type: StringConstantType) -> String {
    switch type {
    case .bareWord: "BareWord"
    case .singleQuoted: "SingleQuoted"
    case .doubleQuoted: "DoubleQuoted"
    case .singleQuotedHereString: "SingleQuotedHereString"
    case .doubleQuotedHereString: "DoubleQuotedHereString"
    }
  }

  private mutating func writeMember(_ node: any Ast) -> Bool {
    switch node {
    case let node as MemberExpressionAst:
      word("Static", if: node.isStatic)
      word("NullConditional", if: node.isNullConditional)
      children([node.expression.node, node.member.node])
    case let node as InvokeMemberExpressionAst:
      word("Static", if: node.isStatic)
      word("NullConditional", if: node.isNullConditional)
      children([node.expression.node, node.member.node])
      types("generic", node.genericTypeArguments)
      children("arguments", node.arguments.map(\.node))
    case let node as BaseCtorInvokeMemberExpressionAst:
      children([node.expression.node, node.member.node])
      children("arguments", node.arguments.map(\.node))
    default: return false
    }
    return true
  }
}
