/// The arithmetic operators with PowerShell's promotion.
package enum Arithmetic {
  @inline(__always) package static func add(_ a: Value, _ b: Value) throws -> Value {
    if case .int32(let x) = a, case .int32(let y) = b {
      let (sum, overflow) = x.addingReportingOverflow(y)
      if !overflow { return .int32(sum) }
    }
    if case .double(let x) = a {
      if case .double(let y) = b { return .double(x + y) }
      if case .int32(let y) = b { return .double(x + Double(y)) }
    }
    return try addSlow(a, b)
  }

  @inline(__always) package static func subtract(_ a: Value, _ b: Value) throws -> Value {
    if case .int32(let x) = a, case .int32(let y) = b {
      let (difference, overflow) = x.subtractingReportingOverflow(y)
      if !overflow { return .int32(difference) }
    }
    return try numeric(.subtract, a, b)
  }

  @inline(__always) package static func multiply(_ a: Value, _ b: Value) throws -> Value {
    if case .int32(let x) = a, case .int32(let y) = b {
      let (product, overflow) = x.multipliedReportingOverflow(by: y)
      if !overflow { return .int32(product) }
    }
    return try multiplySlow(a, b)
  }

  @inline(__always) package static func remainder(_ a: Value, _ b: Value) throws -> Value {
    if case .int32(let x) = a, case .int32(let y) = b, y > 0 { return .int32(x % y) }
    return try numeric(.remainder, a, b)
  }

  package static func divide(_ a: Value, _ b: Value) throws -> Value { try numeric(.divide, a, b) }

  package enum Operation: String, Sendable {
    case add = "op_Addition"
    case subtract = "op_Subtraction"
    case multiply = "op_Multiply"
    case divide = "op_Division"
    case remainder = "op_Modulus"
  }

  // MARK: Slow paths

  @inline(never) private static func addSlow(_ a: Value, _ b: Value) throws -> Value {
    let left = a.base
    switch left {
    case .unset, .void, .null: return b.isVoid ? .null : b
    case .string(let text): return .string(text + (try b.text()))
    case .char(let unit): return .string(String(utf16CodeUnits: unit) + (try b.text()))
    case .object(let table as PSHashtable): return try merge(table, b)
    case .object(let object) where object.isEnumerable:
      return .object(PSArray(try left.enumerated() + (b.isVoid ? [] : b.isEnumerable ? b.enumerated() : [b])))
    default: return try numeric(.add, a, b)
    }
  }

  private static func merge(_ table: PSHashtable, _ other: Value) throws -> Value {
    guard let right = other.object(as: PSHashtable.self) else {
      throw ShellError("A hash table can only be added to another hash table.", id: "AddHashTableToNonHashTable")
    }
    let merged = table.copy()
    for entry in right.table.liveEntries {
      if try merged.table.find(entry.key) != nil {
        let key = try entry.key.text()
        throw NetException.argument("Item has already been added. Key in dictionary: '\(key)'  Key being added: '\(key)'")
      }
      try merged.table.set(entry.key, entry.value)
    }
    return .object(merged)
  }

  @inline(never) private static func multiplySlow(_ a: Value, _ b: Value) throws -> Value {
    switch a.base {
    case .string(let text):
      return .string(String(repeating: text, count: try times(b)))
    case .object(let array as PSArray):
      let count = try times(b)
      var all: [Value] = []
      for _ in 0..<count { all += array.elements }
      return .object(PSArray(all, elementType: array.elementType))
    default: return try numeric(.multiply, a, b)
    }
  }

  private static func times(_ value: Value) throws -> Int {
    guard case .int32(let count) = try value.converted(to: .int32) else { return 0 }
    if count < 0 { throw NetException.outOfRange("times ('\(count)') must be a non-negative value.", "times", actual: value) }
    return Int(count)
  }

  @inline(never) static func numeric(_ operation: Operation, _ a: Value, _ b: Value) throws -> Value {
    guard let x = Numeric(a), let y = Numeric(b) else { return try byMethod(operation, a, b) }
    switch (x, y) {
    case (.decimal(let x), _):
      return try decimal(operation, x, y.decimal())
    case (_, .decimal(let y)): return try decimal(operation, x.decimal(), y)
    case (.whole(let x), .whole(let y)): return try whole(operation, x, y, a, b)
    default: return .double(real(operation, x.double, y.double))
    }
  }

  /// An operand as arithmetic sees it.
  enum Numeric {
    case whole(Int64), real(Double), decimal(Decimal96)

    init?(_ value: Value) {
      switch value.base {
      case .int32(let number): self = .whole(Int64(number))
      case .int64(let number): self = .whole(number)
      case .double(let number): self = .real(number)
      case .bool(let flag): self = .whole(flag ? 1 : 0)
      case .char(let unit): self = .whole(Int64(unit))
      case .unset, .void, .null: self = .whole(0)
      case .string(let text):
        let trimmed = text.trimmedSpaces
        if let number = Int64(trimmed) { self = .whole(number) } else if let number = Double(trimmed) {
          self = .real(number)
        } else if trimmed.isEmpty {
          self = .whole(0)
        } else {
          return nil
        }
      case .object(let number as NumberObject):
        if case .decimal(let decimal) = number.payload { self = .decimal(decimal) } else if let whole = number.payload.int64 {
          self = .whole(whole)
        } else {
          self = .real(number.payload.double)
        }
      case .object(let number as EnumObject): self = .whole(number.number)
      default: return nil
      }
    }

    var double: Double {
      switch self {
      case .whole(let number): Double(number)
      case .real(let number): number
      case .decimal(let number): number.double
      }
    }

    func decimal() throws -> Decimal96 {
      switch self {
      case .whole(let number): return Decimal96(Int(number))
      case .decimal(let number): return number
      case .real(let number):
        guard let made = Decimal96(number) else {
          throw NetException.overflow("Value was either too large or too small for a Decimal.")
        }
        return made
      }
    }
  }

  private static func whole(_ operation: Operation, _ x: Int64, _ y: Int64, _ a: Value, _ b: Value) throws -> Value {
    let isLong = a.typeCode == .int64 || b.typeCode == .int64
    func result(_ pair: (partialValue: Int64, overflow: Bool), _ real: Double) -> Value {
      if pair.overflow { return .double(real) }
      if !isLong {
        if let fit = Int32(exactly: pair.partialValue) { return .int32(fit) }
        return .double(Double(pair.partialValue))
      }
      return .int64(pair.partialValue)
    }
    switch operation {
    case .add: return result(x.addingReportingOverflow(y), Double(x) + Double(y))
    case .subtract: return result(x.subtractingReportingOverflow(y), Double(x) - Double(y))
    case .multiply: return result(x.multipliedReportingOverflow(by: y), Double(x) * Double(y))
    case .divide:
      if y == 0 { throw dividedByZero() }
      if x % y == 0, !(x == .min && y == -1) { return result((x / y, false), 0) }
      return .double(Double(x) / Double(y))
    case .remainder:
      if y == 0 { throw dividedByZero() }
      return result(y == -1 ? (0, false) : (x % y, false), 0)
    }
  }

  static func dividedByZero() -> ShellError {
    ShellError(
      "System.Management.Automation.RuntimeException", "Attempted to divide by zero.", id: "RuntimeException",
      .notSpecified, inner: ExceptionObject(PSType.named("System.DivideByZeroException"), "Attempted to divide by zero."))
  }

  private static func real(_ operation: Operation, _ x: Double, _ y: Double) -> Double {
    switch operation {
    case .add: x + y
    case .subtract: x - y
    case .multiply: x * y
    case .divide: x / y
    case .remainder: x.truncatingRemainder(dividingBy: y)
    }
  }

  private static func decimal(_ operation: Operation, _ x: Decimal96, _ y: Decimal96) throws -> Value {
    let result: Decimal96?
    switch operation {
    case .add: result = x.adding(y)
    case .subtract: result = x.subtracting(y)
    case .multiply: result = x.multiplied(by: y)
    case .divide, .remainder:
      if y.isZero { throw dividedByZero() }
      result = operation == .divide ? x.divided(by: y) : x.remainder(dividingBy: y)
    }
    guard let result else {
      throw ShellError(
        "System.Management.Automation.RuntimeException", "Value was either too large or too small for a Decimal.",
        id: "RuntimeException", .notSpecified,
        inner: ExceptionObject(
          PSType.named("System.OverflowException"), "Value was either too large or too small for a Decimal."))
    }
    return .object(NumberObject(.decimal(result)))
  }

  /// The operator as a static method that one of the operands' types declares.
  private static func byMethod(_ operation: Operation, _ a: Value, _ b: Value) throws -> Value {
    let name = Symbol(operation.rawValue)
    if case .object = a.base, let result = try a.type.callStatic(name, [a, b]) { return result }
    if case .object = b.base, let result = try b.type.callStatic(name, [a, b]) { return result }
    if case .string = a.base { _ = try a.converted(to: .int32) }
    if case .string = b.base { _ = try b.converted(to: .int32) }
    throw ShellError(
      "Method invocation failed because [\(a.type.fullName)] does not contain a method named '\(operation.rawValue)'.",
      id: "MethodNotFound", .invalidOperation)
  }
}

extension ShellError {
  init(_ message: String, id: String, _ category: ErrorCategory) {
    self.init("System.Management.Automation.RuntimeException", message, id: id, category)
  }
}
