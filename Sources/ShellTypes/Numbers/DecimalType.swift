import ShellObjects

/// System.Decimal.
enum DecimalType {
  static let declaration = TypeDeclaration(
    "System.Decimal", accelerators: ["decimal"], kind: .structure, code: .decimal,
    interfaces: ["System.IComparable", "System.IConvertible", "System.IFormattable"], of: Value.self
  ) { t in
    addConstructors(&t)
    addConstants(&t)
    NumberMembers.add(&t, shortName: "decimal", netName: "Decimal", code: 15) { x, y in x.decimal.order(y.decimal) }
    t.property("byte Scale {get;}") { $0.decimal.scale }
    addArithmetic(&t)
    addRounding(&t)
    NumberMembers.addParsing(&t, shortName: "decimal", netName: "Decimal", styles: .number, zero: Decimal96.zero.value)
    {
      text, styles, culture throws(NumberParseFailure) in
      try NumberParser.decimal(text, styles: styles, culture: culture).value
    }
    addBits(&t)
    Convertible.addMembers(&t) { $0 }
  }

  static let overflow = NetException.overflow("Value was either too large or too small for a Decimal.")

  private static func made(_ number: Decimal96?) throws -> Decimal96 {
    guard let number else { throw overflow }
    return number
  }

  private static func addConstructors(_ t: inout MemberList<Value>) {
    t.constructor("decimal new(int value)") { a in a[0].decimal }
    t.constructor("decimal new(uint value)") { a in a[0].decimal }
    t.constructor("decimal new(long value)") { a in a[0].decimal }
    t.constructor("decimal new(ulong value)") { a in try made(Decimal96(exactly: a.integer(0, UInt64.self))) }
    t.constructor("decimal new(float value)") { a in try made(Decimal96(Float(a.double(0)))) }
    t.constructor("decimal new(double value)") { a in try made(Decimal96(a.double(0))) }
    t.constructor("decimal new(int lo, int mid, int hi, bool isNegative, byte scale)") { a in
      guard a.int(4) <= 28 else {
        throw NetException.outOfRange("Decimal's scale value must be between 0 and 28, inclusive.", "scale")
      }
      return try fromBits((0...2).map { a.integer($0, UInt32.self) }, a.int(4), a.bool(3))
    }
    t.constructor("decimal new(int[] bits)") { a in
      let bits = a.elements(0).map { $0.integer(UInt32.self) }
      guard bits.count == 4, (bits[3] >> 16) & 0xFF <= 28 else {
        throw NetException.argument(
          "Decimal constructor requires an array or span of four valid decimal bytes.", nil)
      }
      return try fromBits(bits, Int((bits[3] >> 16) & 0xFF), bits[3] >> 31 == 1)
    }
  }

  private static func fromBits(_ words: [UInt32], _ scale: Int, _ isNegative: Bool) throws -> Decimal96 {
    let mantissa = UInt128(words[0]) | UInt128(words[1]) << 32 | UInt128(words[2]) << 64
    return try made(Decimal96(mantissa: mantissa, scale: scale, isNegative: isNegative))
  }

  private static func addConstants(_ t: inout MemberList<Value>) {
    t.staticProperty("static decimal MaxValue {get;}") { Decimal96.maximum }
    t.staticProperty("static decimal MinValue {get;}") { Decimal96.minimum }
    t.staticProperty("static decimal MinusOne {get;}") { Decimal96(-1) }
    t.staticProperty("static decimal One {get;}") { Decimal96.one }
    t.staticProperty("static decimal Zero {get;}") { Decimal96.zero }
  }

