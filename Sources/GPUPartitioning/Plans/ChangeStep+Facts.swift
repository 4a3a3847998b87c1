extension ChangeStep {
  /// What has to be so before it.
  package var reads: [HostFact] {
    switch self {
    case .setPartitionCount(let gpu, let from, _): [.layout(gpu, from), .unheld(gpu)]
    case .attach(let adapter):
      [
        .state(adapter.reference.machine, [.off]), .editable(adapter.reference.machine), .absent(adapter.reference),
        .free(adapter.location),
      ]
    case .detach(let adapter):
      [
        .state(adapter.reference.machine, [.off]), .editable(adapter.reference.machine), .present(adapter.reference),
      ]
    case .setBounds(let adapter, let from, _): [.bounds(adapter, from)]
    case .start(let machine, let from): [.state(machine, [from])]
    case .stop(let machine, .turnOff): [.state(machine, [.running, .paused])]
    case .stop(let machine, _), .pause(let machine): [.state(machine, [.running])]
    case .resume(let machine): [.state(machine, [.paused])]
    }
  }

  /// What is so after it.
  package var writes: [HostFact] {
    switch self {
    case .setPartitionCount(let gpu, _, let to): [.layout(gpu, to)]
    case .attach(let adapter):
      [.present(adapter.reference), .heldOnly(adapter.location, by: adapter.reference.machine)]
    case .detach(let adapter): [.absent(adapter.reference)]
    case .setBounds(let adapter, _, let to): [.bounds(adapter, to)]
    case .start(let machine, _): [.state(machine, [.running, .starting])]
    case .stop(let machine, .save): [.state(machine, [.saved])]
    case .stop(let machine, _): [.state(machine, [.off])]
    case .pause(let machine): [.state(machine, [.paused])]
    case .resume(let machine): [.state(machine, [.running])]
    }
  }

  /// What has to be so before and still after it, because a change by somebody else in between makes it worthless.
  package var keeps: [HostFact] {
    switch self {
    // A machine that was started meanwhile runs without the change.
    case .attach(let adapter), .detach(let adapter): [.state(adapter.reference.machine, [.off])]
    case .setPartitionCount, .setBounds, .start, .stop, .pause, .resume: []
    }
  }

  /// As little of the host as its facts need.
  package var scope: SnapshotScope {
    switch self {
    case .setPartitionCount(let gpu, _, _):
      SnapshotScope(gpus: .named(gpu.address.description), machines: .none, needsHolders: true)
    case .attach(let adapter):
      SnapshotScope(
        gpus: adapter.gpu.map { .named($0.address.description) } ?? .all,
        machines: .identified([adapter.reference.machine.identifier]), needsHolders: true)
    case .detach(let adapter): ChangeStep.scope(of: adapter.reference.machine)
    case .setBounds(let adapter, _, _): ChangeStep.scope(of: adapter.machine)
    case .start(let machine, _), .stop(let machine, _), .pause(let machine), .resume(let machine):
      ChangeStep.scope(of: machine)
    }
  }

  private static func scope(of machine: VirtualMachineReference) -> SnapshotScope {
    SnapshotScope(gpus: .none, machines: .identified([machine.identifier]), needsHolders: false)
  }
}
