/// Hyper-V's states of a virtual machine, with its numbers.
///
/// Source: Microsoft.HyperV.PowerShell.VMState.
package enum VirtualMachineState: Int, CaseIterable, Sendable, CustomStringConvertible {
  case other = 1
  case running = 2
  case off = 3
  case stopping = 4
  case saved = 6
  case paused = 9
  case starting = 10
  case reset = 11
  case saving = 32773
  case pausing = 32776
  case resuming = 32777

  package var description: String {
    switch self {
    case .other: "Other"
    case .running: "Running"
    case .off: "Off"
    case .stopping: "Stopping"
    case .saved: "Saved"
    case .paused: "Paused"
    case .starting: "Starting"
    case .reset: "Reset"
    case .saving: "Saving"
    case .pausing: "Pausing"
    case .resuming: "Resuming"
    }
  }

  /// Reads a name without regard to case; nil for anything else.
  package init?(name: some StringProtocol) {
    let wanted = name.lowercased()
    guard let found = VirtualMachineState.allCases.first(where: { $0.description.lowercased() == wanted }) else {
      return nil
    }
    self = found
  }

  /// A process of the host runs the machine: devices are in use.
  package var isActive: Bool { self != .off && self != .saved }
}

/// What the host does with a machine when it stops.
package enum AutomaticStopAction: Int, CaseIterable, Sendable {
  case turnOff = 2
  case save = 3
  case shutDown = 4
}

/// What the host does with a machine when it starts.
package enum AutomaticStartAction: Int, CaseIterable, Sendable {
  case nothing = 2
  case startIfRunning = 3
  case start = 4
}

/// What a checkpoint of a machine is made of.
package enum CheckpointType: Int, CaseIterable, Sendable {
  case disabled = 2
  case production = 3
  case productionOnly = 4
  case standard = 5
}
