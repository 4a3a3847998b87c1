import Foundation
import GPUPartitioning
import TestSupport
import Testing

@testable import LinuxHost

@Suite struct JournalTests {
  private static let machine = VirtualMachineReference(
    computerName: "lab", identifier: UniqueIdentifier.random(), name: "web 01%\n\"ü\" = <&>")
  private static let gpu = PCIAddress("0000:03:00.0").map {
    GPUReference(computerName: "lab", address: $0, name: "\\\\?\\PCI#X")
  }

  static func steps() throws -> [ChangeStep] {
    let gpu = try #require(gpu)
    let adapter = AdapterReference(machine: machine, device: .random())
    var bounds = AdapterBounds.none
    bounds.vram = try RequestedBounds(minimum: 1, maximum: .max, optimal: 2)
    bounds.decode = try RequestedBounds(maximum: 9)
    let place = try #require(PCIAddress("0000:03:00.1"))
    return [
      .setPartitionCount(gpu, from: PartitionLayout(count: 0), to: PartitionLayout(count: 4, profile: "nvidia 4Q")),
      .attach(AdapterDefinition(reference: adapter, location: .virtualFunction(place), gpu: gpu, bounds: bounds)),
      .detach(AdapterDefinition(reference: adapter, location: .mediatedDevice(.random()), gpu: nil)),
      .setBounds(adapter, from: bounds, to: .none), .start(machine, from: .saved), .stop(machine, .shutDownOrTurnOff),
      .stop(machine, .save), .pause(machine), .resume(machine),
    ]
  }

  @Test func everyStepComesBackFromItsLine() throws {
    for step in try Self.steps() {
      let line = JournalLine(step)
      #expect(line.text.filter { $0 == "\n" }.count == 1)
      #expect(JournalLine(text: line.text.dropLast())?.step == step)
    }
  }

  @Test func aRecordTellsTheWholeChange() throws {
    let directory = try TemporaryDirectory()
    let journal = FileJournal(StateDirectory(path: directory.path + "/deep/changes"), host: "lab")
    let plan = ChangePlan(title: "Do\nthings", steps: try Self.steps())
    let change = UniqueIdentifier.random()
    try journal.begin(change, plan)
    let failure = GPUPartitioningError(.objectInUse, "a b", "It is \"used\".", cause: "100 %")
    let events: [JournalEntry.Event] = [
      .starting(0), .finished(0), .starting(1), .failed(1, failure), .undoing(0), .undoFailed(0, failure),
    ]
    for event in events { try journal.append(JournalEntry(change: change, event: event)) }
    let open = try #require(journal.openEntries().first)
    #expect(open.isRunning)
    let record = try open.record.get()
    #expect(record.change == change)
    #expect(record.title == plan.title)
    #expect(record.steps == plan.steps)
    #expect(record.events == events)
    #expect(record.outcome == nil)
    #expect(record.openSteps.map(\.index) == [1, 0])
    try journal.end(change, .degraded)
    #expect(journal.openEntries().isEmpty)
    let closed = try #require(journal.closedEntries().first)
    #expect(!closed.isRunning)
    #expect(try closed.record.get().outcome == .degraded)
  }

  @Test func aLineThatWasCutOffCountsAsNotWritten() throws {
    let plan = ChangePlan(title: "t", steps: try Self.steps())
    let whole = ChangeRecord.heading(.random(), plan) + "starting step=0\nfinished step=0\n"
    let bytes = Array(whole.utf8)
    for length in 0..<bytes.count {
      let cut = String(decoding: bytes[..<length], as: UTF8.self)
      guard let record = try? ChangeRecord(cut) else {
        #expect(!cut.contains("\n"))
        continue
      }
      #expect(record.events.count <= 2)
      #expect(record.steps.isEmpty || record.steps == plan.steps)
    }
    #expect(try ChangeRecord(whole).events == [.starting(0), .finished(0)])
  }

  @Test(arguments: [
    ("garbage\n", "Line 1 cannot be understood."), ("", "It is empty."),
    ("gpsh-change version=2 change=x\n", "It was written by a newer gpsh (format 2)."),
    ("gpsh-change version=1 change=nonsense\n", "Line 1 cannot be understood."),
    ("gpsh-change version=1 change=89abcdef-0123-4567-89ab-cdef01234567\nstep kind=unheard\nbegin\n", "Line 2"),
    ("gpsh-change version=1 change=89abcdef-0123-4567-89ab-cdef01234567\nbegin\nstarting step=0\n", "Line 3"),
    ("gpsh-change version=1 change=89abcdef-0123-4567-89ab-cdef01234567\nbegin\nstarting step=%Z\n", "Line 3"),
    ("gpsh-change version=1 change=89abcdef-0123-4567-89ab-cdef01234567\nbegin\nend outcome=maybe\n", "Line 3"),
  ]) func whatIsNoRecordIsSaid(_ text: String, _ complaint: String) {
    let error = #expect(throws: ChangeRecord.Problem.self) { try ChangeRecord(text) }
    #expect(error?.description.hasPrefix(complaint) == true)
  }

  @Test func twoLocksOnOneGPUExcludeEachOther() throws {
    let machine = try SysfsFixture(named: "generic-sriov")
    let host = machine.host()
    let other = machine.host()
    let gpu = LockSubject.gpu(try #require(PCIAddress("0000:03:00.0")))
    let vm = LockSubject.machine(.random())
    let first = try host.lock([gpu])
    let error = #expect(throws: GPUPartitioningError.self) { try other.lock([vm, gpu]) }
    #expect(error?.code == .objectInUse)
    #expect(error?.cause.contains("Process \(getpid())") == true)
    // Nothing of a lock that failed stays locked.
    try other.lock([vm]).release()
    first.release()
    first.release()
    try other.lock([vm, gpu]).release()
  }

  @Test func aGPUStaysLockedWhileAWriteRunsOn() throws {
    let machine = try SysfsFixture(named: "generic-sriov")
    let host = machine.host(additional: ["1d0f:cd01"])
    let gpu = LockSubject.gpu(try #require(PCIAddress("0000:03:00.0")))
    let lock = try host.lock([gpu])
    // What the kernel's process would have.
    let descriptor = dup(try #require((lock as? FileLock)?.descriptor(gpu)))
    machine.fail(write: 1, .hang)
    #expect(throws: GPUPartitioningError.self) { try host.split("0000:03:00.0", into: 4) }
    let writes = machine.changes.count
    let error = #expect(throws: GPUPartitioningError.self) { try host.split("0000:03:00.0", into: 2) }
    #expect(error?.code == .operationTimeout)
    #expect(machine.changes.count == writes, "Nothing may wait behind it.")
    lock.release()
    #expect(throws: GPUPartitioningError.self) { try machine.host().lock([gpu]) }
    close(descriptor)
    try machine.host().lock([gpu]).release()
  }
}
