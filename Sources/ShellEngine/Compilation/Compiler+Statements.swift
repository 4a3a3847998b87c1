import ShellObjects
import ShellSyntax
import SourceText

extension Compiler {
  func statement(_ ast: StatementAst) -> Statement {
    switch ast {
    case .pipeline(let node): return pipeline(node)
    case .pipelineChain(let node):
      return ChainStatement(statement(node.lhsPipelineChain), pipeline(node.rhsPipeline), isOr: node.operator == .orOr)
    case .commandExpression(let node): return expressionStatement(node)
    case .assignment(let node): return assignmentStatement(node)
    case .if(let node): return ifStatement(node)
    case .while(let node): return WhileStatement(node.label, value(of: node.condition), statementBlock(node.body))
    case .doWhile(let node):
      return DoStatement(node.label, statementBlock(node.body), value(of: node.condition), isUntil: false)
    case .doUntil(let node):
      return DoStatement(node.label, statementBlock(node.body), value(of: node.condition), isUntil: true)
    case .for(let node): return forStatement(node)
    case .forEach(let node):
      return ForEachStatement(
        node.label, assignable(.variable(node.variable)), value(of: node.condition), statementBlock(node.body))
    case .switch(let node): return switchStatement(node)
    case .try(let node): return tryStatement(node)
    case .trap: return EmptyStatement()
    case .break(let node): return JumpStatement(.breakLoop, node.label.map(expression))
    case .continue(let node): return JumpStatement(.continueLoop, node.label.map(expression))
    case .return(let node):
      return isMethod
        ? MethodReturnStatement(node.pipeline.map(value)) : ReturnStatement(node.pipeline.map(statement))
    case .throw(let node): return ThrowStatement(node.pipeline.map(value), position(node.extent))
    case .exit(let node): return ExitStatement(node.pipeline.map(value))
    case .functionDefinition(let node): return function(node)
    case .typeDefinition: return TypeDefinitionStatement()
    case .data(let node): return dataStatement(node)
    case .block(let node): return statementBlock(node.body)
    case .using(let node): return UsingStatement(node)
    case .error: return EmptyStatement()
    }
  }

  /// The expression of a pipeline that is nothing but one.
  func plainExpression(_ ast: StatementAst) -> ExpressionAst? {
    switch ast {
    case .pipeline(let node):
      guard node.pipelineElements.count == 1, !node.isBackground,
        case .commandExpression(let command) = node.pipelineElements[0], command.redirections.isEmpty
      else { return nil }
      return command.expression
    case .commandExpression(let node): return node.redirections.isEmpty ? node.expression : nil
    default: return nil
    }
  }

  /// A statement as the value it gives.
  func value(of ast: StatementAst) -> Node {
    if let plain = plainExpression(ast) { return expression(plain) }
    if case .assignment(let node) = ast { return assignment(node) }
    return PipelineValueNode(statement(ast), ast.extent)
  }

  func expressionStatement(_ ast: CommandExpressionAst) -> Statement {
    guard ast.redirections.isEmpty else { return pipeline([.commandExpression(ast)], isBackground: false, ast.extent) }
    let node = expression(ast.expression)
    return node.isSilent ? RunStatement(node) : EmitStatement(node)
  }

  private func assignmentStatement(_ ast: AssignmentStatementAst) -> Statement {
    if ast.operator == .equals, plainExpression(ast.right) == nil {
      if case .assignment = ast.right { return RunStatement(assignment(ast)) }
      return AssignPipelineStatement(assignable(ast.left), statement(ast.right))
    }
    return RunStatement(assignment(ast))
  }

  private func ifStatement(_ ast: IfStatementAst) -> Statement {
    var result: Statement? = ast.elseClause.map(statementBlock)
    for (index, clause) in ast.clauses.enumerated().reversed() {
      let made = IfStatement(value(of: clause.condition), statementBlock(clause.body), result)
      // Why: an error in an `elseif` condition points at that condition.
      result = index == 0 ? made : Step(made, position(clause.condition.extent))
    }
    return result ?? EmptyStatement()
  }

  private func forStatement(_ ast: ForStatementAst) -> Statement {
    func silent(_ part: StatementAst?) -> Statement {
      guard let part else { return EmptyStatement() }
      if let plain = plainExpression(part) { return RunStatement(expression(plain)) }
      return statement(part)
    }
    return ForStatement(
      ast.label, silent(ast.initializer), ast.condition.map(value), silent(ast.iterator), statementBlock(ast.body))
  }

  private func switchStatement(_ ast: SwitchStatementAst) -> Statement {
    let kind: SwitchStatement.Kind =
      ast.flags.contains(.regex) ? .regex : ast.flags.contains(.wildcard) ? .wildcard : .exact
    let clauses = ast.clauses.map { clause -> SwitchStatement.Clause in
      let condition = expression(clause.condition)
      return SwitchStatement.Clause(
        condition: condition, block: condition as? ScriptBlockNode, body: statementBlock(clause.body))
    }
    return SwitchStatement(
      ast.label, kind, ignoreCase: !ast.flags.contains(.caseSensitive), isFile: ast.flags.contains(.file),
      value(of: ast.condition), clauses, ast.default.map(statementBlock))
  }

  private func tryStatement(_ ast: TryStatementAst) -> Statement {
    let catches = ast.catchClauses.map { clause in
      TryStatement.Catch(types: clause.catchTypes.map { type($0.typeName) }, body: statementBlock(clause.body))
    }
    return TryStatement(statementBlock(ast.body), catches, ast.finally.map(statementBlock))
  }

  private func function(_ ast: FunctionDefinitionAst) -> Statement {
    let session = session
    let source = source
    let body = FunctionSource {
      Compiler.separate(ast.body, parameters: ast.parameters, isFilter: ast.isFilter, source, session)
    }
    return FunctionStatement(ast.name, body, isFilter: ast.isFilter)
  }

  private func dataStatement(_ ast: DataStatementAst) -> Statement {
    let body = statementBlock(ast.body)
    guard let name = ast.variable else { return body }
    let symbol = Symbol(name)
    let target: AssignableNode =
      layout.add(symbol).map { LocalVariableNode($0, symbol, ast.extent) }
      ?? NamedVariableNode(symbol, name, .any, ast.extent)
    return AssignPipelineStatement(target, body)
  }
}
