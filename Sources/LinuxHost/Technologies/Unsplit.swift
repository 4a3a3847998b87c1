import GPUPartitioning

/// A GPU that cannot be split now: no driver, a driver that does not do it, or one whose way cannot be seen yet.
struct Unsplit: PartitionTechnology {
  let kind = PartitionTechnologyKind.unknown
  /// NVIDIA's driver with functions supported and none made: which of its two ways applies shows only then.
  var isUndecided = false

  func read(_ gpu: PCIFunction) throws(SysfsError) -> PartitionReading {
    var reading = PartitionReading()
    let total = try gpu.totalFunctions()
    reading.deviceCanPartition = Finding(total != nil)
    reading.isPartitioningEnabled = Finding(total.map { $0 > 0 })
    reading.driverCanPartition = isUndecided ? .unknown : .no
    reading.isUndecided = isUndecided
    reading.countChangeObstacle = reason(gpu)
    return reading
  }

  func actions(_ gpu: PCIFunction, to layout: PartitionLayout) throws(GPUPartitioningError) -> [HostAction] {
    throw .countChangeRefused(gpu, reason(gpu))
  }

  private func reason(_ gpu: PCIFunction) -> String {
    if isUndecided {
      return "The virtual functions must be enabled with sriov-manage before NVIDIA's types can be seen."
    }
    guard let driver = gpu.driver else { return "No driver is bound to the GPU \"\(gpu.address)\"." }
    return "The driver '\(driver)' of the GPU \"\(gpu.address)\" does not split it."
  }
}
