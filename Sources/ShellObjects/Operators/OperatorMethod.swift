/// An operator that .NET types declare as a static method: `op_Addition`, `op_LeftShift` and their like.
enum OperatorMethod {
  /// Calls the method of the left operand's type, or of the right one's where the left is null or primitive.
  static func call(_ method: String, _ sign: String, _ a: Value, _ b: Value) throws -> Value {
    let left = a.base
    let right = b.base
    let isLeftBare = left.isNull || left.isPrimitive
    if isLeftBare, right.isNull || right.isPrimitive { throw undefined(sign, left, right) }
    let type = isLeftBare ? right.type : left.type
    do {
      if let result = try type.callStatic(Symbol(method), [left, right]) { return result }
    } catch let error as ShellError where error.record.exception.type.name == "MethodInvocationException" {
      throw ShellError(
        error.record.exception.type.fullName, error.record.exception.message, id: "DotNetMethodException",
        .notSpecified, inner: error.record.exception.inner)
    }
    if type === PSType.decimal, let operation = Arithmetic.Operation(rawValue: method) {
      return try decimal(operation, left, right)
    }
    // Why: a custom object is a bare wrapper to .NET, and says so.
    let name = type === PSType.customObject ? PSType.psObject.fullName : type.reflectionName
    throw ShellError(
      "Method invocation failed because [\(name)] does not contain a method named '\(method)'.", id: "MethodNotFound",
      .invalidOperation)
  }

  /// The operators of `[decimal]`, to which both operands are converted as arguments.
  private static func decimal(_ operation: Arithmetic.Operation, _ a: Value, _ b: Value) throws -> Value {
    let x = try decimalArgument(a, 0, operation)
    let y = try decimalArgument(b, 1, operation)
    do { return try NumericArithmetic.decimal(operation, x, y) } catch let error as ShellError {
      throw ShellError(
        "System.Management.Automation.MethodInvocationException",
        "Exception calling \"\(operation.rawValue)\" with \"2\" argument(s): \"\(error.record.exception.message)\"",
        id: "DotNetMethodException", .notSpecified, inner: error.record.exception.inner)
    }
  }

  private static func decimalArgument(
    _ value: Value, _ index: Int, _ operation: Arithmetic.Operation
  ) throws -> Decimal96 {
    do {
      return NumericOperand(try value.converted(to: .decimal))?.decimal ?? .zero
    } catch let error as ShellError {
      throw OverloadChoice.argumentError(value, "\(index)", operation.rawValue, .decimal, error)
    }
  }

  static func undefined(_ sign: String, _ a: Value, _ b: Value) -> ShellError {
    func name(_ value: Value) -> String { value.isNull ? "$null" : value.type.fullName }
    return ShellError(
      "The operation '[\(name(a))] \(sign) [\(name(b))]' is not defined.", id: "NotADefinedOperationForType",
      .invalidOperation)
  }
}
