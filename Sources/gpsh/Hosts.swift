import CmdletKit
import GPUPartitionCmdlets
import GPUPartitioning
import LinuxHost
import ShellEngine
import ShellObjects
import SimulatedHost

/// Chooses the machines the cmdlets act on: this one, or simulated ones.
enum Hosts {
  /// A function that makes the directory of hosts when it is first needed.
  ///
  /// `simulation` is nil for the real machine, empty for the built-in scenario, else the state file's path.
  static func directory(simulation: String?, _ session: Session) -> () throws(GPUPartitioningError) -> HostDirectory {
    { () throws(GPUPartitioningError) in
      if let simulation { return try SimulatedDatacenter(file: simulation.isEmpty ? nil : simulation).makeDirectory() }
      let host = LinuxHost(HostConfiguration.settings(session))
      for recovery in host.recoverInterruptedChanges() { Program.complain("gpsh: \(recovery.message)") }
      return HostDirectory(local: host)
    }
  }
}
