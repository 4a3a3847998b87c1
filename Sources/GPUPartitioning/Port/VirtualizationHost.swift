/// A machine whose GPUs are split among its virtual machines: the port that each kind of host implements.
///
/// Hosts give snapshots and execute steps; they decide nothing. All calls block, and one thread at a time makes them.
package protocol VirtualizationHost: AnyObject {
  /// The host's name, which every object of it carries as ComputerName.
  var name: String { get }

  /// What of the host `scope` asks for, as it is now. Throws `HostUnreachable`, `AccessDenied`, `StatusUnavailable`.
  func snapshot(_ scope: SnapshotScope) throws(GPUPartitioningError) -> HostSnapshot

  /// Calls `visit` with each machine of `selection` as soon as it is read, until it returns false.
  func visitVirtualMachines(
    _ selection: SnapshotScope.Machines, _ visit: (VirtualMachine) -> Bool
  ) throws(GPUPartitioningError)

  /// Everything that can be found out about a GPU's way to partitions, vendor programs and services included.
  func readiness(of gpu: GPUReference) throws(GPUPartitioningError) -> GPUReadiness

  /// What executing `step` would read, write, call and run, in order. Changes nothing.
  func operations(for step: ChangeStep) throws(GPUPartitioningError) -> [HostOperation]

  /// Keeps other users of gpsh away from `subjects` until the lock is released or its process ends.
  ///
  /// Throws `ObjectInUse` with the holder's process where one of them is locked.
  func lock(_ subjects: Set<LockSubject>) throws(GPUPartitioningError) -> any HostLock

  /// Does `step`, whatever it was before; returns when it is done and visible, or throws within about `deadline`.
  ///
  /// May leave a part done when it throws: the caller looks and takes it back.
  func execute(_ step: ChangeStep, within deadline: Duration) throws(GPUPartitioningError)

  /// Where changes of this host are recorded.
  var journal: any ChangeJournal { get }
}

extension VirtualizationHost {
  package func visitVirtualMachines(
    _ selection: SnapshotScope.Machines, _ visit: (VirtualMachine) -> Bool
  ) throws(GPUPartitioningError) {
    let scope = SnapshotScope(gpus: .none, machines: selection, needsHolders: false)
    for machine in try snapshot(scope).virtualMachines {
      guard visit(machine) else { return }
    }
  }
}

/// What a change keeps to itself while it runs.
package enum LockSubject: Hashable, Sendable {
  case gpu(PCIAddress)
  case machine(UniqueIdentifier)
}

/// A lock that a host gave.
package protocol HostLock: AnyObject {
  /// Gives it back; later calls do nothing.
  func release()
}
