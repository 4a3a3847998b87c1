package import SourceText

/// Reads PowerShell 7: recursive descent, one token of look-ahead.
///
/// Nothing throws: what is wrong with the text becomes an error in the result, and the tree holds what was understood.
///
/// **Source:** which token is reported, where, and how parsing goes on after it follow PowerShell 7.6.
package final class Parser {
  let source: SourceFile
  let lexer: Lexer
  let errors: ErrorCollector

  /// A token that was looked at and not taken.
  var ungotToken: Token?

  /// True where a comma separates arguments and makes no array.
  var isCommaOperatorDisabled = false

  /// True inside a catch block: `throw` alone throws again.
  var isInCatch = false

  /// True once a class or enum was read; only then are types looked up.
  var definesTypes = false

  /// How deep the rules are nested; the stack is finite.
  var depth = 0

  static let depthLimit = 350

  /// How many operators, members or casts may follow one another: each makes the tree one level deeper.
  static let chainLimit = 2000

  private init(_ source: SourceFile, keepingTokens: Bool) {
    self.source = source
    errors = ErrorCollector()
    lexer = Lexer(source, keepingTokens: keepingTokens, errors: errors)
  }

  /// Reads a whole script.
  ///
  /// Without `keepingTokens` the list of tokens stays empty, which is faster; `environment` tells which types and
  /// modules classes and `using` can name.
  package static func parse(
    _ source: SourceFile, keepingTokens: Bool = true, environment: ParseEnvironment = ParseEnvironment()
  ) -> ParseResult {
    let parser = Parser(source, keepingTokens: keepingTokens)
    var script = parser.scriptBlock(after: nil, isFilter: false)
    if let requirements = parser.scriptRequirements() { script = script.with(requirements) }
    if !parser.errors.isClosed { TreeChecks(parser, environment).check(script) }
    return ParseResult(
      source: source, ast: script, tokens: parser.lexer.tokens, errors: parser.errors.errors)
  }

  /// Reads a text that is known to be small and typed, such as the body of a script block.
  package static func parse(_ text: String) -> ParseResult { parse(SourceFile(text: text), keepingTokens: false) }

  /// Reads a number as a conversion from a string does, with sign and multiplier; nil for anything else.
  package static func parseNumber(_ text: String) -> NumberLiteral? {
    let parser = Parser(SourceFile(text: text), keepingTokens: false)
    parser.lexer.allowsSignedNumbers = true
    let token = parser.lexer.nextToken()
    guard case .number(let value) = token.value, token.extent.endOffset == parser.source.utf8.count else { return nil }
    return value
  }

  /// Reads the name of a type as it would stand in brackets: `List[int]`; nil where it is not one.
  package static func parseTypeName(_ text: String) -> TypeName? {
    let parser = Parser(SourceFile(text: text), keepingTokens: false)
    parser.lexer.skipWhitespace()
    guard let (name, _) = parser.typeName(allowingAssembly: true), parser.errors.isEmpty else { return nil }
    return parser.nextToken().kind == .endOfInput ? name : nil
  }

  /// Reads a text as the inside of a string in double quotes, as `$ExecutionContext.InvokeCommand.ExpandString` does.
  package static func parseExpandableString(_ text: String) -> (ExpressionAst, [ParseError]) {
    var quoted = "\""
    for character in text.unicodeScalars {
      quoted.unicodeScalars.append(character)
      if CharacterClass.isDoubleQuote(character.value) { quoted.unicodeScalars.append(character) }
    }
    let parser = Parser(SourceFile(text: quoted + "\""), keepingTokens: false)
    let expression = parser.expandableString(parser.lexer.nextToken())
    return (expression, parser.errors.errors)
  }

  // MARK: Depth

  /// Counts a level of nesting; false if there are too many: then parsing is given up.
  func enter() -> Bool {
    depth += 1
    if depth <= Self.depthLimit { return true }
    giveUp()
    return false
  }

  /// Reports that the text is too complicated, and goes to its end.
  func giveUp() {
    errors.close(lexer.currentExtent(), .scriptTooComplicated)
    ungotToken = nil
    lexer.position = max(lexer.position, lexer.limit)
  }

  func leave() { depth -= 1 }
}
