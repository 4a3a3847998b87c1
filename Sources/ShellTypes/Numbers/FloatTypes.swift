import Glibc
package import ShellObjects

/// System.Double and System.Single.
enum FloatTypes {
  static let declarations: [TypeDeclaration] = [double, single]

  private static let interfaces = ["System.IComparable", "System.IConvertible", "System.IFormattable"]

  private static let double = TypeDeclaration(
    "System.Double", kind: .structure, code: .double, interfaces: interfaces, of: Value.self
  ) { t in
    NumberMembers.add(&t, shortName: "double", netName: "Double", code: 14) { x, y in order(x.real, y.real) }
    NumberMembers.addParsing(
      &t, shortName: "double", netName: "Double", styles: [.float, .thousands], zero: .double(0)
    ) { text, styles, culture throws(NumberParseFailure) in
      .double(try NumberParser.double(text, styles: styles, culture: culture))
    }
    addConstants(&t, "double", Double.self)
    addTests(&t, "double")
    addFunctions(&t, "double") { $0 }
    Convertible.addMembers(&t) { $0 }
  }

  private static let single = TypeDeclaration(
    "System.Single", kind: .structure, code: .single, interfaces: interfaces, of: Value.self
  ) { t in
    NumberMembers.add(&t, shortName: "float", netName: "Single", code: 13) { x, y in order(x.real, y.real) }
    NumberMembers.addParsing(
      &t, shortName: "float", netName: "Single", styles: [.float, .thousands], zero: Float(0).value
    ) { text, styles, culture throws(NumberParseFailure) in
      try NumberParser.single(text, styles: styles, culture: culture).value
    }
    addConstants(&t, "float", Float.self)
    addTests(&t, "float")
    addFunctions(&t, "float") { Double(Float($0)) }
    Convertible.addMembers(&t) { $0 }
  }

  static func order(_ x: Double, _ y: Double) -> Int {
    if x < y { return -1 }
    if x > y { return 1 }
    if x == y { return 0 }
    return x.isNaN ? (y.isNaN ? 0 : -1) : 1
  }

  private static func addConstants<F: BinaryFloatingPoint & ValueRepresentable & Sendable>(
    _ t: inout MemberList<Value>, _ s: String, _ type: F.Type
  ) {
    t.staticProperty("static \(s) E {get;}") { F(2.718281828459045) }
    t.staticProperty("static \(s) Epsilon {get;}") { F.leastNonzeroMagnitude }
    t.staticProperty("static \(s) MaxValue {get;}") { F.greatestFiniteMagnitude }
    t.staticProperty("static \(s) MinValue {get;}") { -F.greatestFiniteMagnitude }
    t.staticProperty("static \(s) NaN {get;}") { F.nan }
    t.staticProperty("static \(s) NegativeInfinity {get;}") { -F.infinity }
    t.staticProperty("static \(s) NegativeZero {get;}") { -F.zero }
    t.staticProperty("static \(s) Pi {get;}") { F(Double.pi) }
    t.staticProperty("static \(s) PositiveInfinity {get;}") { F.infinity }
    t.staticProperty("static \(s) Tau {get;}") { F(6.283185307179586) }
  }

  private static func addTests(_ t: inout MemberList<Value>, _ s: String) {
    let tests: [(String, @Sendable (Double) -> Bool)] = [
      ("IsFinite", { $0.isFinite }), ("IsInfinity", { $0.isInfinite }), ("IsNaN", { $0.isNaN }),
      ("IsNegative", { $0.sign == .minus }), ("IsPositive", { $0.sign == .plus }),
      ("IsNegativeInfinity", { $0 == -.infinity }), ("IsPositiveInfinity", { $0 == .infinity }),
      ("IsNormal", { $0.isNormal }), ("IsSubnormal", { $0.isSubnormal }), ("IsRealNumber", { !$0.isNaN }),
      ("IsInteger", { $0.isFinite && $0 == trunc($0) }),
      ("IsEvenInteger", { $0.isFinite && $0 == trunc($0) && fmod($0, 2) == 0 }),
      ("IsOddInteger", { $0.isFinite && $0 == trunc($0) && fmod($0, 2) != 0 }),
      ("IsPow2", { $0.isFinite && $0 > 0 && $0.significand == 1 }),
    ]
    for (name, test) in tests { t.staticMethod("static bool \(name)(\(s) d)") { a in test(a.double(0)) } }
  }

  /// The functions that Math has too.
  private static func addFunctions(
    _ t: inout MemberList<Value>, _ s: String, _ narrow: @escaping @Sendable (Double) -> Double
  ) {
    let isSingle = s == "float"
    @Sendable func made(_ number: Double) -> Value { isSingle ? Float(number).value : .double(number) }
    for (name, function) in MathFunctions.unary {
      t.staticMethod("static \(s) \(name)(\(s) x)") { a in made(function(a.double(0))) }
    }
    for (name, function) in MathFunctions.binary {
      t.staticMethod("static \(s) \(name)(\(s) x, \(s) y)") { a in made(function(a.double(0), a.double(1))) }
    }
    t.staticMethod("static \(s) Log(\(s) x, \(s) newBase)") { a in
      made(MathFunctions.logarithm(a.double(0), a.double(1)))
    }
    t.staticMethod("static int Sign(\(s) value)") { a in try MathFunctions.sign(a.double(0)) }
    t.staticMethod("static \(s) Round(\(s) x)") { a in made(a.double(0).rounded(.toNearestOrEven)) }
    t.staticMethod("static \(s) Round(\(s) x, int digits)") { a in
      made(try MathFunctions.rounded(a.double(0), a.int(1), 0))
    }
    t.staticMethod("static \(s) Clamp(\(s) value, \(s) min, \(s) max)") { a in
      made(try MathFunctions.clamped(a.double(0), a.double(1), a.double(2)))
    }
    t.staticMethod("static \(s) Lerp(\(s) value1, \(s) value2, \(s) amount)") { a in
      made(a.double(0) * (1 - a.double(2)) + a.double(1) * a.double(2))
    }
    t.staticMethod("static \(s) DegreesToRadians(\(s) degrees)") { a in made(a.double(0) * Double.pi / 180) }
    t.staticMethod("static \(s) RadiansToDegrees(\(s) radians)") { a in made(a.double(0) * 180 / Double.pi) }
  }
}

extension Value {
  /// The number as a Double; 0 where it is none.
  var real: Double {
    switch base {
    case .double(let number): number
    case .int32(let number): Double(number)
    case .int64(let number): Double(number)
    case .object(let object as NumberObject): object.payload.double
    default: 0
    }
  }

  /// The number as a decimal; zero where it is none.
  var decimal: Decimal96 {
    switch base {
    case .int32(let number): return Decimal96(Int(number))
    case .int64(let number): return Decimal96(Int(number))
    case .object(let object as NumberObject):
      if case .decimal(let number) = object.payload { return number }
      return object.payload.int64.map { Decimal96(Int($0)) } ?? .zero
    default: return .zero
    }
  }
}

extension Decimal96: ValueRepresentable {
  package var value: Value { .object(NumberObject(.decimal(self))) }
}
