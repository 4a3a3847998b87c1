/// What is wrong with a class or an enum.
///
/// **Source:** the texts are PowerShell's own.
extension ErrorMessage {
  static func assignmentStatementToAutomaticNotSupported(_ subject: String, _ detail: String) -> Self {
    Self(
      "AssignmentStatementToAutomaticNotSupported",
      "Cannot assign automatic variable '\(subject)' with type '\(detail)'")
  }

  static func baseClassNoDefaultCtor(_ subject: String) -> Self {
    Self("BaseClassNoDefaultCtor", "Base class '\(subject)' does not contain a parameterless constructor.")
  }

  static func cannotConvertValue(_ subject: String) -> Self {
    Self("CannotConvertValue", "Cannot convert the value to type \"\(subject)\".")
  }

  static var constructorCantHaveReturnType: Self {
    Self("ConstructorCantHaveReturnType", "A constructor cannot specify a return type.")
  }

  static func dscResourceInvalidGetMethod(_ subject: String) -> Self {
    Self(
      "DscResourceInvalidGetMethod",
      "Invalid Get method. Get method must return [\(subject)] and accepts no parameters.")
  }

  static var dscResourceInvalidKeyProperty: Self {
    Self(
      "DscResourceInvalidKeyProperty",
      "Invalid key property. The key property must be of [string], signed/unsigned integer, or Enum types.")
  }

  static func dscResourceMissingDefaultConstructor(_ subject: String) -> Self {
    Self("DscResourceMissingDefaultConstructor", "The DSC resource '\(subject)' has no default constructor.")
  }

  static func dscResourceMissingGetMethod(_ subject: String) -> Self {
    Self(
      "DscResourceMissingGetMethod",
      "The DSC resource '\(subject)' is missing a Get method that returns [\(subject)] and accepts no "
        + "parameters.")
  }

  static func dscResourceMissingKeyProperty(_ subject: String) -> Self {
    Self(
      "DscResourceMissingKeyProperty",
      "The DSC resource '\(subject)' must have at least one key property (using the syntax "
        + "[DscProperty(Key)].)")
  }

  static func dscResourceMissingSetMethod(_ subject: String) -> Self {
    Self(
      "DscResourceMissingSetMethod",
      "The DSC resource '\(subject)' is missing a Set method that returns [void] and accepts no parameters.")
  }

  static func dscResourceMissingTestMethod(_ subject: String) -> Self {
    Self(
      "DscResourceMissingTestMethod",
      "The DSC resource '\(subject)' is missing a Test method that returns [bool] and accepts no "
        + "parameters.")
  }

  static func duplicateQualifier(_ subject: String) -> Self {
    Self("DuplicateQualifier", "Duplicate '\(subject)' qualifier")
  }

  static var enumeratorValueMustBeConstant: Self {
    Self("EnumeratorValueMustBeConstant", "Enumerator value must be a constant value.")
  }

  static func enumeratorValueOutOfBounds(_ subject: String) -> Self {
    Self("EnumeratorValueOutOfBounds", "Enumerator value is either too large or too small for \(subject).")
  }

  static var incompleteMemberDefinition: Self {
    Self("IncompleteMemberDefinition", "Missing a property name or method definition.")
  }

  static func interfaceNameExpected(_ subject: String) -> Self {
    Self("InterfaceNameExpected", "'\(subject)': Interface name expected.")
  }

  static func invalidUnderlyingType(_ subject: String) -> Self {
    Self(
      "InvalidUnderlyingType",
      "'\(subject)' is not a valid underlying type for enums. Expected a builtin integral type (one of "
        + "byte, sbyte, short, ushort, int, uint, long or ulong)")
  }

  static func labelNotFound(_ subject: String) -> Self {
    Self("LabelNotFound", "Label '\(subject)' not found inside the method.")
  }

  static func memberAlreadyDefined(_ subject: String) -> Self {
    Self("MemberAlreadyDefined", "The member '\(subject)' is already defined.")
  }

