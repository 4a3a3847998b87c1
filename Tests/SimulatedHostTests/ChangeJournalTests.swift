import GPUPartitioning
import SimulatedHost
import Testing

/// A journal that fails at its `failing`-th call, and remembers the others.
private final class BrittleJournal: ChangeJournal {
  private let failing: Int
  private(set) var lines: [String] = []
  private var calls = 0

  init(failing: Int) { self.failing = failing }

  func begin(_ change: UniqueIdentifier, _ plan: ChangePlan) throws(GPUPartitioningError) { try note("begin") }
  func append(_ entry: JournalEntry) throws(GPUPartitioningError) {
    switch entry.event {
    case .starting(let index): try note("starting \(index)")
    case .finished(let index): try note("finished \(index)")
    case .failed(let index, _): try note("failed \(index)")
    case .undoing(let index): try note("undoing \(index)")
    case .undone(let index): try note("undone \(index)")
    case .undoFailed(let index, _): try note("undoFailed \(index)")
    }
  }
  func end(_ change: UniqueIdentifier, _ outcome: ChangeOutcome) throws(GPUPartitioningError) {
    try note(outcome.rawValue)
  }

  private func note(_ line: String) throws(GPUPartitioningError) {
    calls += 1
    if calls == failing { throw GPUPartitioningError(.operationFailed, "journal", "The disk is full.") }
    lines.append(line)
  }
}

struct ChangeJournalTests {
  private func apply(
    _ datacenter: SimulatedDatacenter, _ journal: any ChangeJournal, faults: [SimulatedFault] = []
  ) throws -> GPUPartitioningError? {
    let plan = try PlanApplierTests.plan(.addCycling, datacenter)
    let directory = try datacenter.makeDirectory()
    (directory.local as? SimulatedHost)?.journal = journal
    datacenter.faults = faults
    return try refusal { try PlanApplier(directory).apply(plan) }
  }

  @Test func recordsEveryStepBeforeAndAfter() throws {
    let journal = BrittleJournal(failing: 0)
    #expect(try apply(try Room.datacenter(), journal) == nil)
    #expect(
      journal.lines == [
        "begin", "starting 0", "finished 0", "starting 1", "finished 1", "starting 2", "finished 2", "applied",
      ])
  }

  @Test func recordsTheWayBack() throws {
    let journal = BrittleJournal(failing: 0)
    let error = try apply(try Room.datacenter(), journal, faults: [SimulatedFault(.refusal, onCall: 3)])
    #expect(error != nil)
    #expect(
      journal.lines == [
        "begin", "starting 0", "finished 0", "starting 1", "finished 1", "starting 2", "failed 2", "undoing 1",
        "undone 1", "undoing 0", "undone 0", "rolledBack",
      ])
  }

  @Test func recordsWhatCouldNotBeTakenBack() throws {
    let journal = BrittleJournal(failing: 0)
    let faults = [3, 4].map { SimulatedFault(.refusal, onCall: $0) }
    #expect(try apply(try Room.datacenter(), journal, faults: faults)?.leftovers.count == 1)
    #expect(journal.lines.suffix(5) == ["undoing 1", "undoFailed 1", "undoing 0", "undone 0", "degraded"])
  }

  /// A step that cannot be recorded is not begun; one that was done is taken back.
  @Test(arguments: 1...7)
  func aJournalThatFailsLeavesEverythingAsItWas(call: Int) throws {
    let datacenter = try Room.datacenter()
    let before = try datacenter.outline()
    let error = try apply(datacenter, BrittleJournal(failing: call))
    #expect(error?.message == "The disk is full.")
    #expect(try datacenter.outline() == before)
    #expect(datacenter.lockCount == 0)
  }
}
