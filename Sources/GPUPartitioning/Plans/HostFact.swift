/// Something that is so on a host, or is not: what a step needs before, and what it makes true.
///
/// One value serves as precondition, as read-back, and as a line of -WhatIf.
package enum HostFact: Equatable, Sendable {
  case layout(GPUReference, PartitionLayout)
  /// Nobody has a partition of the GPU.
  case unheld(GPUReference)
  /// The partition exists, and nobody has it.
  case free(GPUPartition.Location)
  /// The machine's configuration has the partition, and nobody else has.
  case heldOnly(GPUPartition.Location, by: VirtualMachineReference)
  case present(AdapterReference)
  case absent(AdapterReference)
  case bounds(AdapterReference, AdapterBounds)
  /// The machine is in one of these states.
  case state(VirtualMachineReference, [VirtualMachineState])
  /// Nothing keeps the machine's configuration from being changed.
  case editable(VirtualMachineReference)
}

extension HostFact {
  /// Whether it is so in `snapshot`; false where the snapshot does not show the object.
  package func holds(in snapshot: HostSnapshot) -> Bool {
    switch self {
    case .layout(let gpu, let layout): snapshot.gpu(gpu).map { HostFact.isSplit($0, layout) } ?? false
    case .unheld(let gpu): snapshot.gpu(gpu)?.heldPartitions.isEmpty ?? false
    case .free(let location):
      snapshot.gpu(holding: location) != nil && snapshot.holders(of: location).isEmpty
    case .heldOnly(let location, let machine): snapshot.holders(of: location) == [.virtualMachine(machine)]
    case .present(let adapter): snapshot.adapter(adapter) != nil
    case .absent(let adapter): snapshot.machine(adapter.machine) != nil && snapshot.adapter(adapter) == nil
    case .bounds(let adapter, let bounds): snapshot.adapter(adapter)?.bounds == bounds
    case .state(let machine, let states): snapshot.machine(machine).map { states.contains($0.state) } ?? false
    case .editable(let machine): snapshot.machine(machine).map { $0.editObstacle == nil } ?? false
    }
  }

  /// The count, and the profile of those partitions that say theirs.
  private static func isSplit(_ gpu: PartitionableGPU, _ layout: PartitionLayout) -> Bool {
    guard gpu.partitionCount == layout.count else { return false }
    guard let profile = layout.profile else { return true }
    return gpu.partitions.allSatisfy { $0.profile == nil || $0.profile == profile }
  }
}

extension HostFact: CustomStringConvertible {
  /// A sentence without its full stop.
  package var description: String {
    switch self {
    case .layout(let gpu, let layout): "GPU \"\(gpu)\" is split into \(layout)"
    case .unheld(let gpu): "no partition of GPU \"\(gpu)\" is assigned"
    case .free(let location): "partition \"\(location)\" exists and is free"
    case .heldOnly(let location, let machine): "partition \"\(location)\" belongs to \"\(machine)\" alone"
    case .present(let adapter): "\"\(adapter.machine)\" has the adapter"
    case .absent(let adapter): "\"\(adapter.machine)\" does not have the adapter"
    case .bounds(let adapter, _): "the adapter of \"\(adapter.machine)\" has the bounds"
    case .state(let machine, let states):
      "\"\(machine)\" is \(states.map { $0.description.lowercased() }.joined(separator: " or "))"
    case .editable(let machine): "the configuration of \"\(machine)\" can be changed"
    }
  }
}
