import GPUPartitioning
import ShellFormatting
import ShellObjects

extension GPUPartitionViews {
  /// A GPU's counts below its name, each with what a partition would get.
  static var countPreview: [FormatView] {
    [
      .table(
        CountPreview.typeName, groupBy: ViewGrouping(.computed("Gpu", gpu), label: "Gpu"), isAutosized: true,
        [
          ViewColumn("PartitionCount", .right), ViewColumn("VRAM of each", .right, compute: memory),
          ViewColumn("IsCurrent"), ViewColumn("Profiles"),
        ])
    ]
  }

  private static func gpu(_ line: Value) throws -> Value {
    guard let gpu = line.payload(CountPreview.self)?.gpu else { return .null }
    return .string("\(gpu.modelName), \(gpu.address) on \(gpu.computerName)")
  }

  private static func memory(_ line: Value) throws -> Value {
    .string(line.payload(CountPreview.self)?.memoryText ?? "")
  }
}
