/// A format string such as `{0,-10:N2} of {1}`, taken apart once.
///
/// Offsets in error texts count UTF-16 units. **Source:** .NET 10's `String.Format`, recorded in
/// `Tests/Conformance/tables/formatoperator/others.tsv`.
package struct CompositeFormat: Sendable, Hashable {
  /// A place for an argument.
  package struct Hole: Sendable, Hashable {
    package let index: Int
    /// The least width in UTF-16 units; 0 where none is given.
    package let width: Int
    package let isLeftAligned: Bool
    /// The format of the argument; nil where none is given.
    package let format: String?
  }

  package enum Part: Sendable, Hashable {
    case text(String)
    case hole(Hole)
  }

  /// The parts up to the first mistake.
  package let parts: [Part]
  /// The first mistake in the string; nil where there is none.
  package let failure: FormatFailure?

  /// Takes `format` apart; a mistake ends the parts and is kept, since arguments before it are looked at first.
  package init(_ format: String) {
    var parser = CompositeFormatParser(format)
    failure = parser.run()
    parts = parser.parts
  }

  /// Fills the holes; `argument` writes the argument at an index by a format, which may be nil.
  ///
  /// Throws what `argument` throws, and where the string is malformed or names an argument beyond `count`.
  package func text(
    count: Int, _ argument: (_ index: Int, _ format: String?) throws -> String
  ) throws -> String {
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .hole(let hole):
        guard hole.index < count else { throw FormatFailure.indexOutOfRange }
        hole.append(try argument(hole.index, hole.format), to: &result)
      }
    }
    if let failure { throw failure }
    return result
  }
}

extension CompositeFormat.Hole {
  /// Appends `text`, filled up with spaces to the hole's width.
  fileprivate func append(_ text: String, to result: inout String) {
    let gap = width > 0 ? max(width - text.utf16.count, 0) : 0
    if gap == 0 {
      result += text
    } else if isLeftAligned {
      result += text + String(repeating: " ", count: gap)
    } else {
      result += String(repeating: " ", count: gap) + text
    }
  }
}

extension FormatFailure {
  package static let indexOutOfRange = FormatFailure(
    message: "Index (zero based) must be greater than or equal to zero and less than the size of the argument list.")

  fileprivate static func near(_ offset: Int, _ reason: String) -> FormatFailure {
    FormatFailure(
      message: "Input string was not in a correct format. Failure to parse near offset \(offset). \(reason)")
  }

  fileprivate static func unclosed(_ offset: Int) -> FormatFailure { near(offset, "Format item ends prematurely.") }

  fileprivate static func noDigit(_ offset: Int) -> FormatFailure { near(offset, "Expected an ASCII digit.") }
}

/// Walks a composite format string.
private struct CompositeFormatParser {
  private static let open = UInt16(UInt8(ascii: "{"))
  private static let close = UInt16(UInt8(ascii: "}"))
  private static let space = UInt16(UInt8(ascii: " "))
  /// Indexes and widths beyond this end the digits.
  private static let limit = 1_000_000

  private let units: [UInt16]
  private var position = 0
  private var literal: [UInt16] = []
  private(set) var parts: [CompositeFormat.Part] = []

  init(_ format: String) {
    units = Array(format.utf16)
  }

  mutating func run() -> FormatFailure? {
    do throws(FormatFailure) {
      while position < units.count {
        let unit = units[position]
        guard unit == Self.open || unit == Self.close else {
          literal.append(unit)
          position += 1
          continue
        }
        let next = try advance()
        if next == unit {
          literal.append(unit)
          position += 1
        } else {
          guard unit == Self.open else {
            throw .near(position, "Unexpected closing brace without a corresponding opening brace.")
          }
          flush()
          parts.append(.hole(try hole(next)))
        }
      }
      flush()
      return nil
    } catch {
      flush()
      return error
    }
  }

  private mutating func flush() {
    guard !literal.isEmpty else { return }
    parts.append(.text(String(decoding: literal, as: UTF16.self)))
    literal = []
  }

  /// The next unit; the string must not end here.
  private mutating func advance() throws(FormatFailure) -> UInt16 {
    position += 1
    guard position < units.count else { throw .unclosed(position) }
    return units[position]
  }

  /// Reads a hole whose first unit is `first`, and steps over its closing brace.
  private mutating func hole(_ first: UInt16) throws(FormatFailure) -> CompositeFormat.Hole {
    var unit = first
    let index = try number(&unit)
    try skipSpaces(&unit)
    var width = 0
    var isLeftAligned = false
    if unit == UInt16(UInt8(ascii: ",")) {
      unit = try advance()
      try skipSpaces(&unit)
      if unit == UInt16(UInt8(ascii: "-")) {
        isLeftAligned = true
        unit = try advance()
      }
      width = try number(&unit)
      try skipSpaces(&unit)
    }
    var format: String?
    if unit != Self.close {
      guard unit == UInt16(UInt8(ascii: ":")) else { throw .unclosed(position) }
      let start = position + 1
      repeat {
        unit = try advance()
        if unit == Self.open { throw .unclosed(position) }
      } while unit != Self.close
      format = String(decoding: units[start..<position], as: UTF16.self)
    }
    position += 1
    return CompositeFormat.Hole(index: index, width: width, isLeftAligned: isLeftAligned, format: format)
  }

  private mutating func skipSpaces(_ unit: inout UInt16) throws(FormatFailure) {
    while unit == Self.space { unit = try advance() }
  }

  private mutating func number(_ unit: inout UInt16) throws(FormatFailure) -> Int {
    guard var value = Self.digit(unit) else { throw .noDigit(position) }
    unit = try advance()
    while value < Self.limit, let digit = Self.digit(unit) {
      value = value * 10 + digit
      unit = try advance()
    }
    return value
  }

  private static func digit(_ unit: UInt16) -> Int? {
    unit >= 0x30 && unit <= 0x39 ? Int(unit) - 0x30 : nil
  }
}
