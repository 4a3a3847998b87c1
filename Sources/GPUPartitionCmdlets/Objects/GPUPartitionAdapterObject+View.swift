import GPUPartitioning
import ShellFormatting
import ShellObjects

extension GPUPartitionViews {
  /// A list of Hyper-V's own properties, as the module shows it; the table is ours.
  static var gpuPartitionAdapter: [FormatView] {
    [
      .list(AdapterRecord.typeName, adapterNames.map { ViewItem($0) }),
      .table(
        AdapterRecord.typeName, isAutosized: true,
        [
          ViewColumn("ComputerName"), ViewColumn("VMName"), ViewColumn("PartitionId", .right),
          ViewColumn("PartitionVRAM(M)", .right) { try $0.megabytes("CurrentPartitionVRAM") },
          ViewColumn("PartitionLocation"), ViewColumn("InstancePath"),
        ]),
    ]
  }

  private static var adapterNames: [String] {
    let amounts = GPUResource.allCases.flatMap { resource in
      ["Current", "Min", "Max", "Optimal"].map { "\($0)Partition\(resource.rawValue)" }
    }
    return ["InstancePath"] + amounts + [
      "PartitionId", "PartitionVfLuid", "SupportsOutgoingLiveMigration", "Name", "Id", "VMId", "VMName", "VMSnapshotId",
      "VMSnapshotName", "CimSession", "ComputerName", "IsDeleted",
    ]
  }
}
