extension SyntaxVisitor {
  package final func visit(_ node: ExpressionAst) {
    switch node {
    case .binary(let node): visit(node)
    case .unary(let node): visit(node)
    case .ternary(let node): visit(node)
    case .convert(let node): visit(node)
    case .attributed(let node): visit(node)
    case .member(let node): visit(node)
    case .invokeMember(let node): visit(node)
    case .baseCtorInvokeMember(let node): visit(node)
    case .index(let node): visit(node)
    case .variable(let node): visit(node)
    case .constant(let node): visit(node)
    case .stringConstant(let node): visit(node)
    case .expandableString(let node): visit(node)
    case .type(let node): visit(node)
    case .arrayLiteral(let node): visit(node)
    case .array(let node): visit(node)
    case .sub(let node): visit(node)
    case .paren(let node): visit(node)
    case .hashtable(let node): visit(node)
    case .scriptBlock(let node): visit(node)
    case .using(let node): visit(node)
    case .error(let node): visit(node)
    }
  }

  package final func visit(_ node: StatementAst) {
    switch node {
    case .pipeline(let node): visit(node)
    case .pipelineChain(let node): visit(node)
    case .assignment(let node): visit(node)
    case .commandExpression(let node): visit(node)
    case .if(let node): visit(node)
    case .switch(let node): visit(node)
    case .while(let node): visit(node)
    case .doWhile(let node): visit(node)
    case .doUntil(let node): visit(node)
    case .for(let node): visit(node)
    case .forEach(let node): visit(node)
    case .try(let node): visit(node)
    case .trap(let node): visit(node)
    case .break(let node): visit(node)
    case .continue(let node): visit(node)
    case .return(let node): visit(node)
    case .throw(let node): visit(node)
    case .exit(let node): visit(node)
    case .functionDefinition(let node): visit(node)
    case .typeDefinition(let node): visit(node)
    case .data(let node): visit(node)
    case .block(let node): visit(node)
    case .using(let node): visit(node)
    case .error(let node): visit(node)
    }
  }

  package final func visit(_ node: CommandElementAst) {
    switch node {
    case .expression(let node): visit(node)
    case .parameter(let node): visit(node)
    }
  }

  package final func visit(_ node: CommandBaseAst) {
    switch node {
    case .command(let node): visit(node)
    case .commandExpression(let node): visit(node)
    }
  }

  package final func visit(_ node: RedirectionAst) {
    switch node {
    case .file(let node): visit(node)
    case .merging(let node): visit(node)
    }
  }

  package final func visit(_ node: MemberAst) {
    switch node {
    case .property(let node): visit(node)
    case .function(let node): visit(node)
    }
  }

  package final func visit(_ node: AttributeBaseAst) {
    switch node {
    case .attribute(let node): visit(node)
    case .typeConstraint(let node): visit(node)
    }
  }
}
