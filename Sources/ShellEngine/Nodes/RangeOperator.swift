import ShellObjects

/// The `..` operator: whole numbers or characters, in either direction.
enum RangeOperator {
  /// Calls the body with each element until it returns false.
  static func walk(_ lower: Value, _ upper: Value, _ body: (Value) throws -> Bool) throws {
    if let first = character(lower), let last = character(upper) {
      let step = first <= last ? 1 : -1
      var unit = Int(first)
      while true {
        if try !body(.char(UInt16(unit))) { return }
        if unit == Int(last) { return }
        unit += step
      }
    }
    let first = try bound(lower)
    let last = try bound(upper)
    if first <= last {
      var number = first
      while try body(.int32(number)), number < last { number += 1 }
    } else {
      var number = first
      while try body(.int32(number)), number > last { number -= 1 }
    }
  }

  private static func character(_ value: Value) -> UInt16? {
    switch value.base {
    case .char(let unit): return unit
    case .string(let text):
      guard text.utf16.count == 1, let unit = text.utf16.first, unit < 0x30 || unit > 0x39 else { return nil }
      return unit
    default: return nil
    }
  }

  private static func bound(_ value: Value) throws -> Int32 {
    if case .int32(let number) = value { return number }
    do {
      guard case .int32(let number) = try value.converted(to: .int32) else { return 0 }
      return number
    } catch let error as ShellError {
      guard let inner = error.record.exception.inner else {
        throw NetException(
          "System.InvalidCastException",
          "Unable to cast object of type '\(value.type.fullName)' to type 'System.IConvertible'.")
      }
      throw NetException(inner.type.fullName, inner.message)
    }
  }
}
