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
  private static let open = UInt8(ascii: "{")
  private static let close = UInt8(ascii: "}")
  private static let space = UInt8(ascii: " ")
  /// Indexes and widths beyond this end the digits.
  private static let limit = 1_000_000

  private let bytes: [UInt8]
  private var position = 0
  private var literal: [UInt8] = []
  private(set) var parts: [CompositeFormat.Part] = []

  init(_ format: String) {
    bytes = Array(format.utf8)
  }

  mutating func run() -> FormatFailure? {
    do throws(FormatFailure) {
      while position < bytes.count {
        let byte = bytes[position]
        guard byte == Self.open || byte == Self.close else {
          literal.append(byte)
          position += 1
          continue
        }
        let next = try advance()
        if next == byte {
          literal.append(byte)
          position += 1
        } else {
          guard byte == Self.open else {
            throw .near(offset, "Unexpected closing brace without a corresponding opening brace.")
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

  /// The position in UTF-16 units, for the texts of errors.
  private var offset: Int {
    String(decoding: bytes[..<min(position, bytes.count)], as: UTF8.self).utf16.count
  }

  private mutating func flush() {
    guard !literal.isEmpty else { return }
    parts.append(.text(String(decoding: literal, as: UTF8.self)))
    literal = []
  }

  /// The next byte; the string must not end here.
  private mutating func advance() throws(FormatFailure) -> UInt8 {
    position += 1
    guard position < bytes.count else { throw .unclosed(offset) }
    return bytes[position]
  }

  /// Reads a hole whose first byte is `first`, and steps over its closing brace.
  private mutating func hole(_ first: UInt8) throws(FormatFailure) -> CompositeFormat.Hole {
    var byte = first
    let index = try number(&byte)
    try skipSpaces(&byte)
    var width = 0
    var isLeftAligned = false
    if byte == UInt8(ascii: ",") {
      byte = try advance()
      try skipSpaces(&byte)
      if byte == UInt8(ascii: "-") {
        isLeftAligned = true
        byte = try advance()
      }
      width = try number(&byte)
      try skipSpaces(&byte)
    }
    var format: String?
    if byte != Self.close {
      guard byte == UInt8(ascii: ":") else { throw .unclosed(offset) }
      let start = position + 1
      repeat {
        byte = try advance()
        if byte == Self.open { throw .unclosed(offset) }
      } while byte != Self.close
      format = String(decoding: bytes[start..<position], as: UTF8.self)
    }
    position += 1
    return CompositeFormat.Hole(index: index, width: width, isLeftAligned: isLeftAligned, format: format)
  }

  private mutating func skipSpaces(_ byte: inout UInt8) throws(FormatFailure) {
    while byte == Self.space { byte = try advance() }
  }

  private mutating func number(_ byte: inout UInt8) throws(FormatFailure) -> Int {
    guard var value = Self.digit(byte) else { throw .noDigit(offset) }
    byte = try advance()
    while value < Self.limit, let digit = Self.digit(byte) {
      value = value * 10 + digit
      byte = try advance()
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> Int? {
    byte >= 0x30 && byte <= 0x39 ? Int(byte) - 0x30 : nil
  }
}
