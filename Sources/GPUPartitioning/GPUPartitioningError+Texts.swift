// The texts that Hyper-V has, word for word, and the ones of values.
// Source: Hyper-V module of Windows Server 2019 to 2025, messages as publicly posted.
extension GPUPartitioningError {
  /// No machine of this name.
  package static func machineNotFound(name: String) -> GPUPartitioningError {
    GPUPartitioningError(
      .objectNotFound, name, "Hyper-V was unable to find a virtual machine with name \"\(name)\".")
  }

  /// No machine of this id.
  package static func machineNotFound(identifier: UniqueIdentifier) -> GPUPartitioningError {
    GPUPartitioningError(
      .objectNotFound, identifier.description,
      "Hyper-V was unable to find a virtual machine with id \"\(identifier)\".")
  }

  /// Set or Remove found no adapter to work on.
  package static func adapterNotFound(machine: String) -> GPUPartitioningError {
    GPUPartitioningError(
      .objectNotFound, machine, "Unable to find a Gpu partition adapter matching the given criteria.")
  }

  /// The host has no GPU that can be split.
  package static func noPartitionPool(host: String) -> GPUPartitioningError {
    GPUPartitioningError(
      .objectNotFound, host,
      "Hyper-V was unable to find WMI object, Gpu Partition Pool, to retrieve necessary information for this operation."
    )
  }

  /// The user may not do this on the host; `cause` names the group that would help.
  package static func accessDenied(host: String, cause: String = "") -> GPUPartitioningError {
    GPUPartitioningError(
      .accessDenied, host,
      "You do not have the required permission to complete this task. Contact the administrator of the "
        + "authorization policy for the computer '\(host)'.", cause: cause)
  }

  /// The machine's state does not allow the operation; `cause` says the way out.
  package static func wrongState(machine: String, cause: String = "") -> GPUPartitioningError {
    GPUPartitioningError(
      .invalidState, machine, "The operation cannot be performed while the virtual machine is in its current state.",
      cause: cause)
  }

  /// Saving or checkpointing a machine that has a partition.
  package static func savedWithPartition(machine: String) -> GPUPartitioningError {
    GPUPartitioningError(
      .operationFailed, machine,
      "The operation cannot be performed on the virtual machine because it is assigned one or more GPUP partitions")
  }

  /// A machine did not start because of its partition; `reason` is the host's word for why.
  package static func startFailed(
    _ machine: VirtualMachineReference, adapter: AdapterReference?, reason: String
  )
    -> GPUPartitioningError
  {
    let id = machine.identifier.hyperV
    let instance = adapter.map { $0.device.hyperV } ?? id
    return GPUPartitioningError(
      .operationFailed, machine.name,
      """
      '\(machine.name)' failed to start.

      GPU Partition (Instance ID \(instance)): Error '\(reason)'.

      '\(machine.name)' failed to start. (Virtual machine ID \(id))
      """)
  }

  /// Two bounds in the wrong order.
  static func boundsOutOfOrder(
    _ resource: GPUResource, _ lowName: String, _ low: UInt64, _ highName: String, _ high: UInt64
  ) -> GPUPartitioningError {
    let name = "Partition\(resource.rawValue)"
    return GPUPartitioningError(
      .invalidParameter, lowName + name,
      "'\(lowName)\(name)' (\(low)) is greater than '\(highName)\(name)' (\(high)). "
        + "Give bounds with Min ≤ Optimal ≤ Max.")
  }

  /// What users read where no GPU can be split.
  ///
  /// Source: the article on GPU partitions, word for word.
  package static let noPartitionableGPU =
    "No partitionable GPUs have been found. Please check that you have a GPU with the correct GPU-P driver to proceed."

  /// What Start and Stop warn of where there is nothing to do.
  package static let alreadyInState = "The virtual machine is already in the specified state."

  /// The word of a start that found its partition gone or taken.
  package static let insufficientResources =
    "Insufficient system resources exist to complete the requested service."
}
