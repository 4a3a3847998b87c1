// Rounding of numbers comes from the C library; the import links it.
import Glibc

extension NumberShape {
  /// The value, of the type that suffix and size give it; nil where it does not fit.
  var value: NumberLiteral? { isReal ? realValue : integerValue }

  /// More digits than anyone writes; each one costs time in proportion to those before it.
  private static let digitLimit = 5000

  // MARK: Whole numbers

  private var integerValue: NumberLiteral? {
    if base == .decimal, suffix == .none, multiplier == 1, digits.count <= 9 {
      let magnitude = digits.reduce(Int32(0)) { $0 * 10 + Int32($1 & 0x0F) }
      return .int32(isNegative ? -magnitude : magnitude)
    }
    guard digits.count <= Self.digitLimit else { return nil }
    if digits.count > 400, base == .decimal, suffix == .none { return .double(isNegative ? -.infinity : .infinity) }
    guard let (digitsValue, isComplement) = magnitudeAndSign else { return nil }
    var magnitude = digitsValue
    magnitude.multiply(by: multiplier, adding: 0)
    let isBelowZero = isNegative != isComplement
    if suffix == .bigInteger { return Self.bigInteger(magnitude, isBelowZero) }
    guard let small = magnitude.small, small < 1 << 120 else {
      return suffix == .none && base == .decimal ? hugeValue(magnitude) : nil
    }
    let value = isBelowZero ? -Int128(small) : Int128(small)
    if effectiveSuffix == .none { return Self.narrowest(value) ?? (base == .decimal ? hugeValue(magnitude) : nil) }
    return Self.fit(value, effectiveSuffix)
  }

  /// A number that fills 64 bits is long, however small it is.
  private var effectiveSuffix: Suffix {
    let fills64 = base == .hexadecimal ? writtenWidth == 16 : base == .binary && digits.count == 64
    guard fills64 else { return suffix }
    return suffix == .none ? .int64 : suffix == .unsigned ? .uint64 : suffix
  }

  /// How many hexadecimal digits count, with the zero that PowerShell puts before them unless they fill the type.
  private var writtenWidth: Int { digits.count + (fillsHexadecimalType ? 0 : 1) }

  private var fillsHexadecimalType: Bool {
    guard !isUnsigned else { return false }
    let width = digits.count + 1
    switch suffix {
    case .sbyte: return width == 3
    case .int16: return width == 5
    case .int64: return width == 17
    default: return width == (width < 16 ? 9 : 17)
    }
  }

  private var fillsBinaryType: Bool {
    guard !isUnsigned else { return false }
    switch digits.count {
    case 8, 16, 32, 64, 96, 128...: return true
    default: return false
    }
  }

  /// The magnitude of the digits, and whether they are the two's complement of it.
  private var magnitudeAndSign: (BigMagnitude, Bool)? {
    switch base {
    case .decimal:
      return (BigMagnitude(digits: digits.lazy.map { $0 & 0x0F }, base: 10), false)
    case .hexadecimal:
      let values = digits.map { $0 >= 0x40 ? ($0 | 0x20) - 0x57 : $0 & 0x0F }
      let magnitude = BigMagnitude(digits: values, base: 16)
      guard fillsHexadecimalType, let first = values.first, first >= 8 else { return (magnitude, false) }
      return (magnitude.subtracted(fromPowerOfTwo: digits.count * 4), true)
    case .binary:
      guard !digits.isEmpty else { return nil }
      let magnitude = BigMagnitude(digits: digits.lazy.map { $0 & 1 }, base: 2)
      guard fillsBinaryType, digits.first == 0x31 else { return (magnitude, false) }
      return (magnitude.subtracted(fromPowerOfTwo: digits.count), true)
    }
  }

  private static func bigInteger(_ magnitude: BigMagnitude, _ isNegative: Bool) -> NumberLiteral {
    let text = magnitude.decimalDigits
    return .bigInteger(isNegative && text != "0" ? "-" + text : text)
  }

