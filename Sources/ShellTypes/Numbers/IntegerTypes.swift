import ShellObjects

/// A number type whose values PowerShell boxes: what the generic declarations need of it.
protocol NetInteger: FixedWidthInteger, ValueRepresentable, Sendable {
  /// The name in signatures: `int`.
  static var shortName: String { get }
  /// .NET's name without namespace: `Int32`.
  static var netName: String { get }
  static var netCode: Int64 { get }
}

extension Int8: NetInteger {
  static let shortName = "sbyte"
  static let netName = "SByte"
  static let netCode: Int64 = 5
}
extension UInt8: NetInteger {
  static let shortName = "byte"
  static let netName = "Byte"
  static let netCode: Int64 = 6
}
extension Int16: NetInteger {
  static let shortName = "short"
  static let netName = "Int16"
  static let netCode: Int64 = 7
}
extension UInt16: NetInteger {
  static let shortName = "ushort"
  static let netName = "UInt16"
  static let netCode: Int64 = 8
}
extension Int32: NetInteger {
  static let shortName = "int"
  static let netName = "Int32"
  static let netCode: Int64 = 9
}
extension UInt32: NetInteger {
  static let shortName = "uint"
  static let netName = "UInt32"
  static let netCode: Int64 = 10
}
extension Int64: NetInteger {
  static let shortName = "long"
  static let netName = "Int64"
  static let netCode: Int64 = 11
}
extension UInt64: NetInteger {
  static let shortName = "ulong"
  static let netName = "UInt64"
  static let netCode: Int64 = 12
}

extension Value {
  /// The whole number behind the value, cut to `N`'s bits; 0 where it is none.
  func integer<N: FixedWidthInteger>(_ type: N.Type = N.self) -> N {
    switch base {
    case .int32(let number): return N(truncatingIfNeeded: number)
    case .int64(let number): return N(truncatingIfNeeded: number)
    case .char(let unit): return N(truncatingIfNeeded: unit)
    case .object(let object as NumberObject):
      if case .uint64(let number) = object.payload { return N(truncatingIfNeeded: number) }
      return N(truncatingIfNeeded: object.payload.int64 ?? 0)
    default: return 0
    }
  }
}

extension Arguments {
  func integer<N: FixedWidthInteger>(_ index: Int, _ type: N.Type = N.self) -> N { self[index].integer(type) }

  /// Stores what a method gives back through a `[ref]` argument.
  func setReference(_ index: Int, _ value: Value) throws {
    try self[index].object(as: ReferenceObject.self)?.cell.assign(value)
  }
}

/// Int32 and the other whole numbers of 8 to 64 bits.
enum IntegerTypes {
  static let declarations: [TypeDeclaration] = [
    make(Int8.self, .sbyte), make(UInt8.self, .byte), make(Int16.self, .int16), make(UInt16.self, .uint16),
    make(Int32.self, .int32), make(UInt32.self, .uint32), make(Int64.self, .int64), make(UInt64.self, .uint64),
  ]

  private static func make<N: NetInteger>(_ type: N.Type, _ code: TypeCode) -> TypeDeclaration {
    TypeDeclaration(
      "System." + N.netName, kind: .structure, code: code,
      interfaces: ["System.IComparable", "System.IConvertible", "System.IFormattable"], of: Value.self
    ) { t in
      addMembers(&t, type)
      addParsing(&t, type)
      addArithmetic(&t, type)
      addBits(&t, type)
      Convertible.addMembers(&t) { $0 }
    }
  }

  private static func addMembers<N: NetInteger>(_ t: inout MemberList<Value>, _ type: N.Type) {
    let s = N.shortName
    t.staticProperty("static \(s) MaxValue {get;}") { N.max }
    t.staticProperty("static \(s) MinValue {get;}") { N.min }
    NumberMembers.add(&t, shortName: s, netName: N.netName, code: N.netCode) { x, y in
      let (a, b) = (x.integer(type), y.integer(type))
      return N.bitWidth < 32 ? Int(a) - Int(b) : a < b ? -1 : a > b ? 1 : 0
    }
  }

  private static func addParsing<N: NetInteger>(_ t: inout MemberList<Value>, _ type: N.Type) {
    NumberMembers.addParsing(&t, shortName: N.shortName, netName: N.netName, styles: .integer, zero: N.zero.value) {
      text, styles, culture throws(NumberParseFailure) in
      try NumberParser.integer(text, as: type, styles: styles, culture: culture).value
    }
  }

  private static func overflow<N: NetInteger>(_ type: N.Type) -> NetException {
    NetException.overflow("Negating the minimum value of a twos complement number is invalid.")
  }

