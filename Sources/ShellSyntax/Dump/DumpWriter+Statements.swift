import SourceText

extension DumpWriter {
  /// Writes the parts of a statement; false for another node.
  mutating func writeStatement(_ node: any Ast) -> Bool {
    switch node {
    case let node as PipelineAst:
      word("Background", if: node.isBackground)
      children(node.pipelineElements.map(\.node))
    case let node as PipelineChainAst:
      word(node.operator.name)
      word("Background", if: node.isBackground)
      children([node.lhsPipelineChain.node, node.rhsPipeline])
    case let node as AssignmentStatementAst:
      word(node.operator.name)
      children([node.left.node, node.right.node])
    case let node as BreakStatementAst: child("label", node.label?.node)
    case let node as ContinueStatementAst: child("label", node.label?.node)
    case let node as ReturnStatementAst: child(node.pipeline?.node)
    case let node as ExitStatementAst: child(node.pipeline?.node)
    case let node as ThrowStatementAst:
      word("Rethrow", if: node.isRethrow)
      child(node.pipeline?.node)
    case let node as ErrorStatementAst: write(error: node)
    default: return writeBranch(node) || writeLoop(node)
    }
    return true
  }

  private mutating func write(error node: ErrorStatementAst) {
    if let keyword = node.keyword { word(keyword.name) }
    for flag in node.flags.sorted(by: { $0.name < $1.name }) {
      text += " flag=" + Self.quote(flag.name)
      child(flag.value)
    }
    children("conditions", node.conditions)
    children("bodies", node.bodies)
    children("nested", node.nestedAst)
  }

  private mutating func label(_ label: String?) {
    if let label { word("label=" + Self.quote(label)) }
  }

  private mutating func writeBranch(_ node: any Ast) -> Bool {
    switch node {
    case let node as IfStatementAst:
      for clause in node.clauses {
        child("if", clause.condition.node)
        child("then", clause.body)
      }
      child("else", node.elseClause)
    case let node as SwitchStatementAst:
      label(node.label)
      let flags: [(SwitchFlags, String)] = [
        (.file, "File"), (.regex, "Regex"), (.wildcard, "Wildcard"), (.caseSensitive, "CaseSensitive"),
        (.parallel, "Parallel"),
      ]
      let names = flags.filter { node.flags.contains($0.0) }.map(\.1)
      if !names.isEmpty { word(names.joined(separator: ",")) }
      child("condition", node.condition.node)
      for clause in node.clauses {
        child("case", clause.condition.node)
        child("then", clause.body)
      }
      child("default", node.default)
    case let node as TryStatementAst:
      child("body", node.body)
      children("catch", node.catchClauses)
      child("finally", node.finally)
    case let node as TrapStatementAst:
      child("type", node.trapType)
      child("body", node.body)
    default: return false
    }
    return true
  }

  private mutating func writeLoop(_ node: any Ast) -> Bool {
    switch node {
    case let node as WhileStatementAst:
      label(node.label)
      child("condition", node.condition.node)
      child("body", node.body)
    case let node as DoWhileStatementAst:
      label(node.label)
      child("condition", node.condition.node)
      child("body", node.body)
    case let node as DoUntilStatementAst:
      label(node.label)
      child("condition", node.condition.node)
      child("body", node.body)
    case let node as ForStatementAst:
      label(node.label)
      child("init", node.initializer?.node)
      child("condition", node.condition?.node)
      child("iterator", node.iterator?.node)
      child("body", node.body)
    case let node as ForEachStatementAst:
      label(node.label)
      word("Parallel", if: node.flags.contains(.parallel))
      child("variable", node.variable)
      child("in", node.condition.node)
      child("throttle", node.throttleLimit?.node)
      child("body", node.body)
    default: return false
    }
    return true
  }
}
