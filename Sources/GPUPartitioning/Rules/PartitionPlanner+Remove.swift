extension PartitionPlanner {
  /// Detaches adapters from a machine: those with the ids, or all where `identifiers` is nil.
  ///
  /// Never needs the card (rule 25 and the known trap). Throws `ObjectNotFound` where no adapter matches.
  package func removeAdapters(
    of machine: VirtualMachineReference, identifiers: [String]? = nil, powerCycle: PowerCycle = .forbidden
  ) throws(GPUPartitioningError) -> ChangePlan {
    let machine = try current(machine)
    let chosen = try adapters(of: machine, identifiers)
    let detach = chosen.map { adapter in
      let gpu = inventory.host(machine.computerName)?.gpu(holding: adapter.location)
      return ChangeStep.detach(
        AdapterDefinition(
          reference: adapter.reference, location: adapter.location, gpu: gpu?.reference, bounds: adapter.bounds))
    }
    let what = chosen.count == 1 ? "the GPU partition" : "\(chosen.count) GPU partitions"
    return ChangePlan(
      title: "Unassign \(what) of virtual machine \"\(machine.name)\"",
      steps: try cycling(machine, powerCycle, around: detach))
  }

  /// Changes the bounds of adapters: those with the ids, or all where `identifiers` is nil.
  ///
  /// Bounds that `bounds` does not give stay. Throws `ObjectNotFound`, and `InvalidParameter` where the result is out
  /// of order.
  package func setBounds(
    _ bounds: AdapterBounds, of machine: VirtualMachineReference, identifiers: [String]? = nil
  ) throws(GPUPartitioningError) -> ChangePlan {
    let machine = try current(machine)
    var steps: [ChangeStep] = []
    var warnings: [String] = []
    for adapter in try adapters(of: machine, identifiers) {
      let merged = try adapter.bounds.merged(with: bounds)
      if merged == adapter.bounds { continue }
      steps.append(.setBounds(adapter.reference, from: adapter.bounds, to: merged))
      warnings += PartitionPlanner.unmet(merged, adapter)
    }
    if !steps.isEmpty, machine.isTransient {
      throw .wrongState(
        machine: machine.name, cause: "Virtual machine \"\(machine.name)\": \(machine.editObstacle ?? "")")
    }
    return ChangePlan(
      title: "Configure the GPU partition adapter of virtual machine \"\(machine.name)\"", steps: steps,
      warnings: warnings)
  }

  private func adapters(
    of machine: VirtualMachine, _ identifiers: [String]?
  ) throws(GPUPartitioningError) -> [GPUPartitionAdapter] {
    let chosen = machine.adapters.filter { adapter in
      identifiers?.contains { adapter.reference.isNamed($0) } ?? true
    }
    guard !chosen.isEmpty else { throw .adapterNotFound(machine: machine.name) }
    return chosen
  }

  /// Partitions have the size they have: a greater minimum only takes effect with another partition.
  private static func unmet(_ bounds: AdapterBounds, _ adapter: GPUPartitionAdapter) -> [String] {
    GPUResource.allCases.compactMap { resource in
      guard let least = bounds[resource].minimum, let amount = adapter.partition?.amounts[resource], amount < least
      else { return nil }
      return "The partition of virtual machine \"\(adapter.machine)\" has \(amount) of \(resource.rawValue), less than "
        + "the minimum \(least). Bounds choose a partition when one is assigned; they do not change its size."
    }
  }
}
