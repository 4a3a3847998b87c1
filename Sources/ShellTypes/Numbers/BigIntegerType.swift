import Glibc
package import ShellObjects

extension BigInteger: ValueRepresentable {
  package var value: Value { .object(Box(self, BigIntegerType.type)) }
}

/// System.Numerics.BigInteger.
enum BigIntegerType {
  static let type = PSType.named("System.Numerics.BigInteger")

  static let declaration = TypeDeclaration(
    "System.Numerics.BigInteger", accelerators: ["bigint"], kind: .structure, code: .bigInteger,
    interfaces: ["System.IComparable", "System.IFormattable"], of: BigInteger.self
  ) { t in
    addConstructors(&t)
    addMembers(&t)
    addText(&t)
    addArithmetic(&t)
    addFunctions(&t)
    addParsing(&t)
    addOperators(&t)
    addBehavior(&t)
  }

  private static func addBehavior(_ t: inout MemberList<BigInteger>) {
    t.behavior.text = { $0.payload(BigInteger.self)?.description ?? "" }
    t.behavior.convert = { value, wanted in
      if wanted === type { return try from(value)?.value }
      guard let number = value.payload(BigInteger.self) else { return nil }
      return try narrowed(number, to: wanted)
    }
    t.behavior.isTrue = { !($0.payload(BigInteger.self)?.isZero ?? true) }
    t.behavior.equals = { $0.payload(BigInteger.self) == $1.payload(BigInteger.self) }
    t.behavior.hash = { $0.payload(BigInteger.self)?.hashValue ?? 0 }
    t.behavior.order = { x, y in
      guard let x = x.payload(BigInteger.self), let y = y.payload(BigInteger.self) else { return nil }
      return order(x, y)
    }
    t.behavior.format = { value, format, isInvariant in
      try value.payload(BigInteger.self)?.text(format, culture: isInvariant ? .invariant : .current) ?? ""
    }
  }

  /// The number of a value of another type; nil where there is no such conversion.
  private static func from(_ value: Value) throws -> BigInteger? {
    switch value.base {
    case .string(let text):
      do { return try BigInteger(casting: text) } catch {
        throw ShellError(
          "System.Management.Automation.PSInvalidCastException",
          "Cannot convert value \"\(text)\" to type \"System.Numerics.BigInteger\". Error: \"\(BigInteger.parseFailureMessage)\"",
          id: "InvalidCastFromStringToInteger", .invalidArgument,
          inner: ExceptionObject(NetException.format(BigInteger.parseFailureMessage)))
      }
    case .bool(let flag): return BigInteger(flag ? 1 : 0)
    case .double(let number): return try real(number)
    case .int32, .int64, .char: return BigInteger(value.integer(Int64.self))
    case .object(let object as NumberObject):
      switch object.payload {
      case .single(let number): return try real(Double(number))
      case .decimal(let number): return BigInteger(number)
      case .uint64(let number): return BigInteger(number)
      default: return BigInteger(object.payload.int64 ?? 0)
      }
    case .object(let object as PSArray) where object.elementType === PSType.byte:
      return BigInteger(bytes: object.elements.map { $0.integer(UInt8.self) })
    case .object(let object as Box<BigInteger>): return object.payload
    default: return nil
    }
  }

  private static func real(_ number: Double) throws -> BigInteger {
    guard let whole = BigInteger(number) else {
      throw NetException.overflow(number.isNaN ? "The value is not a number." : "BigInteger cannot represent infinity.")
    }
    return whole
  }

  private static func narrowed(_ number: BigInteger, to wanted: PSType) throws -> Value? {
    func fit<N: NetInteger>(_ type: N.Type) throws -> Value {
      guard let small = number.exactly(as: type) else {
        // Why: .NET casts through Int32 to narrower types.
        let limit = ["UInt32", "Int64", "UInt64"].first { $0 == wanted.name } ?? "Int32"
        throw NetException.overflow(NumberParseFailure.overflowMessage(type: limit))
      }
      return small.value
    }
    switch wanted.code {
    case .sbyte: return try fit(Int8.self)
    case .byte: return try fit(UInt8.self)
    case .int16: return try fit(Int16.self)
    case .uint16: return try fit(UInt16.self)
    case .int32: return try fit(Int32.self)
    case .uint32: return try fit(UInt32.self)
    case .int64: return try fit(Int64.self)
    case .uint64: return try fit(UInt64.self)
    case .double: return .double(number.double)
    case .single: return Float(number.double).value
    case .decimal:
      guard let decimal = number.decimal else { throw DecimalType.overflow }
      return decimal.value
    default: return nil
    }
  }

  private static func addConstructors(_ t: inout MemberList<BigInteger>) {
    for type in ["int", "uint", "long", "ulong", "float", "double", "decimal"] {
      t.constructor("bigint new(\(type) value)") { a in try from(a[0]) ?? .zero }
    }
    t.constructor("bigint new(byte[] value)") { a in
      try Ranges.notNull(a[0], "value")
      return BigInteger(bytes: a.bytes(0))
    }
  }

