/// Parentheses: opening, closing, and what may stand after `(?`.
extension PatternParser {
  mutating func openGroup() throws(ParseFailure) {
    savedOptions.append(options)
    guard let kind = try scanGroupOpening() else {
      _ = savedOptions.popLast()
      return
    }
    guard open.count <= Self.deepestNesting else { throw .nestedTooDeeply }
    open.append(OpenGroup(kind: kind))
  }

  /// Meets `)`; true if the group now waits for a quantifier.
  mutating func closeGroup() throws(ParseFailure) -> Bool {
    guard open.count > 1, let group = open.last else { throw .tooManyClosingParentheses }
    if group.lacksCondition { throw .malformedCondition }
    let node = try group.closed()
    open.removeLast()
    options = savedOptions.popLast() ?? options
    if let outer = open.last, outer.lacksCondition {
      outer.setCondition(node)
      return false
    }
    unit = node
    return true
  }

  /// Reads what follows `(`; nil if it only changed options.
  private mutating func scanGroupOpening() throws(ParseFailure) -> OpenGroup.Kind? {
    guard current == 0x3F, peek(1) != 0x29 else {
      if options.contains(.explicitCapture) || ignoresNextParenthesis {
        ignoresNextParenthesis = false
        return .plain
      }
      nextCapture += 1
      return .capture(number: nextCapture - 1, uncapture: nil)
    }
    position += 1
    guard let unit = current else { throw .invalidGroupingConstruct }
    position += 1
    switch UInt8(truncatingIfNeeded: unit) {
    case _ where unit > 0x7F: return try scanInlineOptions()
    case UInt8(ascii: ":"): return .plain
    case UInt8(ascii: "="): return .look(isBehind: false, isNegative: false)
    case UInt8(ascii: "!"): return .look(isBehind: false, isNegative: true)
    case UInt8(ascii: ">"): return .atomic
    case UInt8(ascii: "'"): return try scanNamedGroup(closing: 0x27)
    case UInt8(ascii: "<"): return try scanAngle()
    case UInt8(ascii: "("): return try scanCondition()
    default: return try scanInlineOptions()
    }
  }

  private mutating func scanInlineOptions() throws(ParseFailure) -> OpenGroup.Kind? {
    position -= 1
    // Why: the condition of an alternation is a group of its own and takes no options.
    if open.last?.isMatchingCondition != true { scanOptions() }
    guard let unit = current else { throw .invalidGroupingConstruct }
    position += 1
    if unit == 0x29 { return nil }
    guard unit == 0x3A else { throw .invalidGroupingConstruct }
    return .plain
  }

  private mutating func scanAngle() throws(ParseFailure) -> OpenGroup.Kind {
    if take("=") { return .look(isBehind: true, isNegative: false) }
    if take("!") { return .look(isBehind: true, isNegative: true) }
    return try scanNamedGroup(closing: 0x3E)
  }

  /// Reads `name>`, `number>`, `name-other>` or `-other>`.
  private mutating func scanNamedGroup(closing: UInt16) throws(ParseFailure) -> OpenGroup.Kind {
    guard let first = current else { throw .invalidGroupingConstruct }
    if closing == 0x27, first == 0x3D || first == 0x21 {
      position += 1
      throw .invalidGroupingConstruct
    }
    var number: Int?
    if first != 0x2D {
      number = try scanCaptureReference(first)
      if let next = current, next != closing, next != 0x2D { throw .invalidGroupName }
      if number == 0 { throw .captureNumberZero }
    }
    var uncapture: Int?
    if number != nil || first == 0x2D, current == 0x2D, let second = peek(1) {
      position += 1
      uncapture = try scanUncapture(second, closing: closing)
    }
    guard number != nil || uncapture != nil, let next = current else { throw .invalidGroupingConstruct }
    position += 1
    guard next == closing else { throw .invalidGroupingConstruct }
    return .capture(number: number, uncapture: uncapture)
  }

  /// Reads the number or name of a group; nil if it is not known.
  private mutating func scanCaptureReference(_ first: UInt16) throws(ParseFailure) -> Int? {
    if Self.isDigit(first) {
      let number = try scanDecimal()
      return groups.contains(number) ? number : nil
    }
    guard Self.isWord(first) else { throw .invalidGroupName }
    return groups.number(named: scanName())
  }

  private mutating func scanUncapture(_ first: UInt16, closing: UInt16) throws(ParseFailure) -> Int {
    let result: Int
    if Self.isDigit(first) {
      result = try scanDecimal()
      guard groups.contains(result) else { throw .undefinedNumber(result) }
    } else if Self.isWord(first) {
      let name = scanName()
      guard let number = groups.number(named: name) else { throw .undefinedName(name) }
      result = number
    } else {
      throw .invalidGroupName
    }
    if let next = current, next != closing { throw .invalidGroupName }
    return result
  }

  /// Reads the condition of `(?(…)yes|no)`: a group that has captured, or a pattern that would match here.
  private mutating func scanCondition() throws(ParseFailure) -> OpenGroup.Kind {
    let start = position
    if let first = current {
      if Self.isDigit(first) {
        let number = try scanDecimal()
        guard let next = current else { throw .malformedConditionReference(number) }
        position += 1
        guard next == 0x29 else { throw .malformedConditionReference(number) }
        guard groups.contains(number) else { throw .undefinedConditionReference(number) }
        return .ifCaptured(number)
      }
      if Self.isWord(first), let number = groups.number(named: scanName()), take(")") {
        return .ifCaptured(number)
      }
    }
    position = start - 1
    ignoresNextParenthesis = true
    if peek(1) == 0x3F, let kind = peek(2) {
      if kind == 0x23 { throw .alternationHasComment }
      let isName = kind == 0x3C && peek(3).map { $0 != 0x21 && $0 != 0x3D } ?? false
      if kind == 0x27 || isName { throw .alternationHasNamedCapture }
    }
    return .ifMatches
  }
}