  private static func addArithmetic(_ t: inout MemberList<Value>) {
    t.staticMethod("static decimal Add(decimal d1, decimal d2)") { a in try made(a[0].decimal.adding(a[1].decimal)) }
    t.staticMethod("static decimal Subtract(decimal d1, decimal d2)") { a in
      try made(a[0].decimal.subtracting(a[1].decimal))
    }
    t.staticMethod("static decimal Multiply(decimal d1, decimal d2)") { a in
      try made(a[0].decimal.multiplied(by: a[1].decimal))
    }
    t.staticMethod("static decimal Divide(decimal d1, decimal d2)") { a in
      if a[1].decimal.isZero { throw NetException("System.DivideByZeroException", "Attempted to divide by zero.") }
      return try made(a[0].decimal.divided(by: a[1].decimal))
    }
    t.staticMethod("static decimal Remainder(decimal d1, decimal d2)") { a in
      if a[1].decimal.isZero { throw NetException("System.DivideByZeroException", "Attempted to divide by zero.") }
      return try made(a[0].decimal.remainder(dividingBy: a[1].decimal))
    }
    t.staticMethod("static decimal Negate(decimal d)") { a in a[0].decimal.negated }
    t.staticMethod("static decimal Abs(decimal value)") { a in a[0].decimal.magnitude }
    t.staticMethod("static decimal CopySign(decimal value, decimal sign)") { a in
      let magnitude = a[0].decimal.magnitude
      return a[1].decimal.isNegative ? magnitude.negated : magnitude
    }
    t.staticMethod("static int Compare(decimal d1, decimal d2)") { a in a[0].decimal.order(a[1].decimal) }
    t.staticMethod("static bool Equals(decimal d1, decimal d2)") { a in a[0].decimal == a[1].decimal }
    t.staticMethod("static decimal Max(decimal x, decimal y)") { a in max(a[0].decimal, a[1].decimal) }
    t.staticMethod("static decimal Min(decimal x, decimal y)") { a in min(a[0].decimal, a[1].decimal) }
    t.staticMethod("static int Sign(decimal d)") { a in a[0].decimal.sign }
    t.staticMethod("static bool IsNegative(decimal value)") { a in a[0].decimal.isNegative }
    t.staticMethod("static bool IsPositive(decimal value)") { a in !a[0].decimal.isNegative }
    t.staticMethod("static bool IsInteger(decimal value)") { a in a[0].decimal.truncated == a[0].decimal }
    t.staticMethod("static decimal Clamp(decimal value, decimal min, decimal max)") { a in
      let (low, high) = (a[1].decimal, a[2].decimal)
      guard low <= high else {
        throw NetException.argument("'\(low.description)' cannot be greater than \(high.description).")
      }
      return min(max(a[0].decimal, low), high)
    }
  }

  private static func addRounding(_ t: inout MemberList<Value>) {
    t.staticMethod("static decimal Ceiling(decimal d)") { a in a[0].decimal.ceiling }
    t.staticMethod("static decimal Floor(decimal d)") { a in a[0].decimal.floor }
    t.staticMethod("static decimal Truncate(decimal d)") { a in a[0].decimal.truncated }
    t.staticMethod("static decimal Round(decimal d)") { a in a[0].decimal.rounded(to: 0, .toEven) }
    t.staticMethod("static decimal Round(decimal d, int decimals)") { a in
      try MathFunctions.rounded(a[0].decimal, a.int(1), 0)
    }
    t.staticMethod("static decimal Round(decimal d, System.MidpointRounding mode)") { a in
      try MathFunctions.rounded(a[0].decimal, 0, a.int(1))
    }
    t.staticMethod("static decimal Round(decimal d, int decimals, System.MidpointRounding mode)") { a in
      try MathFunctions.rounded(a[0].decimal, a.int(1), a.int(2))
    }
  }

  private static func addBits(_ t: inout MemberList<Value>) {
    t.staticMethod("static int[] GetBits(decimal d)") { a in
      let number = a[0].decimal
      let words = [0, 32, 64].map { UInt32(truncatingIfNeeded: number.mantissa >> UInt128($0)) }
      let flags = UInt32(number.scale) << 16 | (number.isNegative ? 1 << 31 : 0)
      let all = (words + [flags]).map { Value.int32(Int32(bitPattern: $0)) }
      return Value.object(PSArray(all, elementType: .int32))
    }
    addTruncation(&t, "byte", "ToByte", UInt8.self)
    addTruncation(&t, "short", "ToInt16", Int16.self)
    addTruncation(&t, "int", "ToInt32", Int32.self)
    addTruncation(&t, "long", "ToInt64", Int64.self)
    addTruncation(&t, "sbyte", "ToSByte", Int8.self)
    addTruncation(&t, "ushort", "ToUInt16", UInt16.self)
    addTruncation(&t, "uint", "ToUInt32", UInt32.self)
    addTruncation(&t, "ulong", "ToUInt64", UInt64.self)
    t.staticMethod("static double ToDouble(decimal d)") { a in a[0].decimal.double }
    t.staticMethod("static float ToSingle(decimal d)") { a in Float(a[0].decimal.double) }
  }

  private static func addTruncation<N: NetInteger>(
    _ t: inout MemberList<Value>, _ s: String, _ name: String, _ type: N.Type
  ) {
    let parameter = N.bitWidth < 32 ? "value" : "d"
    t.staticMethod("static \(s) \(name)(decimal \(parameter))") { a in
      guard let whole = a[0].decimal.truncated(to: type) else {
        throw NetException.overflow(NumberParseFailure.overflowMessage(type: N.netName))
      }
      return whole
    }
  }
}
