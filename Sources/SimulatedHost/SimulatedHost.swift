package import GPUPartitioning

// SimulatedHost: hosts without hardware, for a tour on any laptop, for training, and for tests.
//
// A `SimulatedDatacenter` holds the state of several hosts, in memory or in a state file; each `SimulatedHost` is the
// port to one of them. What happens to a step is in SimulatedMachineRoom+Execution: it does what a kernel, a driver and
// a virtual machine monitor do, refusals and omissions included. Models of GPUs are in GPUCatalogue, the built-in hosts
// in DefaultScenario, the text form of the state in StateFile.

/// One simulated host: the port, over the state of its data center.
package final class SimulatedHost: VirtualizationHost {
  package let name: String
  package var journal: any ChangeJournal = VolatileJournal()
  private let datacenter: SimulatedDatacenter

  init(_ name: String, in datacenter: SimulatedDatacenter) {
    self.name = name
    self.datacenter = datacenter
  }

  package func snapshot(_ scope: SnapshotScope) throws(GPUPartitioningError) -> HostSnapshot {
    try room().snapshot(scope, now: datacenter.clock())
  }

  package func readiness(of gpu: GPUReference) throws(GPUPartitioningError) -> GPUReadiness {
    let room = try room()
    guard let found = room.gpus.first(where: { $0.address == gpu.address }) else {
      throw GPUPartitioningError(.objectNotFound, gpu.name, "GPU \"\(gpu)\" was not found on \"\(name)\".")
    }
    return found.readiness(in: room)
  }

  package func operations(for step: ChangeStep) throws(GPUPartitioningError) -> [HostOperation] {
    try room().operations(for: step)
  }

  package func lock(_ subjects: Set<LockSubject>) throws(GPUPartitioningError) -> any HostLock {
    try datacenter.lock(subjects, on: name)
  }

  package func execute(_ step: ChangeStep, within deadline: Duration) throws(GPUPartitioningError) {
    try datacenter.execute(step, on: name)
  }

  private func room() throws(GPUPartitioningError) -> SimulatedMachineRoom {
    try datacenter.room(named: name)
  }
}
