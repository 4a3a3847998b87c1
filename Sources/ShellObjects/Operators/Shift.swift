/// The shift operators.
enum Shift {
  static func apply(isLeft: Bool, _ a: Value, _ b: Value) throws -> Value {
    if a.isNull { return .int32(0) }
    if case .string = a {
      let number = try a.scanned(beside: b)
      return try apply(isLeft: isLeft, number, b.scanned(beside: a))
    }
    if case .string = b { return try apply(isLeft: isLeft, a, b.scanned(beside: a)) }
    let operation: Bitwise.Operation = isLeft ? .shiftLeft : .shiftRight
    guard a.isNumber, let x = NumericOperand(a) else {
      return try OperatorMethod.call(Bitwise.methodName(operation), Bitwise.sign(operation), a, b)
    }
    guard case .int32(let count) = try b.converted(to: .int32) else { return a }
    if x.whole == nil { return try apply(isLeft: isLeft, Bitwise.narrowest(a), .int32(count)) }
    let result = shifted(x, count, isLeft)
    guard case .object(let value as EnumObject) = a, let number = NumericOperand(result)?.whole else { return result }
    return .object(EnumObject(Int64(truncatingIfNeeded: number), value.type))
  }

  /// The result has the type of the operand; a narrow type is shifted by up to 31 places and loses what leaves it.
  private static func shifted(_ x: NumericOperand, _ count: Int32, _ isLeft: Bool) -> Value {
    let places = Int(count) & (x.code == .int64 || x.code == .uint64 ? 63 : 31)
    let number = x.whole ?? 0
    let bits = isLeft ? number << Int128(places) : number >> Int128(places)
    switch x.code {
    case .sbyte: return Int8(truncatingIfNeeded: bits).value
    case .byte: return UInt8(truncatingIfNeeded: bits).value
    case .int16: return Int16(truncatingIfNeeded: bits).value
    case .uint16: return UInt16(truncatingIfNeeded: bits).value
    case .uint32: return UInt32(truncatingIfNeeded: bits).value
    case .int64: return .int64(Int64(truncatingIfNeeded: bits))
    case .uint64: return UInt64(truncatingIfNeeded: bits).value
    default: return .int32(Int32(truncatingIfNeeded: bits))
    }
  }
}
