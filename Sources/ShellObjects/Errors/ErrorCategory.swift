/// PowerShell's categories of errors, in the order of their numbers.
package enum ErrorCategory: Int, CaseIterable, Sendable {
  case notSpecified, openError, closeError, deviceError, deadlockDetected, invalidArgument, invalidData
  case invalidOperation, invalidResult, invalidType, metadataError, notImplemented, notInstalled, objectNotFound
  case operationStopped, operationTimeout, syntaxError, parserError, permissionDenied, resourceBusy, resourceExists
  case resourceUnavailable, readError, writeError, fromStdErr, securityError, protocolError, connectionError
  case authenticationError, limitsExceeded, quotaExceeded, notEnabled

  /// The name as PowerShell prints it.
  package var name: String {
    self == .fromStdErr
      ? "FromStdErr" : String(describing: self).prefix(1).uppercased() + String(describing: self).dropFirst()
  }

  package init?(named name: String) {
    guard let match = Self.allCases.first(where: { $0.name.equalsName(name) }) else { return nil }
    self = match
  }
}
