import SourceText

/// Statements that leave others, and those that can be left.
class FlowChecks: SemanticChecks {
  override func visit(_ node: BreakStatementAst) {
    let label = labelName(node.label)
    checkLeavingFinally(node.extent, label)
    checkLabel(node.extent, label)
    descend(into: node)
  }

  override func visit(_ node: ContinueStatementAst) {
    let label = labelName(node.label)
    checkLeavingFinally(node.extent, label)
    checkLabel(node.extent, label)
    descend(into: node)
  }

  override func visit(_ node: ReturnStatementAst) {
    checkLeavingFinally(node.extent, nil)
    if case .function(let method)? = member {
      if node.pipeline != nil, method.returnsVoid { report(node.extent, .voidMethodHasReturn) }
      if node.pipeline == nil, !method.returnsVoid { report(node.extent, .nonVoidMethodMissingReturnValue) }
    }
    descend(into: node)
  }

  /// The label, empty without one; nil for one that is known only when the script runs.
  private func labelName(_ label: ExpressionAst?) -> String? {
    guard let label else { return "" }
    if case .stringConstant(let name) = label { return name.value }
    return nil
  }

  private func matches(_ label: String, _ loop: String) -> Bool {
    label.isEmpty || label.lowercased() == loop.lowercased()
  }

  private func checkLeavingFinally(_ extent: ScriptExtent, _ label: String?) {
    for enclosure in enclosures.reversed() {
      switch enclosure {
      case .boundary, .method: return
      case .labeled(let loop), .labeledSwitch(let loop):
        if let label, matches(label, loop) { return }
      case .finally:
        report(extent, .controlLeavingFinally)
        return
      }
    }
  }

  private func checkLabel(_ extent: ScriptExtent, _ label: String?) {
    guard let label, !label.isEmpty else { return }
    for enclosure in enclosures.reversed() {
      switch enclosure {
      case .labeled(let loop) where matches(label, loop): return
      case .method:
        report(extent, .labelNotFound(label))
        return
      default: break
      }
    }
  }

  // MARK: Statements that are left

  override func visit(_ node: WhileStatementAst) { inside(.labeled(node.label ?? "")) { descend(into: node) } }
  override func visit(_ node: DoWhileStatementAst) { inside(.labeled(node.label ?? "")) { descend(into: node) } }
  override func visit(_ node: DoUntilStatementAst) { inside(.labeled(node.label ?? "")) { descend(into: node) } }
  override func visit(_ node: ForStatementAst) { inside(.labeled(node.label ?? "")) { descend(into: node) } }

  override func visit(_ node: ForEachStatementAst) {
    let reserved = node.flags.contains(.parallel)
    if reserved { report(node.extent, .keywordParameterReservedForFutureUse("foreach", "parallel")) }
    if node.throttleLimit != nil {
      report(node.extent, .keywordParameterReservedForFutureUse("foreach", "throttlelimit"))
      if !reserved { report(node.extent, .throttleLimitRequiresParallelFlag) }
    }
    inside(.labeled(node.label ?? "")) { descend(into: node) }
  }

  override func visit(_ node: SwitchStatementAst) {
    if node.flags.contains(.parallel) {
      report(node.extent, .keywordParameterReservedForFutureUse("switch", "parallel"))
    }
    inside(.labeledSwitch(node.label ?? "")) { descend(into: node) }
  }

  override func visit(_ node: TrapStatementAst) { inside(.boundary) { descend(into: node) } }

  override func visit(_ node: TryStatementAst) {
    checkCatches(node.catchClauses)
    visit(node.body)
    for clause in node.catchClauses { visit(clause) }
    if let finally = node.finally { inside(.finally) { visit(finally) } }
  }

  private func checkCatches(_ clauses: [CatchClauseAst]) {
    for (index, first) in clauses.enumerated() {
      for second in clauses[(index + 1)...] {
        if first.catchTypes.isEmpty {
          report(parser.before(second.extent), .emptyCatchNotLast)
          break
        }
        for type in first.catchTypes { checkCatch(second, after: type) }
      }
    }
  }

  private func checkCatch(_ clause: CatchClauseAst, after earlier: TypeConstraintAst) {
    guard let base = KnownTypes.fullName(of: earlier.typeName) else { return }
    for later in clause.catchTypes {
      guard let name = KnownTypes.fullName(of: later.typeName) else { continue }
      if name == base || KnownTypes.isException(name, under: base) {
        report(later.extent, .exceptionTypeAlreadyCaught(name))
      }
    }
  }
}

extension FunctionMemberAst {
  /// True for methods without a return type, or with `[void]`; constructors too.
  var returnsVoid: Bool { returnType.map { KnownTypes.isVoid($0.typeName) } ?? true }
}
