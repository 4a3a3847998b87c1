package import SourceText

/// A command with its arguments, in argument mode.
package final class CommandAst: Ast {
  package let extent: ScriptExtent
  /// `.ampersand`, `.dot`, or `.unknown` where neither is written.
  package let invocationOperator: TokenKind
  /// The name first, then parameters and arguments.
  package let commandElements: [CommandElementAst]
  package let redirections: [RedirectionAst]

  init(
    extent: ScriptExtent, invocationOperator: TokenKind, commandElements: [CommandElementAst],
    redirections: [RedirectionAst]
  ) {
    self.extent = extent
    self.invocationOperator = invocationOperator
    self.commandElements = commandElements
    self.redirections = redirections
  }

  package var kind: String { "Command" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    for child in commandElements { visit(child.node) }
    for child in redirections { visit(child.node) }
  }
}

/// An expression that stands where a command could.
package final class CommandExpressionAst: Ast {
  package let extent: ScriptExtent
  package let expression: ExpressionAst
  package let redirections: [RedirectionAst]

  init(extent: ScriptExtent, expression: ExpressionAst, redirections: [RedirectionAst]) {
    self.extent = extent
    self.expression = expression
    self.redirections = redirections
  }

  package var kind: String { "CommandExpression" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(expression.node)
    for child in redirections { visit(child.node) }
  }
}

/// A `-Name` or `-Name:value` of a command.
package final class CommandParameterAst: Ast {
  package let extent: ScriptExtent
  /// The name without dash and colon.
  package let parameterName: String
  /// The value after the colon.
  package let argument: ExpressionAst?
  /// The name with its dash and colon, without the value.
  package let errorPosition: ScriptExtent

  init(extent: ScriptExtent, parameterName: String, argument: ExpressionAst?, errorPosition: ScriptExtent) {
    self.extent = extent
    self.parameterName = parameterName
    self.argument = argument
    self.errorPosition = errorPosition
  }

  package var kind: String { "CommandParameter" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    if let argument { visit(argument.node) }
  }
}

/// A redirection to a file: `2>> log.txt`.
package final class FileRedirectionAst: Ast {
  package let extent: ScriptExtent
  package let fromStream: RedirectionStream
  package let location: ExpressionAst
  package let isAppend: Bool

  init(extent: ScriptExtent, fromStream: RedirectionStream, location: ExpressionAst, isAppend: Bool) {
    self.extent = extent
    self.fromStream = fromStream
    self.location = location
    self.isAppend = isAppend
  }

  package var kind: String { "FileRedirection" }

  package func forEachChild(_ visit: (any Ast) -> Void) {
    visit(location.node)
  }
}

/// A redirection of one stream into another: `2>&1`.
package final class MergingRedirectionAst: Ast {
  package let extent: ScriptExtent
  package let fromStream: RedirectionStream
  package let toStream: RedirectionStream

  init(extent: ScriptExtent, fromStream: RedirectionStream, toStream: RedirectionStream) {
    self.extent = extent
    self.fromStream = fromStream
    self.toStream = toStream
  }

  package var kind: String { "MergingRedirection" }

  package func forEachChild(_ visit: (any Ast) -> Void) {}
}
