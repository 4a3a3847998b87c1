/// How a GPU is split: the mechanism between the driver and the kernel.
package enum PartitionTechnologyKind: String, CaseIterable, Sendable {
  case genericSRIOV = "SR-IOV"
  case intelXe = "Intel xe SR-IOV"
  case intelI915 = "Intel i915 SR-IOV"
  case amdMxGPU = "AMD MxGPU"
  case nvidiaVendorVFIO = "NVIDIA vGPU (vendor VFIO)"
  case nvidiaMediatedDevice = "NVIDIA vGPU (mediated devices)"
  case nvidiaMIG = "NVIDIA MIG-backed vGPU"
  case intelGVTg = "Intel GVT-g"
  case mediatedDevice = "Mediated devices"
  /// Not decided, or none.
  case unknown = "Unknown"
}
