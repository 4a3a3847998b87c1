import GPUPartitioning
import ShellFormatting
import ShellObjects

extension GPUPartitionViews {
  /// A list of Hyper-V's own properties, as the module shows it; the table is ours.
  static var hostPartitionableGPU: [FormatView] {
    [
      .list(PartitionableGPU.typeName, hyperVNames.map { ViewItem($0) }),
      .table(
        PartitionableGPU.typeName, groupBy: ViewGrouping(.property("ComputerName")), isAutosized: true,
        [
          ViewColumn("PciAddress"), ViewColumn("GpuName"), ViewColumn("Count", .right, property: "PartitionCount"),
          ViewColumn("Free", .right, property: "FreePartitionCount"),
          ViewColumn("VRAM(M)", .right) { try $0.megabytes("TotalVRAM") },
          ViewColumn("AssignedTo") { try joined($0.property("AssignedTo")) },
          ViewColumn("ValidCounts") { try joined($0.property("ValidPartitionCounts")) },
        ]),
    ]
  }

  private static func joined(_ list: Value) throws -> Value {
    .string(try list.enumerated().map { try $0.text() }.joined(separator: ", "))
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
