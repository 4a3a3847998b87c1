import GPUPartitioning

/// The hosts behind the cmdlets of one session, made when the first of them asks.
final class HostAccess {
  /// The limits that plans of this session keep to.
  let policy: PartitionPolicy
  /// Counts the changes made through it; an object read before the last one may be out of date.
  private(set) var changeCount = 0

  private let make: () throws(GPUPartitioningError) -> HostDirectory
  private var made: HostDirectory?

  init(policy: PartitionPolicy, _ make: @escaping () throws(GPUPartitioningError) -> HostDirectory) {
    self.policy = policy
    self.make = make
  }

  /// Makes the directory at the first call; one that could not be made is tried again at the next.
  func directory() throws(GPUPartitioningError) -> HostDirectory {
    if let made { return made }
    let directory = try make()
    made = directory
    return directory
  }

  /// The host of an object.
  func host(_ computerName: String) throws(GPUPartitioningError) -> any VirtualizationHost {
    try directory().host(computerName)
  }

  /// A planner over everything that these computers have.
  func planner(_ computerNames: [String]) throws(GPUPartitioningError) -> PartitionPlanner {
    PartitionPlanner(try directory().inventory(of: computerNames), policy: policy)
  }

  /// The machine as it is now; nil where it is gone.
  func machine(_ reference: VirtualMachineReference) throws(GPUPartitioningError) -> VirtualMachine? {
    let scope = SnapshotScope(gpus: .none, machines: .identified([reference.identifier]), needsHolders: false)
    return try host(reference.computerName).snapshot(scope).machine(reference)
  }

  /// The GPU as it is now; nil where it is gone.
  func gpu(_ reference: GPUReference) throws(GPUPartitioningError) -> PartitionableGPU? {
    let scope = SnapshotScope(gpus: .named(reference.address.description), machines: .none, needsHolders: true)
    return try host(reference.computerName).snapshot(scope).gpu(reference)
  }

  /// Executes a plan on the hosts it names.
  func apply(
    _ plan: ChangePlan, isStopped: () -> Bool, announce: (ChangeStep) -> Void
  ) throws(GPUPartitioningError) {
    defer { changeCount &+= 1 }
    try PlanApplier(try directory()).apply(plan, isStopped: isStopped, announce: announce)
  }
}
