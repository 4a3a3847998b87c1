/// A number as written, taken apart.
struct NumberShape {
  enum Base { case decimal, hexadecimal, binary }

  enum Suffix { case none, sbyte, byte, int16, uint16, int64, unsigned, uint64, bigInteger, decimal }

  var isNegative = false
  var base = Base.decimal
  var isReal = false

  /// Digits before the point, and those of hexadecimal and binary numbers.
  var digits: ArraySlice<UInt8> = []

  /// Digits after the point.
  var fraction: ArraySlice<UInt8> = []
  var exponent: ArraySlice<UInt8> = []
  var isExponentNegative = false
  var suffix = Suffix.none

  /// The factor of `kb`, `mb`, …; 1 without.
  var multiplier: UInt64 = 1

  var isUnsigned: Bool {
    switch suffix {
    case .byte, .uint16, .unsigned, .uint64: true
    default: false
    }
  }

  mutating func addSuffix(_ letter: SourceScalar) -> Bool {
    switch (suffix, letter | 0x20) {
    case (.none, 0x75): suffix = .unsigned
    case (.none, 0x73): suffix = .int16
    case (.none, 0x6C): suffix = .int64
    case (.none, 0x64): suffix = .decimal
    case (.none, 0x79): suffix = .sbyte
    case (.none, 0x6E): suffix = .bigInteger
    case (.unsigned, 0x6C): suffix = .uint64
    case (.unsigned, 0x73): suffix = .uint16
    case (.unsigned, 0x79): suffix = .byte
    default: return false
    }
    return true
  }

  static func isSuffix(_ scalar: SourceScalar) -> Bool {
    guard scalar < 0x80 else { return false }
    switch scalar | 0x20 {
    case 0x64, 0x6C, 0x6E, 0x73, 0x75, 0x79: return scalar >= 0x40
    default: return false
    }
  }

  /// The factor of a multiplier by its first letter; nil for any other letter.
  static func multiplier(_ scalar: SourceScalar) -> UInt64? {
    guard scalar >= 0x40, scalar < 0x80 else { return nil }
    switch scalar | 0x20 {
    case 0x6B: return 1 << 10
    case 0x6D: return 1 << 20
    case 0x67: return 1 << 30
    case 0x74: return 1 << 40
    case 0x70: return 1 << 50
    default: return nil
    }
  }
}
