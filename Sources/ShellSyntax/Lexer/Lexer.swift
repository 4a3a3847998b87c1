import SourceText

/// How a character sequence is cut into tokens depends on what the parser expects.
enum LexerMode: UInt8 {
  /// Command names and arguments.
  case command

  /// Operands and operators.
  case expression

  /// Names of types inside brackets.
  case typeName

  /// Heads of classes and methods.
  case signature
}

/// Cuts a source into tokens, one at a time, as the parser asks for them.
///
/// `position` may run past the end of the text: every token asked for there moves it on by one, which is how
/// PowerShell's own end-of-input tokens come to lie one or two units behind the text.
final class Lexer {
  let source: SourceFile
  let errors: ErrorCollector
  let keepsTokens: Bool

  /// The text being scanned.
  var text: ScanText
  var bytes: [UInt8]
  var limit: Int
  var position = 0
  var tokenStart = 0

  var mode = LexerMode.command

  /// True while a name is expected: keywords and generic words are not looked for.
  var wantsSimpleName = false

  /// True where an operand is expected: a sign belongs to the number after it.
  var allowsSignedNumbers = false

  /// True where `?` and `:` end a number, because only an operator can follow.
  var endsNumberAtTernary = false

  /// The tokens so far, comments and line ends included; empty where they are not kept.
  var tokens: [Token] = []

  /// False while tokens are looked at only in passing.
  var isSavingTokens: Bool

  /// The `#requires` comments so far.
  var requiresComments: [ScriptExtent] = []

  /// The line that looks like the start of a signature block.
  var signatureExtent: ScriptExtent?

  var isInNestedScan = false

  init(_ source: SourceFile, keepingTokens keepsTokens: Bool, errors: ErrorCollector) {
    self.source = source
    self.errors = errors
    self.keepsTokens = keepsTokens
    self.isSavingTokens = keepsTokens
    text = ScanText(whole: source.utf8)
    bytes = source.utf8
    limit = bytes.count
  }

  // MARK: Characters

  @inline(__always)
  func scalar(at index: Int) -> SourceScalar {
    guard index < limit else { return CharacterClass.end }
    let byte = bytes[index]
    return byte < 0x80 ? SourceScalar(byte) : decode(at: index).scalar
  }

  @inline(__always)
  func peek() -> SourceScalar { scalar(at: position) }

  /// How many bytes the character at an offset takes; one at the end of the text.
  @inline(__always)
  func width(at index: Int) -> Int {
    guard index < limit, bytes[index] >= 0x80 else { return 1 }
    return decode(at: index).width
  }

  /// Moves on by one character; past the end by one unit.
  @inline(__always)
  func advance() { position += width(at: position) }

  /// Takes the next character.
  @inline(__always)
  func next() -> SourceScalar {
    let scalar = peek()
    advance()
    return scalar
  }

  @inline(never)
  private func decode(at index: Int) -> (scalar: SourceScalar, width: Int) {
    let lead = SourceScalar(bytes[index])
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard index + width <= limit else { return (0xFFFD, max(limit - index, 1)) }
    var scalar = lead & (0x7F >> SourceScalar(width))
    for offset in 1..<width { scalar = scalar << 6 | SourceScalar(bytes[index + offset] & 0x3F) }
    return (scalar, width)
  }

  // MARK: Tokens

  /// The extent from the start of the token to the current position.
  func currentExtent() -> ScriptExtent { extent(tokenStart, position) }

  /// The extent in the source of two offsets in the text being scanned.
  func extent(_ start: Int, _ end: Int) -> ScriptExtent {
    guard text.origins != nil else { return ScriptExtent(start, end) }
    return ScriptExtent(text.origin(of: start), text.origin(of: end))
  }

  /// The whole text being scanned.
  var scriptExtent: ScriptExtent { extent(text.start, limit) }

  func string(_ start: Int, _ end: Int) -> String {
    let upper = min(end, limit)
    return start < upper ? String(decoding: bytes[start..<upper], as: UTF8.self) : ""
  }

  @inline(__always)
  func makeToken(_ kind: TokenKind, _ value: Token.Value = .none, flags: TokenFlags = []) -> Token {
    save(Token(kind, flags.union(kind.traits), currentExtent(), value))
  }

  func save(_ token: Token) -> Token {
    guard isSavingTokens else { return token }
    var kept = token
    kept.savedIndex = Int32(truncatingIfNeeded: tokens.count)
    tokens.append(kept)
    return kept
  }

  /// Goes back to the start of a token, in another mode most often, and forgets the tokens from there on.
  func resync(to token: Token) { resync(toOrigin: token.extent.startOffset) }

  func resync(toOrigin offset: Int) { resync(toIndex: text.index(ofOrigin: offset)) }

  func resync(toIndex index: Int) {
    position = min(max(index, text.start), limit + 1)
    let offset = text.origin(of: position)
    if isSavingTokens { Self.forget(&tokens, from: offset) }
    requiresComments.removeAll { $0.startOffset >= offset }
  }

  private static func forget(_ tokens: inout [Token], from offset: Int) {
    var end = tokens.count
    if tokens.last?.kind == .endOfInput { end -= 1 }
    while end > 0, tokens[end - 1].extent.endOffset > offset { end -= 1 }
    tokens.removeLast(tokens.count - end)
  }

  func reportError(_ extent: ScriptExtent, _ message: ErrorMessage) { errors.report(extent, message) }

  /// Reports an error that more text could cure, if nothing but comments and blanks follows the place.
  @discardableResult
  func reportIncomplete(_ extent: ScriptExtent, detectedAt place: ScriptExtent? = nil, _ message: ErrorMessage) -> Bool
  {
    let isIncomplete = isAtEnd(after: (place ?? extent).endOffset)
    errors.report(extent, message, isIncomplete: isIncomplete)
    return isIncomplete
  }
}
