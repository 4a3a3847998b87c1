import SourceText

/// The blocks of a script block, one of each kind.
struct NamedBlocks {
  private var blocks: [TokenKind: NamedBlockAst] = [:]

  /// False for a second block of a kind; the first one stays.
  mutating func add(_ block: NamedBlockAst) -> Bool {
    guard blocks[block.blockKind] == nil else { return false }
    blocks[block.blockKind] = block
    return true
  }

  func scriptBlock(
    _ extent: ScriptExtent, _ usings: [UsingStatementAst], _ parameters: ParamBlockAst?
  ) -> ScriptBlockAst {
    ScriptBlockAst(
      extent: extent, scriptRequirements: nil, usingStatements: usings, attributes: [], paramBlock: parameters,
      dynamicParamBlock: blocks[.dynamicparam], beginBlock: blocks[.begin], processBlock: blocks[.process],
      endBlock: blocks[.end], cleanBlock: blocks[.clean])
  }
}

extension ScriptBlockAst {
  /// A block of loose statements.
  convenience init(
    extent: ScriptExtent, usingStatements: [UsingStatementAst], paramBlock: ParamBlockAst?,
    processBlock: NamedBlockAst?, endBlock: NamedBlockAst?
  ) {
    self.init(
      extent: extent, scriptRequirements: nil, usingStatements: usingStatements, attributes: [],
      paramBlock: paramBlock, dynamicParamBlock: nil, beginBlock: nil, processBlock: processBlock, endBlock: endBlock,
      cleanBlock: nil)
  }

  /// The same script with what its `#requires` lines ask for.
  func with(_ requirements: ScriptRequirements) -> ScriptBlockAst {
    ScriptBlockAst(
      extent: extent, scriptRequirements: requirements, usingStatements: usingStatements, attributes: attributes,
      paramBlock: paramBlock, dynamicParamBlock: dynamicParamBlock, beginBlock: beginBlock,
      processBlock: processBlock, endBlock: endBlock, cleanBlock: cleanBlock)
  }
}
