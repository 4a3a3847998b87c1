package import SourceText

/// Any statement.
package enum StatementAst: Sendable {
  case pipeline(PipelineAst)
  case pipelineChain(PipelineChainAst)
  case assignment(AssignmentStatementAst)
  case commandExpression(CommandExpressionAst)
  case `if`(IfStatementAst)
  case `switch`(SwitchStatementAst)
  case `while`(WhileStatementAst)
  case doWhile(DoWhileStatementAst)
  case doUntil(DoUntilStatementAst)
  case `for`(ForStatementAst)
  case forEach(ForEachStatementAst)
  case `try`(TryStatementAst)
  case trap(TrapStatementAst)
  case `break`(BreakStatementAst)
  case `continue`(ContinueStatementAst)
  case `return`(ReturnStatementAst)
  case `throw`(ThrowStatementAst)
  case exit(ExitStatementAst)
  case functionDefinition(FunctionDefinitionAst)
  case typeDefinition(TypeDefinitionAst)
  case data(DataStatementAst)
  case block(BlockStatementAst)
  case using(UsingStatementAst)
  case error(ErrorStatementAst)

  /// The node itself.
  package var node: any Ast {
    switch self {
    case .pipeline(let node): node
    case .pipelineChain(let node): node
    case .assignment(let node): node
    case .commandExpression(let node): node
    case .if(let node): node
    case .switch(let node): node
    case .while(let node): node
    case .doWhile(let node): node
    case .doUntil(let node): node
    case .for(let node): node
    case .forEach(let node): node
    case .try(let node): node
    case .trap(let node): node
    case .break(let node): node
    case .continue(let node): node
    case .return(let node): node
    case .throw(let node): node
    case .exit(let node): node
    case .functionDefinition(let node): node
    case .typeDefinition(let node): node
    case .data(let node): node
    case .block(let node): node
    case .using(let node): node
    case .error(let node): node
    }
  }

  /// The range of text that the node stands for.
  package var extent: ScriptExtent {
    switch self {
    case .pipeline(let node): node.extent
    case .pipelineChain(let node): node.extent
    case .assignment(let node): node.extent
    case .commandExpression(let node): node.extent
    case .if(let node): node.extent
    case .switch(let node): node.extent
    case .while(let node): node.extent
    case .doWhile(let node): node.extent
    case .doUntil(let node): node.extent
    case .for(let node): node.extent
    case .forEach(let node): node.extent
    case .try(let node): node.extent
    case .trap(let node): node.extent
    case .break(let node): node.extent
    case .continue(let node): node.extent
    case .return(let node): node.extent
    case .throw(let node): node.extent
    case .exit(let node): node.extent
    case .functionDefinition(let node): node.extent
    case .typeDefinition(let node): node.extent
    case .data(let node): node.extent
    case .block(let node): node.extent
    case .using(let node): node.extent
    case .error(let node): node.extent
    }
  }
}
