import ShellObjects

/// Applies a format string to a value: `E2`, `HH:mm`, or the composite `{0:N1} MB`.
struct FieldFormat {
  let cells: CellText

  /// The formatted text.
  ///
  /// Throws where the value does not know the format.
  func text(_ value: Value, _ format: String) throws -> String {
    let bytes = format.utf8
    let isComposite = bytes.contains(0x7D) || zip(bytes, bytes.dropFirst()).contains { $0 == 0x7B && $1 == 0x30 }
    return isComposite ? try composite(value, format) : try formatted(value, format)
  }

  /// One value in one format, in the current culture; a type without formats shows its plain text.
  func formatted(_ value: Value, _ format: String) throws -> String {
    switch value.base {
    case .int32(let number): return try NumberFormatter.format(number, format, culture: cells.culture)
    case .int64(let number): return try NumberFormatter.format(number, format, culture: cells.culture)
    case .double(let number): return try NumberFormatter.format(number, format, culture: cells.culture)
    case .object(let object as NumberObject): return try formatted(object.payload, format)
    case .object(let object as EnumObject): return try formatted(object, format)
    case .object(let object):
      if let typeFormat = object.type.members.behavior.format {
        return try typeFormat(value, format, cells.culture == .invariant)
      }
      guard object.isEnumerable else { return cells.plain(value) }
      return try value.enumerated().map { try formatted($0, format) }.joined(separator: " ")
    default: return cells.plain(value)
    }
  }

  private func formatted(_ payload: NumberPayload, _ format: String) throws -> String {
    let culture = cells.culture
    switch payload {
    case .int8(let number): return try NumberFormatter.format(number, format, culture: culture)
    case .uint8(let number): return try NumberFormatter.format(number, format, culture: culture)
    case .int16(let number): return try NumberFormatter.format(number, format, culture: culture)
    case .uint16(let number): return try NumberFormatter.format(number, format, culture: culture)
    case .uint32(let number): return try NumberFormatter.format(number, format, culture: culture)
    case .uint64(let number): return try NumberFormatter.format(number, format, culture: culture)
    case .single(let number): return try NumberFormatter.format(number, format, culture: culture)
    case .decimal(let number): return try NumberFormatter.format(number, format, culture: culture)
    }
  }

  private func formatted(_ value: EnumObject, _ format: String) throws -> String {
    switch format.uppercased() {
    case "G", "F": return try value.text()
    case "D": return String(value.number)
    case "X": return try NumberFormatter.format(Int32(truncatingIfNeeded: value.number), "X8", culture: cells.culture)
    default:
      throw NetException.format(
        "Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", \"f\", \"D\" or \"d\".")
    }
  }

  // MARK: Composite formats

  private static let malformed = NetException.format("Input string was not in a correct format.")

  private func composite(_ value: Value, _ format: String) throws -> String {
    var result: [UInt16] = []
    let units = Array(format.utf16)
    var index = 0
    while index < units.count {
      let unit = units[index]
      let next: UInt16 = index + 1 < units.count ? units[index + 1] : 0
      if unit == 0x7B || unit == 0x7D, next == unit {
        result.append(unit)
        index += 2
      } else if unit == 0x7B {
        guard let end = units[index...].firstIndex(of: 0x7D) else { throw Self.malformed }
        result += try item(String(decoding: units[(index + 1)..<end], as: UTF16.self), value).utf16
        index = end + 1
      } else if unit == 0x7D {
        throw Self.malformed
      } else {
        result.append(unit)
        index += 1
      }
    }
    return String(decoding: result, as: UTF16.self)
  }

  /// `0`, `0,-8`, `0:N2`.
  private func item(_ text: String, _ value: Value) throws -> String {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let head = (parts.first ?? "").split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    guard head.first.map({ String($0).trimmedSpaces }) == "0" else {
      throw NetException.format(
        "Index (zero based) must be greater than or equal to zero and less than the size of the argument list.")
    }
    let shown =
      parts.count > 1 && !parts[1].isEmpty ? try formatted(value, String(parts[1])) : cells.plain(value)
    guard head.count > 1 else { return shown }
    guard let width = Int(String(head[1]).trimmedSpaces), abs(width) < 1_000_000 else { throw Self.malformed }
    let padding = DisplayWidth.blanks(abs(width) - shown.utf16.count)
    return width > 0 ? padding + shown : shown + padding
  }
}
