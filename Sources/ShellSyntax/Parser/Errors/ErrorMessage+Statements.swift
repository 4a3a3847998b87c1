/// What is wrong with a statement or a block.
///
/// **Source:** the texts are PowerShell's own.
extension ErrorMessage {
  static var controlLeavingFinally: Self {
    Self("ControlLeavingFinally", "Flow of control cannot leave a Finally block.")
  }

  static func duplicateFormalParameter(_ subject: String) -> Self {
    Self("DuplicateFormalParameter", "Duplicate parameter $\(subject) in parameter list.")
  }

  static func duplicateScriptCommandClause(_ subject: String) -> Self {
    Self("DuplicateScriptCommandClause", "Script command clause '\(subject)' has already been defined.")
  }

  static var emptyCatchNotLast: Self {
    Self("EmptyCatchNotLast", "Catch block must be the last catch block.")
  }

  static func exceptionTypeAlreadyCaught(_ subject: String) -> Self {
    Self("ExceptionTypeAlreadyCaught", "Exception type \(subject) is already handled by a previous handler.")
  }

  static func ifStatementMissingCondition(_ subject: String) -> Self {
    Self("IfStatementMissingCondition", "Missing condition in if statement after '\(subject) ('.")
  }

  static func invalidForeachFlag(_ subject: String) -> Self {
    Self("InvalidForeachFlag", "The parameter \(subject) is not valid for the foreach statement.")
  }

  static var invalidFunctionParameter: Self {
    Self(
      "InvalidFunctionParameter",
      "Parameter declarations are a comma-separated list of variable names with optional initializer "
        + "expressions.")
  }

  static func invalidSwitchFlag(_ subject: String) -> Self {
    Self("InvalidSwitchFlag", "The parameter \(subject) is not valid for the switch statement.")
  }

  static func keywordParameterReservedForFutureUse(_ subject: String, _ detail: String) -> Self {
    Self("KeywordParameterReservedForFutureUse", "The \(subject) '-\(detail)' parameter is reserved for future use.")
  }

  static var missingCatchHandlerBlock: Self {
    Self("MissingCatchHandlerBlock", "The Catch block is missing its statement block.")
  }

  static var missingCatchOrFinally: Self {
    Self("MissingCatchOrFinally", "The Try statement is missing its Catch or Finally block.")
  }

  static var missingCurlyBraceInSwitchStatement: Self {
    Self("MissingCurlyBraceInSwitchStatement", "Missing '{' in switch statement.")
  }

  static var missingEndCurlyBrace: Self {
    Self("MissingEndCurlyBrace", "Missing closing '}' in statement block or type definition.")
  }

  static var missingEndParenthesisAfterForeach: Self {
    Self(
      "MissingEndParenthesisAfterForeach",
      "Missing closing ')' after expression part of foreach loop.\nThe correct form is: foreach ($a in $b) "
        + "{...}")
  }

  static func missingEndParenthesisAfterStatement(_ subject: String) -> Self {
    Self("MissingEndParenthesisAfterStatement", "Missing closing ')' after expression in '\(subject)' statement.")
  }

  static var missingEndParenthesisInFunctionParameterList: Self {
    Self("MissingEndParenthesisInFunctionParameterList", "Missing ')' in function parameter list.")
  }

  static var missingEndParenthesisInSwitchStatement: Self {
    Self("MissingEndParenthesisInSwitchStatement", "Missing ')' after expression in switch statement.")
  }

  static var missingFilenameOption: Self {
    Self(
      "MissingFilenameOption",
      "Cannot process the 'switch' statement because of a missing file name argument to the -file option.")
  }

  static var missingFinallyStatementBlock: Self {
    Self("MissingFinallyStatementBlock", "The Finally block is missing its statement block.")
  }

  static var missingForeachExpression: Self {
    Self(
      "MissingForeachExpression",
      "Missing expression in foreach loop.\nThe correct form is: foreach ($a in $b) {...}")
  }

