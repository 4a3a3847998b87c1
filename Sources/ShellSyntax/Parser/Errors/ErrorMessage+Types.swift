/// What is wrong with a type or an attribute.
///
/// **Source:** the texts are PowerShell's own.
extension ErrorMessage {
  static func arrayHasTooManyDimensions(_ subject: String) -> Self {
    Self(
      "ArrayHasTooManyDimensions",
      "The array has too many dimensions: \(subject). The number of dimensions for an array must be less "
        + "than or equal to 32.")
  }

  static func attributeNotAllowedOnDeclaration(_ subject: String, _ detail: String) -> Self {
    Self(
      "AttributeNotAllowedOnDeclaration",
      "Attribute '\(subject)' is not valid on this declaration. It is valid on '\(detail)' declarations "
        + "only.")
  }

  static func customAttributeTypeNotFound(_ subject: String) -> Self {
    Self(
      "CustomAttributeTypeNotFound",
      "Cannot find the type for custom attribute '\(subject)'. Make sure that the assembly that contains "
        + "this type is loaded.")
  }

  static func duplicateNamedArgument(_ subject: String) -> Self {
    Self("DuplicateNamedArgument", "Duplicate named arguments '\(subject)' are not allowed.")
  }

  static var endSquareBracketExpectedAtEndOfAttribute: Self {
    Self("EndSquareBracketExpectedAtEndOfAttribute", "Missing ] at end of attribute or type literal.")
  }

  static var endSquareBracketExpectedAtEndOfType: Self {
    Self("EndSquareBracketExpectedAtEndOfType", "Missing ] at end of type token.")
  }

  static var missingAssemblyNameSpecification: Self {
    Self("MissingAssemblyNameSpecification", "The type name is missing the assembly name specification.")
  }

  static var missingExpressionInNamedArgument: Self {
    Self("MissingExpressionInNamedArgument", "Missing statement after '=' in named argument.")
  }

  static var missingTypeLiteralToken: Self {
    Self("MissingTypeLiteralToken", "Missing type literal.")
  }

  static var missingTypename: Self {
    Self("MissingTypename", "Missing type name after '['.")
  }

  static func orderedAttributeOnlyOnHashLiteralNode(_ subject: String) -> Self {
    Self(
      "OrderedAttributeOnlyOnHashLiteralNode",
      "The \(subject) attribute can be specified only on a hash literal node.")
  }

  static var parameterAttributeArgumentNeedsToBeConstant: Self {
    Self("ParameterAttributeArgumentNeedsToBeConstant", "Attribute argument must be a constant.")
  }

  static var parameterAttributeArgumentNeedsToBeConstantOrScriptBlock: Self {
    Self(
      "ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock",
      "Attribute argument must be a constant or a script block.")
  }

  static var referenceNeedsToBeByItselfInTypeConstraint: Self {
    Self("ReferenceNeedsToBeByItselfInTypeConstraint", "Cannot use [ref] with other types in a type constraint.")
  }

  static var referenceNeedsToBeByItselfInTypeSequence: Self {
    Self("ReferenceNeedsToBeByItselfInTypeSequence", "Cannot have two occurrences of [ref] in a type sequence.")
  }

  static var referenceNeedsToBeLastTypeInTypeConversion: Self {
    Self(
      "ReferenceNeedsToBeLastTypeInTypeConversion",
      "[ref] can only be the final type in type conversion sequence.")
  }

  static func typeNotAllowedBeforeParam(_ subject: String) -> Self {
    Self("TypeNotAllowedBeforeParam", "Unexpected type [\(subject)] was found in the parameter statement.")
  }

  static func typeNotAllowedBeforeStatement(_ subject: String) -> Self {
    Self("TypeNotAllowedBeforeStatement", "Unexpected type [\(subject)] was found before statement.")
  }

  static func typeNotFound(_ subject: String) -> Self {
    Self("TypeNotFound", "Unable to find type [\(subject)].")
  }

  static func unexpectedAttribute(_ subject: String) -> Self {
    Self("UnexpectedAttribute", "Unexpected attribute '\(subject)'.")
  }

  static var voidTypeConstraintNotAllowed: Self {
    Self(
      "VoidTypeConstraintNotAllowed",
      "[void] cannot be used as a parameter type, or on the left side of an assignment.")
  }
}
