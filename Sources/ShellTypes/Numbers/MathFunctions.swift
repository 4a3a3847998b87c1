import Glibc
import ShellObjects

/// The functions behind Math, Double and Single.
enum MathFunctions {
  static let unary: [(String, @Sendable (Double) -> Double)] = [
    ("Abs", { abs($0) }), ("Acos", { acos($0) }), ("Acosh", { acosh($0) }), ("Asin", { asin($0) }),
    ("Asinh", { asinh($0) }), ("Atan", { atan($0) }), ("Atanh", { atanh($0) }), ("Cbrt", { cbrt($0) }),
    ("Ceiling", { ceil($0) }), ("Cos", { cos($0) }), ("Cosh", { cosh($0) }), ("Exp", { exp($0) }),
    ("Floor", { floor($0) }), ("Log", { log($0) }), ("Log10", { log10($0) }), ("Log2", { log2($0) }),
    ("Sin", { sin($0) }), ("Sinh", { sinh($0) }), ("Sqrt", { sqrt($0) }), ("Tan", { tan($0) }),
    ("Tanh", { tanh($0) }), ("Truncate", { trunc($0) }), ("BitDecrement", { $0.nextDown }),
    ("BitIncrement", { $0.nextUp }),
    ("ReciprocalEstimate", { 1 / $0 }), ("ReciprocalSqrtEstimate", { 1 / sqrt($0) }),
  ]

  static let binary: [(String, @Sendable (Double, Double) -> Double)] = [
    ("Atan2", { atan2($0, $1) }), ("CopySign", { Double(sign: $1.sign, exponent: 0, significand: abs($0)) }),
    ("Max", maximum), ("MaxMagnitude", { abs($0) > abs($1) ? $0 : abs($0) < abs($1) ? $1 : maximum($0, $1) }),
    ("Min", minimum), ("MinMagnitude", { abs($0) < abs($1) ? $0 : abs($0) > abs($1) ? $1 : minimum($0, $1) }),
    ("Pow", { pow($0, $1) }),
  ]

  static let maximum: @Sendable (Double, Double) -> Double = { x, y in
    if x.isNaN || y.isNaN { return .nan }
    if x == y { return x.sign == .minus ? y : x }
    return x > y ? x : y
  }

  static let minimum: @Sendable (Double, Double) -> Double = { x, y in
    if x.isNaN || y.isNaN { return .nan }
    if x == y { return x.sign == .minus ? x : y }
    return x < y ? x : y
  }

  static func logarithm(_ number: Double, _ base: Double) -> Double {
    if number.isNaN || base.isNaN || base == 1 { return .nan }
    if number != 1, base == 0 || base == .infinity { return .nan }
    return log(number) / log(base)
  }

  static func sign(_ number: Double) throws -> Int {
    if number.isNaN {
      throw NetException(
        "System.ArithmeticException", "Function does not accept floating point Not-a-Number values.")
    }
    return number < 0 ? -1 : number > 0 ? 1 : 0
  }

  static func clamped(_ number: Double, _ low: Double, _ high: Double) throws -> Double {
    if low > high {
      throw NetException.argument("'\(NumberText.castText(low))' cannot be greater than \(NumberText.castText(high)).")
    }
    return number < low ? low : number > high ? high : number
  }

  /// Rounds to 0 to 15 digits by one of .NET's five modes.
  static func rounded(_ number: Double, _ digits: Int, _ mode: Int) throws -> Double {
    guard digits >= 0, digits <= 15 else {
      throw NetException.outOfRange("Rounding digits must be between 0 and 15, inclusive.", "digits")
    }
    let rule = try rule(mode)
    guard abs(number) < 1e16 else { return number }
    let power = powers[digits]
    return (number * power).rounded(rule) / power
  }

  static func rule(_ mode: Int) throws -> FloatingPointRoundingRule {
    switch mode {
    case 0: return .toNearestOrEven
    case 1: return .toNearestOrAwayFromZero
    case 2: return .towardZero
    case 3: return .down
    case 4: return .up
    default:
      throw NetException.argument(
        "The value '\(mode)' is not valid for this usage of the type MidpointRounding.", "mode")
    }
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  static func rounded(_ number: Decimal96, _ decimals: Int, _ mode: Int) throws -> Decimal96 {
    guard decimals >= 0, decimals <= 28 else {
      throw NetException.outOfRange("Decimal can only round to between 0 and 28 digits of precision.", "decimals")
    }
    _ = try rule(mode)
    return number.rounded(to: decimals, RoundingMode(rawValue: mode) ?? .toEven)
  }
}
