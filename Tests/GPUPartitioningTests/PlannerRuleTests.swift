import GPUPartitioning
import Testing

/// The rules of the reference, by number.
struct PlannerRuleTests {
  private func add(
    _ machine: VirtualMachine, _ inventory: HostInventory, gpu: String? = nil, policy: PartitionPolicy = .default,
    powerCycle: PowerCycle = .forbidden
  ) throws(GPUPartitioningError) -> ChangePlan {
    try PartitionPlanner(inventory, policy: policy).addAdapter(
      AddAdapterRequest(machine: machine.reference, gpu: gpu, powerCycle: powerCycle))
  }

  @Test func rule1OnePartitionAMachine() throws {
    let gpu = try Sample.gpu(count: 4, held: ["vm"])
    let machine = try Sample.machine("vm", holding: 0, of: gpu)
    let inventory = Sample.inventory([gpu], [machine])
    let error = refusal { () throws(GPUPartitioningError) in try add(machine, inventory) }
    #expect(error?.code == .objectInUse)
    #expect(error?.message.contains("already has a GPU partition, and one is the limit") == true)
    let lifted = try add(machine, inventory, policy: PartitionPolicy(partitionsPerMachine: 2))
    #expect(lifted.steps.count == 1)
  }

  @Test func rule2MachineAndPartitionOnOneHost() throws {
    let machine = Sample.machine("vm")
    let remote = try Sample.gpu("0000:09:00.0", on: "node2", count: 4)
    let inventory = Sample.inventory([try Sample.gpu(count: 4), remote], [machine])
    let error = refusal { () throws(GPUPartitioningError) in try add(machine, inventory, gpu: "0000:09:00.0") }
    #expect(error?.code == .invalidParameter)
    #expect(error?.message.contains("have to be on the same computer") == true)
    for case .attach(let adapter) in try add(machine, inventory).steps { #expect(adapter.gpu?.computerName == "node1") }
  }

  @Test(
    arguments: [(4, true), (2, true), (1, true), (0, false), (3, false), (16, false), (.max, false)] as [(UInt16, Bool)]
  )
  func rule3OnlyTheCountsThatTheMakerAllows(count: UInt16, isAllowed: Bool) throws {
    let gpu = try Sample.gpu()
    let planner = PartitionPlanner(Sample.inventory([gpu]))
    let error = refusal { () throws(GPUPartitioningError) in try planner.setCount(count, of: gpu.reference) }
    #expect(error?.code == (isAllowed ? nil : .invalidParameter))
    #expect(isAllowed || error?.message.hasSuffix("Valid partition counts: 4, 2, 1.") == true)
  }

  @Test(arguments: [VirtualMachineState.off, .running, .saved])
  func rule4NoNewCountWhileAPartitionIsAssigned(state: VirtualMachineState) throws {
    let gpu = try Sample.gpu(count: 4, held: ["my vm"])
    let planner = PartitionPlanner(Sample.inventory([gpu], [try Sample.machine("my vm", holding: 0, of: gpu, state)]))
    let error = refusal { () throws(GPUPartitioningError) in try planner.setCount(2, of: gpu.reference) }
    #expect(error?.code == .objectInUse)
    #expect(error?.message.hasSuffix("Unassign them first: Remove-VMGpuPartitionAdapter -VMName 'my vm'.") == true)
  }

  @Test func rule4TheSameCountChangesNothing() throws {
    let gpu = try Sample.gpu(count: 4, held: ["vm"])
    #expect(try PartitionPlanner(Sample.inventory([gpu])).setCount(4, of: gpu.reference).isEmpty)
  }

  @Test func rule5OneCountForAWholeSetInOnePlan() throws {
    let gpus = try [Sample.gpu(on: "node1"), Sample.gpu(on: "node2")]
    let inventory = Sample.inventory(gpus)
    let plan = try PartitionPlanner(inventory).setCount(4, of: inventory.preselection)
    #expect(plan.computerNames == ["node1", "node2"])
    #expect(plan.preview?.memory == .reported(3 * Sample.gibibyte))
    #expect(plan.title == "Split 2 GPUs into 4 partitions each")
  }

  @Test func rule7AGPUSetAsideWholeIsNotSplit() throws {
    var facts = Sample.ready
    facts.isBoundForPassthrough = true
    let gpu = try Sample.gpu(readiness: facts)
    let planner = PartitionPlanner(Sample.inventory([gpu], [Sample.machine("vm")]))
    let count = refusal { () throws(GPUPartitioningError) in try planner.setCount(4, of: gpu.reference) }
    #expect(count?.code == .notSupported)
    #expect(count?.message.contains("\"Ready for DDA assignment\"") == true)
    let adapter = refusal { () throws(GPUPartitioningError) in
      try planner.addAdapter(AddAdapterRequest(machine: Sample.machine("vm").reference, gpu: "08:00.0"))
    }
    #expect(adapter?.code == .notSupported)
  }

  @Test func rule9AHostThatIsNotSetUpIsNamedWithTheSetting() throws {
    var facts = Sample.ready
    facts.hasIOMMU = .no
    let gpu = try Sample.gpu(readiness: facts)
    let error = refusal { () throws(GPUPartitioningError) in
      try PartitionPlanner(Sample.inventory([gpu])).setCount(4, of: gpu.reference)
    }
    #expect(error?.message.contains("VT-d or AMD-Vi") == true)
  }

  @Test(arguments: [
    ("save", "saved when the host stops"), ("checkpoints", "automatic checkpoints"), ("memory", "dynamic memory"),
    ("generation", "generation 1"), ("cluster", "OfflineAction"),
  ])
  func rules17And23And24AreWarnedOfBeforehand(property: String, warning: String) throws {
    var machine = Sample.machine("vm")
    switch property {
    case "save": machine.automaticStopAction = .save
    case "checkpoints": machine.hasAutomaticCheckpoints = true
    case "memory": machine.hasDynamicMemory = true
    case "generation": machine.generation = 1
    default: machine.isClustered = true
    }
    let plan = try add(machine, Sample.inventory([try Sample.gpu(count: 4)], [machine]))
    #expect(plan.warnings.count == 1)
    #expect(plan.warnings.first?.contains(warning) == true)
  }

  @Test func rule22ARunningMachineIsCycledOnlyWhenAllowed() throws {
    let machine = Sample.machine("vm", .running)
    let inventory = Sample.inventory([try Sample.gpu(count: 4)], [machine])
    let error = refusal { () throws(GPUPartitioningError) in try add(machine, inventory) }
    #expect(error?.code == .invalidState)
    #expect(
      error?.message == "The operation cannot be performed while the virtual machine is in its current state.")
    #expect(error?.cause.contains("-PowerCycle") == true)
    let plan = try add(machine, inventory, powerCycle: .allowed(.shutDownOrTurnOff))
    #expect(plan.steps.first == .stop(machine.reference, .shutDownOrTurnOff))
    #expect(plan.steps.last == .start(machine.reference, from: .off))
    #expect(plan.steps.count == 3)
  }

