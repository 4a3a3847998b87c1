/// What a tree needs of the engine that runs it.
struct PatternAnalysis: Sendable {
  /// Whether PCRE2 cannot say what the pattern says.
  private(set) var needsBacktracker = false
  /// Numbers of groups that can capture more than once in one match.
  private(set) var repeatedGroups: Set<Int> = []
  /// The first construct that NonBacktracking refuses, in .NET's words.
  private(set) var backtrackingConstruct: String?

  /// No match has fewer characters.
  let minimumLength: Int
  /// Nil if no character is known that every match contains.
  let requiredBytes: RequiredBytes?
  /// Whether a match may begin with a positive lookahead.
  let mayBeginWithLookahead: Bool

  private var occurrences: [Int: Int] = [:]
  private var references: Set<Int> = []

  init(_ root: PatternNode, options: RegexOptions) {
    requiredBytes = Self.requiredBytes(of: root)
    minimumLength = Self.minimumLength(of: root)
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

  /// The greatest number in a quantifier of PCRE2, and the greatest length of its lookbehind.
  static let greatestCount = 65_535

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
}
