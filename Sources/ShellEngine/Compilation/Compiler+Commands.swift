import ShellObjects
import ShellSyntax
import SourceText

extension Compiler {
  func pipeline(_ ast: PipelineAst) -> Statement {
    if ast.pipelineElements.count == 1, !ast.isBackground, case .commandExpression(let only) = ast.pipelineElements[0],
      only.redirections.isEmpty
    {
      return expressionStatement(only)
    }
    return pipeline(ast.pipelineElements, isBackground: ast.isBackground, ast.extent)
  }

  func pipeline(_ elements: [CommandBaseAst], isBackground: Bool, _ extent: ScriptExtent) -> Statement {
    let stages = elements.map(element)
    if isBackground { return BackgroundStatement(source.text(of: extent), position(extent)) }
    if stages.count == 1, case .command(let command) = stages[0], command.redirections.isEmpty {
      return CommandStatement(command)
    }
    return PipelineStatement(stages, position(extent))
  }

  private func element(_ ast: CommandBaseAst) -> PipelineElement {
    switch ast {
    case .command(let node): .command(command(node))
    case .commandExpression(let node):
      .expression(expression(node.expression), node.redirections.map(redirection), position(node.extent))
    }
  }

  private func command(_ ast: CommandAst) -> CommandNode {
    var name: CommandNode.Name = .computed(ConstantNode(.null, ast.extent))
    if let first = ast.commandElements.first, case .expression(let expression) = first {
      if case .stringConstant(let constant) = expression, ast.invocationOperator == .unknown || !constant.value.isEmpty
      {
        name = .constant(constant.value)
      } else {
        name = .computed(self.expression(expression))
      }
    }
    return CommandNode(
      name, ast.commandElements.dropFirst().map(argument), ast.redirections.map(redirection),
      isDotSourced: ast.invocationOperator == .dot, position(ast.extent),
      nameExtent: ast.commandElements.first?.extent ?? ast.extent)
  }

  private func argument(_ ast: CommandElementAst) -> ArgumentNode {
    switch ast {
    case .parameter(let parameter):
      let text = parameter.argument == nil ? source.text(of: parameter.extent) : "-\(parameter.parameterName):"
      return .named(parameter.parameterName, parameter.argument.map(argumentValue), text: text)
    case .expression(let expression):
      if case .variable(let variable) = expression, variable.isSplatted { return .splat(self.variable(variable)) }
      return .positional(argumentValue(expression))
    }
  }

  /// A bare word that reads as a number is a number, which keeps its text for programs.
  private func argumentValue(_ ast: ExpressionAst) -> Node {
    if case .type(let node) = ast { return ConstantNode(.string(source.text(of: node.extent)), node.extent) }
    if case .constant(let node) = ast {
      return NumberArgumentNode(Self.number(node.value), source.text(of: node.extent), node.extent)
    }
    return expression(ast)
  }

  private func redirection(_ ast: RedirectionAst) -> RedirectionNode {
    switch ast {
    case .file(let node): .file(node.fromStream, expression(node.location), isAppend: node.isAppend)
    case .merging(let node): .merge(node.fromStream, node.toStream)
    }
  }
}

/// A number as an argument: a program gets the text as it was written.
final class NumberArgumentNode: Node {
  let value: Value
  let text: String

  init(_ value: Value, _ text: String, _ extent: ScriptExtent) {
    self.text = text
    if value.numberText == text {
      self.value = value
    } else {
      // Why wrapped: to a string parameter or a program `0xFF` is the text that was written.
      self.value = .object(WrappedValue(value, literalText: text))
    }
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value { value }
}
