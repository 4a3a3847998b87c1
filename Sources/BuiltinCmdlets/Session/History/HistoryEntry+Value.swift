import CmdletKit
import ShellObjects
import ShellTypes

extension HistoryEntry {
  static let typeName = "Microsoft.PowerShell.Commands.HistoryInfo"

  var value: Value { .object(Box(self, PSType.named(Self.typeName))) }

  /// An entry from another session, or from an object with the properties of one; nil where they are missing.
  init?(_ value: Value) throws {
    if let entry = value.payload(HistoryEntry.self) {
      self = entry
      return
    }
    guard let line = try value.findProperty(Symbol("CommandLine")) else { return nil }
    let start = try value.property("StartExecutionTime").payload(DateTimeValue.self) ?? .now
    let end = try value.property("EndExecutionTime").payload(DateTimeValue.self) ?? start
    self.init(
      id: 0, commandLine: try line.text(), status: try value.property("ExecutionStatus").text(), start: start, end: end)
  }

  static let typeDeclaration = TypeDeclaration(typeName, of: HistoryEntry.self) { members in
    members.property("long Id {get;}") { $0.id }
    members.property("string CommandLine {get;}") { $0.commandLine }
    members.property("System.Management.Automation.Runspaces.PipelineState ExecutionStatus {get;}") { $0.status }
    members.property("datetime StartExecutionTime {get;}") { $0.start }
    members.property("datetime EndExecutionTime {get;}") { $0.end }
    members.property("timespan Duration {get;}") { $0.end.subtracting($0.start) }
    members.behavior.text = { $0.payload(HistoryEntry.self)?.commandLine ?? "" }
  }
}

/// The errors of the history cmdlets.
enum HistoryErrors {
  static func notFound(_ id: Int64) -> ErrorRecord {
    ShellError(
      "System.ArgumentException", "Cannot locate the history for Id \(id).", id: "GetHistoryNoHistoryForId",
      .objectNotFound, target: .int64(id)
    ).record
  }

  static func wrongFormat() -> ErrorRecord {
    ShellError(
      "System.ArgumentException", "Cannot add history because the input object has a format that is not valid.",
      id: "AddHistoryInvalidInput", .invalidArgument
    ).record
  }
}
