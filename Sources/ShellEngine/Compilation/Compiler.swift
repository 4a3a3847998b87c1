import CmdletKit
import ShellObjects
import ShellSyntax
import SourceText

/// Turns the syntax tree of one body into nodes: names become slots and symbols, operators become node classes.
final class Compiler {
  let source: SourceFile
  let layout: Layout
  let session: Session
  /// Whether the body is a method's, whose only output is what it returns.
  private(set) var isMethod = false
  /// Whether the body calls its base class's constructor.
  var callsBaseConstructor = false

  init(_ source: SourceFile, _ layout: Layout, _ session: Session) {
    self.source = source
    self.layout = layout
    self.session = session
  }

  // MARK: Blocks

  /// A script block; `parameters` are those of `function f($a)`, which stand before the body.
  func block(_ ast: ScriptBlockAst, parameters outer: [ParameterAst] = [], isFilter: Bool = false) -> CompiledBlock {
    let declared = (ast.paramBlock?.parameters ?? outer).map(parameter)
    let attributes = (ast.paramBlock?.attributes ?? []).map(attribute) + ast.attributes.map(attribute)
    return CompiledBlock(
      source: source, ast: ast, layout: layout, parameters: declared, attributes: attributes,
      dynamicParam: ast.dynamicParamBlock.map(named), begin: ast.beginBlock.map(named),
      process: ast.processBlock.map(named), end: ast.endBlock.map(named), clean: ast.cleanBlock.map(named),
      isFilter: isFilter)
  }

  /// A body with variables of its own: a function, a method, a script.
  static func separate(
    _ ast: ScriptBlockAst, parameters: [ParameterAst] = [], isFilter: Bool = false, _ source: SourceFile,
    _ session: Session
  ) -> CompiledBlock {
    let block = Compiler(source, Layout(), session).block(ast, parameters: parameters, isFilter: isFilter)
    if !parameters.isEmpty {
      block.parameterText = "param(" + parameters.map { source.text(of: $0.extent) }.joined(separator: ", ") + ")\n"
    }
    return block
  }

  /// The body of a class's method or constructor.
  static func method(
    _ ast: ScriptBlockAst, parameters: [ParameterAst], _ source: SourceFile, _ session: Session
  ) -> CompiledBlock {
    let compiler = Compiler(source, Layout(), session)
    compiler.isMethod = true
    let block = compiler.block(ast, parameters: parameters)
    block.callsBaseConstructor = compiler.callsBaseConstructor
    return block
  }

  /// A script block inside a body: shares its variables, returns to its own caller.
  func nested(_ ast: ScriptBlockAst) -> CompiledBlock {
    let outer = isMethod
    isMethod = false
    defer { isMethod = outer }
    return block(ast)
  }

  private func named(_ ast: NamedBlockAst) -> Statement { list(ast.statements, ast.traps) }

  func statementBlock(_ ast: StatementBlockAst) -> Statement { list(ast.statements, ast.traps) }

  private func parameter(_ ast: ParameterAst) -> CompiledParameter {
    var type: TypeNode?
    var attributes: [CompiledAttribute] = []
    for attributeAst in ast.attributes {
      switch attributeAst {
      case .attribute(let node): attributes.append(attribute(node))
      case .typeConstraint(let node): type = self.type(node.typeName)
      }
    }
    let name = ast.name.variablePath.name
    return CompiledParameter(
      name, layout.add(Symbol(name)) ?? Layout.this, type, attributes, ast.defaultValue.map(expression), ast.extent)
  }

  func attribute(_ ast: AttributeAst) -> CompiledAttribute {
    CompiledAttribute(
      ast.typeName.fullName, ast.positionalArguments.map(expression),
      ast.namedArguments.map { ($0.argumentName, $0.isExpressionOmitted ? nil : expression($0.argument)) })
  }

  // MARK: Statement lists

  func list(_ statements: [StatementAst], _ traps: [TrapStatementAst]) -> Statement {
    let positions = statements.map { StatementPosition(source, sequencePoint($0)) }
    let compiled = zip(statements.map(statement), positions)
    guard traps.isEmpty else {
      let handlers = traps.map {
        TrappedStatements.Trap(type: $0.trapType.map { type($0.typeName) }, body: statementBlock($0.body))
      }
      return TrappedStatements(compiled.map(\.0), positions, handlers)
    }
    let steps = compiled.map { statement, position -> Statement in Step(statement, position) }
    return pairs(steps[...])
  }

  private func pairs(_ steps: ArraySlice<Statement>) -> Statement {
    guard let first = steps.first else { return EmptyStatement() }
    if steps.count == 1 { return first }
    let middle = steps.startIndex + steps.count / 2
    return Then(pairs(steps[..<middle]), pairs(steps[middle...]))
  }

  /// The part of a statement that an error in it points at: a loop's or `if`'s head, else all of it.
  private func sequencePoint(_ ast: StatementAst) -> ScriptExtent {
    switch ast {
    case .if(let node): node.clauses.first?.condition.extent ?? node.extent
    case .while(let node): node.condition.extent
    case .forEach(let node): node.condition.extent
    case .switch(let node): node.condition.extent
    default: ast.extent
    }
  }

  // MARK: Names

  func type(_ name: TypeName) -> TypeNode {
    // Why here: most types are known before the script runs; classes of the script are looked up when used.
    TypeNode(PSType.parse(name.fullName), name.fullName, name.extent)
  }

  func position(_ extent: ScriptExtent) -> StatementPosition { StatementPosition(source, extent) }
}
