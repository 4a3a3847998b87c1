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
    guard let minor = information(gpu, "Device Minor").flatMap({ Int($0) }) else { return false }
    return gpu.tree.namesIfAny(SysfsPath.nvidiaInstances(minor)).contains { $0.hasPrefix("gi") }
  }

  /// The GPU's serial identity, `GPU-…`; nil where the driver is not NVIDIA's.
  static func uuid(of gpu: PCIFunction) -> String? {
    gpu.driver == "nvidia" ? information(gpu, "GPU UUID") : nil
  }

  /// The value of a line `Name: value`.
  private static func information(_ gpu: PCIFunction, _ name: String) -> String? {
    let text = gpu.tree.textIfAny(SysfsPath.nvidiaInformation(gpu.address)) ?? ""
    guard let line = text.split(whereSeparator: \.isNewline).first(where: { $0.hasPrefix(name) }),
      let colon = line.firstIndex(of: ":")
    else { return nil }
    return String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
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
