package import SourceText

/// A word of the source, as the parser took it.
package struct Token: Sendable {
  /// What a token stands for, where its kind does not say all.
  package enum Value: Sendable {
    case none

    /// The text that a string without expressions stands for, and a word after escapes.
    case string(String)

    /// A string with expressions in it.
    case expandable(ExpandableToken)
    indirect case variable(VariablePath)

    /// The value of a number; nil where it is not valid.
    case number(NumberLiteral?)

    /// The name of a parameter, and whether a colon follows it directly.
    case parameter(name: String, usedColon: Bool)
    case fileRedirection(from: RedirectionStream, isAppend: Bool)
    case mergingRedirection(from: RedirectionStream, to: RedirectionStream)

    /// A subexpression that was found in a word or string and not cut into tokens, as in the name of a command.
    case unscanned(UnscannedText)
  }

  package var kind: TokenKind
  package var flags: TokenFlags
  package var extent: ScriptExtent
  package var value: Value

  /// Place in the list of kept tokens; -1 for a token that is not kept.
  var savedIndex: Int32 = -1

  init(_ kind: TokenKind, _ flags: TokenFlags, _ extent: ScriptExtent, _ value: Value = .none) {
    self.kind = kind
    self.flags = flags
    self.extent = extent
    self.value = value
  }

  /// The tokens inside an expandable string.
  package var nestedTokens: [Token] {
    if case .expandable(let string) = value { string.nestedTokens } else { [] }
  }

  package func text(in source: SourceFile) -> String { source.text(of: extent) }
}

/// The pieces of an expandable string as the lexer left them, for the parser to complete.
package final class ExpandableToken: Sendable {
  /// The text with escapes done and expressions as written.
  package let value: String
  package let nestedTokens: [Token]

  /// Literal text before each nested expression, and after the last.
  let literals: [String]

  init(value: String, nestedTokens: [Token], literals: [String]) {
    self.value = value
    self.nestedTokens = nestedTokens
    self.literals = literals
  }
}
