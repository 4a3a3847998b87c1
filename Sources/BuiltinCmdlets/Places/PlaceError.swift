import CmdletKit
import ShellObjects

/// An error after which a command does not go on to its next path.
struct TerminatingError: ErrorRecordConvertible, @unchecked Sendable {
  // Why unchecked: `Error` asks for Sendable, and an error never leaves the thread of its session.
  let errorRecord: ErrorRecord

  init(_ error: ShellError) { errorRecord = error.record }

  /// A PSArgumentException.
  static func argument(_ message: String, target: Value = .null) -> TerminatingError {
    TerminatingError(PlaceError.argument(message, target: target))
  }
}

/// The errors of paths and drives, in PowerShell's words.
enum PlaceError {
  private static let automation = "System.Management.Automation."

  static func pathNotFound(_ path: String) -> ShellError {
    ShellError(
      automation + "ItemNotFoundException", "Cannot find path '\(path)' because it does not exist.",
      id: "PathNotFound", .objectNotFound, target: .string(path))
  }

  static func driveNotFound(_ name: String) -> ShellError {
    ShellError(
      automation + "DriveNotFoundException", "Cannot find drive. A drive with the name '\(name)' does not exist.",
      id: "DriveNotFound", .objectNotFound, target: .string(name))
  }

  /// `Get-Location` and `Get-PSDrive` have an id of their own for an unknown drive.
  static func noMatchingDrive(_ name: String) -> ShellError {
    ShellError(
      automation + "DriveNotFoundException", "Cannot find drive. A drive with the name '\(name)' does not exist.",
      id: "GetLocationNoMatchingDrive", .objectNotFound, target: .string(name))
  }

  static func providerNotFound(_ name: String, id: String = "ProviderNotFound") -> ShellError {
    ShellError(
      automation + "ProviderNotFoundException", "Cannot find a provider with the name '\(name)'.", id: id,
      .objectNotFound, target: .string(name))
  }

  static func argument(_ message: String, target: Value = .null) -> ShellError {
    ShellError(automation + "PSArgumentException", message, id: "Argument", .invalidArgument, target: target)
  }

  static func invalidOperation(_ message: String, target: Value = .null) -> ShellError {
    ShellError(
      automation + "PSInvalidOperationException", message, id: "InvalidOperation", .invalidOperation, target: target)
  }

  static func invalidPattern(_ pattern: String) -> ShellError {
    ShellError(
      automation + "WildcardPatternException", "The specified wildcard character pattern is not valid: \(pattern)",
      id: "RuntimeException", .notSpecified)
  }

  static func noHome(_ provider: String) -> ShellError {
    invalidOperation(
      "Home location for this provider is not set. To set the home location, call \"(get-psprovider '\(provider)').Home = 'path'\"."
    )
  }

  /// A failure of the file system under one of PowerShell's ids.
  static func io(_ error: any Error, id: String, _ category: ErrorCategory, target: Value) -> any Error {
    guard let error = error as? NetException else { return error }
    return ShellError(ErrorRecord(ExceptionObject(error), id: id, category, target: target))
  }

  static func io(_ message: String, id: String, _ category: ErrorCategory, target: Value) -> ShellError {
    ShellError("System.IO.IOException", message, id: id, category, target: target)
  }
}
