import GPUPartitionCmdlets
import GPUPartitioning
import LinuxHost
import SimulatedHost

/// Chooses the machines the cmdlets act on: this one, or simulated ones.
enum Hosts {
  /// A function that makes the directory of hosts when it is first needed.
  ///
  /// `simulation` is nil for the real machine, empty for the built-in scenario, else the state file's path.
  static func directory(simulation: String?) -> () throws(GPUPartitioningError) -> HostDirectory {
    { () throws(GPUPartitioningError) in
      guard let simulation else { return HostDirectory(local: LinuxHost(LinuxHostSettings())) }
      return try SimulatedDatacenter(file: simulation.isEmpty ? nil : simulation).makeDirectory()
    }
  }
}
