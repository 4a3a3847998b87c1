/// The bitwise operators.
package enum Bitwise {
  package enum Operation: Sendable { case and, or, xor, shiftLeft, shiftRight }

  package static func apply(_ operation: Operation, _ a: Value, _ b: Value) throws -> Value {
    if case .int32(let x) = a, case .int32(let y) = b {
      switch operation {
      case .and: return .int32(x & y)
      case .or: return .int32(x | y)
      case .xor: return .int32(x ^ y)
      case .shiftLeft: return .int32(x << (y & 31))
      case .shiftRight: return .int32(x >> (y & 31))
      }
    }
    switch operation {
    case .shiftLeft: return try Shift.apply(isLeft: true, a.base, b.base)
    case .shiftRight: return try Shift.apply(isLeft: false, a.base, b.base)
    case .and, .or, .xor: return try bits(operation, a.base, b.base)
    }
  }

  private static func bits(_ operation: Operation, _ a: Value, _ b: Value) throws -> Value {
    let left = a.isNull ? Value.int32(0) : a
    let right = b.isNull ? Value.int32(0) : b
    if case .string = left {
      let number = try left.scanned(beside: right)
      return try bits(operation, number, right.scanned(beside: left))
    }
    if case .string = right { return try bits(operation, left, right.scanned(beside: left)) }
    guard left.isNumberOrPrimitive, right.isNumberOrPrimitive, let x = NumericOperand(left),
      let y = NumericOperand(right)
    else { return try OperatorMethod.call(methodName(operation), sign(operation), left, right) }
    let result = try number(operation, x, y)
    guard case .object(let value as EnumObject) = left, let bits = NumericOperand(result)?.whole else { return result }
    return .object(EnumObject(Int64(truncatingIfNeeded: bits), value.type))
  }

  private static func number(_ operation: Operation, _ x: NumericOperand, _ y: NumericOperand) throws -> Value {
    switch max(x.code.rawValue, y.code.rawValue) {
    case ...TypeCode.int32.rawValue: return NumericOperand.typed(combined(operation, x, y), .int32)
    case TypeCode.uint32.rawValue:
      return UInt32(truncatingIfNeeded: combined(operation, x, y)).value
    case TypeCode.int64.rawValue: return NumericOperand.typed(combined(operation, x, y), .int64)
    case TypeCode.uint64.rawValue: return UInt64(truncatingIfNeeded: combined(operation, x, y)).value
    default:
      let result = combine(operation, try pattern(x), try pattern(y))
      return x.isNegative || y.isNegative ? .int64(Int64(bitPattern: result)) : result.value
    }
  }

  private static func combined(_ operation: Operation, _ x: NumericOperand, _ y: NumericOperand) -> Int128 {
    combine(operation, x.whole ?? 0, y.whole ?? 0)
  }

  private static func combine<Bits: FixedWidthInteger>(_ operation: Operation, _ x: Bits, _ y: Bits) -> Bits {
    switch operation {
    case .and: x & y
    case .or: x | y
    default: x ^ y
    }
  }

  /// The 64 bits of a real number or decimal, rounded half to even.
  static func pattern(_ operand: NumericOperand) throws -> UInt64 {
    let value: Value =
      switch operand.payload {
      case .whole(let number): NumericOperand.typed(number, number < 0 ? .int64 : .uint64)
      case .real(let number): .double(number)
      case .decimal(let number): .object(NumberObject(.decimal(number)))
      }
    let whole = NumericOperand(try value.converted(to: operand.isNegative ? .int64 : .uint64))?.whole ?? 0
    return UInt64(truncatingIfNeeded: whole)
  }

  // MARK: Complement

  package static func complement(_ a: Value) throws -> Value {
    let operand = a.isNull ? Value.int32(0) : a.base
    if case .string = operand { return try complement(operand.scanned(beside: .int32(0))) }
    guard operand.isNumberOrPrimitive, let x = NumericOperand(operand) else {
      if let result = try operand.type.callStatic(Symbol("op_OnesComplement"), [operand]) { return result }
      throw OperatorMethod.undefined("-bnot", operand, .null)
    }
    if case .object(let value as EnumObject) = operand { return .object(EnumObject(~value.number, value.type)) }
    switch x.payload {
    case .whole(let number):
      switch x.code {
      case .uint32: return UInt32(truncatingIfNeeded: ~number).value
      case .uint64: return UInt64(truncatingIfNeeded: ~number).value
      case .int64: return NumericOperand.typed(~number, .int64)
      default: return NumericOperand.typed(~number, .int32)
      }
    case .real, .decimal: return try complementOfReal(operand)
    }
  }

  private static func complementOfReal(_ value: Value) throws -> Value { try complement(narrowest(value)) }

  /// A real number or decimal rounded into the narrowest of int, uint, long and ulong that holds it.
  static func narrowest(_ value: Value) throws -> Value {
    for type in [PSType.int32, .uint32, .int64, .uint64] {
      if let number = try? value.converted(to: type), number.isNumber { return number }
    }
    throw Conversion.final(value, .uint64)
  }

  static func methodName(_ operation: Operation) -> String {
    switch operation {
    case .and: "op_BitwiseAnd"
    case .or: "op_BitwiseOr"
    case .xor: "op_ExclusiveOr"
    case .shiftLeft: "op_LeftShift"
    case .shiftRight: "op_RightShift"
    }
  }

  static func sign(_ operation: Operation) -> String {
    switch operation {
    case .and: "-band"
    case .or: "-bor"
    case .xor: "-bxor"
    case .shiftLeft: "-shl"
    case .shiftRight: "-shr"
    }
  }
}
