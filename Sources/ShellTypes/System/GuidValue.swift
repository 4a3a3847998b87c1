import Glibc
package import ShellObjects

/// A System.Guid: 16 bytes in the order of the text.
package struct GuidValue: Hashable, Sendable {
  package let bytes: [UInt8]

  /// Takes 16 bytes, most significant first.
  package init(bytes: [UInt8]) { self.bytes = bytes }

  package static let empty = GuidValue(bytes: [UInt8](repeating: 0, count: 16))

  /// A random one, version 4.
  package static func random() -> GuidValue {
    var bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    return GuidValue(bytes: bytes)
  }

  /// One that begins with the time in milliseconds, version 7.
  package static func ordered(milliseconds: Int64) -> GuidValue {
    var bytes = random().bytes
    for place in 0..<6 { bytes[place] = UInt8(truncatingIfNeeded: milliseconds >> Int64(40 - 8 * place)) }
    bytes[6] = bytes[6] & 0x0F | 0x70
    return GuidValue(bytes: bytes)
  }

  /// The text in a format letter: D, N, B, P or X; nil for another.
  package func text(_ format: String = "D") -> String? {
    let digits = Array(Hexadecimal.text(bytes, isUpper: false))
    func part(_ range: Range<Int>) -> String { String(digits[range]) }
    let dashed = [part(0..<8), part(8..<12), part(12..<16), part(16..<20), part(20..<32)].joined(separator: "-")
    switch format {
    case "", "D", "d": return dashed
    case "N", "n": return String(digits)
    case "B", "b": return "{\(dashed)}"
    case "P", "p": return "(\(dashed))"
    case "X", "x":
      let tail = (8..<16).map { "0x" + part($0 * 2..<$0 * 2 + 2) }.joined(separator: ",")
      return "{0x\(part(0..<8)),0x\(part(8..<12)),0x\(part(12..<16)),{\(tail)}}"
    default: return nil
    }
  }

  /// The order of `CompareTo`: by number, the first three groups as integers.
  func order(_ other: GuidValue) -> Int {
    for (x, y) in zip(bytes, other.bytes) where x != y { return x < y ? -1 : 1 }
    return 0
  }

  /// The bytes as `ToByteArray()` gives them: the first three groups little-endian.
  var mixedBytes: [UInt8] { Self.mixed(bytes) }

  static func mixed(_ bytes: [UInt8]) -> [UInt8] {
    [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15].map { bytes[$0] }
  }

  // MARK: Reading

  private static let unrecognized = NetException.format("Unrecognized Guid format.")

  /// Reads any of the five forms; throws FormatException with .NET's text.
  package static func parse(_ text: String) throws -> GuidValue {
    let trimmed = TextTrimming.trimmed(text)
    let units = Array(trimmed.utf8)
    guard let first = units.first else { throw unrecognized }
    switch first {
    case UInt8(ascii: "("): return try dashed(units, open: first, close: UInt8(ascii: ")"))
    case UInt8(ascii: "{"):
      if units.contains(UInt8(ascii: "-")) { return try dashed(units, open: first, close: UInt8(ascii: "}")) }
      return try hexadecimal(units)
    default:
      return units.contains(UInt8(ascii: "-")) ? try dashed(units, open: nil, close: nil) : try plain(units)
    }
  }

  /// Reads one form only.
  static func parse(_ text: String, format: String) throws -> GuidValue {
    let units = Array(TextTrimming.trimmed(text).utf8)
    switch format.lowercased() {
    case "d": return try dashed(units, open: nil, close: nil)
    case "n": return try plain(units)
    case "b": return try dashed(units, open: UInt8(ascii: "{"), close: UInt8(ascii: "}"))
    case "p": return try dashed(units, open: UInt8(ascii: "("), close: UInt8(ascii: ")"))
    case "x": return try hexadecimal(units)
    default:
      throw NetException.format(
        "Format string can be only \"D\", \"d\", \"N\", \"n\", \"P\", \"p\", \"B\", \"b\", \"X\" or \"x\".")
    }
  }

  private static func digits(_ units: some Sequence<UInt8>) throws -> GuidValue {
    var values: [UInt8] = []
    for unit in units {
      guard let digit = Hexadecimal.digit(unit) else {
        throw NetException.format("Guid string should only contain hexadecimal characters.")
      }
      values.append(digit)
    }
    guard values.count == 32 else { throw unrecognized }
    return GuidValue(bytes: (0..<16).map { values[$0 * 2] << 4 | values[$0 * 2 + 1] })
  }

  private static func plain(_ units: [UInt8]) throws -> GuidValue {
    guard units.count == 32 else {
      throw units.count < 32 && Hexadecimal.digit(units.first ?? 0) == nil
        ? unrecognized
        : NetException.format("Guid should contain only 32 digits (xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx).")
    }
    return try digits(units)
  }

  private static func dashed(_ units: [UInt8], open: UInt8?, close: UInt8?) throws -> GuidValue {
    let shape = "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx)."
    var inner = units[...]
    if let open, let close {
      guard inner.count == 38, inner.first == open, inner.last == close else {
        throw NetException.format(
          open == UInt8(ascii: "(")
            ? "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx)." : shape)
      }
      inner = inner.dropFirst().dropLast()
    }
    let all = Array(inner)
    guard all.count == 36 else { throw NetException.format(shape) }
    guard [8, 13, 18, 23].allSatisfy({ all[$0] == UInt8(ascii: "-") }) else {
      throw NetException.format("Dashes are in the wrong position for GUID parsing.")
    }
    return try digits(all.enumerated().filter { ![8, 13, 18, 23].contains($0.offset) }.map(\.element))
  }

  private static func hexadecimal(_ units: [UInt8]) throws -> GuidValue {
    let text = String(decoding: units.filter { !UTF16Text.isWhiteSpace(UInt16($0)) }, as: UTF8.self).lowercased()
    let parts = text.split(separator: ",").map { $0.filter { $0 != "{" && $0 != "}" } }
    guard parts.count > 0, parts.allSatisfy({ $0.hasPrefix("0x") }) else {
      throw NetException.format("Expected 0x prefix.")
    }
    guard parts.count == 11 else { throw unrecognized }
    let widths = [8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2]
    var all = ""
    for (part, width) in zip(parts, widths) {
      let digits = part.dropFirst(2)
      guard digits.count <= width else {
        throw NetException.overflow("Value was either too large or too small for a UInt32.")
      }
      all += String(repeating: "0", count: width - digits.count) + digits
    }
    return try digits(all.utf8)
  }
}

extension GuidValue: ValueRepresentable {
  package var value: Value { .object(Box(self, GuidType.type)) }
}
