package import SourceText

/// Commands joined by `|`.
package final class PipelineAst: Ast {
  package let extent: ScriptExtent
  /// Only the first can be an expression.
  package let pipelineElements: [CommandBaseAst]
  /// True where a `&` follows.
  package let isBackground: Bool

  init(extent: ScriptExtent, pipelineElements: [CommandBaseAst], isBackground: Bool) {
    self.extent = extent
    self.pipelineElements = pipelineElements
    self.isBackground = isBackground
  }

  package var kind: String { "Pipeline" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    for child in pipelineElements { visit(child.node) }
  }
}

/// Two pipelines joined by `&&` or `||`.
package final class PipelineChainAst: Ast {
  package let extent: ScriptExtent
  /// A `pipelineChain` or a `pipeline`.
  package let lhsPipelineChain: StatementAst
  package let rhsPipeline: PipelineAst
  /// `.andAnd` or `.orOr`.
  package let `operator`: TokenKind
  /// True where a `&` follows the whole chain.
  package let isBackground: Bool

  init(
    extent: ScriptExtent, lhsPipelineChain: StatementAst, rhsPipeline: PipelineAst, `operator`: TokenKind,
    isBackground: Bool
  ) {
    self.extent = extent
    self.lhsPipelineChain = lhsPipelineChain
    self.rhsPipeline = rhsPipeline
    self.operator = `operator`
    self.isBackground = isBackground
  }

  package var kind: String { "PipelineChain" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(lhsPipelineChain.node)
    visit(rhsPipeline)
  }
}
