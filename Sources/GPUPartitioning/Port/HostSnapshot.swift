/// What one host was like at one moment.
package struct HostSnapshot: Equatable, Sendable {
  package let computerName: String
  /// What was looked at.
  package let scope: SnapshotScope
  /// By PCI address.
  package let gpus: [PartitionableGPU]
  /// By name.
  package let virtualMachines: [VirtualMachine]

  /// Sorts both lists.
  package init(
    computerName: String, scope: SnapshotScope, gpus: [PartitionableGPU], virtualMachines: [VirtualMachine]
  ) {
    self.computerName = computerName
    self.scope = scope
    self.gpus = gpus.sorted { $0.address < $1.address }
    self.virtualMachines = virtualMachines.sorted { $0.name < $1.name }
  }

  /// GPUs that can be split now.
  package var partitionableGPUs: [PartitionableGPU] { gpus.filter { $0.status == .partitioned } }

  package func gpu(_ reference: GPUReference) -> PartitionableGPU? {
    gpus.first { $0.address == reference.address }
  }

  package func gpu(named text: String) -> PartitionableGPU? {
    gpus.first { $0.name.isNamed(text) }
  }

  package func machine(_ reference: VirtualMachineReference) -> VirtualMachine? {
    virtualMachines.first { $0.identifier == reference.identifier }
  }

  package func machines(matching pattern: NamePattern) -> [VirtualMachine] {
    virtualMachines.filter { pattern.matches($0.name) }
  }

  package func adapter(_ reference: AdapterReference) -> GPUPartitionAdapter? {
    machine(reference.machine)?.adapters.first { $0.reference.device == reference.device }
  }

  /// The GPU that has a partition there.
  package func gpu(holding location: GPUPartition.Location) -> PartitionableGPU? {
    gpus.first { $0.partitions.contains { $0.location == location } }
  }

  /// Everybody who has the partition at `location`: holders the host reports, and machines that name it.
  package func holders(of location: GPUPartition.Location) -> [GPUPartition.Holder] {
    var holders = virtualMachines.filter { $0.adapters.contains { $0.location == location } }
      .map { GPUPartition.Holder.virtualMachine($0.reference) }
    for partition in gpus.flatMap(\.partitions) where partition.location == location {
      for holder in partition.holders where !holders.contains(holder) { holders.append(holder) }
    }
    return holders
  }
}

/// Snapshots of the hosts that a command works on, the local one first.
package struct HostInventory: Equatable, Sendable {
  package let hosts: [HostSnapshot]

  package init(_ hosts: [HostSnapshot]) { self.hosts = hosts }

  package var gpus: [PartitionableGPU] { hosts.flatMap(\.gpus) }
  package var partitionableGPUs: [PartitionableGPU] { hosts.flatMap(\.partitionableGPUs) }
  package var virtualMachines: [VirtualMachine] { hosts.flatMap(\.virtualMachines) }

  /// Compared without regard to case; nil where it is not in the inventory.
  package func host(_ computerName: String) -> HostSnapshot? {
    let wanted = computerName.lowercased()
    return hosts.first { $0.computerName.lowercased() == wanted }
  }

  package func gpu(_ reference: GPUReference) -> PartitionableGPU? { host(reference.computerName)?.gpu(reference) }

  package func machine(_ reference: VirtualMachineReference) -> VirtualMachine? {
    host(reference.computerName)?.machine(reference)
  }
}
