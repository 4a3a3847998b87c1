import ShellObjects
import ShellSyntax
import SourceText

extension Compiler {
  func expression(_ ast: ExpressionAst) -> Node {
    switch ast {
    case .constant(let node): return ConstantNode(Self.number(node.value), node.extent)
    case .stringConstant(let node):
      return ConstantNode(.string(node.value), node.extent, isBareWord: node.stringConstantType == .bareWord)
    case .expandableString(let node): return expandable(node)
    case .variable(let node): return variable(node)
    case .binary(let node): return binary(node)
    case .unary(let node): return unary(node)
    case .ternary(let node):
      return TernaryNode(expression(node.condition), expression(node.ifTrue), expression(node.ifFalse), node.extent)
    case .convert(let node): return convert(node)
    case .attributed(let node): return expression(node.child)
    case .member(let node): return member(node)
    case .invokeMember(let node): return invoke(node)
    case .baseCtorInvokeMember(let node):
      callsBaseConstructor = true
      return BaseConstructorNode(node.arguments.map(expression), node.extent)
    case .index(let node):
      return IndexNode(expression(node.target), expression(node.index), node.isNullConditional, node.extent)
    case .type(let node): return type(node.typeName)
    case .arrayLiteral(let node): return ArrayLiteralNode(node.elements.map(expression), node.extent)
    case .array(let node): return array(node)
    case .sub(let node): return SubExpressionNode(statementBlock(node.subExpression), node.extent)
    case .paren(let node): return paren(node)
    case .hashtable(let node): return hashtable(node, .hashtable)
    case .scriptBlock(let node): return ScriptBlockNode(nested(node.scriptBlock), node.extent)
    case .using(let node):
      return UsingNode(expression(node.subExpression), source.text(of: node.subExpression.extent), node.extent)
    case .error(let node): return ConstantNode(.null, node.extent)
    }
  }

  static func number(_ literal: NumberLiteral?) -> Value {
    switch literal {
    case nil: return .null
    case .sbyte(let number): return number.value
    case .byte(let number): return number.value
    case .int16(let number): return number.value
    case .uint16(let number): return number.value
    case .int32(let number): return .int32(number)
    case .uint32(let number): return number.value
    case .int64(let number): return .int64(number)
    case .uint64(let number): return number.value
    case .double(let number): return .double(number)
    case .decimal(let literal):
      let decimal = Decimal96(mantissa: literal.coefficient, scale: literal.scale, isNegative: literal.isNegative)
      return .object(NumberObject(.decimal(decimal ?? .zero)))
    case .bigInteger(let text):
      let type = PSType.parse("bigint")
      return type.flatMap { try? $0.callStatic(Symbol("Parse"), [.string(text)]) } ?? .string(text)
    }
  }

  private func expandable(_ ast: ExpandableStringExpressionAst) -> Node {
    ExpandableNode(
      ast.parts.map { part in
        switch part {
        case .text(let text): .text(text)
        case .expression(let inner): .expression(expression(inner))
        }
      }, ast.extent)
  }

  private func array(_ ast: ArrayExpressionAst) -> Node {
    let statements = ast.subExpression.statements
    var single: Node?
    if statements.count == 1, ast.subExpression.traps.isEmpty, let inner = plainExpression(statements[0]) {
      let node = expression(inner)
      if !node.isSilent { single = node }
    }
    return ArrayExpressionNode(single == nil ? statementBlock(ast.subExpression) : EmptyStatement(), single, ast.extent)
  }

  private func paren(_ ast: ParenExpressionAst) -> Node {
    let node = value(of: ast.pipeline)
    return node.isSilent ? LoudNode(node, ast.extent) : node
  }

  func hashtable(_ ast: HashtableAst, _ form: HashtableNode.Form) -> HashtableNode {
    HashtableNode(form, ast.keyValuePairs.map { (expression($0.key), value(of: $0.value)) }, ast.extent)
  }

  private func convert(_ ast: ConvertExpressionAst) -> Node {
    let name = ast.type.typeName.fullName.lowercased()
    if case .hashtable(let table) = ast.child {
      if name == "ordered" { return hashtable(table, .ordered) }
      if name == "pscustomobject" || name == "system.management.automation.pscustomobject" {
        return hashtable(table, .customObject)
      }
    }
    return ConvertNode(type(ast.type.typeName), expression(ast.child), ast.extent)
  }

  // MARK: Variables

