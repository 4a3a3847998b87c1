/// What a tree needs of the engine that runs it.
struct PatternAnalysis: Sendable {
  /// Whether PCRE2 cannot say what the pattern says.
  private(set) var needsBacktracker = false
  /// Numbers of groups that can capture more than once in one match.
  private(set) var repeatedGroups: Set<Int> = []
  /// The first construct that NonBacktracking refuses, in .NET's words.
  private(set) var backtrackingConstruct: String?

  /// Whether a match may begin with a positive lookahead.
  let mayBeginWithLookahead: Bool

  private var occurrences: [Int: Int] = [:]
  private var references: Set<Int> = []

  init(_ root: PatternNode, options: RegexOptions) {
    mayBeginWithLookahead = Self.beginning(of: root).hasLookahead
    visit(root, isRepeated: false, isBehind: false)
    let duplicates = occurrences.filter { $0.value > 1 }.map(\.key)
    // Why: PCRE2 knows nothing of the order in which two groups of one number have captured.
    if duplicates.contains(where: { repeatedGroups.contains($0) || references.contains($0) }) {
      needsBacktracker = true
    }
    repeatedGroups.formUnion(duplicates)
    if options.contains(.rightToLeft) { needsBacktracker = true }
  }

  private mutating func visit(_ node: PatternNode, isRepeated: Bool, isBehind: Bool) {
    switch node {
    case .empty, .literal, .set: break
    case .anchor(let anchor): visit(anchor)
    case .sequence(let items), .alternation(let items):
      for item in items { visit(item, isRepeated: isRepeated, isBehind: isBehind) }
    case .capture(let number, let uncapture, let body):
      if uncapture != nil { refuse("balancing group (?<name1-name2>subexpression) or (?'name1-name2' subexpression)") }
      if let number {
        occurrences[number, default: 0] += 1
        if isRepeated || uncapture != nil || isBehind && occurrences[number] ?? 0 > 1 { repeatedGroups.insert(number) }
      }
      visit(body, isRepeated: isRepeated, isBehind: isBehind)
    case .loop(let body, let bounds):
      if bounds.minimum > Self.greatestCount || bounds.maximum != Int.max && bounds.maximum > Self.greatestCount {
        needsBacktracker = true
      }
      visit(body, isRepeated: isRepeated || bounds.maximum > 1, isBehind: isBehind)
    case .atomic(let body):
      note("atomic subexpressions (?> pattern)")
      visit(body, isRepeated: isRepeated, isBehind: isBehind)
    case .look(let body, let behind, let isNegative):
      visitLook(body, isBehind: behind, isNegative: isNegative)
      visit(body, isRepeated: isRepeated, isBehind: behind)
    case .backreference(let number, _):
      note("backreference (\\ number)")
      references.insert(number)
      if isBehind { needsBacktracker = true }
    case .ifCaptured(let number, let yes, let no):
      note("captured group conditional (?( name ) yes-pattern | no-pattern ) or (?( number ) yes-pattern| no-pattern )")
      references.insert(number)
      visit(yes, isRepeated: isRepeated, isBehind: isBehind)
      visit(no, isRepeated: isRepeated, isBehind: isBehind)
    case .ifMatches(let condition, let yes, let no):
      note("test conditional (?( test-pattern ) yes-pattern | no-pattern )")
      for part in [condition, yes, no] { visit(part, isRepeated: isRepeated, isBehind: isBehind) }
    }
  }

  /// The greatest number in a quantifier of PCRE2.
  private static let greatestCount = 65_535

  private mutating func visit(_ anchor: Anchor) {
    guard case .searchStart = anchor else { return }
    // Why: after an empty match .NET's \G still means the end of that match, PCRE2's the place after it.
    refuse("contiguous matches (\\G)")
  }

  private mutating func visitLook(_ body: PatternNode, isBehind: Bool, isNegative: Bool) {
    note(
      isNegative
        ? "negative lookahead (?! pattern) or negative lookbehind (?<! pattern)"
        : "positive lookahead (?= pattern) or positive lookbehind (?<= pattern)")
    guard isBehind else { return }
    let alternatives = if case .alternation(let items) = body { items } else { [body] }
    if alternatives.contains(where: { Self.fixedLength(of: $0) == nil }) { needsBacktracker = true }
  }

  private mutating func note(_ construct: String) {
    backtrackingConstruct = backtrackingConstruct ?? construct
  }

  private mutating func refuse(_ construct: String) {
    note(construct)
    needsBacktracker = true
  }

  /// Whether `node` may look ahead before it has taken a character, and whether it may end without taking one.
  private static func beginning(of node: PatternNode) -> (hasLookahead: Bool, mayBeEmpty: Bool) {
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

  /// How many characters `node` matches, nil if that varies.
  private static func fixedLength(of node: PatternNode) -> Int? {
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
