import ShellObjects
import ShellSyntax
import SourceText

extension Compiler {
  func binary(_ ast: BinaryExpressionAst) -> Node {
    let left = expression(ast.left)
    let right = expression(ast.right)
    let extent = ast.extent
    if let node = arithmetic(ast.operator, left, right, extent) { return node }
    if let node = comparison(ast.operator, left, right, extent) { return node }
    switch ast.operator {
    case .and: return LogicalNode(.and, left, right, extent)
    case .or: return LogicalNode(.or, left, right, extent)
    case .xor: return LogicalNode(.xor, left, right, extent)
    case .band: return BitwiseNode(.and, left, right, extent)
    case .bor: return BitwiseNode(.or, left, right, extent)
    case .bxor: return BitwiseNode(.xor, left, right, extent)
    case .shl: return BitwiseNode(.shiftLeft, left, right, extent)
    case .shr: return BitwiseNode(.shiftRight, left, right, extent)
    case .is: return TypeTestNode(false, left, right, extent)
    case .isNot: return TypeTestNode(true, left, right, extent)
    case .as: return AsNode(left, right, extent)
    case .join: return JoinNode(left, right, extent)
    case .format: return FormatNode(left, right, extent)
    case .dotDot: return RangeNode(left, right, extent)
    case .questionQuestion: return CoalesceNode(left, right, extent)
    default: return ConstantNode(.null, extent)
    }
  }

  private func arithmetic(_ kind: TokenKind, _ left: Node, _ right: Node, _ extent: ScriptExtent) -> Node? {
    switch kind {
    case .plus:
      if let constant = right as? ConstantNode, case .int32(let number) = constant.value, left is LocalVariableNode {
        return AddConstantNode(left, number, extent)
      }
      return AddNode(left, right, extent)
    case .minus: return SubtractNode(left, right, extent)
    case .multiply: return MultiplyNode(left, right, extent)
    case .divide: return DivideNode(left, right, extent)
    case .rem: return RemainderNode(left, right, extent)
    default: return nil
    }
  }

  private func comparison(_ kind: TokenKind, _ left: Node, _ right: Node, _ extent: ScriptExtent) -> Node? {
    switch kind {
    case .ieq, .ceq: EqualityNode(false, kind == .ieq, left, right, extent)
    case .ine, .cne: EqualityNode(true, kind == .ine, left, right, extent)
    case .ilt, .clt: OrderNode(.less, kind == .ilt, left, right, extent)
    case .ile, .cle: OrderNode(.lessOrEqual, kind == .ile, left, right, extent)
    case .igt, .cgt: OrderNode(.greater, kind == .igt, left, right, extent)
    case .ige, .cge: OrderNode(.greaterOrEqual, kind == .ige, left, right, extent)
    case .ilike, .clike: LikeNode(false, kind == .ilike, left, right, extent)
    case .inotlike, .cnotlike: LikeNode(true, kind == .inotlike, left, right, extent)
    case .imatch, .cmatch: RegexNode(.match, kind == .imatch, left, right, extent)
    case .inotmatch, .cnotmatch: RegexNode(.notMatch, kind == .inotmatch, left, right, extent)
    case .ireplace, .creplace: RegexNode(.replace, kind == .ireplace, left, right, extent)
    case .isplit, .csplit: RegexNode(.split, kind == .isplit, left, right, extent)
    case .icontains, .ccontains: ContainmentNode(false, false, kind == .icontains, left, right, extent)
    case .inotcontains, .cnotcontains: ContainmentNode(false, true, kind == .inotcontains, left, right, extent)
    case .iin, .cin: ContainmentNode(true, false, kind == .iin, left, right, extent)
    case .inotin, .cnotin: ContainmentNode(true, true, kind == .inotin, left, right, extent)
    default: nil
    }
  }

  func unary(_ ast: UnaryExpressionAst) -> Node {
    let extent = ast.extent
    switch ast.tokenKind {
    case .plusPlus: return IncrementNode(assignable(ast.child), 1, isPrefix: true, extent)
    case .minusMinus: return IncrementNode(assignable(ast.child), -1, isPrefix: true, extent)
    case .postfixPlusPlus: return IncrementNode(assignable(ast.child), 1, isPrefix: false, extent)
    case .postfixMinusMinus: return IncrementNode(assignable(ast.child), -1, isPrefix: false, extent)
    default: break
    }
    let child = expression(ast.child)
    switch ast.tokenKind {
    case .minus:
      if let constant = child as? ConstantNode, let negated = try? Arithmetic.subtract(.int32(0), constant.value) {
        return ConstantNode(negated, extent)
      }
      return UnaryNode(.minus, child, extent)
    case .plus: return UnaryNode(.plus, child, extent)
    case .bnot: return UnaryNode(.complement, child, extent)
    case .not, .exclaim: return UnaryNode(.not, child, extent)
    case .comma: return UnaryNode(.comma, child, extent)
    case .join: return UnaryNode(.join, child, extent)
    case .isplit: return UnaryNode(.split(ignoreCase: true), child, extent)
    case .csplit: return UnaryNode(.split(ignoreCase: false), child, extent)
    default: return child
    }
  }

  // MARK: Assignment

  func assignment(_ ast: AssignmentStatementAst) -> Node {
    let target = assignable(ast.left)
    guard ast.operator == .equals else { return compound(ast, target) }
    if let plain = plainExpression(ast.right) { return AssignNode(target, expression(plain), ast.extent) }
    if case .assignment(let inner) = ast.right { return AssignNode(target, assignment(inner), ast.extent) }
    return SilentStatementNode(StatementNode(statement(ast.right), target: target, ast.extent), ast.extent)
  }

  private func compound(_ ast: AssignmentStatementAst, _ target: AssignableNode) -> Node {
    let right = value(of: ast.right)
    switch ast.operator {
    case .plusEquals:
      if let local = target as? LocalVariableNode { return AppendNode(local, right, ast.extent) }
      return CompoundAssignNode(.add, target, right, ast.extent)
    case .minusEquals: return CompoundAssignNode(.subtract, target, right, ast.extent)
    case .multiplyEquals: return CompoundAssignNode(.multiply, target, right, ast.extent)
    case .divideEquals: return CompoundAssignNode(.divide, target, right, ast.extent)
    case .remainderEquals: return CompoundAssignNode(.remainder, target, right, ast.extent)
    default: return CompoundAssignNode(.coalesce, target, right, ast.extent)
    }
  }
}

/// An assigned pipeline as a statement of its own, which writes nothing.
final class SilentStatementNode: Node {
  let child: Node

  init(_ child: Node, _ extent: ScriptExtent) {
    self.child = child
    super.init(extent)
  }

  override var isSilent: Bool { true }
  override func eval(_ f: Frame) throws -> Value { try child.eval(f) }
}
