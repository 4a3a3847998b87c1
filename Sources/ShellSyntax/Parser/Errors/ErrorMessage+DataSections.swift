/// What a data section does not allow.
///
/// **Source:** the texts are PowerShell's own.
extension ErrorMessage {
  static var arrayReferenceNotSupportedInDataSection: Self {
    Self(
      "ArrayReferenceNotSupportedInDataSection",
      "Array references are not allowed in restricted language mode or a Data section.")
  }

  static var assignmentStatementNotSupportedInDataSection: Self {
    Self(
      "AssignmentStatementNotSupportedInDataSection",
      "Assignment statements are not allowed in restricted language mode or a Data section.")
  }

  static var attributeNotSupportedInDataSection: Self {
    Self(
      "AttributeNotSupportedInDataSection",
      "Attributes are not allowed in restricted language mode or a Data section.")
  }

  static func cmdletNotInAllowedListForDataSection(_ subject: String) -> Self {
    Self(
      "CmdletNotInAllowedListForDataSection",
      "The command '\(subject)' is not allowed in restricted language mode or a Data section.")
  }

  static var dataSectionStatementNotSupportedInDataSection: Self {
    Self(
      "DataSectionStatementNotSupportedInDataSection",
      "The data statement is not allowed in restricted language mode or another Data section.")
  }

  static var doWhileStatementNotSupportedInDataSection: Self {
    Self(
      "DoWhileStatementNotSupportedInDataSection",
      "The Do and While statements are not allowed in restricted language mode or a Data section.")
  }

  static var dotSourcingNotSupportedInDataSection: Self {
    Self(
      "DotSourcingNotSupportedInDataSection",
      "Dot sourcing is not allowed in restricted language mode or a Data section.")
  }

  static var flowControlStatementNotSupportedInDataSection: Self {
    Self(
      "FlowControlStatementNotSupportedInDataSection",
      "Flow control statements such as Break, Continue, Return, Exit, and Throw are not allowed in "
        + "restricted language mode or a Data section.")
  }

  static var forWhileStatementNotSupportedInDataSection: Self {
    Self(
      "ForWhileStatementNotSupportedInDataSection",
      "For and While statements are not allowed in restricted language mode or a Data section.")
  }

  static var foreachStatementNotSupportedInDataSection: Self {
    Self(
      "ForeachStatementNotSupportedInDataSection",
      "Foreach statements are not allowed in restricted language mode or a Data section.")
  }

  static var functionDeclarationNotSupportedInDataSection: Self {
    Self(
      "FunctionDeclarationNotSupportedInDataSection",
      "Function declarations are not allowed in restricted language mode or a Data section.")
  }

  static func invalidParameterForDataSectionStatement(_ subject: String) -> Self {
    Self(
      "InvalidParameterForDataSectionStatement",
      "The \"\(subject)\" parameter of the Data section is not valid. The valid Data section parameter is "
        + "SupportedCommand.")
  }

  static var methodCallNotSupportedInDataSection: Self {
    Self(
      "MethodCallNotSupportedInDataSection",
      "Method calls are not allowed in restricted language mode or a Data section.")
  }

  static var missingStatementBlockForDataSection: Self {
    Self("MissingStatementBlockForDataSection", "The Data section is missing its statement block.")
  }

  static var missingValueForSupportedCommandInDataSectionStatement: Self {
    Self(
      "MissingValueForSupportedCommandInDataSectionStatement",
      "The SupportedCommand parameter of the Data section is missing a value. Supply a cmdlet or function "
        + "name to the parameter.")
  }

  static func operatorNotSupportedInDataSection(_ subject: String) -> Self {
    Self(
      "OperatorNotSupportedInDataSection",
      "The '\(subject)' operator is not allowed in restricted language mode or a Data section.")
  }

  static var parameterDeclarationNotSupportedInDataSection: Self {
    Self(
      "ParameterDeclarationNotSupportedInDataSection",
      "Parameter declarations are not allowed in restricted language mode or a Data section.")
  }

  static var propertyReferenceNotSupportedInDataSection: Self {
    Self(
      "PropertyReferenceNotSupportedInDataSection",
      "Property references are not allowed in restricted language mode or a Data section.")
  }

  static var redirectionNotSupportedInDataSection: Self {
    Self(
      "RedirectionNotSupportedInDataSection",
      "Redirection is not allowed in restricted language mode or a Data section.")
  }

  static var scriptBlockNotSupportedInDataSection: Self {
    Self(
      "ScriptBlockNotSupportedInDataSection",
      "Script block literals are not allowed in restricted language mode or a Data section.")
  }

  static var switchStatementNotSupportedInDataSection: Self {
    Self(
      "SwitchStatementNotSupportedInDataSection",
      "The switch statement is not allowed in restricted language mode or a Data section.")
  }

  static var trapStatementNotSupportedInDataSection: Self {
    Self(
      "TrapStatementNotSupportedInDataSection",
      "The Trap statement is not allowed in restricted language mode or a Data section.")
  }

  static var tryStatementNotSupportedInDataSection: Self {
    Self(
      "TryStatementNotSupportedInDataSection",
      "The Try statement is not allowed in restricted language mode or a Data section.")
  }

  static func typeNotAllowedInDataSection(_ subject: String) -> Self {
    Self(
      "TypeNotAllowedInDataSection",
      "The type \(subject) is not allowed in restricted language mode or a Data section.")
  }

  static func variableReferenceNotSupportedInDataSection(_ subject: String) -> Self {
    Self(
      "VariableReferenceNotSupportedInDataSection",
      "A variable that cannot be referenced in restricted language mode or a Data section is being "
        + "referenced. Variables that can be referenced include the following: \(subject).")
  }
}
