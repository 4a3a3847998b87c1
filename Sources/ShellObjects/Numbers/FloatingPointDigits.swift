import Glibc

/// How many digits of a binary fraction are wanted.
package enum DigitRequest: Sendable {
  /// As few as name the value uniquely.
  case shortest
  /// So many from the first that is not zero, correctly rounded.
  case significant(Int)
  /// So many after the decimal point, correctly rounded.
  case decimals(Int)
}

extension NumberDigits {
  /// Creates the digits of a finite double.
  package init(_ value: Double, _ request: DigitRequest = .shortest) {
    switch request {
    case .shortest: self.init(description: value.description)
    case .significant(let count): self.init(description: Self.printed(value, "%.*e", min(max(count, 1), 800) - 1))
    case .decimals(let count): self.init(description: Self.printed(value, "%.*f", min(max(count, 0), 1_100)))
    }
  }

  /// Creates the digits of a finite single.
  package init(_ value: Float, _ request: DigitRequest = .shortest) {
    if case .shortest = request {
      self.init(description: value.description)
    } else {
      self.init(Double(value), request)
    }
  }

  /// Creates digits from a text such as `-12.50e+07`.
  private init(description: String) {
    var digits: [UInt8] = []
    var isNegative = false
    var scale = 0
    var seenPoint = false
    var exponent = 0
    var rest = Array(description.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): seenPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        exponent = Int(String(decoding: rest, as: UTF8.self)) ?? 0
        rest = []
      default:
        let isLeadingZero = digits.isEmpty && byte == UInt8(ascii: "0")
        if !isLeadingZero { digits.append(byte) }
        if seenPoint { if isLeadingZero { scale -= 1 } } else if !isLeadingZero { scale += 1 }
      }
    }
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    self.init(
      digits: digits, scale: digits.isEmpty ? 0 : scale + exponent, isNegative: isNegative, kind: .floatingPoint)
  }

  /// The C library's text of `value`; its digits are exact and rounded half to even, as .NET's are.
  private static func printed(_ value: Double, _ format: String, _ precision: Int) -> String {
    withVaList([Int32(precision), value]) { arguments in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1_600) { buffer in
        guard let start = buffer.baseAddress, vsnprintf(start, buffer.count, format, arguments) > 0 else { return "0" }
        return String(cString: start)
      }
    }
  }
}
