import ShellObjects

/// The formats of enumeration values: G, F, D, X.
enum EnumFormat {
  static func text(_ value: EnumObject, _ format: String) throws -> String {
    switch format {
    case "", "G", "g": return try value.text()
    case "F", "f": return flags(value.number, value.type)
    case "D", "d": return String(value.number)
    case "X", "x":
      let width = width(value.type.enumUnderlying)
      let bits = UInt64(bitPattern: value.number) & (width == 16 ? UInt64.max : (UInt64(1) << UInt64(width * 4)) &- 1)
      let digits = String(bits, radix: 16, uppercase: true)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    default:
      throw NetException.format(
        "Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", \"f\", \"D\" or \"d\".")
    }
  }

  private static func width(_ code: TypeCode) -> Int {
    switch code {
    case .byte, .sbyte: 2
    case .int16, .uint16: 4
    case .int64, .uint64: 16
    default: 8
    }
  }

  /// Names joined as if the type had the Flags attribute.
  private static func flags(_ number: Int64, _ type: PSType) -> String {
    if let match = type.enumCases.first(where: { $0.number == number }) { return match.name }
    var rest = number
    var names: [String] = []
    for entry in type.enumCases.sorted(by: { $0.number > $1.number })
    where entry.number > 0 && rest & entry.number == entry.number {
      names.insert(entry.name, at: 0)
      rest &= ~entry.number
    }
    return rest == 0 && !names.isEmpty ? names.joined(separator: ", ") : String(number)
  }
}
