package import GPUPartitioning

/// The inside of one simulated host: its hardware and its virtual machines.
package struct SimulatedMachineRoom: Equatable, Sendable {
  package let name: String
  package var hasVirtualization = Finding.yes
  package var hasIOMMU = Finding.yes
  package var hasDirtyTracking = Finding.yes
  package var gpus: [SimulatedGPU] = []
  package var machines: [SimulatedMachine] = []

  package init(name: String) { self.name = name }

  /// What `scope` asks for.
  func snapshot(_ scope: SnapshotScope, now: Int64) -> HostSnapshot {
    let holders = makeHolders()
    let shown = gpus.map { $0.snapshot(in: self) { holders[$0] ?? [] } }
    let listed = machines.filter { scope.machines.includes($0.machine.reference) }.map { simulated in
      var machine = simulated.snapshot(now: now)
      machine.adapters = machine.adapters.map { complete($0, shown) }
      return machine
    }
    return HostSnapshot(
      computerName: name, scope: scope, gpus: shown.filter { scope.gpus.includes($0) }, virtualMachines: listed)
  }

  private func makeHolders() -> [GPUPartition.Location: [GPUPartition.Holder]] {
    var holders: [GPUPartition.Location: [GPUPartition.Holder]] = [:]
    for machine in machines.map(\.machine) {
      for adapter in machine.adapters {
        holders[adapter.location, default: []].append(.virtualMachine(machine.reference))
      }
    }
    return holders
  }

  /// Adds what the GPU knows.
  ///
  /// A card or partition that is not there leaves its adapter behind.
  private func complete(_ adapter: GPUPartitionAdapter, _ gpus: [PartitionableGPU]) -> GPUPartitionAdapter {
    var adapter = adapter
    guard let gpu = gpus.first(where: { $0.partitions.contains { $0.location == adapter.location } }) else {
      return adapter
    }
    adapter.instancePath = gpu.name.description
    adapter.partition = gpu.partitions.first { $0.location == adapter.location }
    adapter.supportsOutgoingLiveMigration = gpu.supportsIncomingLiveMigration
    return adapter
  }
}
