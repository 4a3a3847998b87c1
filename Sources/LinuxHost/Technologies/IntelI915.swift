import GPUPartitioning

/// Intel's i915 driver with SR-IOV, as built outside the kernel for Flex cards and integrated graphics.
///
/// Read only so far: its quotas are under the display card, in one of two spellings.
/// Source: Intel media-delivery, "GPU SR-IOV".
struct IntelI915: PartitionTechnology {
  let kind = PartitionTechnologyKind.intelI915

  func read(_ gpu: PCIFunction) throws(SysfsError) -> PartitionReading {
    var reading = try FunctionReading.reading(gpu)
    reading.driverCanPartition = reading.isPartitioningEnabled
    reading.countChangeObstacle = IntelI915.reason
    return reading
  }

  func actions(_ gpu: PCIFunction, to layout: PartitionLayout) throws(GPUPartitioningError) -> [HostAction] {
    throw .countChangeRefused(gpu, IntelI915.reason)
  }

  private static let reason =
    "gpsh reads GPUs of Intel's i915 driver and does not change their partition count yet; use the driver's sysfs files."
}
