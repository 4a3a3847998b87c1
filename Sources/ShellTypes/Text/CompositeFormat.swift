package import ShellObjects

/// .NET's composite formatting: `{0,-10:N2}`.
package enum CompositeFormat {
  /// The text of a format with its items replaced; throws FormatException with .NET's texts.
  package static func text(_ format: String, _ arguments: [Value], _ culture: Culture) throws -> String {
    var reader = Reader(units: Array(format.utf16))
    var result: [UInt16] = []
    while let item = try reader.next(into: &result) {
      guard item.index < arguments.count else {
        throw NetException.format(
          "Index (zero based) must be greater than or equal to zero and less than the size of the argument list.")
      }
      var shown = Array(try text(of: arguments[item.index], item.format, culture).utf16)
      let padding = repeatElement(UInt16(0x20), count: max(0, item.width - shown.count))
      if item.isLeft { shown.append(contentsOf: padding) } else { shown.insert(contentsOf: padding, at: 0) }
      result += shown
    }
    return String(decoding: result, as: UTF16.self)
  }

  private static func text(of value: Value, _ format: String, _ culture: Culture) throws -> String {
    value.isNull ? "" : try value.formatted(format, culture)
  }

  private struct Item {
    var index = 0
    var width = 0
    var isLeft = false
    var format = ""
  }

  private struct Reader {
    let units: [UInt16]
    var place = 0

    init(units: [UInt16]) { self.units = units }

    private static let open = UInt16(UInt8(ascii: "{"))
    private static let close = UInt16(UInt8(ascii: "}"))
    private static let space = UInt16(UInt8(ascii: " "))
    private static let limit = 1_000_000

    /// Copies literal text up to the next item; nil at the end.
    mutating func next(into result: inout [UInt16]) throws -> Item? {
      while place < units.count {
        let unit = units[place]
        guard unit == Self.open || unit == Self.close else {
          result.append(unit)
          place += 1
          continue
        }
        let following = try advance()
        if following == unit {
          result.append(unit)
          place += 1
          continue
        }
        guard unit == Self.open else {
          throw failure("Unexpected closing brace without a corresponding opening brace.")
        }
        return try item(following)
      }
      return nil
    }

    private mutating func item(_ first: UInt16) throws -> Item {
      var item = Item()
      var unit = first
      item.index = try number(&unit)
      try skipSpaces(&unit)
      if unit == UInt16(UInt8(ascii: ",")) {
        repeat { unit = try advance() } while unit == Self.space
        if unit == UInt16(UInt8(ascii: "-")) {
          item.isLeft = true
          unit = try advance()
        }
        item.width = try number(&unit)
        try skipSpaces(&unit)
      }
      if unit != Self.close {
        guard unit == UInt16(UInt8(ascii: ":")) else { throw failure("Format item ends prematurely.") }
        let start = place + 1
        repeat {
          unit = try advance()
          if unit == Self.open { throw failure("Format item ends prematurely.") }
        } while unit != Self.close
        item.format = String(decoding: units[start..<place], as: UTF16.self)
      }
      place += 1
      return item
    }

    private mutating func skipSpaces(_ unit: inout UInt16) throws {
      while unit == Self.space { unit = try advance() }
    }

    private mutating func number(_ unit: inout UInt16) throws -> Int {
      guard let first = digit(unit) else { throw failure("Expected an ASCII digit.") }
      var number = first
      unit = try advance()
      while let next = digit(unit), number < Self.limit {
        number = number * 10 + next
        unit = try advance()
      }
      return number
    }

    private func digit(_ unit: UInt16) -> Int? { unit >= 0x30 && unit <= 0x39 ? Int(unit - 0x30) : nil }

    private mutating func advance() throws -> UInt16 {
      place += 1
      guard place < units.count else { throw failure("Format item ends prematurely.") }
      return units[place]
    }

    private func failure(_ reason: String) -> NetException {
      NetException.format("Input string was not in a correct format. Failure to parse near offset \(place). \(reason)")
    }
  }
}
