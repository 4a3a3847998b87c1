import ShellFormatting
import ShellObjects

extension GPUPartitionViews {
  /// One line a count, with what each partition would get.
  static var countPreview: [FormatView] {
    [
      .table(
        CountPreview.typeName, isAutosized: true,
        [
          ViewColumn("ComputerName"), ViewColumn("PciAddress"), ViewColumn("GpuName"),
          ViewColumn("PartitionCount", .right), ViewColumn("IsCurrent"), ViewColumn("Description"),
        ])
    ]
  }
}
