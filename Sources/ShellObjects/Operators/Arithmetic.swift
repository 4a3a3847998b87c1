/// The arithmetic operators with PowerShell's promotion.
///
/// The left operand decides: a number computes, text and collections concatenate or repeat, everything else is asked for
/// the `op_` method of its type.
package enum Arithmetic {
  package enum Operation: String, Sendable {
    case add = "op_Addition"
    case subtract = "op_Subtraction"
    case multiply = "op_Multiply"
    case divide = "op_Division"
    case remainder = "op_Modulus"

    var sign: String {
      switch self {
      case .add: "+"
      case .subtract: "-"
      case .multiply: "*"
      case .divide: "/"
      case .remainder: "%"
      }
    }
  }

  @inline(__always) package static func add(_ a: Value, _ b: Value, separator: String = " ") throws -> Value {
    if case .int32(let x) = a, case .int32(let y) = b {
      let (sum, overflow) = x.addingReportingOverflow(y)
      if !overflow { return .int32(sum) }
    }
    if case .double(let x) = a {
      if case .double(let y) = b { return .double(x + y) }
      if case .int32(let y) = b { return .double(x + Double(y)) }
    }
    return try addSlow(a, b, separator)
  }

  @inline(__always) package static func subtract(_ a: Value, _ b: Value) throws -> Value {
    if case .int32(let x) = a, case .int32(let y) = b {
      let (difference, overflow) = x.subtractingReportingOverflow(y)
      if !overflow { return .int32(difference) }
    }
    if case .double(let x) = a, case .double(let y) = b { return .double(x - y) }
    return try numeric(.subtract, a, b)
  }

  @inline(__always) package static func multiply(_ a: Value, _ b: Value) throws -> Value {
    if case .int32(let x) = a, case .int32(let y) = b {
      let (product, overflow) = x.multipliedReportingOverflow(by: y)
      if !overflow { return .int32(product) }
    }
    if case .double(let x) = a, case .double(let y) = b { return .double(x * y) }
    return try multiplySlow(a, b)
  }

  @inline(__always) package static func remainder(_ a: Value, _ b: Value) throws -> Value {
    if case .int32(let x) = a, case .int32(let y) = b, y > 0 { return .int32(x % y) }
    return try numeric(.remainder, a, b)
  }

  @inline(__always) package static func divide(_ a: Value, _ b: Value) throws -> Value {
    if case .double(let x) = a, case .double(let y) = b { return .double(x / y) }
    return try numeric(.divide, a, b)
  }

  // MARK: Numbers

  @inline(never) static func numeric(_ operation: Operation, _ a: Value, _ b: Value) throws -> Value {
    if case .int64(let x) = a, case .int64(let y) = b, let result = quick(operation, x, y) { return result }
    let left = a.isNull ? Value.int32(0) : a.base
    let right = b.base
    if left.isNumberOrPrimitive {
      if right.isNull || right.isNumberOrPrimitive { return try NumericArithmetic.apply(operation, left, right) }
      if case .string = right { return try numeric(operation, left, right.scanned(beside: left)) }
    }
    if case .string = left {
      let number = try left.scanned(beside: right)
      if case .string = right { return try numeric(operation, number, right.scanned(beside: left)) }
      return try numeric(operation, number, right)
    }
    return try OperatorMethod.call(operation.rawValue, operation.sign, left, right)
  }

  private static func quick(_ operation: Operation, _ x: Int64, _ y: Int64) -> Value? {
    let (result, overflow) =
      switch operation {
      case .add: x.addingReportingOverflow(y)
      case .subtract: x.subtractingReportingOverflow(y)
      case .multiply: x.multipliedReportingOverflow(by: y)
      case .remainder: x.remainderReportingOverflow(dividingBy: y)
      case .divide: (Int64(0), true)
      }
    return overflow ? nil : .int64(result)
  }

  // MARK: Addition

  @inline(never) private static func addSlow(_ a: Value, _ b: Value, _ separator: String) throws -> Value {
    switch a.base {
    case .unset, .void, .null: return b.isVoid ? .null : b
    case .string(let text): return .string(text + (try b.text(separator: separator)))
    case .char(let unit): return .string(String(utf16CodeUnits: unit) + (try b.text(separator: separator)))
    case .object(let table as PSHashtable): return try merge(table, b)
    case .object(let object) where object.isEnumerable:
      return .object(PSArray(try a.base.enumerated() + (b.isVoid ? [] : b.enumerated())))
    default: return try numeric(.add, a, b)
    }
  }

  private static func merge(_ table: PSHashtable, _ other: Value) throws -> Value {
    guard let right = other.object(as: PSHashtable.self) else {
      throw ShellError("A hash table can only be added to another hash table.", id: "AddHashTableToNonHashTable")
    }
    let merged = PSHashtable()
    for entry in table.table.liveEntries { try merged.table.set(entry.key, entry.value) }
    for entry in right.table.liveEntries {
      if try merged.table.find(entry.key) != nil {
        let key = try entry.key.text()
        throw NetException.argument(
          "Item has already been added. Key in dictionary: '\(key)'  Key being added: '\(key)'")
      }
      try merged.table.set(entry.key, entry.value)
    }
    return .object(merged)
  }

  // MARK: Multiplication

  @inline(never) private static func multiplySlow(_ a: Value, _ b: Value) throws -> Value {
    let left = a.base
    switch left {
    case .unset, .void, .null: return .null
    case .string(let text): return .string(String(repeating: text, count: try times(b, as: .int32)))
    case .bool, .char: return try OperatorMethod.call("op_Multiply", "*", left, b.base)
    case .object(let object) where object.isEnumerable:
      let count = try times(b, as: .uint32)
      let elements = try left.enumerated()
      guard elements.isEmpty || count <= Int(Int32.max) / elements.count else {
        throw NetException("System.OutOfMemoryException", "Array dimensions exceeded supported range.")
      }
      var all: [Value] = []
      all.reserveCapacity(elements.count * count)
      for _ in 0..<count { all += elements }
      return .object(PSArray(all, elementType: (object as? PSArray)?.elementType ?? .object))
    default: return try numeric(.multiply, a, b)
    }
  }

  /// How often text or a collection is repeated.
  private static func times(_ value: Value, as type: PSType) throws -> Int {
    let number = try value.base.scanned(beside: .int32(0))
    guard let count = NumericOperand(try number.converted(to: type))?.whole else { return 0 }
    if count < 0 {
      throw NetException.outOfRange("times ('\(count)') must be a non-negative value.", "times", actual: value)
    }
    return Int(count)
  }
}

extension ShellError {
  init(_ message: String, id: String, _ category: ErrorCategory) {
    self.init("System.Management.Automation.RuntimeException", message, id: id, category)
  }
}
