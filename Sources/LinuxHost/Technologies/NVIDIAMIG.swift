import GPUPartitioning

/// NVIDIA vGPU on a GPU that is split into MIG instances first: as the vendor's VFIO, with the order of steps of both.
///
/// Read only so far.
struct NVIDIAMIG: PartitionTechnology {
  let kind = PartitionTechnologyKind.nvidiaMIG
  let isManagedByLibvirt = false

  /// Whether the driver has MIG instances on this GPU.
  ///
  /// Source: NVIDIA MIG user guide, "/proc based nvidia-capabilities"; the GPU's number is its device minor.
  static func isUsed(by gpu: PCIFunction) -> Bool {
    let information = gpu.tree.textIfAny("proc/driver/nvidia/gpus/\(gpu.address)/information") ?? ""
    guard let line = information.split(whereSeparator: \.isNewline).first(where: { $0.hasPrefix("Device Minor") }),
      let minor = line.split(separator: ":").last.flatMap({ Int($0.filter(\.isNumber)) })
    else { return false }
    return gpu.tree.namesIfAny("proc/driver/nvidia/capabilities/gpu\(minor)/mig").contains { $0.hasPrefix("gi") }
  }

  func read(_ gpu: PCIFunction) throws(SysfsError) -> PartitionReading {
    var reading = try NVIDIAVendorVFIO().read(gpu)
    reading.countChangeObstacle = NVIDIAMIG.reason
    return reading
  }

  func actions(_ gpu: PCIFunction, to layout: PartitionLayout) throws(GPUPartitioningError) -> [HostAction] {
    throw .countChangeRefused(gpu, NVIDIAMIG.reason)
  }

  private static let reason =
    "gpsh reads GPUs that are split into MIG instances and does not change them yet; use nvidia-smi mig and sriov-manage."
}
