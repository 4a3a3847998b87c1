/// Arithmetic on two numbers of any types.
enum NumericArithmetic {
  /// Computes in the wider type of the two.
  ///
  /// Throws for a division by zero of whole numbers and decimals, and where a decimal result does not fit.
  static func apply(_ operation: Arithmetic.Operation, _ a: Value, _ b: Value) throws -> Value {
    guard let x = NumericOperand(a), let y = NumericOperand(b) else {
      return try OperatorMethod.call(operation.rawValue, operation.sign, a, b)
    }
    let code = NumericOperand.commonCode(x, y)
    if code == .decimal { try refuseDecimal(a) }
    if case .object(let value as EnumObject) = a { return try enumeration(operation, x, y, value.type) }
    return try compute(operation, x, y, code)
  }

  private static func compute(
    _ operation: Arithmetic.Operation, _ x: NumericOperand, _ y: NumericOperand, _ code: TypeCode
  ) throws -> Value {
    if code == .decimal {
      guard let left = x.decimal, let right = y.decimal else {
        throw NetException.overflow("Value was either too large or too small for a Decimal.")
      }
      return try decimal(operation, left, right)
    }
    if code != .double, let left = x.whole, let right = y.whole { return try whole(operation, left, right, code) }
    return .double(real(operation, x.double, y.double))
  }

  private static func whole(
    _ operation: Arithmetic.Operation, _ x: Int128, _ y: Int128, _ code: TypeCode
  ) throws -> Value {
    switch operation {
    case .add: return fitted(x + y, code, Double(x) + Double(y))
    case .subtract: return fitted(x - y, code, Double(x) - Double(y))
    case .multiply:
      let (product, overflow) = x.multipliedReportingOverflow(by: y)
      if !overflow { return NumericOperand.typed(product, code) }
      // Both factors have at most 64 bits.
      let magnitude = x.magnitude.multipliedReportingOverflow(by: y.magnitude).partialValue
      return .double(NumericOperand.truncatedDouble(magnitude, isNegative: (x < 0) != (y < 0)))
    case .divide:
      if y == 0 { throw dividedByZero() }
      return x % y == 0 ? NumericOperand.typed(x / y, code) : .double(Double(x) / Double(y))
    case .remainder:
      if y == 0 { throw dividedByZero() }
      return NumericOperand.typed(x % y, code)
    }
  }

  private static func fitted(_ number: Int128, _ code: TypeCode, _ otherwise: Double) -> Value {
    let value = NumericOperand.typed(number, code)
    if case .double = value { return .double(otherwise) }
    return value
  }

  private static func real(_ operation: Arithmetic.Operation, _ x: Double, _ y: Double) -> Double {
    switch operation {
    case .add: x + y
    case .subtract: x - y
    case .multiply: x * y
    case .divide: x / y
    case .remainder: x.truncatingRemainder(dividingBy: y)
    }
  }

  static func decimal(_ operation: Arithmetic.Operation, _ x: Decimal96, _ y: Decimal96) throws -> Value {
    let result: Decimal96?
    switch operation {
    case .add: result = x.adding(y)
    case .subtract: result = x.subtracting(y)
    case .multiply: result = x.multiplied(by: y)
    case .divide, .remainder:
      if y.isZero { throw dividedByZero() }
      result = operation == .divide ? quotient(x, y) : x.remainder(dividingBy: y)
    }
    guard let result else {
      throw failed("System.OverflowException", "Value was either too large or too small for a Decimal.")
    }
    return .object(NumberObject(.decimal(result)))
  }

  /// A quotient too small for 28 places is a plain zero.
  private static func quotient(_ x: Decimal96, _ y: Decimal96) -> Decimal96? {
    let result = x.divided(by: y)
    return result?.isZero == true ? .zero : result
  }

  // MARK: Errors

  static func dividedByZero() -> ShellError { failed("System.DivideByZeroException", "Attempted to divide by zero.") }

  private static func failed(_ type: String, _ message: String) -> ShellError {
    ShellError(
      "System.Management.Automation.RuntimeException", message, id: "RuntimeException", .notSpecified,
      inner: ExceptionObject(PSType.named(type), message))
  }

  /// .NET has no conversion from a Boolean or an enumeration on the left to decimal.
  private static func refuseDecimal(_ a: Value) throws {
    switch a {
    case .bool, .object(is EnumObject):
      throw NetException.invalidOperation(
        "No coercion operator is defined between types '\(a.type.fullName)' and 'System.Decimal'.")
    default: break
    }
  }

  // MARK: Enumerations

  /// An enumeration on the left computes in its number and stays one, where .NET can cast the result back.
  private static func enumeration(
    _ operation: Arithmetic.Operation, _ x: NumericOperand, _ y: NumericOperand, _ type: PSType
  ) throws -> Value {
    switch y.code {
    case .single, .double: throw badCast(type.fullName, "System.Double")
    case .uint32, .uint64:
      throw NetException.invalidOperation(
        "The binary operator GreaterThanOrEqual is not defined for the types '\(type.fullName)' and 'System.Int32'.")
    default: break
    }
    let result = try compute(operation, x, y, NumericOperand.commonCode(x, y))
    guard case .int32(let number) = result else { throw badCast(result.type.fullName, type.fullName) }
    return .object(EnumObject(Int64(number), type))
  }

  private static func badCast(_ from: String, _ to: String) -> NetException {
    NetException("System.InvalidCastException", "Unable to cast object of type '\(from)' to type '\(to)'.")
  }
}
