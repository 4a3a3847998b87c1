/// What is wrong with an expression, a command or a pipeline.
///
/// **Source:** the texts are PowerShell's own.
extension ErrorMessage {
  static var backgroundOperatorInPipelineChain: Self {
    Self("BackgroundOperatorInPipelineChain", "Background operators can only be used at the end of a pipeline chain.")
  }

  static func duplicateKeyInHashLiteral(_ subject: String) -> Self {
    Self("DuplicateKeyInHashLiteral", "Duplicate keys '\(subject)' are not allowed in hash literals.")
  }

  static var emptyPipeElement: Self {
    Self("EmptyPipeElement", "An empty pipe element is not allowed.")
  }

  static var emptyPipelineChainElement: Self {
    Self("EmptyPipelineChainElement", "A pipeline chain operator must be followed by a pipeline.")
  }

  static var expectedExpression: Self {
    Self("ExpectedExpression", "An expression was expected after '('.")
  }

  static func expectedValueExpression(_ subject: String) -> Self {
    Self("ExpectedValueExpression", "You must provide a value expression following the '\(subject)' operator.")
  }

  static var expressionsMustBeFirstInPipeline: Self {
    Self("ExpressionsMustBeFirstInPipeline", "Expressions are only allowed as the first element of a pipeline.")
  }

  static var invalidLeftHandSide: Self {
    Self(
      "InvalidLeftHandSide",
      "The assignment expression is not valid. The input to an assignment operator must be an object that "
        + "is able to accept assignments, such as a variable or a property.")
  }

  static var invalidUsingExpression: Self {
    Self("InvalidUsingExpression", "Expression is not allowed in a Using expression.")
  }

  static var missingArgument: Self {
    Self("MissingArgument", "Missing argument in parameter list.")
  }

  static var missingArrayIndexExpression: Self {
    Self("MissingArrayIndexExpression", "Array index expression is missing or not valid.")
  }

  static var missingColonInTernaryExpression: Self {
    Self("MissingColonInTernaryExpression", "Missing ':' in the ternary expression.")
  }

  static var missingEndParenthesisInExpression: Self {
    Self("MissingEndParenthesisInExpression", "Missing closing ')' in expression.")
  }

  static var missingEndParenthesisInMethodCall: Self {
    Self("MissingEndParenthesisInMethodCall", "Missing ')' in method call.")
  }

  static var missingEndParenthesisInSubexpression: Self {
    Self("MissingEndParenthesisInSubexpression", "Missing closing ')' in subexpression.")
  }

  static var missingEndSquareBracket: Self {
    Self("MissingEndSquareBracket", "Missing ']' after array index expression.")
  }

  static var missingEqualsInHashLiteral: Self {
    Self("MissingEqualsInHashLiteral", "Missing '=' operator after key in hash literal.")
  }

  static func missingExpression(_ subject: String) -> Self {
    Self("MissingExpression", "Missing expression after '\(subject)' in pipeline element.")
  }

  static func missingExpressionAfterKeyword(_ subject: String) -> Self {
    Self("MissingExpressionAfterKeyword", "Missing expression after '\(subject)' in loop.")
  }

  static func missingExpressionAfterOperator(_ subject: String) -> Self {
    Self("MissingExpressionAfterOperator", "Missing expression after unary operator '\(subject)'.")
  }

  static func missingExpressionAfterToken(_ subject: String) -> Self {
    Self("MissingExpressionAfterToken", "Missing expression after '\(subject)'.")
  }

  static var missingFileSpecification: Self {
    Self("MissingFileSpecification", "Missing file specification after redirection operator.")
  }

  static var missingPropertyName: Self {
    Self("MissingPropertyName", "Missing property name after reference operator.")
  }

  static var missingStatementInHashLiteral: Self {
    Self("MissingStatementInHashLiteral", "Missing statement after '=' in hash literal.")
  }

  static var missingSwitchConditionExpression: Self {
    Self("MissingSwitchConditionExpression", "Missing condition in switch statement clause.")
  }

  static func operatorRequiresVariableOrProperty(_ subject: String) -> Self {
    Self("OperatorRequiresVariableOrProperty", "The '\(subject)' operator works only on variables or on properties.")
  }

  static func parameterRequiresArgument(_ subject: String) -> Self {
    Self("ParameterRequiresArgument", "Parameter \(subject) requires an argument.")
  }

  static var pipelineValueRequired: Self {
    Self(
      "PipelineValueRequired",
      "A switch statement must have one of the following:  '-file file_name' or '( expression )'.")
  }

  static func redirectionNotSupported(_ subject: String) -> Self {
    Self("RedirectionNotSupported", "The '\(subject)' operator is reserved for future use.")
  }

  static func splattingNotPermitted(_ subject: String) -> Self {
    Self(
      "SplattingNotPermitted",
      "The splatting operator '@' cannot be used to reference variables in an expression. '@\(subject)' "
        + "can be used only as an argument to a command. To reference variables in an expression use "
        + "'$\(subject)'.")
  }

  static func splattingNotPermittedInArgumentList(_ subject: String) -> Self {
    Self(
      "SplattingNotPermittedInArgumentList",
      "Splatted variables like '@\(subject)' cannot be part of a comma-separated list of arguments.")
  }

  static func streamAlreadyRedirected(_ subject: String) -> Self {
    Self("StreamAlreadyRedirected", "The \(subject) for this command is already redirected.")
  }

  static func unexpectedToken(_ subject: String) -> Self {
    Self("UnexpectedToken", "Unexpected token '\(subject)' in expression or statement.")
  }
}
