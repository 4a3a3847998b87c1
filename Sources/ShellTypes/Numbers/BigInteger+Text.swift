package import ShellObjects

extension BigInteger: CustomStringConvertible {
  package var description: String {
    (isNegative ? "-" : "") + String(decoding: Limbs.digits(limbs, radix: 10), as: UTF8.self)
  }

  /// The text that `ToString(format, culture)` gives.
  package func text(_ format: String = "", culture: Culture = .current) throws(FormatFailure) -> String {
    if format.isEmpty { return description }
    let parsed = try NumberFormat(format)
    guard case .standard(let letter, let precision) = parsed else { return try formatted(parsed, culture) }
    switch letter & ~0x20 {
    case UInt8(ascii: "D"), UInt8(ascii: "G"), UInt8(ascii: "R"):
      let digits = magnitude.description
      let zeros = max((precision ?? 0) - digits.utf8.count, 0)
      return (isNegative ? "-" : "") + String(repeating: "0", count: zeros) + digits
    case UInt8(ascii: "X"):
      let text = pattern(bitsPerDigit: 4, precision ?? 0)
      return letter == UInt8(ascii: "x") ? text.lowercased() : text
    case UInt8(ascii: "B"): return pattern(bitsPerDigit: 1, precision ?? 0)
    default: return try formatted(parsed, culture)
    }
  }

  private func formatted(_ format: NumberFormat, _ culture: Culture) throws(FormatFailure) -> String {
    try NumberFormatter.written(NumberDigits(integerText: description), format, culture)
  }

  /// Two's complement in as few digits as hold the sign, filled up with it.
  private func pattern(bitsPerDigit: Int, _ precision: Int) -> String {
    let count = bitLength / bitsPerDigit + 1
    let unsigned = isNegative ? BigInteger.one.shifted(left: count * bitsPerDigit) + self : self
    let digits = String(decoding: Limbs.digits(unsigned.limbs, radix: 1 << bitsPerDigit), as: UTF8.self)
    let isFilledWithZeros = !isNegative
    let fill = isFilledWithZeros ? "0" : bitsPerDigit == 4 ? "F" : "1"
    let width = max(isZero ? 1 : count, precision)
    return String(repeating: fill, count: max(width - digits.utf8.count, 0)) + digits
  }

  /// Reads what `[bigint]::Parse` reads; hexadecimal and binary digits are two's complement.
  package init(
    parsing text: String, styles: NumberStyles = .integer, culture: Culture = .current
  ) throws(NumberParseFailure) {
    guard !styles.contains(.hexSpecifier), !styles.contains(.binarySpecifier) else {
      let trimmed = TextTrimming.trimmed(text)
      let radix = styles.contains(.hexSpecifier) ? 16 : 2
      guard let value = BigInteger(pattern: trimmed, radix: radix) else { throw .badFormat }
      self = value
      return
    }
    let number = try NumberParser.digits(text, styles, kind: .integer, culture: culture)
    guard number.scale <= 1 << 24 else { throw .overflow }
    guard number.digits.count <= max(number.scale, 0) else { throw .badFormat }
    let zeros = [UInt8](repeating: 0, count: number.scale - number.digits.count)
    let digits = number.digits.map { $0 - UInt8(ascii: "0") } + zeros
    self.init(Limbs.read(digits[...], radix: 10), isNegative: number.isNegative)
  }

  /// Reads two's complement digits whose first bit is the sign; nil where they are none.
  private init?(pattern text: String, radix: Int) {
    guard let value = BigInteger(digits: text, radix: radix), let first = text.utf8.first else { return nil }
    let bits = text.utf8.count * (radix == 16 ? 4 : 1)
    let isNegative = radix == 16 ? !(UInt8(ascii: "0")...UInt8(ascii: "7")).contains(first) : first == UInt8(ascii: "1")
    self = isNegative ? value - BigInteger.one.shifted(left: bits) : value
  }

  /// Reads plain digits; nil where there are none, or others.
  private init?(digits text: String, radix: Int) {
    let digits = text.utf8.compactMap { byte in
      Character(Unicode.Scalar(byte)).hexDigitValue.flatMap { $0 < radix ? UInt8($0) : nil }
    }
    guard !digits.isEmpty, digits.count == text.utf8.count else { return nil }
    self.init(Limbs.read(digits[...], radix: radix), isNegative: false)
  }

  /// Creates the number that a PowerShell literal stands for; nil where its digits are none.
  package init?(_ text: BigNumberText) {
    let value =
      text.isTwosComplement
      ? BigInteger(pattern: text.digits, radix: text.radix) : BigInteger(digits: text.digits, radix: text.radix)
    guard let value = value?.shifted(left: text.shift) else { return nil }
    self = text.isNegative ? value.negated : value
  }

  /// Reads a text as PowerShell's cast does: a literal first, then digits with group separators.
  package init(casting text: String) throws(NumberParseFailure) {
    let trimmed = TextTrimming.trimmed(text)
    guard !trimmed.isEmpty else {
      self.init(0)
      return
    }
    switch NumericLiteral(trimmed) {
    case .bigInteger(let digits):
      if let value = BigInteger(digits) {
        self = value
        return
      }
    case .double(let value):
      if let value = BigInteger(value) {
        self = value
        return
      }
    case .decimal(let value):
      self.init(value)
      return
    case .some(let literal):
      if let value = literal.rounded(to: Int128.self) {
        self.init(value)
        return
      }
    case nil: break
    }
    try self.init(parsing: text, styles: [.integer, .thousands], culture: .invariant)
  }

  /// .NET's text of a failed parse.
  package static let parseFailureMessage = "The value could not be parsed."
}
