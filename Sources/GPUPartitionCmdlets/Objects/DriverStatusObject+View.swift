import ShellFormatting
import ShellObjects

extension GPUPartitionViews {
  /// The four columns of Windows Admin Center's tab, and a list with what would help.
  static var driverStatus: [FormatView] {
    [
      .table(
        DriverStatus.typeName, isAutosized: true,
        ["ComputerName", "PciAddress", "GpuName", "AssignedStatus", "Reason"].map { ViewColumn($0) }),
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