  private static func narrowest(_ value: Int128) -> NumberLiteral? {
    if let narrow = Int32(exactly: value) { return .int32(narrow) }
    return Int64(exactly: value).map { .int64($0) }
  }

  private func hugeValue(_ magnitude: BigMagnitude) -> NumberLiteral? {
    if let small = magnitude.small, small < 1 << 96 {
      return .decimal(DecimalLiteral(isNegative: isNegative, coefficient: small, scale: 0))
    }
    return .double(isNegative ? -magnitude.truncated : magnitude.truncated)
  }

  private static func fit(_ value: Int128, _ suffix: Suffix) -> NumberLiteral? {
    switch suffix {
    case .none: return narrowest(value)
    case .sbyte: return Int8(exactly: value).map { .sbyte($0) }
    case .byte: return UInt8(exactly: value).map { .byte($0) }
    case .int16: return Int16(exactly: value).map { .int16($0) }
    case .uint16: return UInt16(exactly: value).map { .uint16($0) }
    case .int64: return Int64(exactly: value).map { .int64($0) }
    case .uint64: return UInt64(exactly: value).map { .uint64($0) }
    case .unsigned:
      return UInt32(exactly: value).map { .uint32($0) } ?? UInt64(exactly: value).map { .uint64($0) }
    case .bigInteger: return .bigInteger("\(value)")
    case .decimal:
      guard value.magnitude < 1 << 96 else { return nil }
      return .decimal(DecimalLiteral(isNegative: value < 0, coefficient: value.magnitude, scale: 0))
    }
  }

  // MARK: Real numbers

  private var realValue: NumberLiteral? {
    if suffix == .decimal { return decimalValue }
    guard let number = Double(realText) else { return nil }
    let product = number * Double(multiplier)
    if suffix == .none { return .double(product) }
    let whole = product.rounded(.toNearestOrEven)
    guard whole.isFinite else { return nil }
    if suffix == .bigInteger { return Self.bigInteger(BigMagnitude(whole), whole < 0) }
    return Int128(exactly: whole).flatMap { Self.fit($0, suffix) }
  }

  private var realText: String {
    var text = isNegative ? "-" : ""
    text += digits.isEmpty ? "0" : String(decoding: digits, as: UTF8.self)
    if !fraction.isEmpty { text += "." + String(decoding: fraction, as: UTF8.self) }
    if !exponent.isEmpty { text += (isExponentNegative ? "e-" : "e") + String(decoding: exponent, as: UTF8.self) }
    return text
  }

  /// As .NET reads a decimal: trailing zeros count, digits after the 28th are rounded.
  private var decimalValue: NumberLiteral? {
    // Beyond a thousand every power of ten gives zero or too much.
    let power = exponent.isEmpty ? 0 : min(Int(String(decoding: exponent, as: UTF8.self)) ?? 1000, 1000)
    var scale = fraction.count - (isExponentNegative ? -power : power)
    var coefficient: UInt128 = 0
    var dropped = 0
    for digit in digits + fraction {
      let next = coefficient * 10 + UInt128(digit & 0x0F)
      guard next < 1 << 96, dropped == 0 else {
        if dropped == 0, digit >= 0x35 { coefficient += 1 }
        dropped += 1
        continue
      }
      coefficient = next
    }
    scale -= dropped
    while scale < 0 {
      guard coefficient == 0 || coefficient < 1 << 96 else { return nil }
      if coefficient == 0 {
        scale = 0
      } else {
        coefficient *= 10
        scale += 1
      }
    }
    while scale > 28 {
      coefficient = coefficient / 10 + (coefficient % 10 >= 5 ? 1 : 0)
      scale -= 1
      if coefficient == 0 { scale = 28 }
    }
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: UInt128(multiplier))
    guard !overflow, product < 1 << 96 else { return nil }
    return .decimal(DecimalLiteral(isNegative: isNegative, coefficient: product, scale: scale))
  }
}
