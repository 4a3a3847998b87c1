import CmdletKit
import GPUPartitioning
package import ShellObjects

/// An error of the domain as PowerShell reports it: Hyper-V's id, category, exception type and text.
///
/// **Source:** management codes and ids of the Hyper-V module, section 1.10 of the compatibility reference.
extension GPUPartitioningError: ErrorRecordConvertible {
  package var errorRecord: ErrorRecord {
    let exception = ExceptionObject(PSType.named(GPUPartitionTypes.exceptionName), description)
    return ErrorRecord(exception, id: code.rawValue, category)
  }

  /// The record with the class of the cmdlet that Hyper-V appends to the id.
  func record(by cmdlet: CmdletDeclaration, target: Value = .null) -> ErrorRecord {
    let record = errorRecord
    record.commandName = cmdlet.reportingName
    record.target = target
    return record
  }

  var category: ErrorCategory {
    switch code {
    case .accessDenied: .permissionDenied
    case .deviceNotFound, .objectNotFound: .objectNotFound
    case .invalidData: .invalidData
    case .invalidParameter, .outOfRange: .invalidArgument
    case .invalidOperation, .invalidState, .notSupported, .rebootRequired, .stateChanged: .invalidOperation
    case .objectInUse: .resourceBusy
    case .operationFailed: .notSpecified
    case .operationTimeout: .operationTimeout
    case .operationStopped: .operationStopped
    case .statusUnavailable: .resourceUnavailable
    case .hostUnreachable: .connectionError
    case .degraded: .invalidResult
    }
  }
}
