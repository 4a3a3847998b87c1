import GPUPartitioning
import ShellFormatting
import ShellObjects

extension GPUPartitionViews {
  /// A list of Hyper-V's own properties, as the module shows it; the table is ours.
  static var hostPartitionableGPU: [FormatView] {
    [
      .list(PartitionableGPU.typeName, hyperVNames.map { ViewItem($0) }),
      .table(
        PartitionableGPU.typeName, isAutosized: true,
        [
          ViewColumn("ComputerName"), ViewColumn("GpuName"), ViewColumn("PciAddress"),
          ViewColumn("PartitionCount", .right), ViewColumn("Free", .right, property: "FreePartitionCount"),
          ViewColumn("ValidPartitionCounts"), ViewColumn("TotalVRAM(M)", .right) { try $0.megabytes("TotalVRAM") },
          ViewColumn("AssignedTo"),
        ]),
    ]
  }

  private static var hyperVNames: [String] {
    var names = ["Name", "ValidPartitionCounts", "PartitionCount"]
    for resource in GPUResource.allCases.map(\.rawValue) {
      names += ["Total\(resource)", "Available\(resource)"]
      if resource == GPUResource.vram.rawValue { names.append("SupportsIncomingLiveMigration") }
      names += ["Min", "Max", "Optimal"].map { "\($0)Partition\(resource)" }
    }
    return names + ["CimSession", "ComputerName", "IsDeleted"]
  }
}
