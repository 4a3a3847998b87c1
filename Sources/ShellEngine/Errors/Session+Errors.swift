import CmdletKit
package import ShellObjects
import SourceText

extension Session {
  /// What becomes of an error that reached a statement list: rethrown to a handler further out, or reported here.
  func statementFailed(_ error: any Error, _ position: StatementPosition, _ f: Frame) throws -> Completion {
    if isControlFlow(error) { throw error }
    let record = record(of: error, f, position)
    lastSucceeded = false
    let action = record.isSilenced ? .silentlyContinue : preference(.errorAction, f.scope)
    if propagatesErrors { throw ShellError(record) }
    if record.isThrown || record.isStop, action != .silentlyContinue, action != .ignore { throw ShellError(record) }
    if action == .stop, !record.isSilenced { throw ShellError(record) }
    try report(record, action, f.streams, f.scope)
    return .normal
  }

  /// The record of a thrown error, completed with where the running statement stands.
  func record(of error: any Error, _ f: Frame, _ position: StatementPosition? = nil) -> ErrorRecord {
    let record = wrappingFailedCast(ShellError.record(of: error))
    if record.position == nil, !record.isPlaceless { record.position = (position ?? f.scope.current)?.position }
    if record.invocation == nil {
      let info = InvocationInfo()
      info.position = record.position
      record.invocation = info
    }
    if record.scriptStackTrace == nil { record.scriptStackTrace = stackTrace(f.scope) }
    if record.exception.record == nil { record.exception.record = record }
    return record
  }

  /// A failed conversion is a script's RuntimeException around the exception of the conversion.
  private func wrappingFailedCast(_ record: ErrorRecord) -> ErrorRecord {
    guard !record.isThrown, record.exception.type.fullName == "System.Management.Automation.PSInvalidCastException"
    else { return record }
    let exception = ExceptionObject(
      PSType.named("System.Management.Automation.RuntimeException"), record.exception.message, inner: record.exception)
    let wrapped = ErrorRecord(exception, id: record.errorID, record.category, target: record.target)
    wrapped.copyContext(of: record)
    return wrapped
  }

  /// Puts a record at the front of `$Error`, once.
  func note(_ record: ErrorRecord) {
    guard !record.isReported else { return }
    record.isReported = true
    errorListObject.add(record)
  }

  func report(_ record: ErrorRecord, _ f: Frame) throws {
    try report(record, preference(.errorAction, f.scope), f.streams, f.scope)
  }

  /// Reports an error as the preference says: shown, kept quiet, or thrown.
  func report(_ record: ErrorRecord, _ action: ActionPreference, _ streams: Streams, _ scope: Scope) throws {
    switch action {
    case .ignore: return
    case .silentlyContinue: note(record)
    case .stop:
      let stopped = ErrorRecord(record.exception, id: record.errorID, record.category, target: record.target)
      stopped.copyContext(of: record)
      stopped.isStop = true
      throw ShellError(stopped)
    case .continue, .inquire, .suspend, .break:
      note(record)
      if let sink = streams.error { try sink.write(.object(record)) } else {
        try host.finishObjects()
        try host.showError(record)
      }
    }
  }

  /// `throw`: the value as an error record.
  func thrown(_ value: Value?, _ position: StatementPosition, _ f: Frame) throws -> ShellError {
    let record: ErrorRecord
    switch value?.base {
    case nil:
      if let current = handledError(f.scope) {
        record = current
      } else {
        record = Self.runtimeRecord("ScriptHalted", .null)
      }
    case .object(let given as ErrorRecord)?: record = given
    case .object(let exception as ExceptionObject)?:
      let own = exception.record.flatMap { PSType.runtimeException.map(exception.type.isAssignable) == true ? $0 : nil }
      record = own ?? ErrorRecord(exception, id: exception.message, .operationStopped, target: .object(exception))
    case let other?:
      let text = try text(other, f.scope)
      record = Self.runtimeRecord(other.isNull ? "ScriptHalted" : text, other)
    }
    record.isThrown = true
    if record.position == nil { record.position = position.position }
    record.isReported = false
    return ShellError(record)
  }

  /// The error whose `catch` block runs here or in a block around; nil outside, and in functions it calls.
  private func handledError(_ scope: Scope) -> ErrorRecord? {
    var current: Scope? = scope
    while let here = current {
      if let record = here.handledError { return record }
      if let activation = here.activation, activation.name != "<ScriptBlock>" { return nil }
      current = here.parent
    }
    return nil
  }

