/// An operator that .NET types declare as a static method: `op_Addition`, `op_LeftShift` and their like.
enum OperatorMethod {
  /// Calls the method of the left operand's type, or of the right one's where the left is null or primitive.
  static func call(_ method: String, _ sign: String, _ a: Value, _ b: Value) throws -> Value {
    let left = a.base
    let right = b.base
    let isLeftBare = left.isNull || left.isPrimitive
    if isLeftBare, right.isNull || right.isPrimitive { throw undefined(sign, left, right) }
    let type = isLeftBare ? right.type : left.type
    if let result = try type.callStatic(Symbol(method), [left, right]) { return result }
    // Why: a custom object is a bare wrapper to .NET, and says so.
    let name = type === PSType.customObject ? PSType.psObject.fullName : type.fullName
    throw ShellError(
      "Method invocation failed because [\(name)] does not contain a method named '\(method)'.", id: "MethodNotFound",
      .invalidOperation)
  }

  static func undefined(_ sign: String, _ a: Value, _ b: Value) -> ShellError {
    func name(_ value: Value) -> String { value.isNull ? "$null" : value.type.fullName }
    return ShellError(
      "The operation '[\(name(a))] \(sign) [\(name(b))]' is not defined.", id: "NotADefinedOperationForType",
      .invalidOperation)
  }
}
