import GPUPartitioning
import Testing

struct PlannerMachineTests {
  @Test(arguments: VirtualMachineState.allCases)
  func startDependsOnTheState(state: VirtualMachineState) throws {
    let machine = Sample.machine("vm", state)
    let planner = PartitionPlanner(Sample.inventory([], [machine]))
    switch state {
    case .running:
      let plan = try planner.start(machine.reference)
      #expect(plan.isEmpty)
      #expect(plan.warnings == ["The virtual machine is already in the specified state."])
    case .off, .saved:
      #expect(try planner.start(machine.reference).steps == [.start(machine.reference, from: state)])
    case .paused:
      let plan = try planner.start(machine.reference)
      #expect(plan.steps == [.resume(machine.reference)])
      #expect(plan.warnings.first?.contains("Resume-VM") == true)
    default:
      #expect(
        refusal { () throws(GPUPartitioningError) in try planner.start(machine.reference) }?.code == .invalidState)
    }
  }

  @Test(arguments: StopMethod.allCases)
  func stopDependsOnTheMethod(method: StopMethod) throws {
    let running = Sample.machine("a", .running)
    let off = Sample.machine("b", .off)
    let paused = Sample.machine("c", .paused)
    let planner = PartitionPlanner(Sample.inventory([], [running, off, paused]))
    #expect(try planner.stop(running.reference, method).steps == [.stop(running.reference, method)])
    if method != .save {
      #expect(try planner.stop(off.reference, method).warnings == [GPUPartitioningError.alreadyInState])
    }
    let error = refusal { () throws(GPUPartitioningError) in try planner.stop(paused.reference, method) }
    #expect(error?.code == (method == .turnOff ? nil : .invalidState))
  }

  @Test func aGuestThatCannotBeAskedIsNotAsked() throws {
    var machine = Sample.machine("vm", .running)
    machine.answersShutdown = false
    let planner = PartitionPlanner(Sample.inventory([], [machine]))
    let error = refusal { () throws(GPUPartitioningError) in try planner.stop(machine.reference, .shutDown) }
    #expect(error?.message.hasPrefix("Hyper-V can't shut down virtual machine \"vm\" because") == true)
    #expect(try planner.stop(machine.reference, .shutDownOrTurnOff).steps.count == 1)
    #expect(try planner.restart(machine.reference, .turnOff).steps.count == 2)
  }

  @Test func aStartWithoutItsPartitionFailsInHyperVsWords() throws {
    let machine = try Sample.machine("vm", holding: 3, of: try Sample.gpu(count: 2))
    let planner = PartitionPlanner(Sample.inventory([try Sample.gpu(count: 2)], [machine]))
    let error = refusal { () throws(GPUPartitioningError) in try planner.start(machine.reference) }
    #expect(error?.code == .operationFailed)
    #expect(error?.message.hasPrefix("'vm' failed to start.\n\nGPU Partition (Instance ID ") == true)
    #expect(error?.message.contains("'Insufficient system resources exist to complete the requested service.'") == true)
    #expect(error?.cause.contains("does not exist on \"node1\"") == true)
  }

  @Test func aStartWithAPartitionThatRunsElsewhereFails() throws {
    let gpu = try Sample.gpu(count: 2, held: ["a"])
    let first = try Sample.machine("a", holding: 0, of: gpu, .running)
    let second = try Sample.machine("b", holding: 0, of: gpu)
    let planner = PartitionPlanner(Sample.inventory([gpu], [first, second]))
    let error = refusal { () throws(GPUPartitioningError) in try planner.start(second.reference) }
    #expect(error?.cause == "Partition \"0000:08:00.4\" is in use by virtual machine \"a\".")
  }

  @Test(arguments: ["transient", "saved", "obstacle"])
  func aMachineThatCannotBeEditedIsRefused(why: String) throws {
    var machine = Sample.machine("vm")
    machine.isTransient = why == "transient"
    machine.hasSavedState = why == "saved"
    machine.obstacle = why == "obstacle" ? "A migration is under way." : nil
    let request = AddAdapterRequest(machine: machine.reference)
    let planner = PartitionPlanner(Sample.inventory([try Sample.gpu(count: 1)], [machine]))
    let error = refusal { () throws(GPUPartitioningError) in try planner.addAdapter(request) }
    #expect(error?.code == .invalidState)
    #expect(error?.cause.hasPrefix("Virtual machine \"vm\": ") == true)
  }

  @Test func aMachineThatIsGoneIsNamed() throws {
    let machine = Sample.machine("vm")
    let planner = PartitionPlanner(Sample.inventory([try Sample.gpu()]))
    let error = refusal { () throws(GPUPartitioningError) in try planner.start(machine.reference) }
    #expect(error?.message == "Hyper-V was unable to find a virtual machine with name \"vm\".")
  }

  @Test func removingFromAMachineWithoutAdapterIsHyperVsError() throws {
    let machine = Sample.machine("vm")
    let planner = PartitionPlanner(Sample.inventory([], [machine]))
    let error = refusal { () throws(GPUPartitioningError) in try planner.removeAdapters(of: machine.reference) }
    #expect(error?.message == "Unable to find a Gpu partition adapter matching the given criteria.")
    #expect(error?.code == .objectNotFound)
  }

  @Test func anIdChoosesAmongAdapters() throws {
    let gpu = try Sample.gpu(count: 2, held: ["vm"])
    let machine = try Sample.machine("vm", holding: 0, of: gpu)
    let identifier = try #require(machine.adapters.first).reference.description
    let planner = PartitionPlanner(Sample.inventory([gpu], [machine]))
    #expect(try planner.removeAdapters(of: machine.reference, identifiers: [identifier.lowercased()]).steps.count == 1)
    let error = refusal { () throws(GPUPartitioningError) in
      try planner.removeAdapters(of: machine.reference, identifiers: ["Microsoft:x"])
    }
    #expect(error?.code == .objectNotFound)
  }

  @Test func boundsAreMergedAndTheUnmetMinimumIsWarnedOf() throws {
    let gpu = try Sample.gpu(count: 4, held: ["vm"])
    let machine = try Sample.machine("vm", holding: 0, of: gpu, .running)
    let planner = PartitionPlanner(Sample.inventory([gpu], [machine]))
    #expect(try planner.setBounds(.none, of: machine.reference).isEmpty)
    var bounds = AdapterBounds.none
    bounds.vram = try RequestedBounds(minimum: 80_000_000, maximum: 100_000_000, optimal: 100_000_000)
    let plan = try planner.setBounds(bounds, of: machine.reference)
    #expect(plan.steps.count == 1)
    #expect(plan.warnings.isEmpty)
    bounds.vram = try RequestedBounds(minimum: 4 * Sample.gibibyte)
    #expect(try planner.setBounds(bounds, of: machine.reference).warnings.count == 1)
  }

  @Test func aGPUThatOnlyItsOwnToolsChangeSaysWhy() throws {
    var gpu = try Sample.gpu()
    gpu.countChangeObstacle = "Use amd-smi."
    let planner = PartitionPlanner(Sample.inventory([gpu]))
    let reference = gpu.reference
    let error = refusal { () throws(GPUPartitioningError) in try planner.setCount(4, of: reference) }
    #expect(error?.code == .notSupported)
    #expect(error?.message.hasSuffix("Use amd-smi.") == true)
  }

  @Test func aProfileThatDoesNotGoWithTheCountIsRefused() throws {
    let gpu = try Sample.gpu()
    let planner = PartitionPlanner(Sample.inventory([gpu]))
    let error = refusal { () throws(GPUPartitioningError) in
      try planner.setCount(4, of: gpu.reference, profile: "A2-2")
    }
    #expect(error?.message.hasSuffix("Profiles for it: \"A2-4\".") == true)
  }
}
