import GPUPartitioning
import SimulatedHost
import Testing

/// What a step meets on a host, without planner and applier in between.
struct SimulatedKernelTests {
  private func execute(_ step: ChangeStep, _ datacenter: SimulatedDatacenter) throws -> GPUPartitioningError? {
    try refusal { try datacenter.makeDirectory().host(step.computerName).execute(step, within: .seconds(1)) }
  }

  private func split(_ datacenter: SimulatedDatacenter, _ address: String, _ count: UInt16) throws -> ChangeStep {
    let gpu = try datacenter.gpu(address)
    return .setPartitionCount(
      gpu.reference, from: gpu.layout,
      to: PartitionLayout(count: count, profile: gpu.profile(forCount: count)?.identifier))
  }

  private func flawed(_ flaw: SimulatedGPU.Flaw, count: UInt16 = 4) throws -> SimulatedDatacenter {
    var room = SimulatedMachineRoom(name: "a")
    room.addGPU("NVIDIA A2", "0000:08:00.0", count: count, flaws: [flaw])
    return try Room.datacenter(SimulatedState(rooms: [room]))
  }

  @Test(arguments: [
    (SimulatedGPU.Flaw.noDriver, "ENOENT", UInt16(4)), (.passthrough, "ENOENT", 4),
    (.driverCannotPartition, "ENOENT", 4), (.noFunctionMemory, "ENOMEM", 0), (.refusesEnable, "EIO", 0),
  ])
  func theKernelRefuses(flaw: SimulatedGPU.Flaw, errno: String, left: UInt16) throws {
    let datacenter = try flawed(flaw)
    let error = try execute(try split(datacenter, "08:00.0", 2), datacenter)
    #expect(error?.code == .operationFailed)
    #expect(error?.cause.contains(errno) == true)
    #expect(try datacenter.gpu("08:00.0").partitionCount == left)
  }

  @Test func moreThanThereAreFunctionsIsOutOfRange() throws {
    let datacenter = try Room.datacenter()
    #expect(try execute(try split(datacenter, "09:00.0", 17), datacenter)?.cause.contains("ERANGE") == true)
  }

  @Test func theSameCountSucceedsEvenWithoutADriver() throws {
    let datacenter = try flawed(.noDriver)
    #expect(try execute(try split(datacenter, "08:00.0", 4), datacenter) == nil)
  }

  @Test func aCountWhileAMachineRunsEndsWithTheDeadline() throws {
    let datacenter = try Room.datacenter()
    let error = try execute(try split(datacenter, "08:00.0", 0), datacenter)
    #expect(error?.code == .operationTimeout)
    #expect(error?.cause.contains("\"held\"") == true)
  }

  @Test func aShortEnableSucceedsAndIsFoundByReadingBack() throws {
    let datacenter = try flawed(.shortEnable, count: 0)
    #expect(try execute(try split(datacenter, "08:00.0", 4), datacenter) == nil)
    #expect(try datacenter.gpu("08:00.0").partitionCount == 3)
    let gpu = try datacenter.gpu("08:00.0")
    let plan = try PartitionPlanner(datacenter.inventory()).setCount(2, of: gpu.reference)
    #expect(try refusal { try datacenter.apply(plan) }?.code == .stateChanged)
  }

  @Test func virtualFunctionsComeBackAtTheirAddressMediatedDevicesDoNot() throws {
    var room = SimulatedMachineRoom(name: "a")
    room.addGPU("NVIDIA A2", "0000:08:00.0", count: 4)
    room.addGPU("Tesla T4", "0000:09:00.0", count: 4)
    let datacenter = try Room.datacenter(SimulatedState(rooms: [room]))
    for (address, isStable) in [("08:00.0", true), ("09:00.0", false)] {
      let before = try datacenter.gpu(address).partitions.map(\.location)
      #expect(Set(before).count == 4)
      for count in [2, 4] as [UInt16] { _ = try execute(try split(datacenter, address, count), datacenter) }
      #expect((try datacenter.gpu(address).partitions.map(\.location) == before) == isStable)
    }
  }

  /// Behaviour 42: the clash shows at the start only.
  @Test func onePartitionInTwoDefinitionsIsFoundAtTheStart() throws {
    let datacenter = try Room.datacenter()
    let held = try #require(try datacenter.machine("held").adapters.first)
    let off = try datacenter.machine("off").reference
    let double = AdapterDefinition(
      reference: AdapterReference(machine: off, device: .random()), location: held.location, gpu: nil)
    #expect(try execute(.attach(double), datacenter) == nil)
    #expect(try datacenter.gpu("08:00.0").partitions.first?.holders.count == 2)
    let error = try execute(.start(off, from: .off), datacenter)
    #expect(error?.message.hasPrefix("'off' failed to start.") == true)
    #expect(error?.cause == "PCI device 0000:08:00.4 is in use by driver QEMU, domain held")
  }

  @Test func aFunctionThatIsMissingStopsTheStart() throws {
    var state = Room.state()
    state.rooms[0].assign("off", "0000:09:00.0", slot: 15)
    let datacenter = try Room.datacenter(state)
    let machine = try datacenter.machine("off")
    #expect(machine.adapters.first?.partition == nil)
    let error = try execute(.start(machine.reference, from: .off), datacenter)
    #expect(error?.message.contains("Insufficient system resources exist") == true)
    #expect(try datacenter.machine("off").state == .off)
  }

  @Test func aGuestThatDoesNotListenIsOnlyTurnedOff() throws {
    var room = SimulatedMachineRoom(name: "a")
    room.addMachine("deaf", 1, gibibytes: 1, processors: 1, running: 1, ignoresShutdown: true)
    let datacenter = try Room.datacenter(SimulatedState(rooms: [room]))
    let machine = try datacenter.machine("deaf").reference
    #expect(try execute(.stop(machine, .shutDown), datacenter)?.code == .operationTimeout)
    #expect(try datacenter.machine("deaf").state == .running)
    #expect(try execute(.stop(machine, .shutDownOrTurnOff), datacenter) == nil)
    #expect(try datacenter.machine("deaf").state == .off)
  }

  @Test func availableMemoryFallsWithEachAssignment() throws {
    let datacenter = try Room.datacenter()
    #expect(try datacenter.gpu("08:00.0").capacities.vram.available == 12 << 30)
    #expect(try datacenter.gpu("09:00.0").capacities.vram.available == 16 << 30)
  }

  @Test func operationsAreInTheKernelsOrder() throws {
    let datacenter = try Room.datacenter()
    let host = try datacenter.makeDirectory().local
    let lines = try host.operations(for: try split(datacenter, "09:00.0", 2)).map(\.description)
    #expect(
      lines == [
        "write sriov_numvfs of 0000:09:00.0: 0 (undo: 4)", "write sriov_numvfs of 0000:09:00.0: 2 (undo: 0)",
        "read sriov_numvfs of 0000:09:00.0",
      ])
  }

  @Test func aScopeLimitsWhatIsShown() throws {
    let host = try Room.datacenter().makeDirectory().local
    #expect(try host.snapshot(.gpusOnly).virtualMachines.isEmpty)
    #expect(try host.snapshot(.machinesOnly).gpus.isEmpty)
    #expect(try host.snapshot(.machines([NamePattern("o*")])).virtualMachines.map(\.name) == ["off", "on"])
    #expect(try host.snapshot(.machinesOnly).virtualMachines.first?.adapters.first?.partition != nil)
    var seen: [String] = []
    try host.visitVirtualMachines(.all) { machine in
      seen.append(machine.name)
      return seen.count < 2
    }
    #expect(seen == ["held", "off"])
  }
}
