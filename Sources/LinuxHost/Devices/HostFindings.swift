import GPUPartitioning

/// What is the same for every GPU of a host; read once a snapshot.
struct HostFindings {
  let hasVirtualization: Finding
  let hasIOMMU: Bool
  let hasSeveralNodes: Bool

  init(_ tree: SysfsTree) {
    hasVirtualization = HostFindings.virtualization(tree)
    hasIOMMU = !tree.namesIfAny(SysfsPath.iommuGroups).isEmpty
    hasSeveralNodes = tree.namesIfAny(SysfsPath.numaNodes).count { $0.hasPrefix("node") && $0.utf8.count > 4 } > 1
  }

  /// The device of KVM is there, or the processor's flags say why it cannot be.
  private static func virtualization(_ tree: SysfsTree) -> Finding {
    if tree.exists(SysfsPath.kvmDevice) { return .yes }
    return tree.textIfAny(SysfsPath.processors) == nil ? .unknown : .no
  }
}

extension GPUReadiness {
  /// Everything that sysfs says about a GPU's way to partitions.
  init(_ gpu: PCIFunction, _ reading: PartitionReading, _ host: HostFindings) {
    self.init()
    isBridge = gpu.classCode >> 16 == 0x06
    isBootDisplay = gpu.text("boot_vga") == "1"
    isBoundForPassthrough = gpu.isBoundForPassthrough
    hasDriver = gpu.driver != nil
    driverCanPartition = reading.driverCanPartition
    deviceCanPartition = reading.deviceCanPartition
    isPartitioningEnabled = reading.isPartitioningEnabled
    // The link's speed is shown for PCI Express only, and whatever has virtual functions is that.
    isConventionalPCI = reading.deviceCanPartition == .no && !gpu.exists("max_link_speed")
    hasFunctionMemory = GPUReadiness.functionMemory(gpu)
    hasIOMMU = reading.needsIOMMU ? Finding(host.hasIOMMU && gpu.exists("iommu_group")) : .unknown
    hasVirtualization = host.hasVirtualization
    isIsolated = GPUReadiness.isolation(gpu)
    hasDirtyTracking = GPUReadiness.dirtyTracking(gpu)
    isTechnologyUndecided = reading.isUndecided
  }

  /// Whether firmware and kernel gave address space to the virtual functions: lines 7 to 12 of `resource`.
  ///
  /// Source: kernel, drivers/pci/iov.c: enabling fails with ENOMEM where they are all zero.
  private static func functionMemory(_ gpu: PCIFunction) -> Finding {
    guard (try? gpu.totalFunctions()) ?? 0 > 0, let text = gpu.text("resource") else { return .unknown }
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count >= 13 else { return .unknown }
    return Finding(
      lines[7...12].contains { line in line.utf8.contains { (49...57).contains($0) || (97...102).contains($0) } })
  }

  /// Its group holds only itself, its own functions, bridges, and what is bound for passthrough.
  private static func isolation(_ gpu: PCIFunction) -> Finding {
    let members = gpu.tree.namesIfAny(gpu.path("iommu_group/devices"))
    guard !members.isEmpty else { return .unknown }
    return Finding(
      members.allSatisfy { name in
        guard let address = PCIAddress(name), address != gpu.address else { return true }
        let directory = SysfsPath.pciDevice(address)
        if VirtualFunction.parent(of: address, in: gpu.tree) == gpu.address { return true }
        if gpu.tree.textIfAny("\(directory)/class")?.hasPrefix("0x06") ?? false { return true }
        return gpu.tree.linkName("\(directory)/driver").map { $0 == "vfio-pci" || $0 == "pci-stub" } ?? false
      })
  }

  /// The IOMMU before this GPU marks pages that a device wrote.
  ///
  /// Source: kernel, drivers/iommu: Intel's extended capabilities bit 43 (scalable mode) and 45 (second level
  /// accessed/dirty); AMD's features bit 52 (HDSup).
  private static func dirtyTracking(_ gpu: PCIFunction) -> Finding {
    guard let unit = gpu.tree.linkName(gpu.path("iommu")) else { return .unknown }
    let directory = "\(SysfsPath.iommuUnits)/\(unit)"
    if let text = gpu.tree.textIfAny("\(directory)/intel-iommu/ecap"), let bits = UInt64(text, radix: 16) {
      return Finding(bits >> 43 & 1 == 1 && bits >> 45 & 1 == 1)
    }
    if let text = gpu.tree.textIfAny("\(directory)/amd-iommu/features") {
      // "features:extra" on newer kernels.
      return Finding(text.split(separator: ":").first.flatMap { UInt64($0, radix: 16) }.map { $0 >> 52 & 1 == 1 })
    }
    return .unknown
  }
}
