import GPUPartitioning
import ShellObjects

/// One line of Test-VMHostGpuDriver: a GPU, its status, and what would mend it.
struct DriverStatus: ShellObjectPayload {
  static let typeName = "GpuPartitioning.VMHostGpuDriver"
  let gpu: PartitionableGPU
  let verification: DriverVerification

  func finding(_ kind: Prerequisite.Kind) -> String {
    switch verification.prerequisites.first(where: { $0.kind == kind })?.finding {
    case .yes: "Yes"
    case .no: "No"
    case .unknown, nil: "Unknown"
    }
  }

  /// It could be split if somebody mended the host.
  var isMendable: Bool { verification.status == .paravirtualization }
}

extension GPUPartitionTypes {
  static let driverStatus = TypeDeclaration(DriverStatus.typeName, of: DriverStatus.self) { list in
    list.property("string ComputerName {get;}") { $0.gpu.computerName }
    list.property("string GpuName {get;}") { $0.gpu.modelName }
    list.property("string PciAddress {get;}") { $0.gpu.address.description }
    list.property("string AssignedStatus {get;}") { $0.verification.status.rawValue }
    list.property("string Reason {get;}") { $0.verification.reason.rawValue }
    list.property("string Missing {get;}") { $0.verification.missing }
    list.property("string Remedy {get;}") { $0.verification.remedy }
    list.property("bool IsReady {get;}") { $0.verification.isReady }
    list.property("string Virtualization {get;}") { $0.finding(.virtualization) }
    list.property("string Iommu {get;}") { $0.finding(.iommu) }
    list.property("string SrIov {get;}") { $0.finding(.sriov) }
    list.property("string Driver {get;}") { $0.finding(.driver) }
    list.property("string DmaDirtyTracking {get;}") { $0.finding(.dirtyTracking) }
    list.property("string LiveMigration {get;}") { $0.gpu.migrationSupport.rawValue }
    list.property("string DriverName {get;}") { $0.gpu.driverName }
    list.property("string DriverVersion {get;}") { $0.gpu.driverVersion }
    list.property("string Technology {get;}") { $0.gpu.technology.rawValue }
    list.property("string Name {get;}") { $0.gpu.name.description }
    list.behavior.text = { value in
      guard let status = value.payload(DriverStatus.self) else { return "" }
      return "\(status.gpu.modelName) at \(status.gpu.address): \(status.verification.status.rawValue)"
    }
  }
}
