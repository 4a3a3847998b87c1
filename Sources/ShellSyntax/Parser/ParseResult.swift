package import SourceText

/// What a text was understood to be.
package struct ParseResult: Sendable {
  package let source: SourceFile
  package let ast: ScriptBlockAst

  /// All tokens with comments and line ends; empty where they were not asked for.
  package let tokens: [Token]

  /// In the order of discovery; those of checks on the finished tree come last.
  package let errors: [ParseError]

  /// True where the interactive shell should ask for another line.
  package var isIncomplete: Bool { errors.first?.isIncompleteInput ?? false }
}
