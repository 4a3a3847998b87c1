/// One execution of a plan: how far it has come, and the way back.
struct PlanRun {
  private let plan: ChangePlan
  private let hosts: [String: any VirtualizationHost]
  private let change = UniqueIdentifier.random()
  /// The steps that hosts were asked for: done, or partly, or not at all.
  private var begun: [Int] = []
  private var leftovers: [String] = []

  init(_ plan: ChangePlan, _ hosts: [String: any VirtualizationHost]) {
    self.plan = plan
    self.hosts = hosts
  }

  /// Opens the journals of all hosts, or none.
  func begin() throws(GPUPartitioningError) {
    var opened: [any ChangeJournal] = []
    do throws(GPUPartitioningError) {
      for name in plan.computerNames {
        let journal = try host(name).journal
        try journal.begin(change, plan)
        opened.append(journal)
      }
    } catch {
      for journal in opened { try? journal.end(change, .rolledBack) }
      throw error
    }
  }

  /// Does the step at `index`: checks, records, executes, reads back, records.
  mutating func perform(_ index: Int) throws(GPUPartitioningError) {
    let step = plan.steps[index]
    let host = try host(step.computerName)
    try PlanRun.require(step.reads, of: step, on: host, "The host has changed since the plan was made")
    try record(.starting(index), on: host)
    begun.append(index)
    do throws(GPUPartitioningError) {
      try host.execute(step, within: step.deadline)
      try PlanRun.require(step.writes + step.keeps, of: step, on: host, "The host did not do what it was told")
    } catch {
      note(.failed(index, error), on: host)
      throw error
    }
    try record(.finished(index), on: host)
  }

  /// Takes back what was done, the last first, and closes the journals.
  ///
  /// Returns `error` with what could not be taken back.
  mutating func rollBack(after error: GPUPartitioningError) -> GPUPartitioningError {
    for index in begun.reversed() { undo(index) }
    end(leftovers.isEmpty ? .rolledBack : .degraded)
    var result = error
    result.leftovers += leftovers
    return result
  }

  /// Closes the journals; one that cannot be closed is found open, and looked at, later.
  func end(_ outcome: ChangeOutcome) {
    for host in hosts.values { try? host.journal.end(change, outcome) }
  }

  private mutating func undo(_ index: Int) {
    let step = plan.steps[index]
    let undo = step.undo
    do throws(GPUPartitioningError) {
      let host = try host(step.computerName)
      // A step that failed without effect needs no undo, nor one whose undo somebody else has done.
      if try PlanRun.unmet(undo.writes, on: host, undo.scope) == nil { return }
      note(.undoing(index), on: host)
      do throws(GPUPartitioningError) {
        try host.execute(undo, within: undo.deadline)
        try PlanRun.require(undo.writes, of: undo, on: host, "The host did not do what it was told")
      } catch {
        note(.undoFailed(index, error), on: host)
        throw error
      }
      note(.undone(index), on: host)
    } catch {
      leftovers.append("Not taken back: \(step). \(error.message)")
    }
  }

  private static func require(
    _ facts: [HostFact], of step: ChangeStep, on host: any VirtualizationHost, _ complaint: String
  ) throws(GPUPartitioningError) {
    guard let broken = try unmet(facts, on: host, step.scope) else { return }
    throw GPUPartitioningError(
      .stateChanged, step.computerName,
      "\(complaint): it is not so that \(broken). The step was: \(step).")
  }

  /// The first of `facts` that is not so.
  private static func unmet(
    _ facts: [HostFact], on host: any VirtualizationHost, _ scope: SnapshotScope
  ) throws(GPUPartitioningError) -> HostFact? {
    let snapshot = try host.snapshot(scope)
    return facts.first { !$0.holds(in: snapshot) }
  }

  private func host(_ name: String) throws(GPUPartitioningError) -> any VirtualizationHost {
    guard let host = hosts[name] else {
      throw GPUPartitioningError(.hostUnreachable, name, "The computer \"\(name)\" is not known here.")
    }
    return host
  }

  private func record(_ event: JournalEntry.Event, on host: any VirtualizationHost) throws(GPUPartitioningError) {
    try host.journal.append(JournalEntry(change: change, event: event))
  }

  /// Records what has happened already; the way back does not stop because it cannot be written down.
  private mutating func note(_ event: JournalEntry.Event, on host: any VirtualizationHost) {
    do throws(GPUPartitioningError) {
      try record(event, on: host)
    } catch {
      let sentence = "The journal of \"\(host.name)\" could not be written. \(error.message)"
      if !leftovers.contains(sentence) { leftovers.append(sentence) }
    }
  }
}
