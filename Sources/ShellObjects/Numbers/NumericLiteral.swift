/// What a PowerShell number, with its suffix and multiplier, stands for.
package enum NumericLiteral: Sendable, Hashable {
  case int8(Int8), int16(Int16), int32(Int32), int64(Int64)
  case uint8(UInt8), uint16(UInt16), uint32(UInt32), uint64(UInt64)
  case double(Double)
  case decimal(Decimal96)
  /// The digits of a `[bigint]`, which this layer cannot hold: see `BigNumberText`.
  case bigInteger(BigNumberText)
}

/// A whole number of any size as the text that was read: `±digits × 2^shift`.
package struct BigNumberText: Sendable, Hashable {
  /// Digits in `radix`, without sign.
  package let digits: String
  package let radix: Int
  package let isNegative: Bool
  /// Whether the digits are a two's complement pattern whose first bit is the sign.
  package let isTwosComplement: Bool
  package let shift: Int
}

extension NumericLiteral {
  /// Reads all of `text` as one number; nil where it is none or does not fit its suffix.
  ///
  /// Knows a sign, `0x` and `0b`, fraction and exponent, the suffixes `y uy s us l u ul d n` and the multipliers
  /// `kb mb gb tb pb`. White space is not skipped.
  /// **Source:** PowerShell 7.6, recorded in `Tests/Conformance/tables/literals/numbers.tsv`.
  package init?(_ text: String) {
    guard let parts = NumericLiteralParts(text), let value = parts.value() else { return nil }
    self = value
  }
}

/// A number's text, taken apart.
struct NumericLiteralParts {
  enum Radix { case binary, decimal, hexadecimal }

  enum Suffix: String {
    case none = ""
    case signedByte = "y"
    case byte = "uy"
    case short = "s"
    case unsignedShort = "us"
    case long = "l"
    case unsigned = "u"
    case unsignedLong = "ul"
    case decimal = "d"
    case bigInteger = "n"

    var isUnsigned: Bool { rawValue.utf8.first == UInt8(ascii: "u") }
  }

  private(set) var isNegative = false
  private(set) var radix = Radix.decimal
  /// Digits, with point and exponent where the number is real.
  private(set) var digits = ""
  private(set) var isReal = false
  private(set) var suffix = Suffix.none
  /// How many bits the multiplier shifts: 0, 10, 20, 30, 40 or 50.
  private(set) var shift = 0

  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    if rest.first == UInt8(ascii: "0"), let mark = rest.dropFirst().first, mark | 0x20 != UInt8(ascii: "0") | 0x20 {
      switch mark | 0x20 {
      case UInt8(ascii: "x"): radix = .hexadecimal
      case UInt8(ascii: "b"): if Self.isDigit(rest.dropFirst(2).first, .binary) { radix = .binary }
      default: break
      }
      if radix != .decimal { rest = rest.dropFirst(2) }
    }
    takeDigits(&rest)
    guard takeEnding(String(decoding: rest, as: UTF8.self).lowercased()) else { return nil }
    guard !digits.isEmpty || radix == .hexadecimal, digits != "." else { return nil }
  }

  private static func isDigit(_ byte: UInt8?, _ radix: Radix) -> Bool {
    guard let byte else { return false }
    switch radix {
    case .binary: return byte == UInt8(ascii: "0") || byte == UInt8(ascii: "1")
    case .decimal: return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    case .hexadecimal:
      return isDigit(byte, .decimal) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
    }
  }

  private mutating func takeDigits(_ rest: inout ArraySlice<UInt8>) {
    var taken: [UInt8] = []
    func take(_ radix: Radix) {
      while Self.isDigit(rest.first, radix), let byte = rest.popFirst() { taken.append(byte) }
    }
    take(radix)
    if radix == .decimal {
      if rest.first == UInt8(ascii: ".") {
        isReal = true
        rest.removeFirst()
        taken.append(UInt8(ascii: "."))
        take(.decimal)
      }
      takeExponent(&rest, &taken)
    }
    digits = String(decoding: taken, as: UTF8.self)
  }

  private mutating func takeExponent(_ rest: inout ArraySlice<UInt8>, _ taken: inout [UInt8]) {
    guard let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") else { return }
    var after = rest.dropFirst()
    var exponent = [UInt8(ascii: "e")]
    if let sign = after.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      exponent.append(sign)
      after.removeFirst()
    }
    guard Self.isDigit(after.first, .decimal) else { return }
    while Self.isDigit(after.first, .decimal), let byte = after.popFirst() { exponent.append(byte) }
    taken += exponent
    rest = after
    isReal = true
  }

  /// Reads suffix and multiplier, in this order.
  private mutating func takeEnding(_ ending: String) -> Bool {
    var ending = ending[...]
    let multipliers = ["kb": 10, "mb": 20, "gb": 30, "tb": 40, "pb": 50]
    if let bits = multipliers[String(ending.suffix(2))] {
      shift = bits
      ending = ending.dropLast(2)
    }
    guard let suffix = Suffix(rawValue: String(ending)) else { return false }
    self.suffix = suffix
    return true
  }
}
