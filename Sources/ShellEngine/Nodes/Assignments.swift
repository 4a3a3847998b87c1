import ShellObjects
import SourceText

/// `$x = expression`, where the right side is a plain expression.
final class AssignNode: Node {
  let target: AssignableNode
  let value: Node

  init(_ target: AssignableNode, _ value: Node, _ extent: ScriptExtent) {
    self.target = target
    self.value = value
    super.init(extent)
  }

  override var isSilent: Bool { true }

  override func eval(_ f: Frame) throws -> Value {
    let result = try value.eval(f)
    try target.assign(result, f)
    return result
  }

  override func run(_ f: Frame) throws { try target.assign(value.eval(f), f) }
}

/// `$x += expression` and its relatives.
final class CompoundAssignNode: Node {
  enum Operation { case add, subtract, multiply, divide, remainder, coalesce }
  let operation: Operation
  let target: AssignableNode
  let value: Node

  init(_ operation: Operation, _ target: AssignableNode, _ value: Node, _ extent: ScriptExtent) {
    self.operation = operation
    self.target = target
    self.value = value
    super.init(extent)
  }

  override var isSilent: Bool { true }

  override func eval(_ f: Frame) throws -> Value {
    if operation == .coalesce {
      let current = try target.eval(f)
      if !current.isNull { return current }
      let made = try value.eval(f)
      try target.assign(made, f)
      return made
    }
    return try target.update(f) { current in
      let right = try value.eval(f)
      switch operation {
      case .add: return try f.sum(current, right)
      case .subtract: return try Arithmetic.subtract(current, right)
      case .multiply: return try Arithmetic.multiply(current, right)
      case .divide: return try Arithmetic.divide(current, right)
      case .remainder: return try Arithmetic.remainder(current, right)
      case .coalesce: return current
      }
    }
  }
}

/// `$x += expression` on a variable of the body: in place where nothing else holds the string or array.
final class AppendNode: Node {
  let slot: Int
  let variable: LocalVariableNode
  let value: Node

  init(_ variable: LocalVariableNode, _ value: Node, _ extent: ScriptExtent) {
    slot = variable.slot
    self.variable = variable
    self.value = value
    super.init(extent)
  }

  override var isSilent: Bool { true }

  override func eval(_ f: Frame) throws -> Value {
    try run(f)
    return try variable.eval(f)
  }

  override func run(_ f: Frame) throws {
    let right = try value.eval(f)
    switch f.slots[slot] {
    case .int32(let x):
      if case .int32(let y) = right {
        let (sum, overflow) = x.addingReportingOverflow(y)
        if !overflow {
          f.slots[slot] = .int32(sum)
          return
        }
      }
      f.slots[slot] = try Arithmetic.add(.int32(x), right)
    case .double(let x):
      if case .int32(let y) = right {
        f.slots[slot] = .double(x + Double(y))
      } else {
        f.slots[slot] = try Arithmetic.add(.double(x), right)
      }
    case .string, .object: try grow(right, f)
    // Why not looked up: `+=` starts from the scope's own variable, or from nothing.
    case .unset where f.scope.kind == .function: try variable.assign(Arithmetic.add(.null, right), f)
    default: _ = try variable.update(f) { try Arithmetic.add($0, right) }
    }
  }

  @inline(never) private func grow(_ right: Value, _ f: Frame) throws {
    // Why move: the slot gives up its reference, so that the string or array is unique and grows in place.
    let current = (f.slots + slot).move()
    (f.slots + slot).initialize(to: .null)
    switch consume current {
    case .string(let text): try growString(text, right, f)
    case .object(let object):
      if object.kind == .array {
        try growArray(object, right, f)
      } else {
        f.slots[slot] = .object(object)
        f.slots[slot] = try Arithmetic.add(.object(object), right)
      }
    case let other: f.slots[slot] = try Arithmetic.add(other, right)
    }
  }

