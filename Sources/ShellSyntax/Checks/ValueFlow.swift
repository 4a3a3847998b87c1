/// Which variables of a method have a value where they are read.
class ValueFlow: SyntaxVisitor {
  let entry = FlowBlock(isReachable: true)

  /// The block that the next step belongs to.
  var current: FlowBlock

  /// Variables with attributes or several casts; their reads are not followed.
  private var untracked: Set<String> = []
  private var everAssigned: Set<String> = []

  /// Reads of variables that have no value yet on some way to them.
  private(set) var unassignedReads: Set<ObjectIdentifier> = []

  override init() { current = entry }

  func key(_ variable: VariableExpressionAst) -> String {
    let name = variable.variablePath.name.lowercased()
    return name == "psitem" ? "_" : name
  }

  // MARK: Values

  /// Follows the values through all blocks, once the graph is complete.
  func followAssignments() {
    for block in entry.reversePostorder() {
      var assigned: Set<String>?
      for predecessor in block.predecessors {
        guard let known = predecessor.assigned else { continue }
        assigned = assigned.map { $0.intersection(known) } ?? known
      }
      var values = assigned ?? []
      for step in block.steps {
        switch step {
        case .assigns(let name): values.insert(name)
        case .reads(let variable, let name):
          if !values.contains(name) { unassignedReads.insert(ObjectIdentifier(variable)) }
        }
      }
      block.assigned = values
    }
  }

  override func visit(_ node: VariableExpressionAst) {
    switch node.variablePath.qualifier {
    case .unqualified, .local, .private: break
    case .global, .script, .drive: return
    }
    let name = key(node)
    if Self.alwaysThere.contains(name) { return }
    if untracked.contains(name) {
      if !everAssigned.contains(name) { unassignedReads.insert(ObjectIdentifier(node)) }
      return
    }
    current.steps.append(.reads(node, name))
  }

  private static let alwaysThere: Set<String> = [
    "_", "args", "this", "input", "pscmdlet", "psboundparameters", "myinvocation", "psscriptroot", "pscommandpath", "?",
    "true", "false", "null", "lastexitcode", "error", "stacktrace", "outputencoding", "nestedpromptlevel", "pwd",
    "matches",
  ]

  func assign(_ name: String) {
    current.steps.append(.assigns(name))
    everAssigned.insert(name)
  }

  override func visit(_ node: AssignmentStatementAst) {
    visit(node.right)
    assignTarget(node.left)
  }

  private func assignTarget(_ target: ExpressionAst) {
    switch target {
    case .arrayLiteral(let array): for element in array.elements { assignTarget(element) }
    case .paren(let paren): if let inner = paren.pipeline.pureExpression { assignTarget(inner) }
    default: assignSingle(target)
    }
  }

  private func assignSingle(_ target: ExpressionAst) {
    var casts = 0
    var hasAttributes = false
    var isTypeKnown = true
    var inner = target
    stripping: while true {
      switch inner {
      case .convert(let node):
        casts += 1
        isTypeKnown = isTypeKnown && KnownTypes.fullName(of: node.type.typeName) != nil
        inner = node.child
      case .attributed(let node):
        casts += 1
        hasAttributes = true
        inner = node.child
      default: break stripping
      }
    }
    guard case .variable(let variable) = inner else {
      visit(target)
      return
    }
    let name = key(variable)
    if hasAttributes || casts > 1 || !isTypeKnown { untracked.insert(name) }
    if !hasAttributes, casts <= 1 { assign(name) }
  }

  // MARK: Scopes of their own

  override func visit(_ node: ScriptBlockExpressionAst) {}
  override func visit(_ node: FunctionDefinitionAst) {}
  override func visit(_ node: TypeDefinitionAst) {}
  override func visit(_ node: TrapStatementAst) {}
  override func visit(_ node: UsingExpressionAst) {}
  override func visit(_ node: TypeConstraintAst) {}
  override func visit(_ node: AttributeAst) {}
  override func visit(_ node: ErrorStatementAst) {}
  override func visit(_ node: ErrorExpressionAst) {}

  override func visit(_ node: StatementBlockAst) { run(node.statements) }

  func run(_ statements: [StatementAst]) {
    for statement in statements { visit(statement) }
  }

  override func visit(_ node: DataStatementAst) {
    visit(node.body)
    if let variable = node.variable { assign(variable.lowercased()) }
  }
}
