import GPUPartitioning
import SimulatedHost
import Testing

/// Two hosts for tests: `a` with two GPUs and machines on and off, `b` with one.
enum Room {
  static func state() -> SimulatedState {
    var first = SimulatedMachineRoom(name: "a")
    first.addGPU("NVIDIA A2", "0000:08:00.0", count: 4)
    first.addGPU("NVIDIA A2", "0000:09:00.0", count: 4)
    first.addMachine("off", 1, gibibytes: 4, processors: 2)
    first.addMachine("on", 2, gibibytes: 4, processors: 2, running: 100)
    first.addMachine("held", 3, gibibytes: 4, processors: 2, running: 100)
    first.assign("held", "0000:08:00.0", slot: 0)
    var second = SimulatedMachineRoom(name: "b")
    second.addGPU("NVIDIA A2", "0000:09:00.0", count: 4)
    return SimulatedState(rooms: [first, second])
  }

  static func datacenter(_ state: SimulatedState = state()) throws -> SimulatedDatacenter {
    try SimulatedDatacenter(scenario: state, clock: { 1000 })
  }
}

extension SimulatedDatacenter {
  func inventory() throws -> HostInventory {
    let directory = try makeDirectory()
    return try directory.inventory(of: directory.hosts.map(\.name))
  }

  func machine(_ name: String) throws -> VirtualMachine {
    try #require(try inventory().virtualMachines.first { $0.name == name })
  }

  func gpu(_ address: String, on host: String = "a") throws -> PartitionableGPU {
    try #require(try inventory().host(host)?.gpu(named: address))
  }

  func apply(_ plan: ChangePlan) throws {
    try PlanApplier(makeDirectory()).apply(plan)
  }

  /// What of the hosts a user would miss if it were different: not when a machine was started.
  func outline() throws -> [String] {
    let inventory = try inventory()
    let gpus = inventory.gpus.map { "\($0.computerName) \($0.address) \($0.layout)" }
    let machines = inventory.virtualMachines.map { machine in
      let adapters = machine.adapters.map { "\($0.reference.device) \($0.location) \($0.bounds)" }
      return "\(machine.computerName) \(machine.name) \(machine.state) \(adapters)"
    }
    return gpus + machines
  }
}

/// What `body` throws; nil where it throws nothing.
func refusal(_ body: () throws -> Void) throws -> GPUPartitioningError? {
  do {
    try body()
    return nil
  } catch let error as GPUPartitioningError {
    return error
  }
}
