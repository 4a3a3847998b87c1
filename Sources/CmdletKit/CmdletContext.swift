package import ShellObjects

/// What a running cmdlet may do; the engine provides it.
package protocol CmdletContext: AnyObject {
  /// The shell around the command.
  var session: any SessionAccess { get }

  /// Passes an object on. Throws where the commands that follow want no more; let that through.
  func write(_ value: Value) throws

  /// Reports an error and goes on; throws where `-ErrorAction` says stop.
  func writeError(_ record: ErrorRecord) throws
  func writeWarning(_ text: String) throws
  func writeVerbose(_ text: String) throws
  func writeDebug(_ text: String) throws
  func writeInformation(_ message: Value, tags: [String], isHost: Bool) throws
  func writeProgress(_ activity: String, _ status: String, percent: Int, isCompleted: Bool) throws

  /// Whether to go on with a change: answers `-WhatIf` by printing, `-Confirm` by asking.
  func shouldProcess(_ target: String, _ action: String?) throws -> Bool

  /// The same where the caller has the whole sentence: `-WhatIf` prints it after `What if: `.
  func shouldProcess(description: String, warning: String, caption: String) throws -> Bool

  /// Asks a yes-or-no question whatever the preferences.
  func shouldContinue(_ query: String, caption: String) throws -> Bool

  /// Whether `-WhatIf` is in force.
  var isWhatIf: Bool { get }

  /// The current pipeline object; null where there is none.
  var currentObject: Value { get }

  /// Whether objects come from a pipeline.
  var expectsInput: Bool { get }

  /// The name of the parameter set that was chosen.
  var parameterSetName: String { get }

  /// The parameters the user gave, by name.
  var boundParameters: PSHashtable { get }

  /// How the command was called.
  var invocation: InvocationInfo { get }

  /// Throws where the user pressed Ctrl-C; long loops ask.
  func checkCancellation() throws

  /// Whether an error is the engine's way to unwind, which nobody may keep.
  func isControlFlow(_ error: any Error) -> Bool
}

extension CmdletContext {
  /// Runs one unit of work; an error it throws is reported and the next unit can be tried.
  package func attempt(_ body: () throws -> Void) throws {
    do { try body() } catch {
      if isControlFlow(error) { throw error }
      try writeError(ShellError.record(of: error))
    }
  }

  /// Writes each element of a collection, or the value itself.
  package func writeEnumerated(_ value: Value) throws {
    switch value {
    case .void, .unset: return
    case .object(let object) where object.isEnumerable:
      try object.forEachElement {
        try self.write($0)
        return true
      }
    default: try write(value)
    }
  }

  package func shouldProcess(_ target: String) throws -> Bool { try shouldProcess(target, nil) }
  package func writeInformation(_ message: Value, tags: [String]) throws {
    try writeInformation(message, tags: tags, isHost: false)
  }
}

/// Thrown by a cmdlet that needs no more input: the engine stops what stands before it, then calls `end`.
package struct StopUpstreamRequest: Error {
  package init() {}
}