  static func order(_ x: BigInteger, _ y: BigInteger) -> Int { x < y ? -1 : y < x ? 1 : 0 }

  private static func addMembers(_ t: inout MemberList<BigInteger>) {
    t.method("int CompareTo(System.Object obj)") { this, a in
      if a[0].isNull { return 1 }
      guard let other = a.payload(0, BigInteger.self) else {
        throw NetException.argument("The parameter must be a BigInteger.", "obj")
      }
      return order(this, other)
    }
    t.method("int CompareTo(bigint other)") { this, a in order(this, a.big(0)) }
    for type in ["long", "ulong"] {
      t.method("int CompareTo(\(type) other)") { this, a in order(this, try from(a[0]) ?? .zero) }
      t.method("bool Equals(\(type) other)") { this, a in this == (try from(a[0])) }
    }
    t.method("bool Equals(bigint other)") { this, a in this == a.big(0) }
    t.method("long GetBitLength()") { this, _ in Int64(this.bitLength) }
    t.method("int GetByteCount(bool isUnsigned = False)") { this, a in this.bytes(isUnsigned: a.bool(0))?.count ?? 0 }
    t.method("byte[] ToByteArray()") { this, _ in Value(bytes: this.bytes() ?? []) }
    t.method("byte[] ToByteArray(bool isUnsigned = False, bool isBigEndian = False)") { this, a in
      guard let bytes = this.bytes(isUnsigned: a.bool(0), isBigEndian: a.bool(1)) else {
        throw NetException.overflow("Negative values do not have an unsigned representation.")
      }
      return Value(bytes: bytes)
    }
    t.property("bool IsEven {get;}") { $0.isEven }
    t.property("bool IsOne {get;}") { $0.isOne }
    t.property("bool IsPowerOfTwo {get;}") { $0.isPowerOfTwo }
    t.property("bool IsZero {get;}") { $0.isZero }
    t.property("int Sign {get;}") { $0.sign }
    t.staticProperty("static bigint MinusOne {get;}") { BigInteger(-1) }
    t.staticProperty("static bigint One {get;}") { BigInteger.one }
    t.staticProperty("static bigint Zero {get;}") { BigInteger.zero }
  }

  private static func addText(_ t: inout MemberList<BigInteger>) {
    t.method("string ToString()") { this, _ in this.description }
    t.method("string ToString(string format)") { this, a in try this.text(a.string(0)) }
    t.method("string ToString(System.IFormatProvider provider)") { this, a in try this.text(culture: a.culture(0)) }
    t.method("string ToString(string format, System.IFormatProvider provider)") { this, a in
      try this.text(a.string(0), culture: a.culture(1))
    }
  }

  private static func divided(_ a: Arguments) throws -> (quotient: BigInteger, remainder: BigInteger) {
    guard let parts = a.big(0).divided(by: a.big(1)) else {
      throw NetException("System.DivideByZeroException", "Attempted to divide by zero.")
    }
    return parts
  }

  private static func addArithmetic(_ t: inout MemberList<BigInteger>) {
    for name in ["Add", "op_Addition"] {
      t.staticMethod("static bigint \(name)(bigint left, bigint right)") { a in a.big(0) + a.big(1) }
    }
    for name in ["Subtract", "op_Subtraction"] {
      t.staticMethod("static bigint \(name)(bigint left, bigint right)") { a in a.big(0) - a.big(1) }
    }
    for name in ["Multiply", "op_Multiply"] {
      t.staticMethod("static bigint \(name)(bigint left, bigint right)") { a in a.big(0) * a.big(1) }
    }
    for name in ["Divide", "op_Division"] {
      t.staticMethod("static bigint \(name)(bigint dividend, bigint divisor)") { a in try divided(a).quotient }
    }
    for name in ["Remainder", "op_Modulus"] {
      t.staticMethod("static bigint \(name)(bigint dividend, bigint divisor)") { a in try divided(a).remainder }
    }
    t.staticMethod("static System.ValueTuple[bigint,bigint] DivRem(bigint left, bigint right)") { a in
      let parts = try divided(a)
      return TupleType.valueTuple([parts.quotient.value, parts.remainder.value])
    }
    t.staticMethod("static bigint DivRem(bigint dividend, bigint divisor, [ref] bigint remainder)") { a in
      let parts = try divided(a)
      try a.setReference(2, parts.remainder.value)
      return parts.quotient
    }
  }

