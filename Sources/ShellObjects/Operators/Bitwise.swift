/// The bitwise and shift operators.
package enum Bitwise {
  package enum Operation: Sendable { case and, or, xor, shiftLeft, shiftRight }

  package static func apply(_ operation: Operation, _ a: Value, _ b: Value) throws -> Value {
    let x = try whole(a)
    let y = try whole(b)
    let isLong = a.typeCode == .int64 || (b.typeCode == .int64 && operation != .shiftLeft && operation != .shiftRight)
    let result: Int64
    switch operation {
    case .and: result = x & y
    case .or: result = x | y
    case .xor: result = x ^ y
    case .shiftLeft: result = isLong ? x << (y & 63) : Int64(Int32(truncatingIfNeeded: x) << Int32(y & 31))
    case .shiftRight: result = isLong ? x >> (y & 63) : Int64(Int32(truncatingIfNeeded: x) >> Int32(y & 31))
    }
    if case .object(let value as EnumObject) = a.base { return .object(EnumObject(result, value.type)) }
    return isLong ? .int64(result) : .int32(Int32(truncatingIfNeeded: result))
  }

  package static func complement(_ a: Value) throws -> Value {
    if a.typeCode == .int64 { return .int64(~(try whole(a))) }
    return .int32(~Int32(truncatingIfNeeded: try whole(a)))
  }

  private static func whole(_ value: Value) throws -> Int64 {
    guard case .int64(let number) = try value.converted(to: .int64) else { return 0 }
    return number
  }
}