  private static func addArithmetic<N: NetInteger>(_ t: inout MemberList<Value>, _ type: N.Type) {
    let s = N.shortName
    if N.isSigned {
      t.staticMethod("static \(s) Abs(\(s) value)") { a in
        let number = a.integer(0, type)
        if number == N.min { throw overflow(type) }
        return number < 0 ? 0 - number : number
      }
      t.staticMethod("static \(s) CopySign(\(s) value, \(s) sign)") { a in
        let (number, sign) = (a.integer(0, type), a.integer(1, type))
        if number == N.min, sign >= 0 { throw overflow(type) }
        return (number < 0) == (sign < 0) ? number : 0 - number
      }
      t.staticMethod("static bool IsNegative(\(s) value)") { a in a.integer(0, type) < 0 }
      t.staticMethod("static bool IsPositive(\(s) value)") { a in a.integer(0, type) >= 0 }
      t.staticMethod("static \(s) MaxMagnitude(\(s) x, \(s) y)") { a in
        let (x, y) = (a.integer(0, type), a.integer(1, type))
        return x.magnitude > y.magnitude ? x : x.magnitude < y.magnitude ? y : max(x, y)
      }
      t.staticMethod("static \(s) MinMagnitude(\(s) x, \(s) y)") { a in
        let (x, y) = (a.integer(0, type), a.integer(1, type))
        return x.magnitude < y.magnitude ? x : x.magnitude > y.magnitude ? y : min(x, y)
      }
    }
    t.staticMethod("static \(s) Clamp(\(s) value, \(s) min, \(s) max)") { a in
      let (low, high) = (a.integer(1, type), a.integer(2, type))
      guard low <= high else { throw NetException.argument("'\(low)' cannot be greater than \(high).") }
      return min(max(a.integer(0, type), low), high)
    }
    t.staticMethod("static System.ValueTuple[\(s),\(s)] DivRem(\(s) left, \(s) right)") { a in
      try Division.tuple(a.integer(0, type), a.integer(1, type))
    }
    t.staticMethod("static bool IsEvenInteger(\(s) value)") { a in a.integer(0, type) & 1 == 0 }
    t.staticMethod("static bool IsOddInteger(\(s) value)") { a in a.integer(0, type) & 1 != 0 }
    t.staticMethod("static \(s) Max(\(s) x, \(s) y)") { a in max(a.integer(0, type), a.integer(1, type)) }
    t.staticMethod("static \(s) Min(\(s) x, \(s) y)") { a in min(a.integer(0, type), a.integer(1, type)) }
    t.staticMethod("static int Sign(\(s) value)") { a in Int(a.integer(0, type).signum()) }
  }

  private static func addBits<N: NetInteger>(_ t: inout MemberList<Value>, _ type: N.Type) {
    let s = N.shortName
    t.staticMethod("static bool IsPow2(\(s) value)") { a in
      let number = a.integer(0, type)
      return number > 0 && number.nonzeroBitCount == 1
    }
    t.staticMethod("static \(s) LeadingZeroCount(\(s) value)") { a in
      N(truncatingIfNeeded: a.integer(0, type).leadingZeroBitCount)
    }
    t.staticMethod("static \(s) TrailingZeroCount(\(s) value)") { a in
      N(truncatingIfNeeded: a.integer(0, type).trailingZeroBitCount)
    }
    t.staticMethod("static \(s) PopCount(\(s) value)") { a in N(truncatingIfNeeded: a.integer(0, type).nonzeroBitCount)
    }
    t.staticMethod("static \(s) Log2(\(s) value)") { a in
      let number = a.integer(0, type)
      if number < 0 { throw NetException.outOfRange("Non-negative number required.", "value") }
      return N(truncatingIfNeeded: number == 0 ? 0 : N.bitWidth - 1 - number.leadingZeroBitCount)
    }
    t.staticMethod("static \(s) RotateLeft(\(s) value, int rotateAmount)") { a in rotated(a.integer(0, type), a.int(1))
    }
    t.staticMethod("static \(s) RotateRight(\(s) value, int rotateAmount)") { a in
      rotated(a.integer(0, type), -a.int(1))
    }
  }

  private static func rotated<N: NetInteger>(_ number: N, _ amount: Int) -> N {
    let shift = N.Magnitude(truncatingIfNeeded: amount & (N.bitWidth - 1))
    let bits = N.Magnitude(truncatingIfNeeded: number)
    let rest = N.Magnitude(truncatingIfNeeded: (N.bitWidth - (amount & (N.bitWidth - 1))) & (N.bitWidth - 1))
    return N(truncatingIfNeeded: shift == 0 ? bits : (bits << shift) | (bits >> rest))
  }
}

/// Division with remainder, in .NET's forms.
enum Division {
  static func tuple<N: NetInteger>(_ left: N, _ right: N) throws -> Value {
    let (quotient, remainder) = try parts(left, right)
    return TupleType.valueTuple([quotient.value, remainder.value])
  }

  static func parts<N: FixedWidthInteger>(_ left: N, _ right: N) throws -> (N, N) {
    if right == 0 { throw NetException("System.DivideByZeroException", "Attempted to divide by zero.") }
    let (quotient, overflow) = left.dividedReportingOverflow(by: right)
    if overflow { throw NetException.overflow("Arithmetic operation resulted in an overflow.") }
    return (quotient, left &- quotient &* right)
  }
}
