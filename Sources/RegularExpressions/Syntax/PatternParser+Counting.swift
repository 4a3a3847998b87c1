/// The first pass: which groups there are.
///
/// Why a pass of its own: a reference may come before its group, and names are numbered after everything else.
extension PatternParser {
  mutating func countCaptures() throws(ParseFailure) {
    groups.note(number: 0, position: 0)
    nextCapture = 1
    while let unit = current {
      let start = position
      position += 1
      switch UInt8(truncatingIfNeeded: unit) {
      case _ where unit > 0x7F: break
      case UInt8(ascii: "\\"):
        if position < units.count { _ = try scanBackslash(countsOnly: true) }
      case UInt8(ascii: "#"):
        guard options.contains(.ignorePatternWhitespace) else { break }
        position -= 1
        try skipBlank()
      case UInt8(ascii: "["):
        _ = try scanSet(countsOnly: true)
      case UInt8(ascii: ")"):
        if let saved = savedOptions.popLast() { options = saved }
      case UInt8(ascii: "("):
        try countGroup(at: start)
      default: break
      }
    }
    groups.assignNames(from: nextCapture)
  }

  private mutating func countGroup(at start: Int) throws(ParseFailure) {
    if current == 0x3F, peek(1) == 0x23 {
      position -= 1
      try skipBlank()
      ignoresNextParenthesis = false
      return
    }
    savedOptions.append(options)
    if take("?") {
      let isCondition = try countConstruct(at: start)
      if isCondition {
        ignoresNextParenthesis = true
        return
      }
    } else if !options.contains(.explicitCapture), !ignoresNextParenthesis {
      groups.note(number: nextCapture, position: start)
      nextCapture += 1
    }
    ignoresNextParenthesis = false
  }

  /// Looks at what follows `(?`; true before the parenthesis of a condition.
  private mutating func countConstruct(at start: Int) throws(ParseFailure) -> Bool {
    if current == 0x3C || current == 0x27, position + 1 < units.count {
      position += 1
      guard let first = current, first != 0x30, Self.isWord(first) else { return false }
      if Self.isDigit(first) {
        groups.note(number: try scanDecimal(), position: start)
      } else {
        groups.note(name: scanName(), position: start)
      }
      return false
    }
    scanOptions()
    if take(")") {
      _ = savedOptions.popLast()
      return false
    }
    return current == 0x28
  }
}
