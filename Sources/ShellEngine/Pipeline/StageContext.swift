import CmdletKit
import ShellObjects

/// What a running cmdlet or advanced function may do: the engine's side of the waist.
final class StageContext: CmdletContext {
  let shell: Session
  let scope: Scope
  let streams: Streams
  /// Where output goes; an output variable may listen.
  var out: Sink
  let commandName: String
  let info: InvocationInfo
  let impact: ConfirmImpact?
  weak var stage: Stage?
  var binder: ParameterBinder?
  var current: Value = .null
  var isExpectingInput = false
  var common = CommonArguments()
  /// The script block a cmdlet's name in error ids stands for: the type name of the cmdlet.
  let reportingName: String
  private var answer: Answer?

  private enum Answer { case yesToAll, noToAll }

  init(
    _ f: Frame, out: Sink, commandName: String, reportingName: String, impact: ConfirmImpact?, _ info: InvocationInfo
  ) {
    shell = f.session
    scope = f.scope
    streams = f.streams
    self.out = out
    self.commandName = commandName
    self.reportingName = reportingName
    self.impact = impact
    self.info = info
  }

  /// Made once a command: cmdlets ask for it with every object.
  private(set) lazy var session: any SessionAccess = SessionWindow(shell, scope, streams)
  var currentObject: Value { current }
  var expectsInput: Bool { isExpectingInput }
  var parameterSetName: String { binder?.parameterSetName ?? ParameterDeclaration.allSets }
  var boundParameters: PSHashtable { binder?.boundParameters ?? PSHashtable() }
  var invocation: InvocationInfo { info }

  func write(_ value: Value) throws { try out.write(value.withoutVoid) }

  func checkCancellation() throws { if shell.isInterrupted { throw Interrupted() } }
  func isControlFlow(_ error: any Error) -> Bool { shell.isControlFlow(error) }

  // MARK: Errors and messages

  func writeError(_ record: ErrorRecord) throws {
    stage?.failed = true
    complete(record)
    try appendVariable(common.errorVariable, .object(record))
    let action = common.errorAction ?? shell.preference(.errorAction, scope)
    try shell.report(record, action, streams, scope)
  }

  /// Fills in who reports the error and where the command stands.
  func complete(_ record: ErrorRecord) {
    // An error of the script the cmdlet runs speaks for itself.
    if commandName == "Invoke-Expression", record.commandName == nil { record.commandName = reportingName }
    if record.isThrown || (record.position != nil && record.commandName == nil) { return }
    // `Write-Error` has named its caller, or nobody.
    if commandName == "Write-Error", record.position == nil { record.isPlaceless = true }
    if record.commandName == nil { record.commandName = reportingName }
    if record.activity.isEmpty { record.activity = commandName }
    if record.invocation == nil { record.invocation = info }
    if record.position == nil, !record.isPlaceless { record.position = info.position }
    if record.scriptStackTrace == nil { record.scriptStackTrace = shell.stackTrace(scope) }
  }

  func writeWarning(_ text: String) throws {
    let action = common.warningAction ?? shell.preference(.warning, scope)
    try appendVariable(common.warningVariable, .string(text))
    try shell.message(.warning, text, action, streams, scope, info)
  }

  func writeVerbose(_ text: String) throws {
    let action = common.verbose.map { $0 ? .continue : .silentlyContinue } ?? shell.preference(.verbose, scope)
    try shell.message(.verbose, text, action, streams, scope, info)
  }

  func writeDebug(_ text: String) throws {
    let action = common.debug.map { $0 ? .continue : .silentlyContinue } ?? shell.preference(.debug, scope)
    try shell.message(.debug, text, action, streams, scope, info)
  }

  func writeInformation(_ message: Value, tags: [String], isHost: Bool) throws {
    let action = common.informationAction ?? shell.preference(.information, scope)
    try appendVariable(common.informationVariable, message)
    try shell.information(message, tags, isHost: isHost, action, streams, info)
  }

  func writeProgress(_ activity: String, _ status: String, percent: Int, isCompleted: Bool) throws {
    shell.host.showProgress(activity, status, percent, isCompleted: isCompleted)
  }

  private func appendVariable(_ name: String?, _ value: Value) throws {
    guard let name else { return }
    try shell.appendToVariable(name, value, scope)
  }

  // MARK: ShouldProcess

  var isWhatIf: Bool { common.whatIf ?? shell.preferenceFlag(.whatIf, scope) }

  func shouldProcess(_ target: String, _ action: String?) throws -> Bool {
    let operation = action ?? commandName
    return try shouldProcess(
      description: "Performing the operation \"\(operation)\" on target \"\(target)\".",
      warning:
        "Are you sure you want to perform this action?\nPerforming the operation \"\(operation)\" on target \"\(target)\".",
      caption: "Confirm")
  }

  func shouldProcess(description: String, warning: String, caption: String) throws -> Bool {
    guard let impact else { return true }
    if isWhatIf {
      try shell.host.writeLine("What if: \(description)")
      return false
    }
    if let answer { return answer == .yesToAll }
    let threshold = shell.confirmPreference(scope)
    let asks = common.confirm ?? (impact != .none && threshold != .none && impact >= threshold)
    guard asks else {
      try writeVerbose(description)
      return true
    }
    let text = warning.split(separator: "\n", maxSplits: 1).map(String.init)
    switch try shell.host.choose(caption: "\n\(caption)\n" + text.joined(separator: "\n")) {
    case .yes: return true
    case .yesToAll:
      answer = .yesToAll
      return true
    case .no: return false
    case .noToAll:
      answer = .noToAll
      return false
    }
  }

  func shouldContinue(_ query: String, caption: String) throws -> Bool {
    switch try shell.host.choose(caption: "\n\(caption)\n\(query)") {
    case .yes, .yesToAll: true
    case .no, .noToAll: false
    }
  }
}
