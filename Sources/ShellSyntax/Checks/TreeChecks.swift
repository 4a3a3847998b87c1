import SourceText

/// Checks of the finished tree, for what the grammar alone does not exclude.
struct TreeChecks {
  private let parser: Parser

  init(_ parser: Parser) { self.parser = parser }

  func check(_ script: ScriptBlockAst) {}
}
