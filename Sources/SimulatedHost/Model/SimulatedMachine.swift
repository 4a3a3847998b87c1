package import GPUPartitioning

/// A virtual machine on a simulated host, and how it behaves.
package struct SimulatedMachine: Equatable, Sendable {
  /// Without what follows from the host: uptime, assigned memory, and the partitions behind its adapters.
  package var machine: VirtualMachine
  /// In seconds since 1970; nil while off.
  package var startedAt: Int64?
  /// Processor load while it runs, in percent.
  package var load = 0
  /// The guest does not react to a shutdown.
  package var ignoresShutdown = false
  /// What the host says when it is started; nil where it starts.
  package var startFailure: String?

  package init(_ machine: VirtualMachine) { self.machine = machine }

  /// As the port shows it, without partitions.
  func snapshot(now: Int64) -> VirtualMachine {
    var shown = machine
    if machine.state.isActive {
      shown.uptime = .seconds(max(0, now - (startedAt ?? now)))
      shown.memoryAssigned = machine.memoryStartup
      shown.cpuUsage = machine.state == .running ? load : 0
    }
    return shown
  }
}
