import GPUPartitioning

/// The hosts that a simulation begins with: three that could be anybody's, each with something to find out.
///
/// node1 is well; node2 has makers of all kinds, one GPU without a driver, and one set aside whole; on node3 the IOMMU
/// is off.
package enum DefaultScenario {
  /// `now`, in seconds since 1970, is when the running machines have run for a while.
  package static func make(now: Int64) -> SimulatedState {
    SimulatedState(rooms: [node1(now), node2(now), node3()])
  }

  private static func node1(_ now: Int64) -> SimulatedMachineRoom {
    var room = SimulatedMachineRoom(name: "node1")
    room.addGPU("ASPEED Graphics Family", "0000:03:00.0", flaws: [.bootDisplay])
    room.addGPU("NVIDIA A2", "0000:08:00.0", numaNode: 0)
    room.addGPU("NVIDIA L40S", "0000:41:00.0", numaNode: 1, count: 12)
    room.addMachine("web01", 0x01, gibibytes: 4, processors: 2, notes: "Front end of the shop")
    room.addMachine("web02", 0x02, gibibytes: 4, processors: 2, running: now - 2558)
    room.addMachine("cad01", 0x03, gibibytes: 32, processors: 8, running: now - 93_600)
    room.addMachine("cad02", 0x04, gibibytes: 32, processors: 8)
    room.addMachine("lost01", 0x05, gibibytes: 8, processors: 4, notes: "Its GPU was split anew since it last ran")
    room.assign("cad01", "0000:41:00.0", slot: 0)
    room.assign("cad02", "0000:41:00.0", slot: 1)
    room.assign("lost01", "0000:08:00.0", slot: 7)
    return room
  }

  private static func node2(_ now: Int64) -> SimulatedMachineRoom {
    var room = SimulatedMachineRoom(name: "node2")
    room.addGPU("NVIDIA A2", "0000:08:00.0", numaNode: 0)
    room.addGPU("AMD FirePro S7150", "0000:21:00.0", numaNode: 0, count: 4)
    room.addGPU("Intel Arc Pro B50", "0000:43:00.0", numaNode: 1, count: 2)
    room.addGPU("Intel Data Center GPU Flex 170", "0000:61:00.0", numaNode: 1, flaws: [.noDriver])
    room.addGPU("Tesla T4", "0000:81:00.0", numaNode: 1, count: 4)
    room.addGPU("NVIDIA L4", "0000:a1:00.0", numaNode: 1, flaws: [.passthrough])
    room.addMachine("desk01", 0x11, gibibytes: 8, processors: 4, running: now - 7260)
    room.addMachine("desk02", 0x12, gibibytes: 8, processors: 4)
    room.addMachine("deaf01", 0x13, gibibytes: 8, processors: 4, running: now - 864_000, ignoresShutdown: true)
    room.assign("desk01", "0000:21:00.0", slot: 0)
    room.assign("deaf01", "0000:81:00.0", slot: 2)
    return room
  }

  private static func node3() -> SimulatedMachineRoom {
    var room = SimulatedMachineRoom(name: "node3")
    room.hasIOMMU = .no
    room.hasDirtyTracking = .no
    room.addGPU("NVIDIA A2", "0000:08:00.0", numaNode: 0)
    room.addGPU("NVIDIA A16", "0000:21:00.0", numaNode: 0, flaws: [.serviceStopped])
    room.addMachine("old01", 0x21, gibibytes: 2, processors: 1)
    return room
  }
}

extension SimulatedMachineRoom {
  /// Adds a GPU of the catalogue.
  ///
  /// A model, address or count that does not exist adds nothing.
  package mutating func addGPU(
    _ model: String, _ address: String, numaNode: Int? = nil, count: UInt16 = 0, flaws: Set<SimulatedGPU.Flaw> = []
  ) {
    guard let model = GPUCatalogue.model(named: model), let address = PCIAddress(address) else { return }
    var gpu = SimulatedGPU(model, at: address, numaNode: numaNode, flaws: flaws)
    guard gpu.split(into: count) else { return }
    gpus.append(gpu)
  }

  /// Adds a machine, off or running since the second `running`; `number` makes its identifier.
  package mutating func addMachine(
    _ machineName: String, _ number: UInt64, gibibytes: Int64, processors: Int, running: Int64? = nil,
    notes: String = "", ignoresShutdown: Bool = false
  ) {
    let identifier = UniqueIdentifier(high: 0x6770_7368_0000_4000, low: 0x8000_0000_0000_0000 | number)
    let reference = VirtualMachineReference(computerName: name, identifier: identifier, name: machineName)
    var machine = VirtualMachine(reference: reference, state: running == nil ? .off : .running)
    machine.processorCount = processors
    machine.memoryStartup = gibibytes << 30
    machine.memoryMinimum = machine.memoryStartup
    machine.memoryMaximum = machine.memoryStartup
    machine.version = "12.0"
    machine.notes = notes
    machine.path = "/var/lib/libvirt/images/\(machineName)"
    var simulated = SimulatedMachine(machine)
    simulated.startedAt = running
    simulated.load = running == nil ? 0 : 3
    simulated.ignoresShutdown = ignoresShutdown
    machines.append(simulated)
  }

  /// Gives the machine the partition `slot` of the GPU at `address`, whether that exists or not.
  package mutating func assign(_ machineName: String, _ address: String, slot: UInt16) {
    guard let gpu = gpus.first(where: { $0.address == PCIAddress(address) }), let location = gpu.location(of: slot),
      let index = machines.firstIndex(where: { $0.machine.name == machineName })
    else { return }
    let machine = machines[index].machine.reference
    let device = UniqueIdentifier(derivedFrom: "\(name) \(machineName) \(location)")
    machines[index].machine.adapters.append(
      GPUPartitionAdapter(reference: AdapterReference(machine: machine, device: device), location: location))
  }
}
