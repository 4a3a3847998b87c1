import GPUPartitioning

/// What all technologies have in common whose partitions are PCI virtual functions.
enum FunctionReading {
  /// Each function as a partition; `obstacles` says why one cannot be given away.
  static func partitions(
    _ gpu: PCIFunction, _ functions: [VirtualFunction], obstacles: (VirtualFunction) -> String? = { _ in nil }
  ) -> [GPUPartition] {
    var members: [String: Int] = [:]
    for group in functions.compactMap(\.isolationGroup) { members[group, default: 0] += 1 }
    if let own = gpu.tree.linkName(gpu.path("iommu_group")) { members[own, default: 0] += 1 }
    return functions.map { function in
      GPUPartition(
        identifier: function.index, location: .virtualFunction(function.address),
        locallyUniqueIdentifier: function.inode.map { "\($0)" } ?? "",
        obstacle: shared(function, members) ?? obstacles(function))
    }
  }

  private static func shared(_ function: VirtualFunction, _ members: [String: Int]) -> String? {
    guard let group = function.isolationGroup, members[group] ?? 0 > 1 else { return nil }
    return "It shares the isolation group \(group) with other devices; look for ACS in the firmware's settings."
  }

  /// Every count from 1 to the limit: how much of the card each gets is the driver's secret.
  static func profiles(upTo total: UInt16) -> [PartitionProfile] {
    guard total > 0 else { return [] }
    return (1...total).compactMap { count in
      PartitionProfile(identifier: "\(count)", name: "\(count) virtual functions", count: count)
    }
  }

  /// The facts that every SR-IOV device shows.
  static func reading(_ gpu: PCIFunction) throws(SysfsError) -> PartitionReading {
    let total = try gpu.totalFunctions()
    var reading = PartitionReading()
    reading.profiles = profiles(upTo: total ?? 0)
    reading.partitions = partitions(gpu, try VirtualFunction.all(of: gpu))
    reading.deviceCanPartition = total == nil ? .no : .yes
    // A driver that cannot, or was told not to, lowers the limit to 0.
    reading.isPartitioningEnabled = Finding(total.map { $0 > 0 })
    reading.driverCanPartition = gpu.driver == nil ? .no : .unknown
    return reading
  }
}
