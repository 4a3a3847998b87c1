package import GPUPartitioning

/// A failure that a test asks for.
package struct SimulatedFault: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// The host refuses; nothing is done.
    case refusal
    /// It is done, and the host reports a failure all the same.
    case lateFailure
    /// The host reports success, and nothing is done.
    case silence
    /// The host does not come back within the deadline; nothing is done.
    case hang
    /// Somebody else does this just before.
    case interference(ChangeStep)
  }

  /// Which call of `execute` it strikes, counted over all hosts from 1, undos included.
  package let call: Int
  package let kind: Kind

  package init(_ kind: Kind, onCall call: Int) {
    self.call = call
    self.kind = kind
  }

  func error(for step: ChangeStep) -> GPUPartitioningError {
    switch kind {
    case .hang:
      GPUPartitioningError(
        .operationTimeout, step.computerName, "The host did not answer in time. The step was: \(step).")
    case .refusal, .lateFailure, .silence, .interference:
      GPUPartitioningError(
        .operationFailed, step.computerName, "The host refused. The step was: \(step).", cause: "Injected fault.")
    }
  }
}
