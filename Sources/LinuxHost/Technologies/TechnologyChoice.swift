import GPUPartitioning

/// Decides how a GPU is split; for each GPU by itself, because one host may have several makes and both of NVIDIA's ways.
enum TechnologyChoice {
  /// The order of the tests matters: a driver of a maker comes before what every SR-IOV device can do.
  static func technology(for gpu: PCIFunction) throws(SysfsError) -> any PartitionTechnology {
    if gpu.isBoundForPassthrough { return Unsplit() }
    let hasOwnTypes = gpu.exists("mdev_supported_types")
    let hasFunctions = try gpu.totalFunctions().map { $0 > 0 } ?? false
    switch gpu.driver {
    case nil: return Unsplit()
    case "nvidia": return try nvidia(gpu, hasFunctions: hasFunctions)
    case "gim": return AMDGIM()
    case "xe" where gpu.exists("sriov_totalvfs"): return IntelXe()
    case "i915" where hasFunctions: return IntelI915()
    case "i915" where hasOwnTypes: return MediatedDevices(kind: .intelGVTg)
    case _ where hasOwnTypes: return MediatedDevices(kind: .mediatedDevice)
    case _ where hasFunctions: return GenericSRIOV()
    default: return Unsplit()
    }
  }

  private static func nvidia(_ gpu: PCIFunction, hasFunctions: Bool) throws(SysfsError) -> any PartitionTechnology {
    if try NVIDIAVendorVFIO.isUsed(by: gpu) { return NVIDIAMIG.isUsed(by: gpu) ? NVIDIAMIG() : NVIDIAVendorVFIO() }
    if try !MediatedDevices.parents(of: gpu).isEmpty { return MediatedDevices(kind: .nvidiaMediatedDevice) }
    return Unsplit(isUndecided: hasFunctions)
  }
}
