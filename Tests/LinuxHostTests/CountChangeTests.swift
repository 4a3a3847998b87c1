import Foundation
import GPUPartitioning
import Testing

@testable import LinuxHost

@Suite struct CountChangeTests {
  private static let card = "0000:03:00.0"

  private static func machine() throws -> (SysfsFixture, LinuxHost) {
    let machine = try SysfsFixture(named: "generic-sriov")
    return (machine, machine.host(additional: ["1d0f:cd01"]))
  }

  @Test func splittingHoldsTheProbeBackAndReadsBack() throws {
    let (machine, host) = try Self.machine()
    try host.split(Self.card, into: 4)
    #expect(
      machine.changes == [
        "0 > 0000:03:00.0/sriov_drivers_autoprobe", "4 > 0000:03:00.0/sriov_numvfs",
        "1 > 0000:03:00.0/sriov_drivers_autoprobe",
      ])
    let gpu = try host.gpu(Self.card)
    #expect(gpu.partitions.map(\.location.description) == (1...4).map { "0000:03:00.\($0)" })
    #expect(gpu.partitionCount == 4)
    #expect(machine.tree.linkName("sys/bus/pci/devices/0000:03:00.1/driver") == nil)
  }

  @Test func anotherCountGoesByWayOfZero() throws {
    let (machine, host) = try Self.machine()
    try host.split(Self.card, into: 4)
    machine.forgetChanges()
    try host.split(Self.card, into: 2)
    #expect(
      machine.changes == [
        "0 > 0000:03:00.0/sriov_drivers_autoprobe", "0 > 0000:03:00.0/sriov_numvfs", "2 > 0000:03:00.0/sriov_numvfs",
        "1 > 0000:03:00.0/sriov_drivers_autoprobe",
      ])
    machine.forgetChanges()
    try host.split(Self.card, into: 2)
    #expect(machine.changes.isEmpty, "The count is so already.")
    try host.split(Self.card, into: 0)
    #expect(machine.changes == ["0 > 0000:03:00.0/sriov_numvfs"])
    #expect(try host.gpu(Self.card).partitions.isEmpty)
  }

  @Test func whatIfPrintsTheWritesThatAreThenDone() throws {
    let (machine, host) = try Self.machine()
    try host.split(Self.card, into: 1)
    machine.forgetChanges()
    let gpu = try host.gpu(Self.card)
    let step = ChangeStep.setPartitionCount(gpu.reference, from: gpu.layout, to: PartitionLayout(count: 3))
    let operations = try host.operations(for: step)
    #expect(machine.changes.isEmpty)
    #expect(
      operations.map(\.description) == [
        "write /sys/bus/pci/devices/0000:03:00.0/sriov_drivers_autoprobe: 0 (undo: write 1)",
        "write /sys/bus/pci/devices/0000:03:00.0/sriov_numvfs: 0 (undo: write 1)",
        "wait virtual functions of 0000:03:00.0: 0",
        "write /sys/bus/pci/devices/0000:03:00.0/sriov_numvfs: 3 (undo: write 0)",
        "wait virtual functions of 0000:03:00.0: 3",
        "write /sys/bus/pci/devices/0000:03:00.0/sriov_drivers_autoprobe: 1",
      ])
    try host.execute(step, within: .seconds(5))
    let written = operations.filter { $0.kind == .write }.map { "\($0.value) > \($0.target)" }
    #expect(written.map { $0.replacing("/sys/bus/pci/devices/", with: "") } == machine.changes)
  }

  @Test(arguments: [0, 1, 2, 3]) func aRefusedWriteIsTakenBackInReverse(_ position: Int) throws {
    let (machine, host) = try Self.machine()
    try host.split(Self.card, into: 4)
    machine.forgetChanges()
    let before = try host.gpu(Self.card)
    machine.fail(write: position, .fail(ErrorNumber(EIO)))
    let error = #expect(throws: GPUPartitioningError.self) { try host.split(Self.card, into: 2) }
    #expect(error?.code == .operationFailed)
    #expect(error?.leftovers == [])
    #expect(error?.cause.contains("Input/output error (EIO)") == true)
    let after = try host.gpu(Self.card)
    #expect(after.layout == before.layout)
    #expect(machine.tree.textIfAny("sys/bus/pci/devices/0000:03:00.0/sriov_drivers_autoprobe") == "1")
  }

  @Test(arguments: [1, 2]) func aWriteThatHangsIsNotFollowedByAnother(_ position: Int) throws {
    let (machine, host) = try Self.machine()
    try host.split(Self.card, into: 4)
    machine.forgetChanges()
    machine.fail(write: position, .hang)
    let error = #expect(throws: GPUPartitioningError.self) { try host.split(Self.card, into: 2) }
    #expect(error?.code == .degraded)
    #expect(error?.leftovers.count == 1)
    #expect(machine.changes.count == position + 1)
    #expect(machine.changes.last?.hasSuffix("hangs") == true)
  }

  @Test func anUndoThatFailsIsSaid() throws {
    let (machine, host) = try Self.machine()
    try host.split(Self.card, into: 4)
    machine.forgetChanges()
    machine.fail(write: 2, .fail(ErrorNumber(ENOMEM)))
    machine.fail(write: 3, .fail(ErrorNumber(EIO)))
    let error = #expect(throws: GPUPartitioningError.self) { try host.split(Self.card, into: 2) }
    #expect(error?.code == .degraded)
    #expect(
      error?.leftovers == [
        "The host refused to write '4' to '/sys/bus/pci/devices/0000:03:00.0/sriov_numvfs': Input/output error (EIO)."
      ])
    // What could be taken back was.
    #expect(machine.changes.last == "1 > 0000:03:00.0/sriov_drivers_autoprobe")
  }

  @Test func aDriverThatMakesFewerIsFoundOutAndTakenBack() throws {
    let text = try String(contentsOfFile: Fixtures.path("generic-sriov.sysfs"), encoding: .utf8)
    let machine = try SysfsFixture(text: text.replacing("functions driver", with: "functions limit=2 driver"))
    let host = machine.host(additional: ["1d0f:cd01"])
    let error = #expect(throws: GPUPartitioningError.self) { try host.split(Self.card, into: 4) }
    #expect(error?.code == .operationFailed)
    #expect(error?.cause == "The driver made 2 virtual functions on 0000:03:00.0 where 4 were asked for.")
    #expect(try host.gpu(Self.card).partitionCount == 0)
  }

  @Test func whatAProcessHasOpenIsRefusedBeforeTheKernelHangs() throws {
    let (machine, host) = try Self.machine()
    try host.split(Self.card, into: 2)
    machine.forgetChanges()
    try machine.put("dev/vfio/40 = ")
    try machine.put("proc/77/comm = qemu")
    try machine.put("proc/77/fd/3 -> /dev/vfio/40")
    let error = #expect(throws: GPUPartitioningError.self) { try host.split(Self.card, into: 0) }
    #expect(error?.code == .objectInUse)
    #expect(error?.message.contains("process 77 (qemu)") == true)
    #expect(machine.changes.isEmpty)
  }

  @Test(arguments: [5, 65535] as [UInt16]) func moreThanTheCardHasIsRefusedWithoutAWrite(_ count: UInt16) throws {
    let (machine, host) = try Self.machine()
    let error = #expect(throws: GPUPartitioningError.self) { try host.split(Self.card, into: count) }
    #expect(error?.code == .outOfRange)
    #expect(machine.changes.isEmpty)
  }

  @Test(arguments: [
    ("nvidia-a2", "0000:08:00.0"), ("nvidia-a2-off", "0000:08:00.0"), ("intel-flex-170", "0000:4d:00.0"),
    ("intel-b60", "0000:05:00.0"), ("amd-mi300x", "0000:c1:00.0"), ("passthrough", "0000:03:00.0"),
    ("passthrough", "0000:04:00.0"),
  ]) func technologiesThatAreOnlyReadRefuseWithTheReason(_ name: String, _ address: String) throws {
    let machine = try SysfsFixture(named: name)
    let host = machine.host()
    let gpu = try host.gpu(address)
    let error = #expect(throws: GPUPartitioningError.self) { try host.split(address, into: 1) }
    #expect(error?.code == .notSupported)
    #expect(error?.message == gpu.countChangeObstacle)
    #expect(machine.changes.isEmpty)
  }

  @Test func noMemoryForFunctionsIsTheKernelsWord() throws {
    let machine = try SysfsFixture(named: "function-memory-missing")
    let host = machine.host(additional: ["1d0f:cd01"])
    let error = #expect(throws: GPUPartitioningError.self) { try host.split(Self.card, into: 4) }
    #expect(error?.cause.contains("Cannot allocate memory (ENOMEM)") == true)
    #expect(error?.leftovers == [])
  }

  @Test func aFunctionIsNoGPU() throws {
    let (_, host) = try Self.machine()
    try host.split(Self.card, into: 1)
    let reference = GPUReference(
      computerName: "lab", address: try #require(PCIAddress("0000:03:00.1")), name: "0000:03:00.1")
    let step = ChangeStep.setPartitionCount(
      reference, from: PartitionLayout(count: 0), to: PartitionLayout(count: 1))
    #expect(throws: GPUPartitioningError.self) { try host.execute(step, within: .seconds(1)) }
  }
}
