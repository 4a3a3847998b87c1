import ShellObjects
import SourceText

class BinaryNode: Node {
  let left: Node
  let right: Node

  init(_ left: Node, _ right: Node, _ extent: ScriptExtent) {
    self.left = left
    self.right = right
    super.init(extent)
  }
}

final class AddNode: BinaryNode {
  override func eval(_ f: Frame) throws -> Value { try f.sum(left.eval(f), right.eval(f)) }
}

extension Frame {
  /// `a + b`, with `$OFS` between the elements of a list that is appended to text.
  @inline(__always) func sum(_ a: Value, _ b: Value) throws -> Value {
    if case .object(let object) = b, object.isEnumerable { return try sumWithList(a, b) }
    return try Arithmetic.add(a, b)
  }

  @inline(never) private func sumWithList(_ a: Value, _ b: Value) throws -> Value {
    guard case .string(let text) = a.base else { return try Arithmetic.add(a, b) }
    return .string(text + (try session.text(b, scope)))
  }
}

final class SubtractNode: BinaryNode {
  override func eval(_ f: Frame) throws -> Value { try Arithmetic.subtract(left.eval(f), right.eval(f)) }
}

final class MultiplyNode: BinaryNode {
  override func eval(_ f: Frame) throws -> Value { try Arithmetic.multiply(left.eval(f), right.eval(f)) }
}

final class DivideNode: BinaryNode {
  override func eval(_ f: Frame) throws -> Value { try Arithmetic.divide(left.eval(f), right.eval(f)) }
}

final class RemainderNode: BinaryNode {
  override func eval(_ f: Frame) throws -> Value { try Arithmetic.remainder(left.eval(f), right.eval(f)) }
}

/// A local variable and a small constant, the operands of most loops.
final class AddConstantNode: Node {
  let left: Node
  let constant: Int32

  init(_ left: Node, _ constant: Int32, _ extent: ScriptExtent) {
    self.left = left
    self.constant = constant
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    let value = try left.eval(f)
    if case .int32(let number) = value {
      let (sum, overflow) = number.addingReportingOverflow(constant)
      if !overflow { return .int32(sum) }
    }
    return try Arithmetic.add(value, .int32(constant))
  }
}

/// `-x`, `+x`, `-bnot`, `-not`, unary `-join` and `-split`, unary comma.
final class UnaryNode: Node {
  enum Operation { case minus, plus, complement, not, comma, join, split(ignoreCase: Bool) }
  let operation: Operation
  let child: Node

  init(_ operation: Operation, _ child: Node, _ extent: ScriptExtent) {
    self.operation = operation
    self.child = child
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    switch operation {
    case .minus: return try Arithmetic.subtract(.int32(0), child.eval(f))
    case .plus: return try Arithmetic.add(.int32(0), child.eval(f))
    case .complement: return try Bitwise.complement(child.eval(f))
    case .not: return .bool(try !child.test(f))
    case .comma: return .object(PSArray([try child.eval(f)]))
    case .join: return try TextOperators.join(child.eval(f), .string(""))
    case .split: return try TextOperators.splitOnSpaces(child.eval(f))
    }
  }

  override func test(_ f: Frame) throws -> Bool {
    if case .not = operation { return try !child.test(f) }
    return try eval(f).isTrue
  }
}

/// `-band`, `-bor`, `-bxor`, `-shl`, `-shr`.
final class BitwiseNode: BinaryNode {
  let operation: Bitwise.Operation

  init(_ operation: Bitwise.Operation, _ left: Node, _ right: Node, _ extent: ScriptExtent) {
    self.operation = operation
    super.init(left, right, extent)
  }

  override func eval(_ f: Frame) throws -> Value { try Bitwise.apply(operation, left.eval(f), right.eval(f)) }
}

/// `-and`, `-or`, `-xor`.
final class LogicalNode: BinaryNode {
  enum Operation { case and, or, xor }
  let operation: Operation

  init(_ operation: Operation, _ left: Node, _ right: Node, _ extent: ScriptExtent) {
    self.operation = operation
    super.init(left, right, extent)
  }

  override func test(_ f: Frame) throws -> Bool {
    switch operation {
    case .and: try left.test(f) && right.test(f)
    case .or: try left.test(f) || right.test(f)
    case .xor: try left.test(f) != right.test(f)
    }
  }

  override func eval(_ f: Frame) throws -> Value { .bool(try test(f)) }
}

/// `a..b`.
final class RangeNode: BinaryNode {
  override func eval(_ f: Frame) throws -> Value {
    var elements: [Value] = []
    try RangeOperator.walk(left.eval(f), right.eval(f)) {
      elements.append($0)
      return true
    }
    return .object(PSArray(elements))
  }

  override func emit(_ f: Frame) throws {
    let out = f.out
    try RangeOperator.walk(left.eval(f), right.eval(f)) {
      try out.write($0)
      return true
    }
  }
}

/// `c ? a : b`.
final class TernaryNode: Node {
  let condition: Node
  let ifTrue: Node
  let ifFalse: Node

  init(_ condition: Node, _ ifTrue: Node, _ ifFalse: Node, _ extent: ScriptExtent) {
    self.condition = condition
    self.ifTrue = ifTrue
    self.ifFalse = ifFalse
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    try condition.test(f) ? ifTrue.eval(f) : ifFalse.eval(f)
  }
}

/// `a ?? b`.
final class CoalesceNode: BinaryNode {
  override func eval(_ f: Frame) throws -> Value {
    let value = try left.eval(f)
    return value.isNull ? try right.eval(f) : value
  }
}

/// `a -f b`.
final class FormatNode: BinaryNode {
  override func eval(_ f: Frame) throws -> Value {
    try TextOperators.format(left.eval(f), right.eval(f), f.session)
  }
}
