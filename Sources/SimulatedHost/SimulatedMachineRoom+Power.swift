import GPUPartitioning

extension SimulatedMachineRoom {
  mutating func start(_ reference: VirtualMachineReference, _ now: Int64) throws(GPUPartitioningError) {
    let obstacle = machines.first { $0.machine.identifier == reference.identifier }.flatMap(startObstacle)
    try changeMachine(reference) { simulated in
      guard !simulated.machine.state.isActive else {
        return .wrongState(machine: simulated.machine.name, cause: "The virtual machine runs already.")
      }
      if let obstacle { return obstacle }
      simulated.machine.state = .running
      simulated.machine.hasSavedState = false
      simulated.startedAt = now
      return nil
    }
  }

  private func startObstacle(_ simulated: SimulatedMachine) -> GPUPartitioningError? {
    let machine = simulated.machine
    for adapter in machine.adapters {
      if let (reason, cause) = partitionObstacle(adapter, of: machine) {
        var error = GPUPartitioningError.startFailed(machine.reference, adapter: adapter.reference, reason: reason)
        error.cause = cause
        return error
      }
    }
    return simulated.startFailure.map { reason in
      GPUPartitioningError(.operationFailed, machine.name, "'\(machine.name)' failed to start.", cause: reason)
    }
  }

  private func partitionObstacle(_ adapter: GPUPartitionAdapter, of machine: VirtualMachine) -> (String, String)? {
    let gpu = gpus.first { gpu in (0..<gpu.layout.count).contains { gpu.location(of: $0) == adapter.location } }
    guard let gpu else {
      return (
        GPUPartitioningError.insufficientResources,
        "The device \"\(adapter.location)\" does not exist (ENODEV)."
      )
    }
    if gpu.flaws.contains(.serviceStopped) {
      return ("Access is denied.", "The vendor's manager does not run, so the device cannot be opened.")
    }
    if hasIOMMU != .yes { return ("Access is denied.", "The host does not isolate devices: its IOMMU is off.") }
    let user = machines.map(\.machine).first { other in
      other.identifier != machine.identifier && other.state.isActive
        && other.adapters.contains { $0.location == adapter.location }
    }
    return user.map {
      (
        GPUPartitioningError.insufficientResources,
        "PCI device \(adapter.location) is in use by driver QEMU, domain \($0.name)"
      )
    }
  }

  mutating func stop(_ reference: VirtualMachineReference, _ method: StopMethod) throws(GPUPartitioningError) {
    try changeMachine(reference) { simulated in
      let name = simulated.machine.name
      guard simulated.machine.state == .running || simulated.machine.state == .paused && method == .turnOff else {
        return .wrongState(machine: name)
      }
      if method == .shutDown, simulated.ignoresShutdown || !simulated.machine.answersShutdown {
        return GPUPartitioningError(
          .operationTimeout, name,
          "Virtual machine \"\(name)\" did not shut down in time. Turn it off with Stop-VM -TurnOff, "
            + "which loses what it has not saved.")
      }
      if method == .save, !simulated.machine.adapters.isEmpty { return .savedWithPartition(machine: name) }
      simulated.machine.state = method == .save ? .saved : .off
      simulated.machine.hasSavedState = method == .save
      simulated.startedAt = nil
      return nil
    }
  }

  mutating func move(
    _ reference: VirtualMachineReference, from old: VirtualMachineState, to new: VirtualMachineState
  ) throws(GPUPartitioningError) {
    try changeMachine(reference) { simulated in
      guard simulated.machine.state == old else { return .wrongState(machine: simulated.machine.name) }
      simulated.machine.state = new
      return nil
    }
  }
}
