/// Executes plans over hosts: locked, journalled, checked before and after each step, taken back when one fails.
package struct PlanApplier {
  private let directory: HostDirectory

  package init(_ directory: HostDirectory) { self.directory = directory }

  /// Executes every step of `plan`, or none: those done are taken back in reverse when one fails.
  ///
  /// `announce` is called before each step. `isStopped` is asked between steps; yes is a failure like any other.
  /// Throws what went wrong, with a sentence in `leftovers` for everything that could not be taken back.
  package func apply(
    _ plan: ChangePlan, isStopped: () -> Bool = { false }, announce: (ChangeStep) -> Void = { _ in }
  ) throws(GPUPartitioningError) {
    guard !plan.isEmpty else { return }
    var hosts: [String: any VirtualizationHost] = [:]
    for name in plan.computerNames { hosts[name] = try directory.host(name) }
    let locks = try lock(plan, hosts)
    defer { for lock in locks { lock.release() } }

    var run = PlanRun(plan, hosts)
    try run.begin()
    do throws(GPUPartitioningError) {
      for index in plan.steps.indices {
        if isStopped() { throw PlanApplier.stopped(before: plan.steps[index]) }
        announce(plan.steps[index])
        try run.perform(index)
      }
    } catch {
      throw run.rollBack(after: error)
    }
    run.end(.applied)
  }

  /// Hosts in order of their names, so that two plans cannot wait for each other.
  private func lock(
    _ plan: ChangePlan, _ hosts: [String: any VirtualizationHost]
  ) throws(GPUPartitioningError) -> [any HostLock] {
    var locks: [any HostLock] = []
    do throws(GPUPartitioningError) {
      for (name, host) in hosts.sorted(by: { $0.key < $1.key }) {
        let subjects = plan.steps.filter { $0.computerName == name }.map(\.lockSubjects)
        locks.append(try host.lock(subjects.reduce(into: []) { $0.formUnion($1) }))
      }
    } catch {
      for lock in locks { lock.release() }
      throw error
    }
    return locks
  }

  private static func stopped(before step: ChangeStep) -> GPUPartitioningError {
    GPUPartitioningError(.operationStopped, "", "The change was stopped before this step: \(step).")
  }
}
