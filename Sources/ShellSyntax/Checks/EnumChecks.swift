import SourceText

/// The values of an enum: constants that fit its type, no name twice.
struct EnumChecks {
  private let type: TypeDefinitionAst
  private let errors: ErrorCollector
  private let definedTypes: Set<String>
  private let underlying: (name: String, range: ClosedRange<Int128>)

  init(_ type: TypeDefinitionAst, _ errors: ErrorCollector, definedTypes: Set<String>) {
    self.type = type
    self.errors = errors
    self.definedTypes = definedTypes
    let base = type.baseTypes.first.flatMap { KnownTypes.fullName(of: $0.typeName) }
    underlying = base.flatMap { Self.types[$0] } ?? ("int", Int128(Int32.min)...Int128(Int32.max))
  }

  private static let types: [String: (name: String, range: ClosedRange<Int128>)] = [
    "System.SByte": ("sbyte", Int128(Int8.min)...Int128(Int8.max)),
    "System.Byte": ("byte", 0...Int128(UInt8.max)),
    "System.Int16": ("short", Int128(Int16.min)...Int128(Int16.max)),
    "System.UInt16": ("ushort", 0...Int128(UInt16.max)),
    "System.UInt32": ("uint", 0...Int128(UInt32.max)),
    "System.Int64": ("long", Int128(Int64.min)...Int128(Int64.max)),
    "System.UInt64": ("ulong", 0...Int128(UInt64.max)),
  ]

  func check() {
    if let base = type.baseTypes.first, KnownTypes.fullName(of: base.typeName) == "System.Char" {
      errors.report(base.extent, .invalidUnderlyingType("System.Char"))
      return
    }
    var names: Set<String> = []
    var next: Int128? = 0
    for case .property(let member) in type.members {
      if let initial = member.initialValue { next = value(of: initial) }
      if let value = next, !underlying.range.contains(value) {
        errors.report(member.initialValue?.extent ?? member.extent, .enumeratorValueOutOfBounds(underlying.name))
        next = nil
      }
      if !names.insert(member.name.lowercased()).inserted {
        errors.report(member.extent, .memberAlreadyDefined(member.name))
      }
      next = next.map { $0 + 1 }
    }
  }

  /// The value, where it can be told here; what is no constant is reported.
  private func value(of initial: ExpressionAst) -> Int128? {
    if case .stringConstant(let text) = initial {
      if let number = Parser.parseNumber(text.value)?.wholeValue { return number }
      errors.report(initial.extent, .cannotConvertValue(underlying.name))
      return nil
    }
    if !isConstant(initial) {
      errors.report(initial.extent, .enumeratorValueMustBeConstant)
      return nil
    }
    return evaluate(initial)
  }

  private func isConstant(_ expression: ExpressionAst) -> Bool {
    switch expression {
    case .arrayLiteral, .scriptBlock, .type: return false
    case .binary(let node):
      return node.operator.traits.contains(.canConstantFold) && isConstant(node.left) && isConstant(node.right)
    case .unary(let node): return node.tokenKind.traits.contains(.canConstantFold) && isConstant(node.child)
    case .paren(let node): return node.pipeline.pureExpression.map(isConstant) ?? false
    case .member(let node):
      if case .type(let literal) = node.expression, case .simple(let name) = literal.typeName {
        let key = name.name.lowercased()
        // Another enum of the script is made before this one; its own values are not there yet.
        if definedTypes.contains(key) { return key != type.name.lowercased() }
      }
      return ConstantValues.isConstant(expression, for: .requires)
    default: return ConstantValues.isConstant(expression, for: .requires)
    }
  }

  private func evaluate(_ expression: ExpressionAst) -> Int128? {
    switch expression {
    case .constant(let number): return number.value?.wholeValue
    case .paren(let node): return node.pipeline.pureExpression.flatMap(evaluate)
    case .unary(let node):
      guard let operand = evaluate(node.child) else { return nil }
      switch node.tokenKind {
      case .minus: return -operand
      case .plus: return operand
      case .bnot: return ~operand
      default: return nil
      }
    case .binary(let node):
      guard let left = evaluate(node.left), let right = evaluate(node.right) else { return nil }
      return combine(left, node.operator, right)
    case .member(let node): return limit(node)
    default: return nil
    }
  }

  private func combine(_ left: Int128, _ operation: TokenKind, _ right: Int128) -> Int128? {
    switch operation {
    case .plus: left.addingReportingOverflow(right).partialValue
    case .minus: left.subtractingReportingOverflow(right).partialValue
    case .multiply: left.multipliedReportingOverflow(by: right).partialValue
    case .band: left & right
    case .bor: left | right
    case .bxor: left ^ right
    case .shl where right >= 0 && right < 64: left << right
    case .shr where right >= 0 && right < 64: left >> right
    default: nil
    }
  }

  /// `[int]::MaxValue` and its like.
  private func limit(_ node: MemberExpressionAst) -> Int128? {
    guard case .type(let literal) = node.expression, case .stringConstant(let name) = node.member,
      let full = KnownTypes.fullName(of: literal.typeName)
    else { return nil }
    let range =
      full == "System.Int32" ? Int128(Int32.min)...Int128(Int32.max) : Self.types[full]?.range
    switch name.value.lowercased() {
    case "maxvalue": return range?.upperBound
    case "minvalue": return range?.lowerBound
    default: return nil
    }
  }
}

extension NumberLiteral {
  /// The value of a whole number of any integer type, and of a decimal without fraction; nil for others.
  var wholeValue: Int128? {
    switch self {
    case .sbyte(let value): Int128(value)
    case .byte(let value): Int128(value)
    case .int16(let value): Int128(value)
    case .uint16(let value): Int128(value)
    case .int32(let value): Int128(value)
    case .uint32(let value): Int128(value)
    case .int64(let value): Int128(value)
    case .uint64(let value): Int128(value)
    case .decimal(let value) where value.scale == 0:
      value.isNegative ? -Int128(value.coefficient) : Int128(value.coefficient)
    case .double, .decimal, .bigInteger: nil
    }
  }
}
