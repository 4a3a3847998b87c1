/// Writes a tree as a pattern of PCRE2.
///
/// The pattern is compiled with DOTALL and MULTILINE, so that `.` is any character, `\N` any but a line feed, and `^`
/// and `$` are those of lines; everything else is spelled out. Two alphabets: for text that is all ASCII the pattern
/// is one of bytes, with every set as a list of bytes, which is what PCRE2 runs fastest; otherwise it is one of
/// characters, with Unicode's categories.
struct PCREEmitter {
  let isASCII: Bool
  /// For each group of PCRE2, from its number 1 on, the number it has in .NET.
  private(set) var groupNumbers: [Int] = []
  private(set) var text = ""

  /// The state of PCRE2's `(?i)` where `text` ends.
  private var ignoresCase = false
  /// The first group of PCRE2 for each number.
  private var firstGroups: [Int: Int] = [:]

  init(_ root: PatternNode, isASCII: Bool) {
    self.isASCII = isASCII
    numberGroups(root)
    groupNumbers = []
    emit(root)
  }

  /// Finds the place of every group beforehand: a reference may come first.
  private mutating func numberGroups(_ node: PatternNode) {
    switch node {
    case .empty, .literal, .set, .anchor, .backreference: break
    case .sequence(let items), .alternation(let items):
      for item in items { numberGroups(item) }
    case .capture(let number, _, let body):
      if let number {
        groupNumbers.append(number)
        firstGroups[number] = firstGroups[number] ?? groupNumbers.count
      }
      numberGroups(body)
    case .loop(let body, _), .atomic(let body), .look(let body, _, _): numberGroups(body)
    case .ifCaptured(_, let yes, let no):
      numberGroups(yes)
      numberGroups(no)
    case .ifMatches(let condition, let yes, let no):
      for part in [condition, yes, no] { numberGroups(part) }
    }
  }

  private mutating func emit(_ node: PatternNode) {
    switch node {
    case .empty: break
    case .literal(let scalar, let ignoresCase): emitLiteral(scalar, ignoresCase: ignoresCase)
    case .set(let set): emit(set)
    case .anchor(let anchor): emit(anchor)
    case .sequence(let items): for item in items { emit(item) }
    case .alternation: emitGroup("(?:", node)
    case .capture(let number, _, let body):
      if let number { groupNumbers.append(number) }
      emitGroup(number == nil ? "(?:" : "(", body)
    case .loop(let body, let bounds): emitLoop(body, bounds)
    case .atomic(let body): emitGroup("(?>", body)
    case .look(let body, let isBehind, let isNegative):
      emitGroup("(?" + (isBehind ? "<" : "") + (isNegative ? "!" : "="), body)
    case .backreference(let number, let ignoresCase): emitReference(number, ignoresCase: ignoresCase)
    case .ifCaptured(let number, let yes, let no):
      // Why: group 0 has always captured by .NET's reckoning only when the match ends, that is never inside.
      text += firstGroups[number].map { "(?(\($0))" } ?? "(?(?!)"
      emitBranches(yes, no)
    case .ifMatches(let condition, let yes, let no):
      text += "(?"
      emitGroup("(?=", condition)
      emitBranches(yes, no)
    }
  }

  private mutating func emitGroup(_ opening: String, _ body: PatternNode) {
    let outer = ignoresCase
    text += opening
    if case .alternation(let items) = body {
      for (index, item) in items.enumerated() {
        if index > 0 { text += "|" }
        emit(item)
      }
    } else {
      emit(body)
    }
    text += ")"
    ignoresCase = outer
  }

  private mutating func emitBranches(_ yes: PatternNode, _ no: PatternNode) {
    let outer = ignoresCase
    emit(yes)
    text += "|"
    emit(no)
    text += ")"
    ignoresCase = outer
  }

  private mutating func emitLoop(_ body: PatternNode, _ bounds: LoopBounds) {
    emitGroup("(?:", body, unlessSingle: true)
    switch (bounds.minimum, bounds.maximum) {
    case (0, Int.max): text += "*"
    case (1, Int.max): text += "+"
    case (0, 1): text += "?"
    case (let minimum, Int.max): text += "{\(minimum),}"
    case (let minimum, let maximum): text += "{\(minimum),\(maximum)}"
    }
    if bounds.isLazy { text += "?" }
  }

  /// Writes the body of a loop; one character and a capturing group need no parentheses of their own.
  private mutating func emitGroup(_ opening: String, _ body: PatternNode, unlessSingle: Bool) {
    switch body {
    case .set(let set) where set === CharacterSet.any || set === CharacterSet.notNewline || isASCII: emit(set)
    case .literal(let scalar, let ignoresCase): emitLiteral(scalar, ignoresCase: ignoresCase)
    case .capture(.some, _, _), .atomic: emit(body)
    default: emitGroup(opening, body)
    }
  }

  private mutating func emitReference(_ number: Int, ignoresCase: Bool) {
    guard let group = firstGroups[number] else {
      text += "(?!)"
      return
    }
    setCase(ignoresCase)
    text += "\\g{\(group)}"
  }

  private mutating func emit(_ anchor: Anchor) {
    switch anchor {
    case .start: text += "\\A"
    case .lineStart: text += "^"
    case .end: text += "\\z"
    case .endOrFinalNewline: text += "\\Z"
    case .lineEnd: text += "$"
    case .searchStart: text += "\\G"
    case .asciiWordBoundary: text += "\\b"
    case .notASCIIWordBoundary: text += "\\B"
    case .wordBoundary: text += isASCII ? "\\b" : boundary(isNegative: false)
    case .notWordBoundary: text += isASCII ? "\\B" : boundary(isNegative: true)
    }
  }

  private func boundary(isNegative: Bool) -> String {
    let word = PCRESetText(.boundaryWord).text
    return isNegative
      ? "(?:(?<=\(word))(?=\(word))|(?<!\(word))(?!\(word)))"
      : "(?:(?<=\(word))(?!\(word))|(?<!\(word))(?=\(word)))"
  }
}

// MARK: - Characters

extension PCREEmitter {
  private mutating func setCase(_ wanted: Bool) {
    guard wanted != ignoresCase else { return }
    text += wanted ? "(?i)" : "(?-i)"
    ignoresCase = wanted
  }

  private mutating func emitLiteral(_ scalar: UInt32, ignoresCase: Bool) {
    if scalar < 0x80 {
      let isLetter = CaseEquivalence.isASCIILetter(scalar)
      // Why: to PCRE2 the long s is an s, to .NET it is not.
      if ignoresCase, !isASCII, scalar | 0x20 == 0x73 {
        setCase(false)
        text += "[sS]"
        return
      }
      if isLetter { setCase(ignoresCase) }
      text += PCRESetText.escaped(scalar)
      return
    }
    guard ignoresCase || isASCII, Unicode.Scalar(scalar) != nil else {
      setCase(false)
      text += Unicode.Scalar(scalar) == nil ? "(?!)" : PCRESetText.escaped(scalar)
      return
    }
    let equivalents = ignoresCase ? CaseEquivalence.equivalents(of: scalar) : [scalar]
    emit(CharacterSet(CharacterSetBuilder(ranges: equivalents.map { $0...$0 })))
  }

  private mutating func emit(_ set: CharacterSet) {
    if set === CharacterSet.any {
      text += "."
    } else if set === CharacterSet.notNewline {
      text += "\\N"
    } else if isASCII {
      if !set.ascii.isCaseClosed { setCase(false) }
      text += PCRESetText.text(of: set.ascii)
    } else {
      setCase(false)
      text += PCRESetText(set).text
    }
  }
}
