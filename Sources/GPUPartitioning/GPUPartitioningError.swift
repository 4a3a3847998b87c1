/// What went wrong or stands in the way, in Hyper-V's terms.
///
/// The text is complete: a sentence that names the object in quotes and says what would help, or Hyper-V's own
/// sentence where it has one.
package struct GPUPartitioningError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Hyper-V's error ids, which are the raw values; the last four are ours.
  package enum Code: String, CaseIterable, Sendable {
    case accessDenied = "AccessDenied"
    case deviceNotFound = "DeviceNotFound"
    case invalidData = "InvalidData"
    case invalidOperation = "InvalidOperation"
    case invalidParameter = "InvalidParameter"
    case invalidState = "InvalidState"
    case notSupported = "NotSupported"
    case objectInUse = "ObjectInUse"
    case objectNotFound = "ObjectNotFound"
    case operationFailed = "OperationFailed"
    case operationTimeout = "OperationTimeout"
    case outOfRange = "OutOfRange"
    case rebootRequired = "RebootRequired"
    case statusUnavailable = "StatusUnavailable"
    /// The host cannot be reached or is not known.
    case hostUnreachable = "HostUnreachable"
    /// What a plan was made for has changed since.
    case stateChanged = "StateChanged"
    /// A change failed and could not be taken back completely.
    case degraded = "Degraded"
    /// The user stopped it.
    case operationStopped = "OperationStopped"
  }

  package let code: Code
  /// The object it is about: a GPU's name, a machine's name, a host; empty where there is none.
  package let subject: String
  package let message: String
  /// What the host or the kernel said; empty where nothing did.
  package var cause: String
  /// What a failed roll-back left behind, a sentence each.
  package var leftovers: [String]

  package init(_ code: Code, _ subject: String = "", _ message: String, cause: String = "", leftovers: [String] = []) {
    self.code = code
    self.subject = subject
    self.message = message
    self.cause = cause
    self.leftovers = leftovers
  }

  /// Message, cause and leftovers, one line each.
  package var description: String {
    ([message] + (cause.isEmpty ? [] : [cause]) + leftovers).joined(separator: "\n")
  }
}
