import CmdletKit
import ShellObjects

/// Unwinds a pipeline whose end wants no more.
struct PipelineStopped: Error {}

/// A context that keeps what a cmdlet says, and answers its questions.
final class TestContext: CmdletContext {
  let session: any SessionAccess = TestSession()
  var output: [Value] = []
  var errors: [ErrorRecord] = []
  var warnings: [String] = []
  var verbose: [String] = []
  /// What -WhatIf printed.
  var whatIf: [String] = []
  /// What the user was asked.
  var questions: [String] = []

  var isWhatIf = false
  /// The answer to every question; a question without an answer is a failure of its own.
  var answer: Bool?
  /// Asks about every change, as -Confirm does.
  var isConfirming = false
  /// Stops after this many objects, as `Select-Object -First` does.
  var limit = Int.max
  /// Ctrl-C is pressed once this many verbose lines were written.
  var stopsAfterVerbose = Int.max
  var currentObject = Value.null
  var expectsInput = false
  var parameterSetName = ""
  var boundParameters = PSHashtable()
  var invocation = InvocationInfo()

  func write(_ value: Value) throws {
    output.append(value)
    if output.count >= limit { throw PipelineStopped() }
  }

  func writeError(_ record: ErrorRecord) throws { errors.append(record) }
  func writeWarning(_ text: String) throws { warnings.append(text) }
  func writeVerbose(_ text: String) throws { verbose.append(text) }
  func writeDebug(_ text: String) throws {}
  func writeInformation(_ message: Value, tags: [String], isHost: Bool) throws {}
  func writeProgress(_ activity: String, _ status: String, percent: Int, isCompleted: Bool) throws {}

  func shouldProcess(_ target: String, _ action: String?) throws -> Bool {
    try shouldProcess(description: "\(action ?? "") \(target)", warning: "", caption: "")
  }

  func shouldProcess(description: String, warning: String, caption: String) throws -> Bool {
    if isWhatIf {
      whatIf.append(description)
      return false
    }
    return isConfirming ? try shouldContinue(warning, caption: caption) : true
  }

  func shouldContinue(_ query: String, caption: String) throws -> Bool {
    questions.append(query)
    guard let answer else { throw NetException.invalidOperation("Nobody is there to answer: \(query)") }
    return answer
  }

  func checkCancellation() throws { if verbose.count >= stopsAfterVerbose { throw PipelineStopped() } }
  func isControlFlow(_ error: any Error) -> Bool { error is PipelineStopped }
}
