import GPUPartitioning

/// AMD MxGPU: the module `gim` makes the functions when it is loaded, and no file changes their number.
///
/// Read only: a new count needs every machine off and the module loaded again with `vf_num`.
/// Source: amd/MxGPU-Virtualization, module parameter vf_num.
struct AMDGIM: PartitionTechnology {
  let kind = PartitionTechnologyKind.amdMxGPU

  func read(_ gpu: PCIFunction) throws(SysfsError) -> PartitionReading {
    var reading = try FunctionReading.reading(gpu)
    reading.driverCanPartition = .yes
    // Which counts the card allows only AMD's own program knows: of the limit, the current count is certain.
    let current = UInt16(clamping: reading.partitions.count)
    reading.profiles = reading.profiles.filter { $0.count == current }
    reading.countChangeObstacle = AMDGIM.reason
    return reading
  }

  func actions(_ gpu: PCIFunction, to layout: PartitionLayout) throws(GPUPartitioningError) -> [HostAction] {
    throw .countChangeRefused(gpu, AMDGIM.reason)
  }

  private static let reason =
    "The driver gim fixes the partition count when it is loaded; turn off all machines with partitions, then load it again "
    + "with the parameter vf_num."
}
