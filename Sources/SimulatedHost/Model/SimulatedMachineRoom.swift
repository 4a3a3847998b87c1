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
    let sources = makeSources(shown)
    let listed = machines.filter { scope.machines.includes($0.machine.reference) }.map { simulated in
      var machine = simulated.snapshot(now: now)
      machine.adapters = machine.adapters.map { complete($0, sources) }
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

  private typealias Source = (gpu: PartitionableGPU, partition: GPUPartition)

  private func makeSources(_ gpus: [PartitionableGPU]) -> [GPUPartition.Location: Source] {
    var sources: [GPUPartition.Location: Source] = [:]
    for gpu in gpus {
      for partition in gpu.partitions { sources[partition.location] = (gpu, partition) }
    }
    return sources
  }

  /// Adds what the GPU knows.
  ///
  /// A card or partition that is not there leaves its adapter behind.
  private func complete(
    _ adapter: GPUPartitionAdapter, _ sources: [GPUPartition.Location: Source]
  ) -> GPUPartitionAdapter {
    guard let source = sources[adapter.location] else { return adapter }
    var adapter = adapter
    adapter.instancePath = source.gpu.name.description
    adapter.partition = source.partition
    adapter.supportsOutgoingLiveMigration = source.gpu.supportsIncomingLiveMigration
    return adapter
  }
}