  private static func runtimeRecord(_ text: String, _ target: Value) -> ErrorRecord {
    let exception = ExceptionObject(PSType.named("System.Management.Automation.RuntimeException"), text)
    return ErrorRecord(exception, id: text, .operationStopped, target: target)
  }

  /// Lines of the calls that lead here: `at name, file: line n`.
  func stackTrace(_ scope: Scope) -> String {
    var lines: [String] = []
    var current: Scope? = scope
    while let here = current {
      current = here.parent
      guard let statement = here.current, here.kind != .overlay || here.activation != nil else { continue }
      let (line, _) = statement.source.position(of: Int(statement.extent.startOffset))
      let name = here.activation.map { $0.isScriptFile ? "<ScriptBlock>" : $0.name } ?? "<ScriptBlock>"
      lines.append("at \(name), \(statement.source.name ?? "<No file>"): line \(line)")
    }
    return lines.joined(separator: "\n")
  }

  // MARK: Messages

  func message(
    _ stream: MessageStream, _ text: String, _ action: ActionPreference, _ streams: Streams, _ scope: Scope,
    _ info: InvocationInfo?
  ) throws {
    switch action {
    case .silentlyContinue, .ignore: return
    case .stop:
      throw ShellError(
        "System.Management.Automation.ActionPreferenceStopException",
        "The running command stopped because the preference variable \"\(stream.preferenceName)\" or common parameter is set to Stop: \(text)",
        id: "ActionPreferenceStop", .operationStopped)
    case .continue, .inquire, .suspend, .break: break
    }
    let sink = stream == .warning ? streams.warning : stream == .verbose ? streams.verbose : streams.debug
    if let sink { return try sink.write(MessageRecord.make(stream, text, info)) }
    try host.finishObjects()
    try host.showMessage(stream, text)
  }

  func information(
    _ message: Value, _ tags: [String], isHost: Bool, _ action: ActionPreference, _ streams: Streams,
    _ info: InvocationInfo?
  ) throws {
    if action == .ignore { return }
    if action == .stop {
      throw ShellError(
        "System.Management.Automation.ActionPreferenceStopException",
        "The running command stopped because the preference variable \"InformationPreference\" or common parameter is set to Stop: \(try message.text())",
        id: "ActionPreferenceStop", .operationStopped)
    }
    if let sink = streams.information { return try sink.write(MessageRecord.information(message, tags, info)) }
    if isHost {
      try host.finishObjects()
      return try host.write(
        message.payload(HostMessage.self)?.consoleText(usesColor: host.usesColor) ?? message.text() + "\n")
    }
    guard action == .continue || action == .inquire else { return }
    try host.finishObjects()
    try host.writeLine(try message.text())
  }
}

extension MessageStream {
  var preferenceName: String {
    switch self {
    case .warning: "WarningPreference"
    case .verbose: "VerbosePreference"
    case .debug: "DebugPreference"
    }
  }
}

/// A message of another stream as an object, as redirection passes it on.
enum MessageRecord {
  static func make(_ stream: MessageStream, _ text: String, _ info: InvocationInfo?) -> Value {
    let name =
      switch stream {
      case .warning: "WarningRecord"
      case .verbose: "VerboseRecord"
      case .debug: "DebugRecord"
      }
    return .object(
      Box(Message(text: .string(text), tags: [], info: info), PSType.named("System.Management.Automation.\(name)")))
  }

  static func information(_ message: Value, _ tags: [String], _ info: InvocationInfo?) -> Value {
    .object(
      Box(
        Message(text: message, tags: tags, info: info), PSType.named("System.Management.Automation.InformationRecord")))
  }
}

/// The payload of a warning, verbose, debug or information record.
package final class Message {
  package let text: Value
  package let tags: [String]
  package let info: InvocationInfo?

  init(text: Value, tags: [String], info: InvocationInfo?) {
    self.text = text
    self.tags = tags
    self.info = info
  }
}

extension ErrorRecord {
  /// Takes over who reported another record, where and why.
  func copyContext(of other: ErrorRecord) {
    commandName = other.commandName
    activity = other.activity
    reason = other.reason
    targetNameOverride = other.targetNameOverride
    targetTypeOverride = other.targetTypeOverride
    invocation = other.invocation
    scriptStackTrace = other.scriptStackTrace
    detailsMessage = other.detailsMessage
    recommendedAction = other.recommendedAction
    position = other.position
  }
}

extension PSType {
  /// PowerShell's own root of exceptions; nil before the types are registered.
  static var runtimeException: PSType? { PSType.parse("System.Management.Automation.RuntimeException") }
}
