// LinuxHost: the machine gpsh runs on, with its kernel, its vendors' drivers and its libvirt.
//
// It implements the port `VirtualizationHost`: it gives snapshots and executes single steps; what may be done is decided in
// GPUPartitioning. Everything outside this process is behind three doors:
//
//   Sysfs/SysfsTree          files of the kernel, below a root that tests put elsewhere; each write in a process of its own
//   Programs/ProgramRunner   programs, with a deadline and no terminal
//   Libvirt/LibvirtLibrary   virtual machines, through a library that is opened when the first one is asked for
//
// How a GPU is split is one file a technology (Technologies), chosen for each GPU by itself. A technology says what it would
// write as a list of `HostAction`; -WhatIf prints that list and `ActionRunner` carries out the same one.
//
// Changes are recorded under /var/lib/gpsh (Journal) and guarded by locks under /run/gpsh; one that was cut off is found and
// taken back at the next start (LinuxHost+Recovery).
//
// Reading order: SysfsTree, PCIFunction, TechnologyChoice, GenericSRIOV, ActionRunner, HostReading, LinuxHost+Steps.

package import GPUPartitioning
import Glibc

/// This machine as a host of GPU partitions.
///
/// One thread at a time may use it.
package final class LinuxHost: VirtualizationHost {
  package let name: String
  let settings: LinuxHostSettings
  let tree: SysfsTree
  let programs: any ProgramRunner
  let fileJournal: FileJournal
  private var connection: LibvirtConnection?
  /// The last lock that was given; at most one change runs at a time.
  private weak var heldLock: FileLock?
  /// Read when the first GPU is shown.
  private(set) lazy var names = PCINames(tree)

  /// The host that `settings` describe; opens and reads nothing yet.
  package convenience init(_ settings: LinuxHostSettings = LinuxHostSettings()) {
    self.init(settings, tree: SysfsTree(root: settings.root), programs: HostProgramRunner())
  }

  /// A host whose files and programs are a test's.
  package init(_ settings: LinuxHostSettings, tree: SysfsTree, programs: any ProgramRunner) {
    self.settings = settings
    self.tree = tree
    self.programs = programs
    name = settings.computerName ?? LinuxHost.machineName()
    fileJournal = FileJournal(StateDirectory(path: tree.root + "/var/lib/gpsh/changes"), host: name)
  }

  package var journal: any ChangeJournal { fileJournal }

  // MARK: Snapshots

  package func snapshot(_ scope: SnapshotScope) throws(GPUPartitioningError) -> HostSnapshot {
    var reading = HostReading(self)
    let machines = try reading.machines(scope)
    return HostSnapshot(
      computerName: name, scope: scope, gpus: try reading.gpus(scope), virtualMachines: machines)
  }

  package func visitVirtualMachines(
    _ selection: SnapshotScope.Machines, _ visit: (VirtualMachine) -> Bool
  ) throws(GPUPartitioningError) {
    var reading = HostReading(self)
    try reading.visitMachines(selection, visit)
  }

  package func readiness(of gpu: GPUReference) throws(GPUPartitioningError) -> GPUReadiness {
    var reading = HostReading(self)
    var readiness = try reading.readiness(gpu.address)
    if let service = try reading.service(gpu.address), !isActive(service) { readiness.stoppedService = service }
    return readiness
  }

  /// A host without systemd says nothing about services, and that is not held against it.
  private func isActive(_ service: String) -> Bool {
    guard let result = try? programs.run(HostProgram.systemctl, ["is-active", service], deadlineMilliseconds: 5_000)
    else { return true }
    return result.succeeded || result.ending == .timedOut
  }

  // MARK: Libvirt

  /// The connection, opened when it is first needed; nil where libvirt is not installed, so that there are no machines.
  func libvirt() throws(GPUPartitioningError) -> LibvirtConnection? {
    if let connection, connection.isAlive { return connection }
    do throws(LibvirtError) {
      let opened = try LibvirtConnection(settings.libvirtURI)
      connection = opened
      return opened
    } catch {
      if error.isLibraryMissing { return nil }
      throw GPUPartitioningError(error, host: name)
    }
  }

  // MARK: Locks

  package func lock(_ subjects: Set<LockSubject>) throws(GPUPartitioningError) -> any HostLock {
    let lock = try FileLock(subjects, in: StateDirectory(path: tree.root + "/run/gpsh"), host: name)
    heldLock = lock
    return lock
  }

  /// The lock that this process has on a GPU; nil where it has none.
  func lock(of gpu: PCIAddress) -> FileLock? { heldLock?.descriptor(.gpu(gpu)) == nil ? nil : heldLock }

  private static func machineName() -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "localhost" }
    let text = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return text.isEmpty ? "localhost" : text
  }
}
