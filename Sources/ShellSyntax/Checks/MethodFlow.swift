/// How control moves through a method of a class.
///
/// **Source:** the flow graph that PowerShell's own analysis draws, its simplifications included: a switch may run no
/// clause, a try may stop before its first statement.
final class MethodFlow: ValueFlow {
  private struct Loop {
    let label: String
    let onBreak: FlowBlock
    let onContinue: FlowBlock
  }

  private let exit = FlowBlock()
  private var loops: [Loop] = []

  /// True if no way leads to the end of the method without `return` or an error.
  var alwaysReturns: Bool {
    exit.predecessors.allSatisfy { $0.returns || $0.leavesByError || !$0.isReachable }
  }

  init(_ method: FunctionMemberAst) {
    super.init()
    for parameter in method.parameters { assign(key(parameter.name)) }
    let body = method.body
    for block in [body.dynamicParamBlock, body.beginBlock, body.processBlock, body.endBlock] {
      if let block { run(block.statements) }
    }
    current.flows(to: exit)
    followAssignments()
  }

  // MARK: Choices

  override func visit(_ node: IfStatementAst) {
    let after = FlowBlock()
    if node.elseClause == nil { current.flows(to: after) }
    for (index, clause) in node.clauses.enumerated() {
      let body = FlowBlock()
      let isLast = index == node.clauses.count - 1 && node.elseClause == nil
      let next = isLast ? after : FlowBlock()
      visit(clause.condition)
      current.flows(to: body)
      current.flows(to: next)
      current = body
      visit(clause.body)
      current.flows(to: after)
      current = next
    }
    if let block = node.elseClause {
      visit(block)
      current.flows(to: after)
    }
    current = after
  }

  override func visit(_ node: TernaryExpressionAst) {
    visit(node.condition)
    let start = current
    let after = FlowBlock()
    for branch in [node.ifTrue, node.ifFalse] {
      current = FlowBlock()
      start.flows(to: current)
      visit(branch)
      current.flows(to: after)
    }
    current = after
  }

  override func visit(_ node: BinaryExpressionAst) {
    visit(node.left)
    guard node.operator == .and || node.operator == .or else {
      visit(node.right)
      return
    }
    let after = FlowBlock()
    let right = FlowBlock()
    current.flows(to: after)
    current.flows(to: right)
    current = right
    visit(node.right)
    current.flows(to: after)
    current = after
  }

  override func visit(_ node: SwitchStatementAst) {
    loop(
      label: node.label,
      condition: {
        self.visit(node.condition)
        self.assign("switch")
      }, body: { self.switchBody(node) })
  }

  private func switchBody(_ node: SwitchStatementAst) {
    let after = FlowBlock()
    for (index, clause) in node.clauses.enumerated() {
      let body = FlowBlock()
      let isLast = index == node.clauses.count - 1 && node.default == nil
      let next = isLast ? after : FlowBlock()
      visit(clause.condition)
      current.flows(to: next)
      current.flows(to: body)
      current = body
      visit(clause.body)
      if !isLast {
        current.flows(to: next)
        current = next
      }
    }
    if let block = node.default {
      current.flows(to: after)
      visit(block)
    }
    current.flows(to: after)
    current = after
  }

  // MARK: Loops

  private func loop(
    label: String?, condition: (() -> Void)?, iterator: StatementAst? = nil, body: () -> Void
  ) {
    let onContinue = FlowBlock()
    if let iterator {
      let afterIterator = FlowBlock()
      current.flows(to: afterIterator)
      current = onContinue
      visit(iterator)
      current.flows(to: afterIterator)
      current = afterIterator
    } else {
      current.flows(to: onContinue)
      current = onContinue
    }
    let onBreak = FlowBlock()
    if let condition {
      condition()
      current.flows(to: onBreak)
    }
    let start = FlowBlock()
    loops.append(Loop(label: label?.lowercased() ?? "", onBreak: onBreak, onContinue: onContinue))
    current.flows(to: start)
    current = start
    body()
    current.flows(to: onContinue)
    current = onBreak
    loops.removeLast()
  }

  override func visit(_ node: WhileStatementAst) {
    loop(label: node.label, condition: { self.visit(node.condition) }, body: { self.visit(node.body) })
  }

