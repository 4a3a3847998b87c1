/// How a GPU is split: so many partitions, of this profile.
package struct PartitionLayout: Hashable, Sendable, CustomStringConvertible {
  package let count: UInt16
  /// Its identifier; nil where the technology has none, or there are no partitions.
  package let profile: String?

  package init(count: UInt16, profile: String? = nil) {
    self.count = count
    self.profile = profile
  }

  package var description: String { profile.map { "\(count) (\($0))" } ?? "\(count)" }
}

/// An adapter as a step puts it into a machine's configuration, or takes it out.
package struct AdapterDefinition: Equatable, Sendable {
  package let reference: AdapterReference
  package let location: GPUPartition.Location
  /// The GPU it comes from; nil where that is not in the host any more.
  package let gpu: GPUReference?
  package let bounds: AdapterBounds

  package init(
    reference: AdapterReference, location: GPUPartition.Location, gpu: GPUReference?, bounds: AdapterBounds = .none
  ) {
    self.reference = reference
    self.location = location
    self.gpu = gpu
    self.bounds = bounds
  }
}

/// How a machine is brought to a stop.
package enum StopMethod: String, CaseIterable, Sendable {
  /// The guest is asked, and the step fails where it does not answer.
  case shutDown
  /// The guest is asked, and turned off where it does not answer in time.
  case shutDownOrTurnOff
  /// The plug is pulled.
  case turnOff
  /// Memory is written to a file.
  case save
}

/// One change that a host makes: the smallest thing that is journalled, checked, and taken back.
package enum ChangeStep: Equatable, Sendable {
  case setPartitionCount(GPUReference, from: PartitionLayout, to: PartitionLayout)
  case attach(AdapterDefinition)
  case detach(AdapterDefinition)
  case setBounds(AdapterReference, from: AdapterBounds, to: AdapterBounds)
  case start(VirtualMachineReference, from: VirtualMachineState)
  case stop(VirtualMachineReference, StopMethod)
  case pause(VirtualMachineReference)
  case resume(VirtualMachineReference)
}

extension ChangeStep {
  /// The host that executes it.
  package var computerName: String {
    switch self {
    case .setPartitionCount(let gpu, _, _): gpu.computerName
    case .attach(let adapter), .detach(let adapter): adapter.reference.machine.computerName
    case .setBounds(let adapter, _, _): adapter.machine.computerName
    case .start(let machine, _), .stop(let machine, _), .pause(let machine), .resume(let machine):
      machine.computerName
    }
  }

  /// The step that takes this one back.
  package var undo: ChangeStep {
    switch self {
    case .setPartitionCount(let gpu, let from, let to): .setPartitionCount(gpu, from: to, to: from)
    case .attach(let adapter): .detach(adapter)
    case .detach(let adapter): .attach(adapter)
    case .setBounds(let adapter, let from, let to): .setBounds(adapter, from: to, to: from)
    case .start(let machine, let from): .stop(machine, from == .saved ? .save : .turnOff)
    case .stop(let machine, let method): .start(machine, from: method == .save ? .saved : .off)
    case .pause(let machine): .resume(machine)
    case .resume(let machine): .pause(machine)
    }
  }

  /// What it works on, which nobody else may work on meanwhile.
  package var lockSubjects: Set<LockSubject> {
    switch self {
    case .setPartitionCount(let gpu, _, _): [.gpu(gpu.address)]
    case .attach(let adapter):
      Set(adapter.gpu.map { [.gpu($0.address)] } ?? []).union([.machine(adapter.reference.machine.identifier)])
    case .detach(let adapter): [.machine(adapter.reference.machine.identifier)]
    case .setBounds(let adapter, _, _): [.machine(adapter.machine.identifier)]
    case .start(let machine, _), .stop(let machine, _), .pause(let machine), .resume(let machine):
      [.machine(machine.identifier)]
    }
  }

  /// How long a host may take over it.
  package var deadline: Duration {
    switch self {
    case .setPartitionCount: .seconds(120)
    case .attach, .detach, .setBounds, .pause, .resume: .seconds(30)
    case .start: .seconds(120)
    case .stop(_, .turnOff): .seconds(30)
    case .stop: .seconds(300)
    }
  }
}
