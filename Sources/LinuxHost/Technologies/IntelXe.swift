import GPUPartitioning

/// Intel's xe driver: SR-IOV with quotas in `sriov_admin` on newer kernels.
///
/// Read only so far: the count needs the quotas to be set in the right order.
/// Source: kernel, Documentation/ABI/testing/sysfs-driver-intel-xe-sriov.
struct IntelXe: PartitionTechnology {
  let kind = PartitionTechnologyKind.intelXe

  func read(_ gpu: PCIFunction) throws(SysfsError) -> PartitionReading {
    var reading = try FunctionReading.reading(gpu)
    reading.driverCanPartition = reading.isPartitioningEnabled
    reading.partitions = try reading.partitions.map { partition throws(SysfsError) in
      var partition = partition
      // The driver counts from 1. Kernels before 7.0, and cards without memory of their own, have no such file.
      let quota = gpu.path("sriov_admin/vf\(UInt32(partition.identifier) + 1)/profile/vram_quota")
      if let bytes = try gpu.tree.number(quota), bytes > 0 { partition.amounts.vram = UInt64(bytes) }
      return partition
    }
    reading.countChangeObstacle = IntelXe.reason
    return reading
  }

  func actions(_ gpu: PCIFunction, to layout: PartitionLayout) throws(GPUPartitioningError) -> [HostAction] {
    throw .countChangeRefused(gpu, IntelXe.reason)
  }

  private static let reason =
    "gpsh reads GPUs of Intel's xe driver and does not change their partition count yet; use the driver's sysfs files."
}
