/// Equality and order as the comparison operators see them.
package enum Comparison {
  /// `-eq` on two single values: the right is converted to the left's type.
  package static func equal(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Bool {
    switch (a, b) {
    case (.int32(let x), .int32(let y)): return x == y
    case (.string(let x), .string(let y)): return Collation.equals(x, y, ignoringCase: ignoreCase)
    default: return try equalSlow(a.base, b.base, ignoreCase)
    }
  }

  @inline(never) private static func equalSlow(_ a: Value, _ b: Value, _ ignoreCase: Bool) throws -> Bool {
    if a.isNull || b.isNull { return a.isNull && b.isNull }
    if case .string(let text) = a { return Collation.equals(text, try b.text(), ignoringCase: ignoreCase) }
    if a.isNumber {
      if b.isNumberOrPrimitive { return order(a, b) == 0 }
      if case .string = b {
        guard let number = try? b.scanned(beside: a), number.isNumber else { return false }
        return order(a, number) == 0
      }
    }
    if try a.netEquals(b) { return true }
    if ignoreCase, case .char(let x) = a, let y = singleUnit(b) {
      return SimpleCase.upper(x) == SimpleCase.upper(y)
    }
    guard let converted = try? b.converted(to: a.type) else { return false }
    return try a.netEquals(converted)
  }

  private static func singleUnit(_ value: Value) -> UInt16? {
    switch value {
    case .char(let unit): return unit
    case .string(let text):
      let units = text.utf16
      return units.count == 1 ? units.first : nil
    default: return nil
    }
  }

  /// The order by which values are sorted: negative, zero or positive; NaN comes first.
  ///
  /// Throws where the two cannot be compared.
  package static func compare(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Int {
    if let order = try relation(a, b, ignoreCase: ignoreCase) { return order }
    let isLeftNaN = NumericOperand(a)?.double.isNaN ?? false
    let isRightNaN = NumericOperand(b)?.double.isNaN ?? false
    return isLeftNaN ? (isRightNaN ? 0 : -1) : 1
  }

  /// `-lt` and its like: negative, zero or positive; nil where a NaN is among them, so that no relation holds.
  ///
  /// Throws where the two cannot be compared.
  package static func relation(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Int? {
    if case .int32(let x) = a, case .int32(let y) = b { return x < y ? -1 : x > y ? 1 : 0 }
    return try relationSlow(a.base, b.base, ignoreCase)
  }

  @inline(never) private static func relationSlow(_ a: Value, _ b: Value, _ ignoreCase: Bool) throws -> Int? {
    if case .double(let x) = a, case .double(let y) = b { return x < y ? -1 : x > y ? 1 : x == y ? 0 : nil }
    if b.isNull { return a.isNull ? 0 : signBesideNull(a) }
    if case .string(let text) = a { return Collation.compare(text, try b.text(), ignoringCase: ignoreCase) }
    if a.isNull { return -signBesideNull(b) }
    if a.isNumber {
      if b.isNumberOrPrimitive { return order(a, b) }
      if case .string = b { return order(a, try b.scanned(beside: a)) }
    }
    if isComparable(a) {
      let converted = try convertedForOrder(a, b)
      if let order = try a.netCompare(converted) { return order }
    }
    if try a.netEquals(b) { return 0 }
    if case .object(let object) = a, object.kind == .custom {
      throw ShellError(
        "System.Management.Automation.ExtendedTypeSystemException",
        "Cannot compare \"\(try a.text())\" to \"\(try b.text())\" because the objects are not the same type or the object \"\(try a.text())\" does not implement \"IComparable\".",
        id: "PSObjectCompareTo", .notSpecified)
    }
    throw ShellError("Cannot compare \"\(a.netText)\" because it is not IComparable.", id: "NotIcomparable")
  }

  /// Whether the type implements `IComparable`.
  private static func isComparable(_ value: Value) -> Bool {
    guard case .object(let object) = value, object.kind != .number, object.kind != .enumeration else { return true }
    return object.type.members.behavior.order != nil
  }

  /// Null is less than everything except negative numbers.
  private static func signBesideNull(_ value: Value) -> Int {
    value.isNumber && NumericOperand(value)?.isNegative == true ? -1 : 1
  }

  private static func convertedForOrder(_ a: Value, _ b: Value) throws -> Value {
    do { return try b.converted(to: a.type) } catch let error as ShellError {
      throw ShellError(
        "Could not compare \"\(try a.text())\" to \"\(try b.text())\". Error: \"\(error.record.exception.message)\"",
        id: "ComparisonFailure")
    }
  }

  /// The order of two numbers in their wider type; nil where one is NaN.
  static func order(_ a: Value, _ b: Value) -> Int? {
    guard let x = NumericOperand(a), let y = NumericOperand(b) else { return nil }
    if let left = x.whole, let right = y.whole { return left < right ? -1 : left > right ? 1 : 0 }
    if x.code == .decimal || y.code == .decimal, let left = exactDecimal(x), let right = exactDecimal(y) {
      return left.order(right)
    }
    let left = x.double
    let right = y.double
    return left < right ? -1 : left > right ? 1 : left == right ? 0 : nil
  }
}

extension Comparison {
  /// The operand as a decimal by way of its double, which a comparison takes where arithmetic rounds a single.
  private static func exactDecimal(_ operand: NumericOperand) -> Decimal96? {
    if case .real(let number) = operand.payload { return Decimal96(number) }
    return operand.decimal
  }
}

extension ShellError {
  init(_ message: String, id: String) {
    self.init("System.Management.Automation.RuntimeException", message, id: id, .invalidOperation)
  }
}
