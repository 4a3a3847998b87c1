/// The limits that an administrator may lift.
package struct PartitionPolicy: Equatable, Sendable {
  /// How many partitions a machine may have; the article says one, later documentation allows more.
  package let partitionsPerMachine: Int

  package static let `default` = PartitionPolicy()

  /// A number below 1 counts as 1.
  package init(partitionsPerMachine: Int = 1) { self.partitionsPerMachine = max(1, partitionsPerMachine) }
}

/// Whether a running machine may be stopped for a change and started again.
package enum PowerCycle: Equatable, Sendable {
  case forbidden
  case allowed(StopMethod)
}

/// Makes plans: pure functions from what the hosts are like and what is wanted.
///
/// Each either returns steps that will work on that inventory, or throws what stands in the way. An empty plan means
/// that all is as wanted. One file a kind of request.
package struct PartitionPlanner: Sendable {
  /// Has to be complete for the hosts it lists: `SnapshotScope.everything`.
  package let inventory: HostInventory
  package let policy: PartitionPolicy

  package init(_ inventory: HostInventory, policy: PartitionPolicy = .default) {
    self.inventory = inventory
    self.policy = policy
  }

  /// The machine as the inventory knows it now.
  ///
  /// Throws `ObjectNotFound` where it is gone.
  func current(_ machine: VirtualMachineReference) throws(GPUPartitioningError) -> VirtualMachine {
    guard let found = inventory.machine(machine) else { throw .machineNotFound(name: machine.name) }
    return found
  }

  /// `change`, with a stop before and a start after where the machine runs and that is allowed.
  func cycling(
    _ machine: VirtualMachine, _ powerCycle: PowerCycle, around change: [ChangeStep]
  ) throws(GPUPartitioningError) -> [ChangeStep] {
    if let obstacle = machine.editObstacle {
      throw .wrongState(machine: machine.name, cause: "Virtual machine \"\(machine.name)\": \(obstacle)")
    }
    switch (machine.state, powerCycle) {
    case (.off, _): return change
    case (.running, .allowed(let method)):
      try requireStop(machine, method)
      return [.stop(machine.reference, method)] + change + [.start(machine.reference, from: .off)]
    case (.running, .forbidden):
      throw .wrongState(
        machine: machine.name,
        cause: "Virtual machine \"\(machine.name)\" is running. Stop it first (Stop-VM), "
          + "or use -PowerCycle to turn it off, change it, and turn it on again.")
    default:
      throw .wrongState(
        machine: machine.name,
        cause: "Virtual machine \"\(machine.name)\" is \(machine.state.description.lowercased()). "
          + "Its adapters can be changed while it is off.")
    }
  }
}
