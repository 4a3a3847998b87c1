/// Equality and order as the comparison operators see them.
package enum Comparison {
  /// `-eq` on two single values: the right is converted to the left's type.
  package static func equal(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Bool {
    switch (a, b) {
    case (.int32(let x), .int32(let y)): return x == y
    case (.string(let x), .string(let y)): return ignoreCase ? x.equalsName(y) : x.isIdentical(to: y)
    default: return try equalSlow(a.base, b.base, ignoreCase)
    }
  }

  @inline(never) private static func equalSlow(_ a: Value, _ b: Value, _ ignoreCase: Bool) throws -> Bool {
    if a.isNull || b.isNull { return a.isNull && b.isNull }
    if case .string(let text) = a { return try equal(.string(text), .string(b.text()), ignoreCase: ignoreCase) }
    if let x = Arithmetic.Numeric(a), let y = Arithmetic.Numeric(b), a.typeCode.isNumeric, b.typeCode.isNumeric {
      return compare(x, y) == 0
    }
    if try a.netEquals(b) { return true }
    guard let converted = try? b.converted(to: a.type) else { return false }
    return try a.netEquals(converted)
  }

  /// `-lt` and its like: negative, zero or positive; throws where the two cannot be compared.
  package static func compare(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Int {
    if case .int32(let x) = a, case .int32(let y) = b { return x < y ? -1 : x > y ? 1 : 0 }
    return try compareSlow(a.base, b.base, ignoreCase)
  }

  @inline(never) private static func compareSlow(_ a: Value, _ b: Value, _ ignoreCase: Bool) throws -> Int {
    if case .string(let text) = a { return Collation.compare(text, try b.text(), ignoringCase: ignoreCase) }
    if a.isNull { return b.isNull ? 0 : try compareNull(with: b) }
    if b.isNull { return -(try compareNull(with: a)) }
    if let x = Arithmetic.Numeric(a), a.typeCode.isNumeric {
      let right = b.typeCode.isNumeric ? b : try conversionForOrder(a, b)
      if let y = Arithmetic.Numeric(right) { return compare(x, y) }
    }
    if let order = try a.netCompare(try conversionForOrder(a, b)) { return order }
    throw ShellError("Cannot compare \"\(try a.text())\" because it is not IComparable.", id: "NotIcomparable")
  }

  private static func compareNull(with value: Value) throws -> Int {
    if let number = Arithmetic.Numeric(value), value.typeCode.isNumeric { return number.double < 0 ? 1 : -1 }
    return -1
  }

  private static func conversionForOrder(_ a: Value, _ b: Value) throws -> Value {
    do { return try b.converted(to: a.type) } catch let error as ShellError {
      throw ShellError(
        "Could not compare \"\(try a.text())\" to \"\(try b.text())\". Error: \"\(error.record.exception.message)\"",
        id: "ComparisonFailure")
    }
  }

  private static func compare(_ x: Arithmetic.Numeric, _ y: Arithmetic.Numeric) -> Int {
    switch (x, y) {
    case (.whole(let x), .whole(let y)): return x < y ? -1 : x > y ? 1 : 0
    case (.decimal(let x), _):
      if let y = try? y.decimal() { return x < y ? -1 : y < x ? 1 : 0 }
    case (_, .decimal(let y)):
      if let x = try? x.decimal() { return x < y ? -1 : y < x ? 1 : 0 }
    default: break
    }
    return x.double < y.double ? -1 : x.double > y.double ? 1 : x.double == y.double ? 0 : 1
  }
}

extension ShellError {
  init(_ message: String, id: String) {
    self.init("System.Management.Automation.RuntimeException", message, id: id, .invalidOperation)
  }
}

extension Value {
  /// .NET's `Equals`: same type and same value.
  package func netEquals(_ other: Value) throws -> Bool {
    switch (base, other.base) {
    case (.int32(let x), .int32(let y)): return x == y
    case (.int64(let x), .int64(let y)): return x == y
    case (.double(let x), .double(let y)): return x == y || (x.isNaN && y.isNaN)
    case (.bool(let x), .bool(let y)): return x == y
    case (.char(let x), .char(let y)): return x == y
    case (.string(let x), .string(let y)): return x.isIdentical(to: y)
    case (.object(let x), let y): return try x.equals(y)
    case (let x, let y): return x.isNull && y.isNull
    }
  }

  /// .NET's `CompareTo`; nil where the two cannot be compared.
  package func netCompare(_ other: Value) throws -> Int? {
    switch (base, other.base) {
    case (.int32(let x), .int32(let y)): return x < y ? -1 : x > y ? 1 : 0
    case (.int64(let x), .int64(let y)): return x < y ? -1 : x > y ? 1 : 0
    case (.double(let x), .double(let y)): return x < y ? -1 : x > y ? 1 : 0
    case (.bool(let x), .bool(let y)): return x == y ? 0 : x ? 1 : -1
    case (.char(let x), .char(let y)): return Int(x) - Int(y)
    case (.string(let x), .string(let y)): return Collation.compare(x, y, ignoringCase: false)
    case (.object(let x), let y): return try x.compare(y)
    default: return nil
    }
  }

  package func netHash() throws -> Int {
    switch base {
    case .int32(let number): return Int(number)
    case .int64(let number): return number.hashValue
    case .double(let number): return number.hashValue
    case .bool(let flag): return flag ? 1 : 0
    case .char(let unit): return Int(unit)
    case .string(let text):
      var hash: UInt = 5381
      for byte in text.utf8 { hash = (hash &* 33) ^ UInt(byte) }
      return Int(bitPattern: hash)
    case .object(let object): return try object.hashCode()
    default: return 0
    }
  }
}
