import Glibc
import ShellObjects

/// System.Math.
enum MathClass {
  static let declaration = TypeDeclaration(staticClass: "System.Math") { t in
    t.staticProperty("static double E {get;}") { 2.718281828459045 }
    t.staticProperty("static double PI {get;}") { Double.pi }
    t.staticProperty("static double Tau {get;}") { 6.283185307179586 }
    addIntegers(&t, Int32.self)
    addIntegers(&t, Int64.self)
    addIntegers(&t, Int16.self)
    addIntegers(&t, Int8.self)
    addIntegers(&t, UInt8.self)
    addIntegers(&t, UInt16.self)
    addIntegers(&t, UInt32.self)
    addIntegers(&t, UInt64.self)
    addReals(&t)
    addDecimals(&t)
    addRounding(&t)
    addDivision(&t)
  }

  private static func addIntegers<N: NetInteger>(_ t: inout MemberList<Value>, _ type: N.Type) {
    let s = N.shortName
    if N.isSigned {
      t.staticMethod("static \(s) Abs(\(s) value)") { a in
        let number = a.integer(0, type)
        if number == N.min {
          throw NetException.overflow("Negating the minimum value of a twos complement number is invalid.")
        }
        return number < 0 ? 0 - number : number
      }
      t.staticMethod("static int Sign(\(s) value)") { a in Int(a.integer(0, type).signum()) }
    }
    t.staticMethod("static \(s) Clamp(\(s) value, \(s) min, \(s) max)") { a in
      let (low, high) = (a.integer(1, type), a.integer(2, type))
      guard low <= high else { throw NetException.argument("'\(low)' cannot be greater than \(high).") }
      return min(max(a.integer(0, type), low), high)
    }
    t.staticMethod("static \(s) Max(\(s) val1, \(s) val2)") { a in max(a.integer(0, type), a.integer(1, type)) }
    t.staticMethod("static \(s) Min(\(s) val1, \(s) val2)") { a in min(a.integer(0, type), a.integer(1, type)) }
    t.staticMethod("static System.ValueTuple[\(s),\(s)] DivRem(\(s) left, \(s) right)") { a in
      try Division.tuple(a.integer(0, type), a.integer(1, type))
    }
  }

  private static func addReals(_ t: inout MemberList<Value>) {
    // Parameter names as .NET has them: they stand in error texts.
    let names = [
      "Abs": "value", "Ceiling": "a", "Cosh": "value", "Sin": "a", "Sinh": "value", "Tan": "a", "Tanh": "value",
      "BitDecrement": "x", "BitIncrement": "x", "Log2": "x",
    ]
    for (name, function) in MathFunctions.unary {
      t.staticMethod("static double \(name)(double \(names[name] ?? "d"))") { a in function(a.double(0)) }
    }
    let pairs = ["Atan2": ("y", "x"), "Max": ("val1", "val2"), "Min": ("val1", "val2")]
    for (name, function) in MathFunctions.binary {
      let (x, y) = pairs[name] ?? ("x", "y")
      t.staticMethod("static double \(name)(double \(x), double \(y))") { a in function(a.double(0), a.double(1)) }
    }
    t.staticMethod("static float Abs(float value)") { a in Float(abs(a.double(0))) }
    t.staticMethod("static float Max(float val1, float val2)") { a in
      Float(MathFunctions.maximum(a.double(0), a.double(1)))
    }
    t.staticMethod("static float Min(float val1, float val2)") { a in
      Float(MathFunctions.minimum(a.double(0), a.double(1)))
    }
    t.staticMethod("static float Clamp(float value, float min, float max)") { a in
      Float(try MathFunctions.clamped(a.double(0), a.double(1), a.double(2)))
    }
    t.staticMethod("static double Clamp(double value, double min, double max)") { a in
      try MathFunctions.clamped(a.double(0), a.double(1), a.double(2))
    }
    t.staticMethod("static int Sign(double value)") { a in try MathFunctions.sign(a.double(0)) }
    t.staticMethod("static int Sign(float value)") { a in try MathFunctions.sign(a.double(0)) }
    t.staticMethod("static double Log(double a, double newBase)") { a in
      MathFunctions.logarithm(a.double(0), a.double(1))
    }
    t.staticMethod("static double FusedMultiplyAdd(double x, double y, double z)") { a in
      fma(a.double(0), a.double(1), a.double(2))
    }
    t.staticMethod("static double IEEERemainder(double x, double y)") { a in remainder(a.double(0), a.double(1)) }
    t.staticMethod("static int ILogB(double x)") { a in Int(ilogb(a.double(0))) }
    t.staticMethod("static double ScaleB(double x, int n)") { a in
      scalbn(a.double(0), Int32(truncatingIfNeeded: a.int(1)))
    }
    t.staticMethod("static System.ValueTuple[double,double] SinCos(double x)") { a in
      TupleType.valueTuple([.double(sin(a.double(0))), .double(cos(a.double(0)))])
    }
  }

  private static func addDecimals(_ t: inout MemberList<Value>) {
    t.staticMethod("static decimal Abs(decimal value)") { a in a[0].decimal.magnitude }
    t.staticMethod("static decimal Ceiling(decimal d)") { a in a[0].decimal.ceiling }
    t.staticMethod("static decimal Floor(decimal d)") { a in a[0].decimal.floor }
    t.staticMethod("static decimal Truncate(decimal d)") { a in a[0].decimal.truncated }
    t.staticMethod("static decimal Max(decimal val1, decimal val2)") { a in max(a[0].decimal, a[1].decimal) }
    t.staticMethod("static decimal Min(decimal val1, decimal val2)") { a in min(a[0].decimal, a[1].decimal) }
    t.staticMethod("static int Sign(decimal value)") { a in a[0].decimal.sign }
    t.staticMethod("static decimal Clamp(decimal value, decimal min, decimal max)") { a in
      let (low, high) = (a[1].decimal, a[2].decimal)
      guard low <= high else {
        throw NetException.argument("'\(low.description)' cannot be greater than \(high.description).")
      }
      return min(max(a[0].decimal, low), high)
    }
  }

  private static func addRounding(_ t: inout MemberList<Value>) {
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
    t.staticMethod("static double Round(double a)") { a in a.double(0).rounded(.toNearestOrEven) }
    t.staticMethod("static double Round(double value, int digits)") { a in
      try MathFunctions.rounded(a.double(0), a.int(1), 0)
    }
    t.staticMethod("static double Round(double value, System.MidpointRounding mode)") { a in
      try MathFunctions.rounded(a.double(0), 0, a.int(1))
    }
    t.staticMethod("static double Round(double value, int digits, System.MidpointRounding mode)") { a in
      try MathFunctions.rounded(a.double(0), a.int(1), a.int(2))
    }
  }

  private static func addDivision(_ t: inout MemberList<Value>) {
    t.staticMethod("static long BigMul(int a, int b)") { a in a.int64(0) &* a.int64(1) }
    t.staticMethod("static ulong BigMul(uint a, uint b)") { a in a.integer(0, UInt64.self) &* a.integer(1, UInt64.self)
    }
    t.staticMethod("static int DivRem(int a, int b, [ref] int result)") { a in
      let (quotient, rest) = try Division.parts(a.integer(0, Int32.self), a.integer(1, Int32.self))
      try a.setReference(2, rest.value)
      return quotient
    }
    t.staticMethod("static long DivRem(long a, long b, [ref] long result)") { a in
      let (quotient, rest) = try Division.parts(a.int64(0), a.int64(1))
      try a.setReference(2, rest.value)
      return quotient
    }
  }
}
