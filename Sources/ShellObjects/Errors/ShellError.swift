/// The Swift error by which a PowerShell error travels.
// Why unchecked: `Error` asks for Sendable, and an error never leaves the thread of its session.
package struct ShellError: Error, @unchecked Sendable {
  package let record: ErrorRecord

  package init(_ record: ErrorRecord) { self.record = record }

  /// An error whose exception is one of PowerShell's or .NET's types.
  package init(
    _ typeName: String = "System.Management.Automation.RuntimeException", _ message: String, id: String,
    _ category: ErrorCategory = .invalidOperation, target: Value = .null, inner: ExceptionObject? = nil
  ) {
    record = ErrorRecord(
      ExceptionObject(PSType.named(typeName), message, inner: inner), id: id, category, target: target)
  }

  /// The record for anything that Swift code threw.
  package static func record(of error: any Error) -> ErrorRecord {
    switch error {
    case let error as ShellError: return error.record
    case let convertible as any NetExceptionConvertible:
      let error = convertible.netException
      // Why: an exception nobody wrapped is reported under its own name, as the engine does for raw exceptions.
      return ErrorRecord(ExceptionObject(error), id: error.typeName, .operationStopped)
    case let error as any ErrorRecordConvertible: return error.errorRecord
    default:
      return ErrorRecord(
        ExceptionObject(.exception, "\(error)"), id: "InternalError", .notSpecified)
    }
  }
}

/// An error of another layer that knows how PowerShell would report it.
package protocol ErrorRecordConvertible: Error {
  var errorRecord: ErrorRecord { get }
}

extension ShellError {
  package static func nullIndex() -> ShellError {
    ShellError("Index operation failed; the array index evaluated to null.", id: "NullArrayIndex")
  }

  package static func indexOutOfRange(_ index: Value) -> NetException {
    NetException("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
  }

  package static func variableNotWritable(_ name: String) -> ShellError {
    ShellError(
      "System.Management.Automation.SessionStateUnauthorizedAccessException",
      "Cannot overwrite variable \(name) because it is read-only or constant.", id: "VariableNotWritable",
      .writeError, target: .string(name))
  }

  /// A failed conversion by a constrained variable, as the engine reports it.
  package func asMetadataError(name: String, constraint: PSType) -> ShellError {
    record.exception.message.isEmpty
      ? self
      : ShellError(
        "System.Management.Automation.ArgumentTransformationMetadataException", record.exception.message,
        id: "RuntimeException", .metadataError, inner: record.exception)
  }
}
