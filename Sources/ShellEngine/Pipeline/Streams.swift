import ShellObjects

/// Where the streams beside the output go; nil means to the host.
final class Streams {
  let session: Session
  let error: Sink?
  let warning: Sink?
  let verbose: Sink?
  let debug: Sink?
  let information: Sink?

  init(
    _ session: Session, error: Sink? = nil, warning: Sink? = nil, verbose: Sink? = nil, debug: Sink? = nil,
    information: Sink? = nil
  ) {
    self.session = session
    self.error = error
    self.warning = warning
    self.verbose = verbose
    self.debug = debug
    self.information = information
  }
}

/// Errors by which the engine unwinds; no script may catch them.
struct ExitRequest: Error {
  let code: Int32
}

/// Ends the stages before one that has enough.
struct StopUpstream: Error {
  let stage: ObjectIdentifier
}

/// `break` or `continue` on its way out of a pipeline to the loop around it.
struct LoopJump: Error {
  let completion: Completion
}

/// Ctrl-C.
struct Interrupted: Error {}