  static var missingForeachStatement: Self {
    Self(
      "MissingForeachStatement",
      "Missing statement body in foreach loop.\nThe correct form is: foreach ($a in $b) {...}")
  }

  static var missingFunctionBody: Self {
    Self("MissingFunctionBody", "Missing function body in function declaration.")
  }

  static var missingInInForeach: Self {
    Self(
      "MissingInInForeach",
      "Missing 'in' after variable in foreach loop.\nThe correct form is: foreach ($a in $b) {...}")
  }

  static func missingLoopStatement(_ subject: String) -> Self {
    Self("MissingLoopStatement", "Missing statement body in \(subject) loop.")
  }

  static func missingNamedBlocks(_ subject: String) -> Self {
    Self(
      "MissingNamedBlocks",
      "unexpected token '\(subject)', expected 'begin', 'process', 'end', 'clean', or 'dynamicparam'.")
  }

  static func missingNamedStatementBlock(_ subject: String) -> Self {
    Self("MissingNamedStatementBlock", "Missing statement block after '\(subject)'.")
  }

  static func missingOpenParenthesisAfterKeyword(_ subject: String) -> Self {
    Self("MissingOpenParenthesisAfterKeyword", "Missing opening '(' after keyword '\(subject)'.")
  }

  static func missingOpenParenthesisInIfStatement(_ subject: String) -> Self {
    Self("MissingOpenParenthesisInIfStatement", "Missing '(' after '\(subject)' in if statement.")
  }

  static func missingStatementAfterKeyword(_ subject: String) -> Self {
    Self("MissingStatementAfterKeyword", "Missing statement body after keyword '\(subject)'.")
  }

  static func missingStatementBlock(_ subject: String) -> Self {
    Self("MissingStatementBlock", "Missing statement block after \(subject) ( condition ).")
  }

  static var missingStatementBlockAfterElse: Self {
    Self("MissingStatementBlockAfterElse", "Missing statement block after 'else' keyword.")
  }

  static var missingSwitchStatementClause: Self {
    Self("MissingSwitchStatementClause", "Missing statement block in switch statement clause.")
  }

  static var missingThrottleLimit: Self {
    Self(
      "MissingThrottleLimit",
      "The ThrottleLimit parameter of the foreach statement is missing a value. Supply a throttle limit to "
        + "the parameter.")
  }

  static var missingTrapStatement: Self {
    Self("MissingTrapStatement", "The 'trap' statement was incomplete. A trap statement requires a body.")
  }

  static var missingTryStatementBlock: Self {
    Self("MissingTryStatementBlock", "The Try statement is missing its statement block.")
  }

  static var missingVariableNameAfterForeach: Self {
    Self(
      "MissingVariableNameAfterForeach",
      "Missing variable name after foreach.\nThe correct form is: foreach ($a in $b) {...}")
  }

  static var missingWhileOrUntilInDoWhile: Self {
    Self("MissingWhileOrUntilInDoWhile", "Missing while or until keyword in do loop.")
  }

  static var multipleSwitchDefaultClauses: Self {
    Self("MultipleSwitchDefaultClauses", "A switch statement can have only one default clause.")
  }

  static var onlyOneParameterListAllowed: Self {
    Self(
      "OnlyOneParameterListAllowed",
      "The param statement cannot be used if arguments were specified in the function declaration.")
  }

  static func reservedKeywordNotAllowed(_ subject: String) -> Self {
    Self("ReservedKeywordNotAllowed", "The '\(subject)' keyword is not supported in this version of the language.")
  }

  static var throttleLimitRequiresParallelFlag: Self {
    Self(
      "ThrottleLimitRequiresParallelFlag",
      "The ThrottleLimit parameter is only supported on foreach statements that use the Parallel parameter.")
  }

  static func unexpectedKeyword(_ subject: String) -> Self {
    Self("UnexpectedKeyword", "Unexpected keyword '\(subject)'.")
  }

  static var workflowNotSupportedInPowerShellCore: Self {
    Self("WorkflowNotSupportedInPowerShellCore", "Workflow is not supported in PowerShell 6+.")
  }
}