  static var methodHasCodePathNotReturn: Self {
    Self("MethodHasCodePathNotReturn", "Not all code path returns value within method.")
  }

  static var missingBaseCtorCall: Self {
    Self("MissingBaseCtorCall", "Missing 'base' after ':' in a base class constructor call.")
  }

  static var missingMethodParameterList: Self {
    Self("MissingMethodParameterList", "Missing '(' in class method parameter list.")
  }

  static func missingNameAfterKeyword(_ subject: String) -> Self {
    Self("MissingNameAfterKeyword", "Missing name after \(subject) keyword.")
  }

  static var missingPropertyTerminator: Self {
    Self("MissingPropertyTerminator", "Missing ';' or end-of-line in property definition.")
  }

  static func missingThis(_ subject: String, _ detail: String) -> Self {
    Self("MissingThis", "Cannot assign property, use '\(subject)\(detail)'.")
  }

  static func missingTypeBody(_ subject: String) -> Self {
    Self("MissingTypeBody", "Missing '\(subject)' body in '\(subject)' declaration.")
  }

  static func missingTypeInStaticPropertyAssignment(_ subject: String, _ detail: String) -> Self {
    Self("MissingTypeInStaticPropertyAssignment", "Cannot assign property, use '\(subject)\(detail)'.")
  }

  static var multipleTypeConstraintsOnMethodParam: Self {
    Self("MultipleTypeConstraintsOnMethodParam", "Multiple type constraints are not allowed on a method parameter.")
  }

  static var namedBlockNotAllowedInMethod: Self {
    Self("NamedBlockNotAllowedInMethod", "A named block is not allowed in a class method.")
  }

  static func nonStaticMemberAccessInStaticMember(_ subject: String) -> Self {
    Self(
      "NonStaticMemberAccessInStaticMember",
      "Cannot access the non-static member '\(subject)' in a static method or initializer of a static "
        + "property.")
  }

  static var nonVoidMethodMissingReturnValue: Self {
    Self("NonVoidMethodMissingReturnValue", "Invalid return statement within non-void method.")
  }

  static var paramBlockNotAllowedInMethod: Self {
    Self("ParamBlockNotAllowedInMethod", "A param block is not allowed in a class method.")
  }

  static func propertyNotFoundForAttribute(_ subject: String, _ detail: String, _ more: String) -> Self {
    Self(
      "PropertyNotFoundForAttribute",
      "Property '\(subject)' cannot be found for attribute '\(detail)'. Specify one of the following "
        + "properties: \(more).")
  }

  static func sealedBaseClass(_ subject: String) -> Self {
    Self("SealedBaseClass", "Cannot inherit from sealed class '\(subject)'.")
  }

  static var staticConstructorCantHaveParameters: Self {
    Self("StaticConstructorCantHaveParameters", "A static constructor cannot have any parameters.")
  }

  static func subtypeArray(_ subject: String) -> Self {
    Self("SubtypeArray", "Invalid base type '\(subject)'. Base type cannot be an array.")
  }

  static func subtypeUnclosedGeneric(_ subject: String) -> Self {
    Self(
      "SubtypeUnclosedGeneric",
      "Invalid base type '\(subject)'. Base type cannot be a generic with unspecified parameters.")
  }

  static var tooManyTypes: Self {
    Self("TooManyTypes", "Only one type may be specified on class members.")
  }

  static func typeCreationError(_ subject: String, _ detail: String) -> Self {
    Self("TypeCreationError", "Error during creation of type \"\(subject)\". Error message:\n\(detail)")
  }

  static var typeNameExpected: Self {
    Self("TypeNameExpected", "Type name expected.")
  }

  static func typeNotAllowedForProperty(_ subject: String) -> Self {
    Self("TypeNotAllowedForProperty", "The type '\(subject)' is not allowed on a property.")
  }

  static var variableNotLocal: Self {
    Self("VariableNotLocal", "Variable is not assigned in the method.")
  }

  static var voidMethodHasReturn: Self {
    Self("VoidMethodHasReturn", "Invalid return statement within void method.")
  }
}
