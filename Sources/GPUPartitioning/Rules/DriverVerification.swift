/// The judgement on one GPU: its status, why, what is missing, and how to mend it.
///
/// Rules 7, 9, 19 and 27 of the reference.
package struct DriverVerification: Equatable, Sendable {
  package let gpu: GPUReference
  package let modelName: String
  package let status: AssignedStatus
  package let reason: StatusReason
  /// Empty where nothing is missing.
  package let missing: String
  /// What would mend it; empty where nothing needs to be.
  package let remedy: String
  package let prerequisites: [Prerequisite]

  package init(of gpu: PartitionableGPU) { self.init(of: gpu, gpu.readiness) }

  /// Judges by `readiness`, which may know more than the GPU's own.
  package init(of gpu: PartitionableGPU, _ readiness: GPUReadiness) {
    self.gpu = gpu.reference
    modelName = gpu.modelName
    reason = StatusReason(readiness)
    status = reason.status(readiness)
    missing = reason.missing(readiness)
    remedy = reason.remedy(readiness)
    prerequisites = [
      Prerequisite(.virtualization, readiness.hasVirtualization), Prerequisite(.iommu, readiness.hasIOMMU),
      Prerequisite(
        .sriov, Finding.all(readiness.deviceCanPartition, readiness.isPartitioningEnabled, readiness.hasFunctionMemory)),
      Prerequisite(.driver, readiness.hasDriver ? readiness.driverCanPartition : .no),
      Prerequisite(.dirtyTracking, readiness.hasDirtyTracking),
    ]
  }

  package var isReady: Bool { status == .partitioned }
}

extension Finding {
  /// No where one is no, unknown where one is unknown, else yes.
  static func all(_ findings: Finding...) -> Finding {
    if findings.contains(.no) { return .no }
    return findings.contains(.unknown) ? .unknown : .yes
  }
}
