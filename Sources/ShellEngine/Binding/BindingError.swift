import CmdletKit
import ShellObjects

/// The errors of parameter binding with PowerShell's ids and words.
enum BindingError {
  private static let exception = "System.Management.Automation.ParameterBindingException"

  private static func make(
    _ message: String, _ id: String, _ category: ErrorCategory = .invalidArgument, type: String = exception,
    inner: ExceptionObject? = nil
  ) -> ShellError {
    ShellError(type, message, id: id, category, inner: inner)
  }

  static func unknownName(_ name: String) -> ShellError {
    make("A parameter cannot be found that matches parameter name '\(name)'.", "NamedParameterNotFound")
  }

  static func ambiguousName(_ name: String, _ candidates: [String]) -> ShellError {
    make(
      "Parameter cannot be processed because the parameter name '\(name)' is ambiguous. Possible matches include:\(candidates.map { " -\($0)" }.joined()).",
      "AmbiguousParameter")
  }

  static func alreadyBound(_ name: String) -> ShellError {
    make(
      "Cannot bind parameter because parameter '\(name)' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax. For example, \"-parameter value1,value2,value3\".",
      "ParameterAlreadyBound")
  }

  static func missingArgument(_ name: String, _ type: PSType) -> ShellError {
    make(
      "Missing an argument for parameter '\(name)'. Specify a parameter of type '\(type.fullName)' and try again.",
      "MissingArgument")
  }

  static func surplus(_ value: Value) -> ShellError {
    make(
      "A positional parameter cannot be found that accepts argument '\((try? value.text()) ?? "")'.",
      "PositionalParameterNotFound")
  }

  static func ambiguousSet() -> ShellError {
    make(
      "Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided.",
      "AmbiguousParameterSet")
  }

  static func missingMandatory(_ names: [String]) -> ShellError {
    make(
      "Cannot process command because of one or more missing mandatory parameters: \(names.joined(separator: " ")).",
      "MissingMandatoryParameter")
  }

  static func inputNotBound(_ value: Value) -> ShellError {
    let error = make(
      "The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input.",
      "InputObjectNotBound")
    error.record.target = value
    return error
  }

  static func inputMissingMandatory(_ names: [String], _ value: Value) -> ShellError {
    let error = make(
      "The input object cannot be bound because it did not contain the information required to bind all mandatory parameters:  \(names.joined(separator: " "))",
      "InputObjectMissingMandatory")
    error.record.target = value
    return error
  }

  static func notConvertible(_ name: String, _ cause: ErrorRecord, isTransformation: Bool) -> ShellError {
    isTransformation
      ? make(
        "Cannot process argument transformation on parameter '\(name)'. \(cause.exception.message)",
        "ParameterArgumentTransformationError", .invalidData,
        type: "System.Management.Automation.ParameterBindingArgumentTransformationException", inner: cause.exception)
      : make(
        "Cannot bind parameter '\(name)'. \(cause.exception.message)", "CannotConvertArgumentNoMessage",
        inner: cause.exception)
  }

  static func invalid(_ name: String, _ cause: ExceptionObject) -> ShellError {
    make(
      "Cannot validate argument on parameter '\(name)'. \(cause.message)", "ParameterArgumentValidationError",
      .invalidData, type: "System.Management.Automation.ParameterBindingValidationException", inner: cause)
  }

  static func null(_ name: String) -> ShellError {
    make(
      "Cannot bind argument to parameter '\(name)' because it is null.",
      "ParameterArgumentValidationErrorNullNotAllowed", .invalidData,
      type: "System.Management.Automation.ParameterBindingValidationException")
  }

  static func emptyString(_ name: String) -> ShellError {
    make(
      "Cannot bind argument to parameter '\(name)' because it is an empty string.",
      "ParameterArgumentValidationErrorEmptyStringNotAllowed", .invalidData,
      type: "System.Management.Automation.ParameterBindingValidationException")
  }

  static func emptyArray(_ name: String, isCollection: Bool = false) -> ShellError {
    make(
      "Cannot bind argument to parameter '\(name)' because it is an empty \(isCollection ? "collection" : "array").",
      isCollection
        ? "ParameterArgumentValidationErrorEmptyCollectionNotAllowed"
        : "ParameterArgumentValidationErrorEmptyArrayNotAllowed", .invalidData,
      type: "System.Management.Automation.ParameterBindingValidationException")
  }
}