  override func visit(_ node: ForStatementAst) {
    if let initializer = node.initializer { visit(initializer) }
    let condition = node.condition.map { condition in { self.visit(condition) } }
    loop(label: node.label, condition: condition, iterator: node.iterator, body: { self.visit(node.body) })
  }

  override func visit(_ node: ForEachStatementAst) {
    let after = FlowBlock()
    loop(
      label: node.label,
      condition: {
        self.visit(node.condition)
        self.current.flows(to: after)
        self.assign("foreach")
        self.assign(self.key(node.variable))
      }, body: { self.visit(node.body) })
    current.flows(to: after)
    current = after
  }

  override func visit(_ node: DoWhileStatementAst) { doLoop(node.label, node.body, node.condition) }
  override func visit(_ node: DoUntilStatementAst) { doLoop(node.label, node.body, node.condition) }

  private func doLoop(_ label: String?, _ body: StatementBlockAst, _ condition: StatementAst) {
    let onContinue = FlowBlock()
    let start = FlowBlock()
    let onBreak = FlowBlock()
    let again = FlowBlock()
    loops.append(Loop(label: label?.lowercased() ?? "", onBreak: onBreak, onContinue: onContinue))
    current.flows(to: start)
    current = start
    visit(body)
    current.flows(to: onContinue)
    current = onContinue
    visit(condition)
    current.flows(to: onBreak)
    current.flows(to: again)
    again.flows(to: start)
    current = onBreak
    loops.removeLast()
  }

  // MARK: Leaving

  override func visit(_ node: BreakStatementAst) { leave(node.label) { $0.onBreak } }
  override func visit(_ node: ContinueStatementAst) { leave(node.label) { $0.onContinue } }

  private func leave(_ label: ExpressionAst?, _ target: (Loop) -> FlowBlock) {
    var block = loops.last.map(target)
    if let label {
      visit(label)
      block = nil
      if case .stringConstant(let name) = label {
        block = loops.last { $0.label == name.value.lowercased() }.map(target)
      }
    }
    if let block {
      current.flows(to: block)
    } else {
      current.flows(to: exit)
      current.leavesByError = true
    }
    current = FlowBlock()
  }

  override func visit(_ node: ReturnStatementAst) {
    if let value = node.pipeline { visit(value) }
    current.flows(to: exit)
    current.returns = true
    current = FlowBlock()
  }

  override func visit(_ node: ExitStatementAst) { leaveByError(node.pipeline) }
  override func visit(_ node: ThrowStatementAst) { leaveByError(node.pipeline) }

  private func leaveByError(_ value: StatementAst?) {
    if let value { visit(value) }
    current.flows(to: exit)
    current.leavesByError = true
    current = FlowBlock()
  }

  override func visit(_ node: TryStatementAst) {
    let before = current
    let after = FlowBlock()
    let finally = node.finally.map { _ in FlowBlock() }
    current = FlowBlock()
    before.flows(to: current)
    visit(node.body)
    let lastInBody = current
    for clause in node.catchClauses {
      current = FlowBlock()
      before.flows(to: current)
      visit(clause.body)
      current.flows(to: finally ?? after)
    }
    lastInBody.flows(to: finally ?? after)
    if let finally, let block = node.finally {
      current = finally
      visit(block)
      current.flows(to: after)
      if !node.catchClauses.contains(where: { $0.catchTypes.isEmpty }) {
        before.flows(to: finally)
        let rethrow = FlowBlock()
        current.flows(to: rethrow)
        rethrow.leavesByError = true
        rethrow.flows(to: exit)
      }
    }
    current = after
  }

  /// A command can leave the loops around it, so that each of its calls may be the last step.
  override func visit(_ node: PipelineAst) {
    var callsCommand = false
    for element in node.pipelineElements {
      visit(element)
      if case .command = element { callsCommand = true }
    }
    guard callsCommand, !loops.isEmpty else { return }
    for loop in loops {
      current.flows(to: loop.onBreak)
      current.flows(to: loop.onContinue)
    }
    let next = FlowBlock()
    current.flows(to: next)
    current = next
  }
}