  private static func addFunctions(_ t: inout MemberList<BigInteger>) {
    t.staticMethod("static bigint Abs(bigint value)") { a in a.big(0).magnitude }
    t.staticMethod("static bigint Negate(bigint value)") { a in a.big(0).negated }
    t.staticMethod("static int Compare(bigint left, bigint right)") { a in order(a.big(0), a.big(1)) }
    t.staticMethod("static bigint Max(bigint left, bigint right)") { a in max(a.big(0), a.big(1)) }
    t.staticMethod("static bigint Min(bigint left, bigint right)") { a in min(a.big(0), a.big(1)) }
    t.staticMethod("static bigint Clamp(bigint value, bigint min, bigint max)") { a in
      min(max(a.big(0), a.big(1)), a.big(2))
    }
    t.staticMethod("static bigint GreatestCommonDivisor(bigint left, bigint right)") { a in
      a.big(0).greatestCommonDivisor(a.big(1))
    }
    t.staticMethod("static bigint Pow(bigint value, int exponent)") { a in
      try Ranges.nonNegative(a.int(1), "exponent")
      guard let power = a.big(0).power(a.int(1)) else {
        throw NetException(
          "System.OutOfMemoryException", "Insufficient memory to continue the execution of the program.")
      }
      return power
    }
    t.staticMethod("static bigint ModPow(bigint value, bigint exponent, bigint modulus)") { a in
      guard let power = a.big(0).power(a.big(1), modulus: a.big(2)) else {
        throw NetException("System.DivideByZeroException", "Attempted to divide by zero.")
      }
      return power
    }
    t.staticMethod("static double Log(bigint value)") { a in a.big(0).logarithm }
    t.staticMethod("static double Log(bigint value, double baseValue)") { a in
      a.big(0).logarithm / log(a.double(1))
    }
    t.staticMethod("static double Log10(bigint value)") { a in a.big(0).logarithm / 2.302585092994046 }
    t.staticMethod("static bool IsEvenInteger(bigint value)") { a in a.big(0).isEven }
    t.staticMethod("static bool IsOddInteger(bigint value)") { a in !a.big(0).isEven }
    t.staticMethod("static bool IsNegative(bigint value)") { a in a.big(0).isNegative }
    t.staticMethod("static bool IsPositive(bigint value)") { a in !a.big(0).isNegative }
    t.staticMethod("static bool IsPow2(bigint value)") { a in a.big(0).isPowerOfTwo }
    t.staticMethod("static bigint PopCount(bigint value)") { a in BigInteger(a.big(0).populationCount) }
  }

  private static func parse(
    _ a: Arguments, styles: NumberStyles = .integer, culture: Culture = .current
  ) throws -> BigInteger {
    do { return try BigInteger(parsing: a.string(0), styles: styles, culture: culture) } catch {
      throw NetException.format(BigInteger.parseFailureMessage)
    }
  }

  private static func addParsing(_ t: inout MemberList<BigInteger>) {
    let style = "System.Globalization.NumberStyles style"
    t.staticMethod("static bigint Parse(string value)") { a in try parse(a) }
    t.staticMethod("static bigint Parse(string value, \(style))") { a in
      try parse(a, styles: NumberStyles(rawValue: a.int(1)))
    }
    t.staticMethod("static bigint Parse(string value, System.IFormatProvider provider)") { a in
      try parse(a, culture: a.culture(1))
    }
    t.staticMethod("static bigint Parse(string value, \(style), System.IFormatProvider provider)") { a in
      try parse(a, styles: NumberStyles(rawValue: a.int(1)), culture: a.culture(2))
    }
    t.staticMethod("static bool TryParse(string value, [ref] bigint result)") { a in
      try a.tried(1, BigInteger.zero) { try parse(a) }
    }
    t.staticMethod("static bool TryParse(string value, \(style), System.IFormatProvider provider, [ref] bigint result)")
    { a in
      try a.tried(3, BigInteger.zero) { try parse(a, styles: NumberStyles(rawValue: a.int(1)), culture: a.culture(2)) }
    }
  }

  private static func addOperators(_ t: inout MemberList<BigInteger>) {
    t.staticMethod("static bigint op_BitwiseAnd(bigint left, bigint right)") { a in a.big(0) & a.big(1) }
    t.staticMethod("static bigint op_BitwiseOr(bigint left, bigint right)") { a in a.big(0) | a.big(1) }
    t.staticMethod("static bigint op_ExclusiveOr(bigint left, bigint right)") { a in a.big(0) ^ a.big(1) }
    t.staticMethod("static bigint op_UnaryNegation(bigint value)") { a in a.big(0).negated }
    t.staticMethod("static bigint op_UnaryPlus(bigint value)") { a in a.big(0) }
    t.staticMethod("static bigint op_OnesComplement(bigint value)") { a in ~a.big(0) }
    t.staticMethod("static bigint op_LeftShift(bigint value, int shift)") { a in
      a.int(1) < 0 ? a.big(0).shifted(right: -a.int(1)) : a.big(0).shifted(left: a.int(1))
    }
    t.staticMethod("static bigint op_RightShift(bigint value, int shift)") { a in
      a.int(1) < 0 ? a.big(0).shifted(left: -a.int(1)) : a.big(0).shifted(right: a.int(1))
    }
  }
}

extension Arguments {
  func big(_ index: Int) -> BigInteger { payload(index, BigInteger.self) ?? .zero }
}
