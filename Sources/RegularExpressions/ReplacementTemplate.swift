/// A replacement as .NET reads it: text, `$1`, `${name}`, `$&`, `` $` ``, `$'`, `$+`, `$_`, `$$`.
///
/// What names no group of the pattern stands for itself.
struct ReplacementTemplate: Sendable {
  private enum Part {
    case text(String)
    case group(index: Int)
    case before, after, lastGroup, input
  }

  let source: String
  private var parts: [Part] = []

  /// Throws where a number in `source` is beyond Int32.
  init(_ source: String, groups: GroupTable, options: RegexOptions) throws(RegexParseError) {
    self.source = source
    guard source.utf8.contains(UInt8(ascii: "$")) else {
      parts = source.isEmpty ? [] : [.text(source)]
      return
    }
    var scanner = PatternParser(source, options: options)
    do {
      try read(&scanner, groups)
    } catch {
      throw RegexParseError(pattern: source, offset: scanner.position, reason: error.reason)
    }
  }

  private mutating func read(_ scanner: inout PatternParser, _ groups: GroupTable) throws(ParseFailure) {
    var textStart = 0
    while let unit = scanner.current {
      let dollar = scanner.position
      scanner.position += 1
      guard unit == 0x24 else { continue }
      guard let part = try Self.reference(&scanner, groups) else {
        scanner.position = dollar + 1
        continue
      }
      appendText(scanner.units[textStart..<dollar])
      parts.append(part)
      textStart = scanner.position
    }
    appendText(scanner.units[textStart...])
  }

  private mutating func appendText(_ units: ArraySlice<UInt16>) {
    guard !units.isEmpty else { return }
    parts.append(.text(String(decoding: units, as: UTF16.self)))
  }

  /// Reads what follows `$`; nil if the sign stands for itself.
  private static func reference(_ scanner: inout PatternParser, _ groups: GroupTable) throws(ParseFailure) -> Part? {
    guard let first = scanner.current else { return nil }
    if first == 0x7B, let inner = scanner.peek(1) {
      scanner.position += 1
      return try braced(&scanner, inner, groups)
    }
    if PatternParser.isDigit(first) { return try number(&scanner, groups) }
    scanner.position += 1
    switch UInt8(truncatingIfNeeded: first) {
    case _ where first > 0x7F: return nil
    case UInt8(ascii: "$"): return .text("$")
    case UInt8(ascii: "&"): return .group(index: 0)
    case UInt8(ascii: "`"): return .before
    case UInt8(ascii: "'"): return .after
    case UInt8(ascii: "+"): return .lastGroup
    case UInt8(ascii: "_"): return .input
    default: return nil
    }
  }

  private static func braced(
    _ scanner: inout PatternParser, _ first: UInt16, _ groups: GroupTable
  ) throws(ParseFailure) -> Part? {
    var number: Int?
    if PatternParser.isDigit(first) {
      number = try scanner.scanDecimal()
    } else if PatternParser.isWord(first) {
      number = groups.number(named: scanner.scanName())
    }
    guard scanner.take("}"), let number else { return nil }
    return groups.index(ofNumber: number).map { .group(index: $0) }
  }

  private static func number(_ scanner: inout PatternParser, _ groups: GroupTable) throws(ParseFailure) -> Part? {
    guard scanner.options.contains(.ecmaScript) else {
      return groups.index(ofNumber: try scanner.scanDecimal()).map { .group(index: $0) }
    }
    // ECMAScript takes as many digits as give a group.
    var number = 0
    var found: (index: Int, end: Int)?
    while let digit = scanner.current, PatternParser.isDigit(digit) {
      number = number * 10 + Int(digit - 0x30)
      guard number <= Int(Int32.max) else { throw .numberOutOfRange }
      scanner.position += 1
      if let index = groups.index(ofNumber: number) { found = (index, scanner.position) }
    }
    guard let found else { return nil }
    scanner.position = found.end
    return .group(index: found.index)
  }

  /// The pieces of a template that needs nothing of a match but its groups: text, or the index of a group.
  ///
  /// Nil for other templates.
  var simplePieces: [(text: [UInt8], group: Int?)]? {
    var pieces: [(text: [UInt8], group: Int?)] = []
    for part in parts {
      switch part {
      case .text(let text): pieces.append((Array(text.utf8), nil))
      case .group(let index): pieces.append(([], index))
      case .before, .after, .lastGroup, .input: return nil
      }
    }
    return pieces
  }

  /// Appends the replacement of `match` to `result`.
  func append(_ match: Match, to result: inout String) {
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .group(let index): append(match.range(ofGroupAt: index), of: match, to: &result)
      case .before: append(0..<match.range.lowerBound, of: match, to: &result)
      case .after: append(match.range.upperBound..<match.subject.utf8Count, of: match, to: &result)
      case .lastGroup: append(match.range(ofGroupAt: match.groupCount - 1), of: match, to: &result)
      case .input: result += match.input
      }
    }
  }

  private func append(_ range: Range<Int>?, of match: Match, to result: inout String) {
    guard let range else { return }
    result += match.substring(range)
  }
}
