import Foundation
import GPUPartitioning
import Testing

@testable import LinuxHost

@Suite struct RecoveryTests {
  private static let card = "0000:03:00.0"

  /// A host on which a change was cut off after the given events.
  private static func interrupted(
    _ machine: SysfsFixture, after events: [JournalEntry.Event], doing: (LinuxHost) throws -> Void
  ) throws -> UniqueIdentifier {
    let host = machine.host(additional: ["1d0f:cd01"])
    let gpu = try host.gpu(card)
    let step = ChangeStep.setPartitionCount(
      gpu.reference, from: gpu.layout, to: PartitionLayout(count: 4, profile: "4"))
    let change = UniqueIdentifier.random()
    try host.journal.begin(change, ChangePlan(title: "Split GPU \"\(card)\" into 4 partitions", steps: [step]))
    for event in events { try host.journal.append(JournalEntry(change: change, event: event)) }
    try doing(host)
    return change
  }

  @Test func aStepInDoubtIsTakenBack() throws {
    let machine = try SysfsFixture(named: "generic-sriov")
    _ = try Self.interrupted(machine, after: [.starting(0)]) { try $0.split(Self.card, into: 4) }
    let host = machine.host(additional: ["1d0f:cd01"])
    #expect(
      host.recoverInterruptedChanges().map(\.message) == [
        "An interrupted change was taken back: Split GPU \"0000:03:00.0\" into 4 partitions."
      ])
    #expect(try host.gpu(Self.card).partitionCount == 0)
    #expect(host.recoverInterruptedChanges().isEmpty, "It is done once.")
  }

  @Test func aSettingThatWasBorrowedIsGivenBack() throws {
    let machine = try SysfsFixture(named: "generic-sriov")
    // The process ends after the second of three writes: the functions are there, the probe is still held back.
    _ = try Self.interrupted(machine, after: [.starting(0)]) { host in
      machine.fail(write: 2, .hang)
      #expect(throws: GPUPartitioningError.self) { try host.split(Self.card, into: 4) }
    }
    machine.forgetFaults()
    let probe = "sys/bus/pci/devices/\(Self.card)/sriov_drivers_autoprobe"
    #expect(machine.tree.textIfAny(probe) == "0")
    let host = machine.host(additional: ["1d0f:cd01"])
    #expect(host.recoverInterruptedChanges().map(\.ending) == [.takenBack])
    #expect(machine.tree.textIfAny(probe) == "1")
    #expect(try host.gpu(Self.card).partitionCount == 0)
  }

  @Test(arguments: ["etc/passwd", "sys/bus/pci/devices/../../../../etc/passwd", "../outside"])
  func aRecordCannotHaveOtherFilesWritten(_ path: String) throws {
    let machine = try SysfsFixture(named: "generic-sriov")
    try machine.put("etc/passwd = root")
    let change = UniqueIdentifier.random()
    let text =
      ChangeRecord.heading(change, ChangePlan(title: "t", steps: []))
      + JournalLine("borrowed", ["path": path, "value": "x"]).text.dropLast()
    try machine.put("var/lib/gpsh/changes/\(change).change = \(text.replacing("\n", with: "\\n"))")
    #expect(machine.host().recoverInterruptedChanges().map(\.ending) == [.takenBack])
    #expect(machine.changes.isEmpty)
  }

  @Test func aStepThatHadNoEffectNeedsNothing() throws {
    let machine = try SysfsFixture(named: "generic-sriov")
    _ = try Self.interrupted(machine, after: [.starting(0)]) { _ in }
    machine.forgetChanges()
    let host = machine.host(additional: ["1d0f:cd01"])
    #expect(host.recoverInterruptedChanges().map(\.ending) == [.takenBack])
    #expect(machine.changes.isEmpty)
  }

  @Test func aChangeThatWasDoneIsClosed() throws {
    let machine = try SysfsFixture(named: "generic-sriov")
    _ = try Self.interrupted(machine, after: [.starting(0), .finished(0)]) { try $0.split(Self.card, into: 4) }
    let host = machine.host(additional: ["1d0f:cd01"])
    #expect(host.recoverInterruptedChanges().map(\.ending) == [.applied])
    #expect(try host.gpu(Self.card).partitionCount == 4)
  }

  @Test func whatIsInUseByNowIsNotTakenBack() throws {
    let machine = try SysfsFixture(named: "generic-sriov")
    _ = try Self.interrupted(machine, after: [.starting(0)]) { try $0.split(Self.card, into: 4) }
    try machine.put("dev/vfio/40 = ")
    try machine.put("proc/77/fd/3 -> /dev/vfio/40")
    machine.forgetChanges()
    let host = machine.host(additional: ["1d0f:cd01"])
    let recovery = try #require(host.recoverInterruptedChanges().first)
    #expect(recovery.ending == .degraded)
    #expect(recovery.leftovers.first?.hasSuffix("is in use.") == true)
    #expect(machine.changes.isEmpty)
  }

  @Test func aRecordThatWasClosedAndNotPutAwayIsPutAway() throws {
    let machine = try SysfsFixture(named: "generic-sriov")
    let change = UniqueIdentifier.random()
    let text = ChangeRecord.heading(change, ChangePlan(title: "t", steps: [])) + "end outcome=applied"
    try machine.put("var/lib/gpsh/changes/\(change).change = \(text.replacing("\n", with: "\\n"))")
    let host = machine.host()
    #expect(host.recoverInterruptedChanges().isEmpty)
    #expect(host.fileJournal.openEntries().isEmpty)
    #expect(try host.fileJournal.closedEntries().map { try $0.record.get().change } == [change])
  }

  @Test func aChangeThatRunsIsLeftAlone() throws {
    let machine = try SysfsFixture(named: "generic-sriov")
    let running = machine.host(additional: ["1d0f:cd01"])
    let change = UniqueIdentifier.random()
    try running.journal.begin(change, ChangePlan(title: "t", steps: []))
    #expect(machine.host().recoverInterruptedChanges().isEmpty)
    try running.journal.end(change, .applied)
  }

  @Test(arguments: ["garbage", "gpsh-change version=9\n", "gpsh-change version=1 change=1\n"])
  func recordsThatCannotBeUsedAreNamedAndKept(_ text: String) throws {
    let machine = try SysfsFixture(named: "generic-sriov")
    try machine.put("var/lib/gpsh/changes/89abcdef-0123-4567-89ab-cdef01234567.change = \(text)")
    let host = machine.host(additional: ["1d0f:cd01"])
    let recovery = try #require(host.recoverInterruptedChanges().first)
    #expect(recovery.ending == .untouched)
    #expect(recovery.message.contains("89abcdef-0123-4567-89ab-cdef01234567.change'"))
    #expect(host.recoverInterruptedChanges().count == 1)
  }
}
