import SourceText

/// Checks of the finished tree, for what the grammar alone does not exclude.
struct TreeChecks {
  private let parser: Parser
  private let environment: ParseEnvironment

  init(_ parser: Parser, _ environment: ParseEnvironment) {
    self.parser = parser
    self.environment = environment
  }

  func check(_ script: ScriptBlockAst) {
    if parser.definesTypes || !script.usingStatements.isEmpty {
      SymbolChecks(parser, environment).check(script)
    }
    ClassChecks(parser).visit(script)
  }
}
