/// How much text a part of a pattern takes, as far as that can be told from the pattern.
extension PatternAnalysis {
  /// Whether `node` may look ahead before it has taken a character, and whether it may end without taking one.
  static func beginning(of node: PatternNode) -> (hasLookahead: Bool, mayBeEmpty: Bool) {
    switch node {
    case .empty, .anchor, .backreference: return (false, true)
    case .literal, .set: return (false, false)
    case .sequence(let items):
      for item in items {
        let (hasLookahead, mayBeEmpty) = beginning(of: item)
        if hasLookahead || !mayBeEmpty { return (hasLookahead, mayBeEmpty) }
      }
      return (false, true)
    case .alternation(let items):
      let parts = items.map(beginning)
      return (parts.contains { $0.hasLookahead }, parts.contains { $0.mayBeEmpty })
    case .capture(_, _, let body), .atomic(let body): return beginning(of: body)
    case .loop(let body, let bounds):
      let (hasLookahead, mayBeEmpty) = beginning(of: body)
      return (hasLookahead, mayBeEmpty || bounds.minimum == 0)
    case .look(_, let isBehind, let isNegative): return (!isBehind && !isNegative, true)
    case .ifMatches: return (true, true)
    case .ifCaptured(_, let yes, let no):
      let parts = [yes, no].map(beginning)
      return (parts.contains { $0.hasLookahead }, parts.contains { $0.mayBeEmpty })
    }
  }

  /// A character that `node` cannot match without; the last one, which is most often the rarest.
  static func requiredBytes(of node: PatternNode) -> RequiredBytes? {
    switch node {
    case .literal(let scalar, let ignoresCase):
      guard let byte = UInt8(exactly: scalar), byte < 0x80 else { return nil }
      guard ignoresCase, CaseEquivalence.isASCIILetter(scalar) else { return RequiredBytes(first: byte, second: byte) }
      // Why: the Kelvin sign is a third case of k.
      return byte | 0x20 == 0x6B ? nil : RequiredBytes(first: byte & ~0x20, second: byte | 0x20)
    case .sequence(let items):
      for item in items.reversed() {
        if let bytes = requiredBytes(of: item) { return bytes }
      }
      return nil
    case .capture(_, _, let body), .atomic(let body): return requiredBytes(of: body)
    case .loop(let body, let bounds): return bounds.minimum > 0 ? requiredBytes(of: body) : nil
    case .empty, .set, .anchor, .alternation, .look, .backreference, .ifCaptured, .ifMatches: return nil
    }
  }

  /// The fewest characters `node` matches, at most `Int32.max`.
  static func minimumLength(of node: PatternNode) -> Int {
    let length =
      switch node {
      case .empty, .anchor, .look, .backreference: 0
      case .literal, .set: 1
      case .sequence(let items): items.reduce(0) { $0 + minimumLength(of: $1) }
      case .alternation(let items): items.map(minimumLength).min() ?? 0
      case .capture(_, _, let body), .atomic(let body): minimumLength(of: body)
      case .loop(let body, let bounds): minimumLength(of: body) * bounds.minimum
      case .ifCaptured(_, let yes, let no), .ifMatches(_, let yes, let no):
        min(minimumLength(of: yes), minimumLength(of: no))
      }
    return min(length, Int(Int32.max))
  }

  /// How many characters `node` matches, nil if that varies.
  static func fixedLength(of node: PatternNode) -> Int? {
    switch node {
    case .empty, .anchor, .look: return 0
    case .literal, .set: return 1
    case .sequence(let items):
      return items.reduce(0 as Int?) { sum, item in
        guard let sum, let length = fixedLength(of: item), sum + length <= greatestCount else { return nil }
        return sum + length
      }
    case .alternation(let items):
      let lengths = items.map(fixedLength)
      guard let first = lengths.first, lengths.allSatisfy({ $0 == first }) else { return nil }
      return first
    case .capture(_, _, let body), .atomic(let body): return fixedLength(of: body)
    case .loop(let body, let bounds):
      guard bounds.minimum == bounds.maximum, let length = fixedLength(of: body) else { return nil }
      let (product, overflows) = length.multipliedReportingOverflow(by: bounds.minimum)
      return overflows || product > greatestCount ? nil : product
    case .backreference, .ifCaptured, .ifMatches: return nil
    }
  }
}
