/// A wish for a partition: for which machine, and what it has to be like.
package struct AddAdapterRequest: Equatable, Sendable {
  package let machine: VirtualMachineReference
  /// Name or PCI address of the GPU to take it from; nil lets the planner choose.
  package var gpu: String?
  package var bounds: AdapterBounds
  /// Exactly this much video memory, in bytes; nil where any will do.
  package var partitionVRAM: UInt64?
  package var powerCycle: PowerCycle
  /// Of the new adapter; given in tests.
  package var device: UniqueIdentifier

  package init(
    machine: VirtualMachineReference, gpu: String? = nil, bounds: AdapterBounds = .none, partitionVRAM: UInt64? = nil,
    powerCycle: PowerCycle = .forbidden, device: UniqueIdentifier = .random()
  ) {
    self.machine = machine
    self.gpu = gpu
    self.bounds = bounds
    self.partitionVRAM = partitionVRAM
    self.powerCycle = powerCycle
    self.device = device
  }
}

extension PartitionPlanner {
  /// Attaches a free partition to a machine of the same host.
  ///
  /// Rules 1, 2, 8 and 22 of the reference; warns of 17, 23 and 24. Throws `ObjectInUse`, `ObjectNotFound`,
  /// `InvalidParameter`, `InvalidState`, `NotSupported`.
  package func addAdapter(_ request: AddAdapterRequest) throws(GPUPartitioningError) -> ChangePlan {
    let machine = try current(request.machine)
    guard machine.adapters.count < policy.partitionsPerMachine else {
      throw PartitionPlanner.tooManyPartitions(machine, policy)
    }
    let (gpu, partition) = try choose(for: machine, request)
    let definition = AdapterDefinition(
      reference: AdapterReference(machine: machine.reference, device: request.device), location: partition.location,
      gpu: gpu.reference, bounds: request.bounds)
    return ChangePlan(
      title: "Assign a partition of GPU \"\(gpu.address)\" to virtual machine \"\(machine.name)\"",
      steps: try cycling(machine, request.powerCycle, around: [.attach(definition)]),
      warnings: PartitionPlanner.advice(machine))
  }

  private static func tooManyPartitions(_ machine: VirtualMachine, _ policy: PartitionPolicy) -> GPUPartitioningError {
    let owned = machine.adapters.count == 1 ? "a GPU partition" : "\(machine.adapters.count) GPU partitions"
    let limit = policy.partitionsPerMachine == 1 ? "one" : "\(policy.partitionsPerMachine)"
    return GPUPartitioningError(
      .objectInUse, machine.name,
      "Virtual machine \"\(machine.name)\" already has \(owned), and \(limit) is the limit. "
        + "Remove it first (Remove-VMGpuPartitionAdapter).")
  }

  /// What Hyper-V only finds out at the next start, save or failover.
  private static func advice(_ machine: VirtualMachine) -> [String] {
    var warnings: [String] = []
    let name = machine.name
    if machine.automaticStopAction == .save {
      warnings.append(
        "Virtual machine \"\(name)\" is saved when the host stops, which a GPU partition prevents. "
          + "Use Set-VM -AutomaticStopAction ShutDown or TurnOff.")
    }
    if machine.hasAutomaticCheckpoints {
      warnings.append(
        "Virtual machine \"\(name)\" takes automatic checkpoints, which a GPU partition prevents, so it will not start. "
          + "Use Set-VM -AutomaticCheckpointsEnabled $false.")
    }
    if machine.hasDynamicMemory {
      warnings.append("Virtual machine \"\(name)\" has dynamic memory. Use Set-VM -StaticMemory with a GPU partition.")
    }
    if machine.generation < 2 {
      warnings.append("Virtual machine \"\(name)\" is of generation 1. GPU partitions are meant for generation 2.")
    }
    if machine.isClustered {
      warnings.append(
        "Virtual machine \"\(name)\" is clustered and cannot be saved with a GPU partition. "
          + "Set its OfflineAction to 3 (forced shutdown) so that it can fail over.")
    }
    return warnings
  }
}
