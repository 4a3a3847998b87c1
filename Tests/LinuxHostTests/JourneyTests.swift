import GPUPartitioning
import Testing

@testable import LinuxHost

/// The domain's planner and applier over this host: what a user does, from an empty card to a started machine and back.
@Suite struct JourneyTests {
  @Test(arguments: [("generic-sriov", "0000:03:00.0"), ("nvidia-t4", "0000:3b:00.0")])
  func aCardIsSplitGivenAwayHeldAndTakenBack(_ name: String, _ card: String) throws {
    let fixture = try SysfsFixture(named: name)
    let host = fixture.host(additional: ["1d0f:cd01"])
    let machine = try LibvirtTests.Machine("journey \(UniqueIdentifier.random())")
    let applier = PlanApplier(HostDirectory(local: host))
    func planner() throws -> PartitionPlanner { PartitionPlanner(HostInventory([try host.snapshot(.everything)])) }
    let gpu = try host.gpu(card).reference

    try applier.apply(try planner().setCount(4, of: gpu))
    var request = AddAdapterRequest(machine: machine.reference)
    request.gpu = card
    try applier.apply(try planner().addAdapter(request))
    #expect(throws: GPUPartitioningError.self, "One partition a machine.") { try planner().addAdapter(request) }
    try applier.apply(try planner().start(machine.reference))
    let refusal = #expect(throws: GPUPartitioningError.self) { try planner().setCount(2, of: gpu) }
    #expect(refusal?.code == .objectInUse)
    #expect(refusal?.message.contains(machine.reference.name) == true)
    try applier.apply(try planner().stop(machine.reference, .turnOff))
    try applier.apply(try planner().removeAdapters(of: machine.reference))
    try applier.apply(try planner().setCount(2, of: gpu))
    #expect(try host.gpu(card).partitionCount == 2)
    #expect(host.recoverInterruptedChanges().isEmpty)
    let outcomes = try host.fileJournal.closedEntries().map { try $0.record.get().outcome }
    #expect(outcomes.allSatisfy { $0 == .applied } && outcomes.count == 6)
  }

  @Test func aCountThatFailsLeavesTheCardAndAClosedRecord() throws {
    let fixture = try SysfsFixture(named: "generic-sriov")
    let host = fixture.host(additional: ["1d0f:cd01"])
    let applier = PlanApplier(HostDirectory(local: host))
    let planner = PartitionPlanner(HostInventory([try host.snapshot(.everything)]))
    let plan = try planner.setCount(4, of: try host.gpu("0000:03:00.0").reference)
    fixture.fail(write: 1, .fail(.init(5)))
    let error = #expect(throws: GPUPartitioningError.self) { try applier.apply(plan) }
    #expect(error?.leftovers == [])
    #expect(try host.gpu("0000:03:00.0").partitionCount == 0)
    let outcomes = try host.fileJournal.closedEntries().map { try $0.record.get().outcome }
    #expect(outcomes == [.rolledBack])
    try host.lock([.gpu(try host.gpu("0000:03:00.0").address)]).release()
  }
}
