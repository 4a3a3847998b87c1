import SourceText

/// Taking tokens, giving them back, and reporting errors.
extension Parser {
  func nextToken() -> Token {
    guard let token = ungotToken else { return lexer.nextToken() }
    ungotToken = nil
    return token
  }

  func peekToken() -> Token {
    if let token = ungotToken { return token }
    let token = lexer.nextToken()
    ungotToken = token
    return token
  }

  var peekKind: TokenKind {
    if let kind = ungotToken?.kind { return kind }
    return peekToken().kind
  }

  func skipToken() { ungotToken = nil }

  func unget(_ token: Token) { ungotToken = token }

  func skipNewlines() {
    if let kind = ungotToken?.kind, kind != .newLine { return }
    ungotToken = nil
    lexer.skipNewlines(andSemicolons: false)
  }

  func skipNewlinesAndSemicolons() {
    if let kind = ungotToken?.kind, kind != .newLine, kind != .semi { return }
    ungotToken = nil
    lexer.skipNewlines(andSemicolons: true)
  }

  func resync(to token: Token) {
    ungotToken = nil
    lexer.resync(to: token)
  }

  /// A place to come back to, as an offset of the text being scanned.
  var restorePoint: Int { lexer.position }

  func resync(toIndex index: Int) {
    ungotToken = nil
    lexer.resync(toIndex: index)
  }

  /// Turns the lexer to another mode; a token that was looked at and reads differently there is scanned again.
  func setMode(_ mode: LexerMode) {
    if mode != lexer.mode, let token = ungotToken, !token.kind.traits.contains(.parseModeInvariant) {
      resync(to: token)
    }
    lexer.mode = mode
  }

  /// Runs a rule in a mode and turns back.
  func inMode<Result>(_ mode: LexerMode, _ rule: () -> Result) -> Result {
    let outer = lexer.mode
    setMode(mode)
    let result = rule()
    setMode(outer)
    return result
  }

  /// Runs a rule with the comma as separator, or as operator again.
  func withCommaOperator<Result>(disabled: Bool, _ rule: () -> Result) -> Result {
    let outer = isCommaOperatorDisabled
    isCommaOperatorDisabled = disabled
    let result = rule()
    isCommaOperatorDisabled = outer
    return result
  }

  /// A member access operator directly at the current position; none in the midst of an error.
  func nextMemberAccess(allowingBracket: Bool) -> Token? {
    ungotToken == nil ? lexer.memberAccessOperator(allowingBracket: allowingBracket) : nil
  }

  func nextLeftBracket() -> Token? {
    guard let token = ungotToken else { return lexer.leftBracket() }
    return token.kind == .lBracket ? nextToken() : nil
  }

  /// Skips tokens up to one of the kinds, closing what was opened on the way.
  func sync(consumingCloser: Bool, to kinds: [TokenKind]) {
    var parentheses = kinds.contains(.rParen) ? 1 : 0
    var braces = kinds.contains(.rCurly) ? 1 : 0
    var brackets = kinds.contains(.rBracket) ? 1 : 0
    while true {
      let token = nextToken()
      var isCloser = false
      switch token.kind {
      case .lParen: parentheses += 1
      case .rParen:
        parentheses -= 1
        isCloser = parentheses == 0 && kinds.contains(.rParen)
      case .lCurly: braces += 1
      case .rCurly:
        braces -= 1
        isCloser = braces == 0 && kinds.contains(.rCurly)
      case .lBracket: brackets += 1
      case .rBracket:
        brackets -= 1
        isCloser = brackets == 0 && kinds.contains(.rBracket)
      case .endOfInput:
        unget(token)
        return
      default: break
      }
      if isCloser {
        if !consumingCloser { unget(token) }
        return
      }
      if kinds.contains(token.kind), parentheses == 0, braces == 0, brackets == 0 { return }
    }
  }

  // MARK: Flags of kept tokens

  /// Changes the flags of a token that was taken, where the tokens are kept.
  func mark(_ token: Token, _ change: (inout Token) -> Void) {
    let index = Int(token.savedIndex)
    guard index >= 0, index < lexer.tokens.count, lexer.tokens[index].extent == token.extent else { return }
    change(&lexer.tokens[index])
  }

  func mark(_ token: Token, as flags: TokenFlags) { mark(token) { $0.flags.formUnion(flags) } }

  // MARK: Errors

  func report(_ extent: ScriptExtent, _ message: ErrorMessage) { errors.report(extent, message) }

  @discardableResult
  func reportIncomplete(_ extent: ScriptExtent, detectedAt place: ScriptExtent? = nil, _ message: ErrorMessage) -> Bool
  {
    lexer.reportIncomplete(extent, detectedAt: place, message)
  }

  func text(_ token: Token) -> String { source.text(of: token.extent) }

  /// The empty extent one character before another.
  func before(_ extent: ScriptExtent) -> ScriptExtent {
    var offset = max(extent.startOffset - 1, 0)
    while offset > 0, offset < source.utf8.count, source.utf8[offset] & 0xC0 == 0x80 { offset -= 1 }
    return ScriptExtent(offset, offset)
  }

  /// From one extent to the other; an empty one at the start of the text says nothing.
  func extent(_ first: ScriptExtent, _ last: ScriptExtent) -> ScriptExtent {
    if first == .empty { return last }
    return last == .empty ? first : first.through(last)
  }

  func extent(_ first: Token, _ last: Token) -> ScriptExtent { extent(first.extent, last.extent) }
}
