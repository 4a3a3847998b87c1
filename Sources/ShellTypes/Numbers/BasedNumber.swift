import ShellObjects

/// Whole numbers in the bases 2, 8, 10 and 16, as System.Convert reads and writes them.
enum BasedNumber {
  static func parse<N: NetInteger>(_ text: String, _ base: Int, _ type: N.Type) throws -> N {
    guard [2, 8, 10, 16].contains(base) else { throw NetException.argument("Invalid Base.") }
    if text.isEmpty {
      throw NetException(
        "System.ArgumentOutOfRangeException",
        "Specified argument was out of the range of valid values. (Parameter 'Index was out of range. Must be non-negative and less than the size of the collection.')"
      )
    }
    var digits = text.utf8[...]
    var isNegative = false
    if digits.first == UInt8(ascii: "-") {
      if base != 10 { throw NetException.argument("String cannot contain a minus sign if the base is not 10.") }
      if !N.isSigned {
        throw NetException.overflow(
          "The string was being parsed as an unsigned number and could not have a negative sign.")
      }
      isNegative = true
      digits.removeFirst()
    } else if digits.first == UInt8(ascii: "+") {
      digits.removeFirst()
    }
    if base == 16, digits.count > 1, digits.first == UInt8(ascii: "0"),
      digits.dropFirst().first.map({ $0 | 0x20 }) == UInt8(ascii: "x")
    {
      digits = digits.dropFirst(2)
    }
    return try value(digits, base, isNegative, type)
  }

  private static func value<N: NetInteger>(
    _ digits: Substring.UTF8View, _ base: Int, _ isNegative: Bool, _ type: N.Type
  ) throws -> N {
    var magnitude: UInt64 = 0
    var count = 0
    for byte in digits {
      guard let digit = Hexadecimal.digit(byte), Int(digit) < base else {
        if count == 0 { throw NetException.format("Could not find any recognizable digits.") }
        throw NetException.format("Additional non-parsable characters are at the end of the string.")
      }
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: UInt64(base))
      let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
      if overflow || carry { throw NetException.overflow(NumberParseFailure.overflowMessage(type: N.netName)) }
      magnitude = sum
      count += 1
    }
    if count == 0 { throw NetException.format("Could not find any recognizable digits.") }
    return try fitted(magnitude, base, isNegative, type)
  }

  private static func fitted<N: NetInteger>(
    _ magnitude: UInt64, _ base: Int, _ isNegative: Bool, _ type: N.Type
  ) throws -> N {
    if base == 10 {
      if !isNegative, let fit = N(exactly: magnitude) { return fit }
      if isNegative, let fit = N(exactly: -Int128(magnitude)) { return fit }
    } else if N.bitWidth == 64 || magnitude >> UInt64(N.bitWidth) == 0 {
      return N(truncatingIfNeeded: magnitude)
    }
    throw NetException.overflow(NumberParseFailure.overflowMessage(type: N.netName))
  }

  static func text<N: NetInteger>(_ number: N, _ base: Int) throws -> String {
    guard [2, 8, 10, 16].contains(base) else { throw NetException.argument("Invalid Base.") }
    return base == 10 ? String(number) : String(N.Magnitude(truncatingIfNeeded: number), radix: base)
  }
}

/// Pairs of hexadecimal digits.
package enum Hexadecimal {
  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  package static func text(_ bytes: some Sequence<UInt8>, isUpper: Bool = true) -> String {
    let digits = Array((isUpper ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
    var result: [UInt8] = []
    for byte in bytes {
      result.append(digits[Int(byte >> 4)])
      result.append(digits[Int(byte & 15)])
    }
    return String(decoding: result, as: UTF8.self)
  }

  static func bytes(_ text: String) throws -> [UInt8] {
    let units = Array(text.utf8)
    guard units.count.isMultiple(of: 2) else {
      throw NetException.format("The input is not a valid hex string as its length is not a multiple of 2.")
    }
    return try stride(from: 0, to: units.count, by: 2).map { place in
      guard let high = digit(units[place]), let low = digit(units[place + 1]) else {
        throw NetException.format("The input is not a valid hex string as it contains a non-hex character.")
      }
      return high << 4 | low
    }
  }
}
