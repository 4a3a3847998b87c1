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
    case .significant(let count):
      self =
        Self.exact(value, significant: count)
        ?? NumberDigits(description: Self.printed(value, "%.*e", min(max(count, 1), 800) - 1))
    case .decimals(let count):
      self =
        Self.exact(value, decimals: count)
        ?? NumberDigits(description: Self.printed(value, "%.*f", min(max(count, 0), 1_100)))
    }
  }

  /// The digits by whole-number arithmetic in 128 bits, rounded half to even; nil where it takes more.
  private static func exact(_ value: Double, decimals: Int) -> NumberDigits? {
    let magnitude = value.magnitude
    guard decimals >= 0, decimals <= 22, magnitude < 0x1p53 else { return nil }
    let whole = UInt64(magnitude)
    let power = WideInteger.powerOfTen(decimals)
    var scaled = UInt128(whole) * power
    let fraction = magnitude - Double(whole)
    if fraction != 0 {
      // The fraction is significand / 2^shift, and the significand times 10^22 fits 127 bits.
      let shift = 52 - Int(fraction.exponent)
      guard fraction.isNormal, shift <= 126 else { return nil }
      let product = UInt128(fraction.significandBitPattern | 1 << 52) * power
      scaled += product >> UInt128(shift)
      let rest = product & ((1 << UInt128(shift)) - 1)
      let half = UInt128(1) << UInt128(shift - 1)
      if rest > half || rest == half && scaled & 1 == 1 { scaled += 1 }
    }
    var digits = NumberDigits(
      magnitude: scaled, isNegative: value.sign == .minus, kind: .floatingPoint, decimals: decimals)
    while digits.digits.last == UInt8(ascii: "0") { digits.digits.removeLast() }
    if digits.isZero { digits.scale = 0 }
    return digits
  }

  private static func exact(_ value: Double, significant count: Int) -> NumberDigits? {
    let magnitude = value.magnitude
    guard magnitude >= 0.0001, magnitude < 0x1p53 else { return nil }
    var places = magnitude >= 1 ? 1 : magnitude >= 0.1 ? 0 : magnitude >= 0.01 ? -1 : magnitude >= 0.001 ? -2 : -3
    var limit = 10.0
    while magnitude >= limit, places > 0 {
      places += 1
      limit *= 10
    }
    return exact(value, decimals: count - places)
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
