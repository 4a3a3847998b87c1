extension NumericLiteralParts {
  /// What the number stands for; nil where it does not fit its suffix.
  func value() -> NumericLiteral? {
    if isReal { return realValue() }
    if suffix == .bigInteger { return .bigInteger(bigText) }
    if suffix == .decimal, radix == .decimal { return decimalValue() }
    guard let whole = integer() else {
      return suffix == .none && radix == .decimal ? largeValue() : nil
    }
    if let fitted = fit(whole) { return fitted }
    return suffix == .none && radix == .decimal ? largeValue() : nil
  }

  // MARK: Reals

  private var signedDigits: String { (isNegative ? "-" : "") + digits }

  private func realValue() -> NumericLiteral? {
    if suffix == .decimal { return decimalValue() }
    guard let plain = Double(signedDigits.last == "." ? signedDigits + "0" : signedDigits) else { return nil }
    let value = plain * Double(UInt64(1) << UInt64(shift))
    switch suffix {
    case .none: return .double(value)
    case .bigInteger:
      guard value.isFinite else { return nil }
      let digits = NumberDigits(value.rounded(.toNearestOrEven), .decimals(0))
      let zeros = String(repeating: "0", count: max(digits.scale - digits.digits.count, 0))
      return .bigInteger(
        BigNumberText(
          digits: "0" + String(decoding: digits.digits, as: UTF8.self) + zeros, radix: 10, isNegative: value < 0,
          isTwosComplement: false, shift: 0))
    default:
      guard let whole = Int128(exactly: value.rounded(.toNearestOrEven)) else { return nil }
      return fit(whole)
    }
  }

  private func decimalValue() -> NumericLiteral? {
    guard
      let plain = try? NumberParser.decimal(signedDigits, styles: .float, culture: .invariant),
      let multiplier = Decimal96(exactly: UInt64(1) << UInt64(shift)),
      let value = shift == 0 ? plain : plain.multiplied(by: multiplier)
    else { return nil }
    return .decimal(value)
  }

  // MARK: Integers

  /// The value with its multiplier; nil where 128 bits do not hold it.
  private func integer() -> Int128? {
    guard let magnitude = UInt128(digits.isEmpty ? "0" : digits, radix: radix.base) else { return nil }
    var value: Int128
    if let width = signedWidth, magnitude >> UInt128(width - 1) != 0 {
      value = width >= 128 ? Int128(truncatingIfNeeded: magnitude) : Int128(magnitude) - (Int128(1) << Int128(width))
    } else {
      guard let positive = Int128(exactly: magnitude) else { return nil }
      value = positive
    }
    if isNegative { value = 0 - value }
    let product = value.multipliedReportingOverflow(by: Int128(1) << Int128(shift))
    return product.overflow ? nil : product.partialValue
  }

  /// The width in bits at which the digits' first bit is a sign; nil where they are a plain number.
  private var signedWidth: Int? {
    guard radix != .decimal, !suffix.isUnsigned else { return nil }
    let count = digits.utf8.count
    if radix == .binary {
      let isWidth = [8, 16, 32, 64, 96].contains(count) || count >= 128
      return isWidth && digits.utf8.first == UInt8(ascii: "1") ? count : nil
    }
    let expected =
      switch suffix {
      case .signedByte: 2
      case .short: 4
      case .long: 16
      default: count < 16 ? 8 : 16
      }
    return count == expected ? count * 4 : nil
  }

  /// Whether the digits fill a long, whose pattern stays one: `0xFFFFFFFFFFFFFFFF` is a long -1.
  private var isLongPattern: Bool { signedWidth == 64 && "89abcdefABCDEF1".contains(digits.first ?? "0") }

  /// An integer in the type that its suffix names, or the first of int and long that holds it.
  private func fit(_ value: Int128) -> NumericLiteral? {
    switch suffix {
    case .none:
      if !isLongPattern, let small = Int32(exactly: value) { return .int32(small) }
      return Int64(exactly: value).map { .int64($0) }
    case .signedByte: return Int8(exactly: value).map { .int8($0) }
    case .byte: return UInt8(exactly: value).map { .uint8($0) }
    case .short: return Int16(exactly: value).map { .int16($0) }
    case .unsignedShort: return UInt16(exactly: value).map { .uint16($0) }
    case .long: return Int64(exactly: value).map { .int64($0) }
    case .unsigned:
      if let small = UInt32(exactly: value) { return .uint32(small) }
      return UInt64(exactly: value).map { .uint64($0) }
    case .unsignedLong: return UInt64(exactly: value).map { .uint64($0) }
    case .decimal: return Decimal96(exactly: value).map { .decimal($0) }
    case .bigInteger: return nil
    }
  }

  /// A number beyond a long: decimal, or a double beyond that.
  private func largeValue() -> NumericLiteral? {
    if let decimal = decimalValue() { return decimal }
    guard let nearest = Double(digits) else { return nil }
    let value = Self.isAbove(nearest, digits) ? nearest.nextDown : nearest
    return .double((isNegative ? -value : value) * Double(UInt64(1) << UInt64(shift)))
  }

  /// Whether a double lies above the whole number that `digits` name; .NET drops what a double cannot show.
  private static func isAbove(_ value: Double, _ digits: String) -> Bool {
    guard value.isFinite else { return false }
    let exact = NumberDigits(value, .decimals(0))
    let wanted = NumberDigits(integerText: digits)
    if exact.scale != wanted.scale { return exact.scale > wanted.scale }
    return wanted.digits.lexicographicallyPrecedes(exact.digits)
  }

  private var bigText: BigNumberText {
    BigNumberText(
      digits: digits.isEmpty ? "0" : digits, radix: radix.base, isNegative: isNegative,
      isTwosComplement: signedWidth != nil, shift: shift)
  }
}

extension NumericLiteralParts.Radix {
  fileprivate var base: Int {
    switch self {
    case .binary: 2
    case .decimal: 10
    case .hexadecimal: 16
    }
  }
}
