import GPUPartitioning

// What the kernel, the driver and the virtual machine monitor of a real host do with a step: including what they do
// not prevent, such as one partition in two definitions.
extension SimulatedMachineRoom {
  /// Does `step`; what was done before a refusal stays done.
  mutating func execute(_ step: ChangeStep, now: Int64) throws(GPUPartitioningError) {
    switch step {
    case .setPartitionCount(let gpu, _, let layout): try split(gpu, layout)
    case .attach(let adapter): try attach(adapter)
    case .detach(let adapter): try detach(adapter)
    case .setBounds(let adapter, _, let bounds):
      try changeMachine(adapter.machine) { machine in
        guard let index = machine.machine.adapters.firstIndex(where: { $0.reference.device == adapter.device }) else {
          return .adapterNotFound(machine: adapter.machine.name)
        }
        machine.machine.adapters[index].bounds = bounds
        return nil
      }
    case .start(let machine, _): try start(machine, now)
    case .stop(let machine, let method): try stop(machine, method)
    case .pause(let machine): try move(machine, from: .running, to: .paused)
    case .resume(let machine): try move(machine, from: .paused, to: .running)
    }
  }

  /// The order of checks is the kernel's.
  ///
  /// Source: kernel 6.12, drivers/pci/pci-sysfs.c, sriov_numvfs_store.
  private mutating func split(_ reference: GPUReference, _ layout: PartitionLayout) throws(GPUPartitioningError) {
    guard let index = gpus.firstIndex(where: { $0.address == reference.address }) else {
      throw GPUPartitioningError(
        .objectNotFound, reference.name, "GPU \"\(reference)\" was not found on \"\(name)\".")
    }
    let gpu = gpus[index]
    if layout.count > gpu.model.greatestCount {
      throw refused(reference, "Numerical result out of range (ERANGE)")
    }
    if gpu.layout == layout { return }
    if !gpu.flaws.isDisjoint(with: [.noDriver, .passthrough, .driverCannotPartition]) {
      throw refused(reference, "No such file or directory (ENOENT)")
    }
    if let user = runningUser(of: gpu) { throw blocked(reference, user) }
    if gpu.layout.count > 0 {
      gpus[index].layout = PartitionLayout(count: 0)
      gpus[index].generation &+= 1
    }
    guard layout.count > 0 else { return }
    if gpu.flaws.contains(.noFunctionMemory) { throw refused(reference, "Cannot allocate memory (ENOMEM)") }
    if gpu.flaws.contains(.refusesEnable) { throw refused(reference, "Input/output error (EIO)") }
    let count = gpu.flaws.contains(.shortEnable) ? layout.count - 1 : layout.count
    gpus[index].layout = PartitionLayout(count: count, profile: count == 0 ? nil : layout.profile)
    gpus[index].generation &+= 1
  }

  private func runningUser(of gpu: SimulatedGPU) -> VirtualMachine? {
    let locations = (0..<gpu.layout.count).compactMap { gpu.location(of: $0) }
    return machines.map(\.machine).first { machine in
      machine.state.isActive && machine.adapters.contains { locations.contains($0.location) }
    }
  }

  private mutating func attach(_ adapter: AdapterDefinition) throws(GPUPartitioningError) {
    try changeMachine(adapter.reference.machine) { simulated in
      if simulated.machine.isTransient {
        return .wrongState(machine: simulated.machine.name, cause: "The machine has no persistent definition.")
      }
      guard !simulated.machine.adapters.contains(where: { $0.location == adapter.location }) else {
        return GPUPartitioningError(
          .invalidOperation, simulated.machine.name,
          "Virtual machine \"\(simulated.machine.name)\" already has the device \"\(adapter.location)\".")
      }
      var added = GPUPartitionAdapter(
        reference: adapter.reference, location: adapter.location, instancePath: adapter.gpu?.name ?? "")
      added.bounds = adapter.bounds
      simulated.machine.adapters.append(added)
      return nil
    }
  }

  private mutating func detach(_ adapter: AdapterDefinition) throws(GPUPartitioningError) {
    try changeMachine(adapter.reference.machine) { simulated in
      let before = simulated.machine.adapters.count
      simulated.machine.adapters.removeAll { $0.reference.device == adapter.reference.device }
      guard simulated.machine.adapters.count < before else {
        return .adapterNotFound(machine: simulated.machine.name)
      }
      return nil
    }
  }

  /// Calls `change` with the machine, and throws what it returns.
  mutating func changeMachine(
    _ reference: VirtualMachineReference, _ change: (inout SimulatedMachine) -> GPUPartitioningError?
  ) throws(GPUPartitioningError) {
    guard let index = machines.firstIndex(where: { $0.machine.identifier == reference.identifier }) else {
      throw .machineNotFound(name: reference.name)
    }
    if let error = change(&machines[index]) { throw error }
  }

  private func refused(_ gpu: GPUReference, _ reason: String) -> GPUPartitioningError {
    GPUPartitioningError(
      .operationFailed, gpu.name, "The kernel refused to change the partition count of GPU \"\(gpu)\" on \"\(name)\".",
      cause: reason)
  }

  /// A real kernel would wait for ever; the deadline of the step ends it.
  private func blocked(_ gpu: GPUReference, _ user: VirtualMachine) -> GPUPartitioningError {
    GPUPartitioningError(
      .operationTimeout, gpu.name,
      "The partition count of GPU \"\(gpu)\" on \"\(name)\" did not change in time.",
      cause: "The kernel waits for virtual machine \"\(user.name)\", which runs with one of its partitions.")
  }
}
