/// A virtual machine of one host, as Get-VM shows it, with its GPU partition adapters.
package struct VirtualMachine: Equatable, Sendable {
  package let reference: VirtualMachineReference
  package var state: VirtualMachineState
  package var adapters: [GPUPartitionAdapter] = []
  /// `Operating normally`, or what is wrong.
  package var status = "Operating normally"
  /// Since its last start, in whole seconds and nanoseconds; zero while off.
  package var uptime = Duration.zero
  /// Of all its processors, in percent.
  package var cpuUsage = 0
  package var processorCount = 1
  /// In bytes; zero while off.
  package var memoryAssigned: Int64 = 0
  /// In bytes.
  package var memoryStartup: Int64 = 0
  /// In bytes.
  package var memoryMinimum: Int64 = 0
  /// In bytes.
  package var memoryMaximum: Int64 = 0
  package var hasDynamicMemory = false
  package var generation = 2
  package var version = ""
  package var notes = ""
  /// Where its disks and configuration lie; empty where unknown.
  package var path = ""
  /// The node that its processors and memory are pinned to; nil where it is not pinned.
  package var numaNode: Int?
  package var automaticStartAction = AutomaticStartAction.nothing
  /// In seconds.
  package var automaticStartDelay = 0
  package var automaticStopAction = AutomaticStopAction.shutDown
  package var checkpointType = CheckpointType.disabled
  package var hasAutomaticCheckpoints = false
  package var isClustered = false
  /// Has no definition that outlives its run, so that nothing can be changed in it.
  package var isTransient = false
  /// A saved memory image would bring back the devices of then.
  package var hasSavedState = false
  /// Somebody else works on it or owns it (a job, a cluster resource), as a sentence; nil where nobody does.
  package var obstacle: String?
  /// Whether an agent or ACPI lets the guest be asked to shut down.
  package var answersShutdown = true

  package init(reference: VirtualMachineReference, state: VirtualMachineState) {
    self.reference = reference
    self.state = state
  }

  package var name: String { reference.name }
  package var identifier: UniqueIdentifier { reference.identifier }
  package var computerName: String { reference.computerName }
}

/// Names a virtual machine of a host, for plans and messages.
package struct VirtualMachineReference: Hashable, Sendable, CustomStringConvertible {
  package let computerName: String
  package let identifier: UniqueIdentifier
  package let name: String

  package init(computerName: String, identifier: UniqueIdentifier, name: String) {
    self.computerName = computerName
    self.identifier = identifier
    self.name = name
  }

  package var description: String { name }
}

extension VirtualMachine {
  /// Why its configuration cannot be changed, as a sentence; nil where it can.
  package var editObstacle: String? {
    if isTransient { return "It has no persistent definition; whoever starts it owns its configuration." }
    if hasSavedState || state == .saved {
      return "It has a saved state, which would bring back the devices of then; start it and shut it down first."
    }
    return obstacle
  }
}
