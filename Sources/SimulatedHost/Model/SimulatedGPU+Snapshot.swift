import GPUPartitioning

extension SimulatedGPU {
  /// As the port shows it.
  ///
  /// `holders` says who has a partition.
  func snapshot(
    in host: SimulatedMachineRoom, holders: (GPUPartition.Location) -> [GPUPartition.Holder]
  ) -> PartitionableGPU {
    let partitions = makePartitions(holders)
    var gpu = PartitionableGPU(
      computerName: host.name, address: address, identity: model.identity, modelName: model.name,
      profiles: model.profiles, partitions: partitions)
    gpu.numaNode = numaNode
    gpu.technology = model.technology
    if !flaws.contains(.noDriver) {
      gpu.driverName = flaws.contains(.passthrough) ? "vfio-pci" : model.driverName
      gpu.driverVersion = flaws.contains(.passthrough) ? "" : model.driverVersion
    }
    gpu.hardwareIdentifier =
      model.technology == .unknown ? "" : "GPU-\(UniqueIdentifier(derivedFrom: "\(host.name) \(address)"))"
    gpu.readiness = readiness(in: host)
    gpu.capacities = capacities(partitions)
    return gpu
  }

  private func makePartitions(_ holders: (GPUPartition.Location) -> [GPUPartition.Holder]) -> [GPUPartition] {
    let profile = model.profiles.first { $0.identifier == layout.profile }
    return (0..<layout.count).compactMap { slot in
      guard let location = location(of: slot) else { return nil }
      return GPUPartition(
        identifier: slot, location: location, holders: holders(location), amounts: profile?.amounts ?? .unknown,
        profile: layout.profile, locallyUniqueIdentifier: "\(generation)-\(UInt32(address.bus) << 16 | UInt32(slot))")
    }
  }

  /// Memory is reported and falls with each partition that is assigned; everything else is shared.
  private func capacities(_ partitions: [GPUPartition]) -> PerResource<ResourceCapacity> {
    var capacities = PerResource<ResourceCapacity>(all: model.canPartition ? .shared : .unknown)
    let assigned = partitions.filter { !$0.holders.isEmpty }.compactMap(\.amounts.vram).reduce(0, &+)
    let each = partitions.first?.amounts.vram
    capacities.vram = ResourceCapacity(
      total: model.totalVRAM, available: model.totalVRAM - min(assigned, model.totalVRAM),
      bounds: ResourceBounds(exactly: each ?? 0), source: .reported)
    return capacities
  }

  func readiness(in host: SimulatedMachineRoom) -> GPUReadiness {
    var facts = GPUReadiness()
    facts.hasVirtualization = host.hasVirtualization
    facts.hasIOMMU = host.hasIOMMU
    facts.hasDirtyTracking = host.hasDirtyTracking
    facts.deviceCanPartition = Finding(model.canPartition)
    facts.isConventionalPCI = flaws.contains(.conventionalPCI)
    facts.isBootDisplay = flaws.contains(.bootDisplay)
    facts.isBoundForPassthrough = flaws.contains(.passthrough)
    facts.hasDriver = !flaws.contains(.noDriver)
    facts.driverCanPartition = Finding(
      model.canPartition && flaws.isDisjoint(with: [.noDriver, .driverCannotPartition, .passthrough]))
    facts.isPartitioningEnabled = Finding(model.canPartition && !flaws.contains(.sriovDisabled))
    facts.hasFunctionMemory = Finding(model.canPartition && !flaws.contains(.noFunctionMemory))
    facts.isIsolated = host.hasIOMMU == .yes ? Finding(!flaws.contains(.sharedGroup)) : .no
    facts.stoppedService = flaws.contains(.serviceStopped) ? "nvidia-vgpud.service" : nil
    facts.pendingMode = flaws.contains(.modePending) ? "MIG mode" : nil
    facts.canMigrate = Finding(model.canMigrate)
    return facts
  }
}
