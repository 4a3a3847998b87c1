import ShellFormatting
import ShellObjects

extension GPUPartitionViews {
  /// A computer's GPUs below its name, as in Windows Admin Center, and a list with what would help.
  static var driverStatus: [FormatView] {
    [
      .table(
        DriverStatus.typeName, groupBy: ViewGrouping(.property("ComputerName")), isAutosized: true,
        ["PciAddress", "GpuName", "AssignedStatus", "Reason"].map { ViewColumn($0) }),
      .list(
        DriverStatus.typeName,
        [
          "ComputerName", "GpuName", "PciAddress", "AssignedStatus", "Reason", "Missing", "Remedy", "Virtualization",
          "Iommu", "SrIov", "Driver", "DmaDirtyTracking", "LiveMigration", "DriverName", "DriverVersion", "Technology",
          "Name",
        ].map { ViewItem($0) }),
    ]
  }
}
