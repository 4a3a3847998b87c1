/// What is wrong with a `#requires` line or a `using` statement.
///
/// **Source:** the texts are PowerShell's own.
extension ErrorMessage {
  static func cannotLoadAssemblyFromUncPath(_ subject: String) -> Self {
    Self("CannotLoadAssemblyFromUncPath", "Cannot use assembly with an UNC path: '\(subject)'.")
  }

  static func cannotLoadAssemblyWithUriSchema(_ subject: String) -> Self {
    Self("CannotLoadAssemblyWithUriSchema", "Cannot use assembly with uri schema '\(subject)'.")
  }

  static func errorLoadingAssembly(_ subject: String) -> Self {
    Self("ErrorLoadingAssembly", "Cannot load assembly '\(subject)'.")
  }

  static var invalidNamespaceValue: Self {
    Self("InvalidNamespaceValue", "The specified namespace in the 'using' statement contains invalid characters.")
  }

  static func invalidValueForUsingItemName(_ subject: String) -> Self {
    Self("InvalidValueForUsingItemName", "'\(subject)' is not a valid value for using name.")
  }

  static var missingEqualsInUsingAlias: Self {
    Self("MissingEqualsInUsingAlias", "Missing '=' operator")
  }

  static var missingNamespaceAlias: Self {
    Self("MissingNamespaceAlias", "Missing namespace alias")
  }

  static var missingStatementTerminator: Self {
    Self("MissingStatementTerminator", "Missing a newline or semicolon.")
  }

  static var missingUsingItemName: Self {
    Self("MissingUsingItemName", "Missing using name")
  }

  static var missingUsingStatementDirective: Self {
    Self("MissingUsingStatementDirective", "Missing using directive")
  }

  static func moduleNotFoundDuringParse(_ subject: String) -> Self {
    Self("ModuleNotFoundDuringParse", "Could not find the module '\(subject)'.")
  }

  static func parameterAlreadyBound(_ detail: String) -> Self {
    Self(
      "ParameterAlreadyBound",
      "Cannot bind parameter because parameter '\(detail)' is specified more than once. To provide "
        + "multiple values to parameters that can accept multiple values, use the array syntax. For example, "
        + "\"-parameter value1,value2,value3\".")
  }

  static func parameterCannotHaveArgument(_ subject: String) -> Self {
    Self("ParameterCannotHaveArgument", "Parameter \(subject) cannot have an argument.")
  }

  static var requiresArgumentMustBeConstant: Self {
    Self("RequiresArgumentMustBeConstant", "Argument must be constant.")
  }

  static func requiresInvalidStringArgument(_ subject: String) -> Self {
    Self(
      "RequiresInvalidStringArgument",
      "The argument for the \(subject) parameter is not valid. Specify a valid string argument.")
  }

  static func requiresModuleInvalid(_ subject: String) -> Self {
    Self("RequiresModuleInvalid", "The argument for the Module parameter is not valid. \(subject)")
  }

  static func requiresPSEditionInvalid(_ subject: String) -> Self {
    Self(
      "RequiresPSEditionInvalid",
      "The argument for the \(subject) parameter is not valid. Specify a valid PowerShell edition.")
  }

  static func requiresPSEditionValueIsAlreadySpecified(_ subject: String) -> Self {
    Self(
      "RequiresPSEditionValueIsAlreadySpecified",
      "The argument for the \(subject) parameter contains duplicate values. Do not specify duplicate "
        + "PowerShell edition values.")
  }

  static var requiresVersionInvalid: Self {
    Self(
      "RequiresVersionInvalid",
      "The argument for the Version parameter is not valid. Specify a valid PowerShell version, in the "
        + "format major.minor version.")
  }

  static var scriptRequiresInvalidFormat: Self {
    Self(
      "ScriptRequiresInvalidFormat",
      "Cannot process the #requires statement because it is not in the correct format.\nThe #requires "
        + "statement must be in one of the following formats:\n \"#requires -shellid <shellID>\"\n \"#requires "
        + "-version <major.minor>\"\n \"#requires -psedition <edition>\"\n \"#requires -pssnapin "
        + "<psSnapInName> [-version <major.minor>]\"\n \"#requires -modules <ModuleSpecification>\"\n "
        + "\"#requires -runasadministrator\"")
  }

  static func unexpectedUnaryOperator(_ subject: String) -> Self {
    Self("UnexpectedUnaryOperator", "Unexpected unary operator '\(subject)'.")
  }

  static var usingMustBeAtStartOfScript: Self {
    Self("UsingMustBeAtStartOfScript", "A 'using' statement must appear before any other statements in a script.")
  }

  static var usingStatementNotSupported: Self {
    Self("UsingStatementNotSupported", "This syntax of the 'using' statement is not supported.")
  }

  static var wildCardModuleNameError: Self {
    Self("WildCardModuleNameError", "Wildcard characters are not supported for module names.")
  }
}
