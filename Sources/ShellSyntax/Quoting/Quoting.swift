import SourceText

/// Writes texts as source that reads back as the same text.
///
/// **Source:** `System.Management.Automation.Language.CodeGeneration`; typographic quotes count as quotes.
package enum Quoting {
  /// A literal in single quotes: `it's` gives `'it''s'`.
  package static func singleQuoted(_ text: String) -> String { "'" + escapedInSingleQuotes(text) + "'" }

  /// The text with each single quote doubled.
  package static func escapedInSingleQuotes(_ text: String) -> String {
    escape(text) { CharacterClass.isSingleQuote($0.value) ? $0 : nil }
  }

  /// A literal in double quotes in which nothing expands.
  package static func doubleQuoted(_ text: String) -> String {
    "\"" + escape(text) { needsBacktick($0) ? "`" : nil } + "\""
  }

  private static func needsBacktick(_ character: Unicode.Scalar) -> Bool {
    character == "$" || character == "`" || CharacterClass.isDoubleQuote(character.value)
  }

  /// The name of a variable as it stands in braces.
  package static func escapedInBraces(_ name: String) -> String {
    escape(name) { $0 == "`" || $0 == "{" || $0 == "}" ? "`" : nil }
  }

  /// A variable by its path: `$x`, `$env:PATH`, `${a b}`.
  package static func variable(_ userPath: String) -> String {
    let plain = "$" + userPath
    if case .variable(let variable)? = soleExpression(plain), isSame(variable.variablePath.userPath, userPath) {
      return plain
    }
    return "${" + escapedInBraces(userPath) + "}"
  }

  /// A text that stands in a block comment without ending it.
  package static func escapedInBlockComment(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar?
    for character in text.unicodeScalars {
      let isBracket = (previous == "<" && character == "#") || (previous == "#" && character == ">")
      if isBracket { result.unicodeScalars.append("`") }
      result.unicodeScalars.append(character)
      previous = character
    }
    return result
  }

  /// A text as it stands on the left of `-f`, braces doubled.
  package static func escapedInFormat(_ text: String) -> String {
    escape(text) { $0 == "{" || $0 == "}" ? $0 : nil }
  }

  /// An argument of a command: a bare word where that reads back as the text, in single quotes elsewhere.
  package static func argument(_ text: String) -> String { isBareWord(text) ? text : singleQuoted(text) }

  /// True if the text, as an argument without quotes, stands for itself.
  package static func isBareWord(_ text: String) -> Bool {
    guard !text.isEmpty, case .command(let command)? = soleElement("x " + text),
      command.commandElements.count == 2, command.redirections.isEmpty,
      case .expression(.stringConstant(let word))? = command.commandElements.last,
      word.stringConstantType == .bareWord
    else { return false }
    return isSame(word.value, text) && text != "--%"
  }

  /// The key of a hashtable entry or the name of a member: a plain name, or in single quotes.
  package static func memberName(_ name: String) -> String {
    guard let first = name.unicodeScalars.first, CharacterClass.isIdentifierStart(first.value),
      name.unicodeScalars.allSatisfy({ CharacterClass.isIdentifierFollow($0.value) })
    else { return singleQuoted(name) }
    return name
  }

  // MARK: Pieces

  private static func escape(_ text: String, _ prefix: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
    var result = String.UnicodeScalarView()
    for character in text.unicodeScalars {
      if let prefix = prefix(character) { result.append(prefix) }
      result.append(character)
    }
    return String(result)
  }

  /// Equal unit by unit; `==` takes different spellings of one character for equal.
  private static func isSame(_ first: String, _ second: String) -> Bool { first.utf8.elementsEqual(second.utf8) }

  private static func soleElement(_ text: String) -> CommandBaseAst? {
    let result = Parser.parse(text)
    guard result.errors.isEmpty, let statements = result.ast.endBlock?.statements, statements.count == 1,
      case .pipeline(let pipeline)? = statements.first, pipeline.pipelineElements.count == 1, !pipeline.isBackground
    else { return nil }
    return pipeline.pipelineElements.first
  }

  private static func soleExpression(_ text: String) -> ExpressionAst? {
    if case .commandExpression(let element)? = soleElement(text) { element.expression } else { nil }
  }
}