  private func growString(_ text: consuming String, _ right: Value, _ f: Frame) throws {
    do {
      let addition = try f.session.text(right, f.scope)
      text.append(addition)
      f.slots[slot] = .string(text)
    } catch {
      f.slots[slot] = .string(text)
      throw error
    }
  }

  private func growArray(_ object: consuming PSObject, _ right: Value, _ f: Frame) throws {
    var array = unsafeDowncast(object, to: PSArray.self)
    guard isKnownUniquelyReferenced(&array), array.elementType === PSType.object, array.extended == nil else {
      f.slots[slot] = .object(array)
      f.slots[slot] = try Arithmetic.add(.object(array), right)
      return
    }
    do {
      if right.isEnumerable {
        array.elements += try right.enumerated()
      } else if !right.isVoid {
        array.elements.append(right)
      }
      f.slots[slot] = .object(array)
    } catch {
      f.slots[slot] = .object(array)
      throw error
    }
  }
}

/// `$x++`, `++$x`, `$x--`, `--$x`.
final class IncrementNode: Node {
  let target: AssignableNode
  let step: Int32
  let isPrefix: Bool
  private let slot: Int?

  init(_ target: AssignableNode, _ step: Int32, isPrefix: Bool, _ extent: ScriptExtent) {
    self.target = target
    self.step = step
    self.isPrefix = isPrefix
    slot = (target as? LocalVariableNode)?.slot
    super.init(extent)
  }

  override var isSilent: Bool { true }

  override func run(_ f: Frame) throws {
    if let slot, case .int32(let number) = f.slots[slot] {
      let (sum, overflow) = number.addingReportingOverflow(step)
      if !overflow {
        f.slots[slot] = .int32(sum)
        return
      }
    }
    _ = try change(f)
  }

  override func eval(_ f: Frame) throws -> Value {
    let (old, new) = try change(f)
    return isPrefix ? new : old
  }

  private func change(_ f: Frame) throws -> (Value, Value) {
    var old = Value.null
    let new = try target.update(f) { current in
      old = current
      switch current.base {
      case .unset, .void, .null: return .int32(step)
      case .int32, .int64, .double: return try Arithmetic.add(current, .int32(step))
      case .object(let number) where number.kind == .number || number.kind == .enumeration:
        return try Arithmetic.add(.object(number), .int32(step))
      default:
        let sign = step > 0 ? "++" : "--"
        throw ShellError(
          "The '\(sign)' operator works only on numbers. The operand is a '\(current.type.fullName)'.",
          id: "OperatorRequiresNumber", .invalidOperation)
      }
    }
    return (old.isNull ? .int32(0) : old, new)
  }
}

/// `$a, $b = list`.
final class MultipleTarget: AssignableNode {
  let targets: [AssignableNode]

  init(_ targets: [AssignableNode], _ extent: ScriptExtent) {
    self.targets = targets
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value { .object(PSArray(try targets.map { try $0.eval(f) })) }

  override func assign(_ value: Value, _ f: Frame) throws {
    let values = value.isEnumerable ? try value.enumerated() : [value.withoutVoid]
    for (index, target) in targets.enumerated() {
      if index == targets.count - 1, values.count > targets.count {
        try target.assign(.object(PSArray(Array(values[index...]))), f)
      } else {
        try target.assign(index < values.count ? values[index] : .null, f)
      }
    }
  }
}

/// The left side of an assignment that nothing can be assigned to.
final class UnassignableTarget: AssignableNode {
  override func assign(_ value: Value, _ f: Frame) throws {
    throw ShellError(
      "The assignment expression is not valid. The input to an assignment operator must be an object that is able to accept assignments, such as a variable or a property.",
      id: "InvalidLeftHandSide", .invalidOperation)
  }
}

/// `$null`, which swallows what is assigned, or a constant such as `$true`, which refuses.
final class FixedVariableTarget: AssignableNode {
  let name: String

  init(_ name: String, _ extent: ScriptExtent) {
    self.name = name
    super.init(extent)
  }

  override func assign(_ value: Value, _ f: Frame) throws {
    if !name.equalsName("null") { throw ShellError.variableNotWritable(name) }
  }
}
