extension PartitionPlanner {
  /// Starts a machine that is off, saved or paused; an empty plan with Hyper-V's warning where it runs.
  ///
  /// Throws `OperationFailed` in Hyper-V's words where its partition is missing or in use, and where it would take a
  /// checkpoint (rule 24).
  package func start(_ machine: VirtualMachineReference) throws(GPUPartitioningError) -> ChangePlan {
    let machine = try current(machine)
    let title = "Start virtual machine \"\(machine.name)\""
    switch machine.state {
    case .running:
      return ChangePlan(title: title, steps: [], warnings: [GPUPartitioningError.alreadyInState])
    case .paused:
      return ChangePlan(
        title: title, steps: [.resume(machine.reference)],
        warnings: ["Virtual machine \"\(machine.name)\" was paused and is resumed; Resume-VM does that."])
    case .off, .saved:
      try requirePartitions(machine)
      return ChangePlan(title: title, steps: [.start(machine.reference, from: machine.state)])
    default: throw .wrongState(machine: machine.name)
    }
  }

  /// Stops a running machine; an empty plan with Hyper-V's warning where it is off.
  ///
  /// Throws `InvalidState` where the guest cannot be asked, and `OperationFailed` for a save with a partition.
  package func stop(
    _ machine: VirtualMachineReference, _ method: StopMethod
  ) throws(GPUPartitioningError) -> ChangePlan {
    let machine = try current(machine)
    let verb = method == .save ? "Save" : method == .turnOff ? "Turn off" : "Shut down"
    let title = "\(verb) virtual machine \"\(machine.name)\""
    let isThere = method == .save ? machine.state == .saved : machine.state == .off
    if isThere { return ChangePlan(title: title, steps: [], warnings: [GPUPartitioningError.alreadyInState]) }
    try requireStop(machine, method)
    return ChangePlan(title: title, steps: [.stop(machine.reference, method)])
  }

  /// Stops a running machine and starts it again; one that is off is started.
  package func restart(
    _ machine: VirtualMachineReference, _ method: StopMethod
  ) throws(GPUPartitioningError) -> ChangePlan {
    let machine = try current(machine)
    let title = "Restart virtual machine \"\(machine.name)\""
    try requirePartitions(machine)
    let start = ChangeStep.start(machine.reference, from: .off)
    if machine.state == .off { return ChangePlan(title: title, steps: [start]) }
    try requireStop(machine, method)
    return ChangePlan(title: title, steps: [.stop(machine.reference, method), start])
  }

  /// Pauses a running machine, or resumes a paused one; an empty plan with Hyper-V's warning where it is so already.
  package func setPaused(
    _ isPaused: Bool, _ machine: VirtualMachineReference
  ) throws(GPUPartitioningError) -> ChangePlan {
    let machine = try current(machine)
    let title = "\(isPaused ? "Pause" : "Resume") virtual machine \"\(machine.name)\""
    switch (machine.state, isPaused) {
    case (.running, false), (.paused, true):
      return ChangePlan(title: title, steps: [], warnings: [GPUPartitioningError.alreadyInState])
    case (.running, true): return ChangePlan(title: title, steps: [.pause(machine.reference)])
    case (.paused, false): return ChangePlan(title: title, steps: [.resume(machine.reference)])
    default: throw .wrongState(machine: machine.name)
    }
  }

  /// Throws where a machine cannot be stopped this way.
  func requireStop(_ machine: VirtualMachine, _ method: StopMethod) throws(GPUPartitioningError) {
    if method == .save, !machine.adapters.isEmpty { throw .savedWithPartition(machine: machine.name) }
    switch (machine.state, method) {
    case (.running, .shutDown) where !machine.answersShutdown:
      throw GPUPartitioningError(
        .invalidState, machine.name,
        "Hyper-V can't shut down virtual machine \"\(machine.name)\" because the Shutdown integration service is "
          + "unavailable. To avoid potential data loss, you can pause or save the state of the virtual machine. The "
          + "other option is to turn off the virtual machine, but data loss might occur.")
    case (.running, _), (.paused, .turnOff): return
    default: throw .wrongState(machine: machine.name)
    }
  }

  /// Throws where a start would fail for a partition; libvirt finds these out only half-way.
  private func requirePartitions(_ machine: VirtualMachine) throws(GPUPartitioningError) {
    if machine.hasAutomaticCheckpoints, !machine.adapters.isEmpty {
      var error = GPUPartitioningError.savedWithPartition(machine: machine.name)
      error.cause =
        "Virtual machine \"\(machine.name)\" takes a checkpoint at each start. "
        + "Use Set-VM -AutomaticCheckpointsEnabled $false."
      throw error
    }
    for adapter in machine.adapters {
      guard let cause = startObstacle(adapter) else { continue }
      var error = GPUPartitioningError.startFailed(
        machine.reference, adapter: adapter.reference, reason: GPUPartitioningError.insufficientResources)
      error.cause = cause
      throw error
    }
  }

  private func startObstacle(_ adapter: GPUPartitionAdapter) -> String? {
    guard let host = inventory.host(adapter.computerName) else { return nil }
    guard adapter.partition != nil else {
      return "Partition \"\(adapter.location)\" does not exist on \"\(adapter.computerName)\". Restore the partition "
        + "count of its GPU, or remove the adapter: Remove-VMGpuPartitionAdapter -VMName \"\(adapter.machine)\"."
    }
    let user = host.virtualMachines.first { other in
      other.identifier != adapter.machine.identifier && other.state.isActive
        && other.adapters.contains { $0.location == adapter.location }
    }
    return user.map { "Partition \"\(adapter.location)\" is in use by virtual machine \"\($0.name)\"." }
  }
}
