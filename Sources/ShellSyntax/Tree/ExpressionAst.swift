package import SourceText

/// Any expression.
package enum ExpressionAst: Sendable {
  case binary(BinaryExpressionAst)
  case unary(UnaryExpressionAst)
  case ternary(TernaryExpressionAst)
  case convert(ConvertExpressionAst)
  case attributed(AttributedExpressionAst)
  case member(MemberExpressionAst)
  case invokeMember(InvokeMemberExpressionAst)
  case baseCtorInvokeMember(BaseCtorInvokeMemberExpressionAst)
  case index(IndexExpressionAst)
  case variable(VariableExpressionAst)
  case constant(ConstantExpressionAst)
  case stringConstant(StringConstantExpressionAst)
  case expandableString(ExpandableStringExpressionAst)
  case type(TypeExpressionAst)
  case arrayLiteral(ArrayLiteralAst)
  case array(ArrayExpressionAst)
  case sub(SubExpressionAst)
  case paren(ParenExpressionAst)
  case hashtable(HashtableAst)
  case scriptBlock(ScriptBlockExpressionAst)
  case using(UsingExpressionAst)
  case error(ErrorExpressionAst)

  /// The node itself.
  package var node: any Ast {
    switch self {
    case .binary(let node): node
    case .unary(let node): node
    case .ternary(let node): node
    case .convert(let node): node
    case .attributed(let node): node
    case .member(let node): node
    case .invokeMember(let node): node
    case .baseCtorInvokeMember(let node): node
    case .index(let node): node
    case .variable(let node): node
    case .constant(let node): node
    case .stringConstant(let node): node
    case .expandableString(let node): node
    case .type(let node): node
    case .arrayLiteral(let node): node
    case .array(let node): node
    case .sub(let node): node
    case .paren(let node): node
    case .hashtable(let node): node
    case .scriptBlock(let node): node
    case .using(let node): node
    case .error(let node): node
    }
  }

  /// The range of text that the node stands for.
  package var extent: ScriptExtent {
    switch self {
    case .binary(let node): node.extent
    case .unary(let node): node.extent
    case .ternary(let node): node.extent
    case .convert(let node): node.extent
    case .attributed(let node): node.extent
    case .member(let node): node.extent
    case .invokeMember(let node): node.extent
    case .baseCtorInvokeMember(let node): node.extent
    case .index(let node): node.extent
    case .variable(let node): node.extent
    case .constant(let node): node.extent
    case .stringConstant(let node): node.extent
    case .expandableString(let node): node.extent
    case .type(let node): node.extent
    case .arrayLiteral(let node): node.extent
    case .array(let node): node.extent
    case .sub(let node): node.extent
    case .paren(let node): node.extent
    case .hashtable(let node): node.extent
    case .scriptBlock(let node): node.extent
    case .using(let node): node.extent
    case .error(let node): node.extent
    }
  }
}
