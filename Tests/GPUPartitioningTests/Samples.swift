import GPUPartitioning
import Testing

/// Hosts, GPUs and machines for tests, with as much said as a test needs.
enum Sample {
  static let gibibyte: UInt64 = 1 << 30

  /// A GPU that is ready and offers 4, 2 and 1 partitions, of 3, 7 and 15 gigabytes.
  static func gpu(
    _ address: String = "0000:08:00.0", on host: String = "node1", count: UInt16 = 0, held: [String] = [],
    numaNode: Int? = nil, readiness: GPUReadiness = ready, board: UInt16 = 0x157e, version: String = "570",
    vram: UInt64 = 16
  ) throws -> PartitionableGPU {
    let address = try #require(PCIAddress(address))
    let profiles = [(4, 3), (2, 7), (1, 15)].compactMap { count, size in
      profile("A2-\(count)", UInt16(count), UInt64(size))
    }
    let amounts = profiles.first { $0.count == count }?.amounts ?? .unknown
    let partitions = try (0..<count).map { slot in
      let holder = Int(slot) < held.count ? held[Int(slot)] : nil
      return GPUPartition(
        identifier: slot, location: .virtualFunction(try function(slot, of: address)),
        holders: holder.map { [.virtualMachine(machine($0, on: host).reference)] } ?? [], amounts: amounts,
        profile: "A2-\(count)")
    }
    var gpu = PartitionableGPU(
      computerName: host, address: address,
      identity: PCIIdentity(
        VendorDevice(vendor: 0x10de, device: 0x25b6), subsystem: VendorDevice(vendor: 0x10de, device: board),
        revision: 0xa1),
      modelName: "NVIDIA A2", profiles: profiles, partitions: partitions)
    gpu.readiness = readiness
    gpu.numaNode = numaNode
    gpu.technology = .genericSRIOV
    gpu.driverVersion = version
    gpu.capacities.vram = ResourceCapacity(
      total: vram * gibibyte, available: vram * gibibyte, bounds: ResourceBounds(exactly: 0))
    return gpu
  }

  static func profile(_ name: String, _ count: UInt16, _ gibibytes: UInt64) -> PartitionProfile? {
    PartitionProfile(
      identifier: name, name: name, count: count,
      amounts: ResourceAmounts(vram: gibibytes * gibibyte, encode: nil, decode: nil, compute: nil))
  }

  static func function(_ slot: UInt16, of address: PCIAddress) throws -> PCIAddress {
    let routing = slot + 4
    return try #require(
      PCIAddress(
        domain: address.domain, bus: address.bus, device: UInt8(routing >> 3), function: UInt8(routing & 7)))
  }

  static var ready: GPUReadiness {
    var facts = GPUReadiness()
    facts.hasIOMMU = .yes
    facts.hasVirtualization = .yes
    facts.deviceCanPartition = .yes
    facts.driverCanPartition = .yes
    facts.isPartitioningEnabled = .yes
    facts.hasFunctionMemory = .yes
    facts.isIsolated = .yes
    return facts
  }

  static func machine(
    _ name: String, on host: String = "node1", _ state: VirtualMachineState = .off
  ) -> VirtualMachine {
    VirtualMachine(
      reference: VirtualMachineReference(
        computerName: host, identifier: UniqueIdentifier(derivedFrom: name), name: name), state: state)
  }

  /// The machine with an adapter for partition `slot` of `gpu`, whether that exists or not.
  static func machine(
    _ name: String, holding slot: UInt16, of gpu: PartitionableGPU, _ state: VirtualMachineState = .off
  ) throws -> VirtualMachine {
    var machine = machine(name, on: gpu.computerName, state)
    let location = GPUPartition.Location.virtualFunction(try function(slot, of: gpu.address))
    machine.adapters = [
      GPUPartitionAdapter(
        reference: AdapterReference(machine: machine.reference, device: UniqueIdentifier(derivedFrom: "\(name)0")),
        location: location, instancePath: gpu.name.description,
        partition: gpu.partitions.first { $0.location == location })
    ]
    return machine
  }

  static func inventory(_ gpus: [PartitionableGPU], _ machines: [VirtualMachine] = []) -> HostInventory {
    var names: [String] = []
    for name in gpus.map(\.computerName) + machines.map(\.computerName) where !names.contains(name) {
      names.append(name)
    }
    return HostInventory(
      names.map { name in
        HostSnapshot(
          computerName: name, scope: .everything, gpus: gpus.filter { $0.computerName == name },
          virtualMachines: machines.filter { $0.computerName == name })
      })
  }
}

/// What `body` throws; nil where it throws nothing.
func refusal<Result>(_ body: () throws(GPUPartitioningError) -> Result) -> GPUPartitioningError? {
  do throws(GPUPartitioningError) {
    _ = try body()
    return nil
  } catch {
    return error
  }
}