  @Test func rule22AMachineThatIsOffStaysOff() throws {
    let machine = Sample.machine("vm")
    let plan = try add(
      machine, Sample.inventory([try Sample.gpu(count: 4)], [machine]), powerCycle: .allowed(.turnOff))
    #expect(plan.steps.count == 1)
  }

  @Test func rule24NoSaveAndNoCheckpointWithAPartition() throws {
    let gpu = try Sample.gpu(count: 4, held: ["vm"])
    var machine = try Sample.machine("vm", holding: 0, of: gpu, .running)
    let planner = PartitionPlanner(Sample.inventory([gpu], [machine]))
    let text = "it is assigned one or more GPUP partitions"
    let save = refusal { () throws(GPUPartitioningError) in try planner.stop(machine.reference, .save) }
    #expect(save?.code == .operationFailed)
    #expect(save?.message.hasSuffix(text) == true)
    machine.state = .off
    machine.hasAutomaticCheckpoints = true
    let start = refusal { () throws(GPUPartitioningError) in
      try PartitionPlanner(Sample.inventory([gpu], [machine])).start(machine.reference)
    }
    #expect(start?.message.hasSuffix(text) == true)
  }

  @Test func rule25AnAdapterGoesWithoutItsCard() throws {
    let machine = try Sample.machine("vm", holding: 0, of: try Sample.gpu(count: 4))
    let plan = try PartitionPlanner(Sample.inventory([], [machine])).removeAdapters(of: machine.reference)
    guard case .detach(let adapter)? = plan.steps.first else {
      Issue.record("no step detaches")
      return
    }
    #expect(adapter.gpu == nil)
    #expect(plan.steps.count == 1)
  }
}
