import ShellFormatting
import ShellObjects

extension GPUPartitionViews {
  /// **Source:** the table that Get-VM prints on Windows, publicly posted many times.
  static var virtualMachine: [FormatView] {
    [
      .table(
        MachineRecord.typeName, isAutosized: true,
        [
          ViewColumn("Name"), ViewColumn("State"), ViewColumn("CPUUsage(%)", property: "CPUUsage"),
          ViewColumn("MemoryAssigned(M)") { try $0.megabytes("MemoryAssigned") }, ViewColumn("Uptime"),
          ViewColumn("Status"), ViewColumn("Version"),
        ])
    ]
  }
}
