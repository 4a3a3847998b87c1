/// Reads a .NET pattern into a tree, with .NET's own order of reading, so that errors come at its offsets.
///
/// Works on UTF-16 code units, because offsets count those. Two passes: the first finds the groups and numbers them
/// (`CaptureCounting`), the second builds the tree. Open groups live on a stack of our own, so that depth costs heap
/// until the limit is met.
struct PatternParser {
  /// Deeper nesting is refused: what walks the tree later recurses.
  static let deepestNesting = 500

  let pattern: String
  let units: [UInt16]
  var position = 0
  var options: RegexOptions
  var savedOptions: [RegexOptions] = []
  var groups = GroupTable()
  var nextCapture = 1
  /// Set between `(?(` and the parenthesis of its condition, which does not capture.
  var ignoresNextParenthesis = false
  var open: [OpenGroup] = []
  /// What a quantifier would apply to.
  var unit: PatternNode?

  private let initialOptions: RegexOptions

  init(_ pattern: String, options: RegexOptions) {
    self.pattern = pattern
    self.options = options
    initialOptions = options
    units = Array(pattern.utf16)
  }

  /// The tree of the pattern; `groups` is complete afterwards.
  mutating func parse() throws(RegexParseError) -> PatternNode {
    do {
      try countCaptures()
      position = 0
      options = initialOptions
      savedOptions = []
      nextCapture = 1
      ignoresNextParenthesis = false
      return try parseTree()
    } catch {
      throw RegexParseError(pattern: pattern, offset: position, reason: error.reason)
    }
  }

  private mutating func parseTree() throws(ParseFailure) -> PatternNode {
    open = [OpenGroup(kind: .root)]
    var followsQuantifier = false
    while position < units.count {
      followsQuantifier = try parseItem(followsQuantifier: followsQuantifier)
    }
    guard open.count == 1, let root = open.first else { throw .notEnoughClosingParentheses }
    return try root.closed()
  }

  /// Reads a run of ordinary characters and the construct after it; says whether that ended in a quantifier.
  private mutating func parseItem(followsQuantifier: Bool) throws(ParseFailure) -> Bool {
    try skipBlank()
    let start = position
    skipOrdinary()
    let end = position
    try skipBlank()
    var isQuantifier = false
    var special: UInt16?
    if let next = current, Self.isSpecial(next) {
      isQuantifier = Self.isQuantifier(next)
      special = next
      position += 1
    }
    var followsQuantifier = followsQuantifier
    if start < end {
      followsQuantifier = false
      let last = lastCharacterStart(from: start, to: end)
      appendLiterals(from: start, to: isQuantifier ? last : end)
      if isQuantifier { unit = literal(from: last, to: end) }
    }
    guard let special else { return isQuantifier }
    guard try parseSpecial(special, followsQuantifier: followsQuantifier) else { return isQuantifier }
    return try parseQuantifier()
  }

  /// Reads the construct that `special` begins; true if `unit` now waits for a quantifier.
  private mutating func parseSpecial(_ special: UInt16, followsQuantifier: Bool) throws(ParseFailure) -> Bool {
    switch UInt8(truncatingIfNeeded: special) {
    case UInt8(ascii: "["):
      unit = .set(CharacterSet(try scanSet(countsOnly: false)))
    case UInt8(ascii: "("):
      try openGroup()
      return false
    case UInt8(ascii: "|"):
      open.last?.addAlternative()
      return false
    case UInt8(ascii: ")"):
      return try closeGroup()
    case UInt8(ascii: "\\"):
      guard position < units.count else { throw .endingBackslash }
      unit = try scanBackslash(countsOnly: false)
    case UInt8(ascii: "^"):
      unit = .anchor(options.contains(.multiline) ? .lineStart : .start)
    case UInt8(ascii: "$"):
      unit = .anchor(options.contains(.multiline) ? .lineEnd : .endOrFinalNewline)
    case UInt8(ascii: "."):
      unit = .set(options.contains(.singleline) ? .any : .notNewline)
    default:
      guard unit != nil else {
        let sign = String(decoding: [special], as: UTF16.self)
        throw followsQuantifier ? .nestedQuantifier(sign) : .quantifierAfterNothing(sign)
      }
      position -= 1
    }
    return true
  }

  /// Reads the quantifier after `unit`, if there is one, and adds both to the group that is open.
  private mutating func parseQuantifier() throws(ParseFailure) -> Bool {
    try skipBlank()
    guard let body = unit else { return false }
    unit = nil
    guard let sign = current, isTrueQuantifier() else {
      append(body)
      return false
    }
    position += 1
    var minimum = 0
    var maximum = Int.max
    switch UInt8(truncatingIfNeeded: sign) {
    case UInt8(ascii: "*"): break
    case UInt8(ascii: "?"): maximum = 1
    case UInt8(ascii: "+"): minimum = 1
    default: (minimum, maximum) = try scanBraces()
    }
    try skipBlank()
    let isLazy = take("?")
    guard minimum <= maximum else { throw .reversedQuantifier }
    append(.loop(body, LoopBounds(minimum: minimum, maximum: maximum, isLazy: isLazy)))
    return true
  }

  /// Reads `n}`, `n,}` or `n,m}`; `isTrueQuantifier` has seen that it is one.
  private mutating func scanBraces() throws(ParseFailure) -> (Int, Int) {
    let minimum = try scanDecimal()
    var maximum = minimum
    if take(",") {
      maximum = current == UInt16(UInt8(ascii: "}")) ? Int.max : try scanDecimal()
    }
    _ = take("}")
    return (minimum, maximum == Int(Int32.max) ? Int.max : maximum)
  }
}

// MARK: - Building

extension PatternParser {
  mutating func append(_ node: PatternNode) {
    guard let group = open.last else { return }
    // Why: two escapes may name the halves of one character.
    if case .literal(let low, let ignoresCase) = node, (0xDC00...0xDFFF).contains(low),
      case .literal(let high, _)? = group.items.last, (0xD800...0xDBFF).contains(high)
    {
      group.items[group.items.count - 1] = .literal(
        0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), ignoresCase: ignoresCase)
      return
    }
    group.items.append(node)
  }

  private mutating func appendLiterals(from start: Int, to end: Int) {
    var index = start
    while index < end {
      let next = index + characterLength(at: index, limit: end)
      append(literal(from: index, to: next))
      index = next
    }
  }

  private func literal(from start: Int, to end: Int) -> PatternNode {
    let ignoresCase = options.contains(.ignoreCase)
    guard end - start == 2 else { return .literal(UInt32(units[start]), ignoresCase: ignoresCase) }
    let scalar = 0x10000 + (UInt32(units[start]) - 0xD800) << 10 + (UInt32(units[start + 1]) - 0xDC00)
    return .literal(scalar, ignoresCase: ignoresCase)
  }

  private func characterLength(at index: Int, limit: Int) -> Int {
    UTF16.isLeadSurrogate(units[index]) && index + 1 < limit && UTF16.isTrailSurrogate(units[index + 1]) ? 2 : 1
  }

  private func lastCharacterStart(from start: Int, to end: Int) -> Int {
    let isPair = end - start >= 2 && UTF16.isTrailSurrogate(units[end - 1]) && UTF16.isLeadSurrogate(units[end - 2])
    return end - (isPair ? 2 : 1)
  }
}