  func variable(_ ast: VariableExpressionAst) -> Node {
    let path = ast.variablePath
    let name = path.name
    switch path.qualifier {
    case .drive: return DriveVariableNode(path.driveName ?? "", name, ast.extent)
    case .global: return NamedVariableNode(Symbol(name), name, .global, ast.extent)
    case .script: return NamedVariableNode(Symbol(name), name, .script, ast.extent)
    case .local: return NamedVariableNode(Symbol(name), name, .local, ast.extent)
    case .private: return NamedVariableNode(Symbol(name), name, .private, ast.extent)
    case .unqualified: return unqualified(name, ast.extent)
    }
  }

  private func unqualified(_ name: String, _ extent: ScriptExtent) -> Node {
    switch name.lowercased() {
    case "null": return ConstantNode(.null, extent)
    case "true": return ConstantNode(.bool(true), extent)
    case "false": return ConstantNode(.bool(false), extent)
    case "?": return AutomaticVariableNode(.success, extent)
    case "myinvocation": return AutomaticVariableNode(.myInvocation, extent)
    case "psboundparameters": return AutomaticVariableNode(.boundParameters, extent)
    case "pscmdlet": return AutomaticVariableNode(.cmdlet, extent)
    case "psscriptroot": return AutomaticVariableNode(.scriptRoot, extent)
    case "pscommandpath": return AutomaticVariableNode(.commandPath, extent)
    case "executioncontext": return AutomaticVariableNode(.executionContext, extent)
    case "psitem": return LocalVariableNode(Layout.underscore, .underscore, extent)
    default: break
    }
    let symbol = Symbol(name)
    if let slot = layout.add(symbol) { return LocalVariableNode(slot, symbol, extent) }
    return NamedVariableNode(symbol, name, .any, extent)
  }

  // MARK: Members

  private func memberName(_ ast: ExpressionAst) -> MemberName {
    if case .stringConstant(let constant) = ast { return .constant(constant.value, Symbol(constant.value)) }
    return .computed(expression(ast))
  }

  private func member(_ ast: MemberExpressionAst) -> Node {
    let name = memberName(ast.member)
    if ast.isStatic { return StaticPropertyNode(expression(ast.expression), name, ast.extent) }
    return PropertyNode(expression(ast.expression), name, ast.isNullConditional, ast.extent)
  }

  private func invoke(_ ast: InvokeMemberExpressionAst) -> Node {
    InvokeNode(
      expression(ast.expression), memberName(ast.member), ast.arguments.map(expression),
      typeArguments: ast.genericTypeArguments.map(type), isStatic: ast.isStatic,
      isNullConditional: ast.isNullConditional, ast.extent)
  }

  // MARK: Assignment targets

  func assignable(_ ast: ExpressionAst) -> AssignableNode {
    switch ast {
    case .variable(let node):
      let target = variable(node)
      if let local = target as? LocalVariableNode { layout.assigned.insert(local.slot) }
      return target as? AssignableNode ?? FixedVariableTarget(node.variablePath.name, node.extent)
    case .member, .index: return expression(ast) as? AssignableNode ?? UnassignableTarget(ast.extent)
    case .arrayLiteral(let node): return MultipleTarget(node.elements.map(assignable), node.extent)
    case .paren(let node):
      guard let inner = plainExpression(node.pipeline) else { return UnassignableTarget(node.extent) }
      return assignable(inner)
    case .convert, .attributed: return constrained(ast)
    default: return UnassignableTarget(ast.extent)
    }
  }

  /// `[type][Attribute()]$variable`, in any order.
  private func constrained(_ ast: ExpressionAst) -> AssignableNode {
    var type: TypeNode?
    var attributes: [CompiledAttribute] = []
    var rest = ast
    while true {
      switch rest {
      case .convert(let node):
        type = type ?? self.type(node.type.typeName)
        rest = node.child
      case .attributed(let node):
        switch node.attribute {
        case .attribute(let inner): attributes.append(attribute(inner))
        case .typeConstraint(let inner): type = type ?? self.type(inner.typeName)
        }
        rest = node.child
      default: return ConstrainedVariableNode(type, attributes, assignable(rest), ast.extent)
      }
    }
  }
}

/// A silent expression in parentheses: now its value counts.
final class LoudNode: Node {
  let child: Node

  init(_ child: Node, _ extent: ScriptExtent) {
    self.child = child
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value { try child.eval(f) }
}
