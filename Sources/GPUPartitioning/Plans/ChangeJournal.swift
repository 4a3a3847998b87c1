/// One thing that happened to a change, in the order of happening.
package struct JournalEntry: Equatable, Sendable {
  package enum Event: Equatable, Sendable {
    /// The step at this index of the plan is about to be done.
    case starting(Int)
    /// It is done, and read back.
    case finished(Int)
    /// It failed.
    case failed(Int, GPUPartitioningError)
    /// It is about to be taken back.
    case undoing(Int)
    case undone(Int)
    case undoFailed(Int, GPUPartitioningError)
  }

  package let change: UniqueIdentifier
  package let event: Event

  package init(change: UniqueIdentifier, event: Event) {
    self.change = change
    self.event = event
  }
}

/// How a change ended.
package enum ChangeOutcome: String, Sendable {
  case applied, rolledBack, degraded
}

/// Where changes are recorded, so that one that was cut off can be finished or taken back.
///
/// An entry is on stable storage when the call returns; a step is never begun whose entry could not be written.
package protocol ChangeJournal: AnyObject {
  /// Opens the record of a change, its whole plan included.
  func begin(_ change: UniqueIdentifier, _ plan: ChangePlan) throws(GPUPartitioningError)
  func append(_ entry: JournalEntry) throws(GPUPartitioningError)
  /// Closes the record; a `degraded` one stays for a later look.
  func end(_ change: UniqueIdentifier, _ outcome: ChangeOutcome) throws(GPUPartitioningError)
}

/// A journal that keeps nothing, for hosts that do not outlive their process.
package final class VolatileJournal: ChangeJournal {
  /// What was recorded since it was made.
  package private(set) var entries: [JournalEntry] = []

  package init() {}

  package func begin(_ change: UniqueIdentifier, _ plan: ChangePlan) throws(GPUPartitioningError) {}
  package func append(_ entry: JournalEntry) throws(GPUPartitioningError) { entries.append(entry) }
  package func end(_ change: UniqueIdentifier, _ outcome: ChangeOutcome) throws(GPUPartitioningError) {}
}
