import GPUPartitioning
import SimulatedHost
import Testing

struct PlanApplierTests {
  enum Change: String, CaseIterable {
    case count, countOverHosts, add, addCycling, removeCycling, bounds, restart, start, pause
  }

  /// A plan that works on the hosts as they are.
  static func plan(_ change: Change, _ datacenter: SimulatedDatacenter) throws -> ChangePlan {
    let inventory = try datacenter.inventory()
    let planner = PartitionPlanner(inventory)
    let (on, off) = try (datacenter.machine("on").reference, datacenter.machine("off").reference)
    let held = try datacenter.machine("held").reference
    switch change {
    case .count: return try planner.setCount(8, of: datacenter.gpu("09:00.0").reference)
    case .countOverHosts:
      let gpus = try [datacenter.gpu("09:00.0"), datacenter.gpu("09:00.0", on: "b")]
      return try planner.setCount(2, of: inventory.selection(of: gpus))
    case .add: return try planner.addAdapter(AddAdapterRequest(machine: off))
    case .addCycling: return try planner.addAdapter(AddAdapterRequest(machine: on, powerCycle: .allowed(.shutDown)))
    case .removeCycling: return try planner.removeAdapters(of: held, powerCycle: .allowed(.turnOff))
    case .bounds:
      var bounds = AdapterBounds.none
      bounds.vram = try RequestedBounds(minimum: 1, maximum: .max)
      return try planner.setBounds(bounds, of: held)
    case .restart: return try planner.restart(held, .shutDownOrTurnOff)
    case .start: return try planner.start(off)
    case .pause: return try planner.setPaused(true, on)
    }
  }

  @Test(arguments: Change.allCases)
  func doesWhatThePlanSays(change: Change) throws {
    let datacenter = try Room.datacenter()
    let before = try datacenter.outline()
    let plan = try PlanApplierTests.plan(change, datacenter)
    try datacenter.apply(plan)
    #expect(datacenter.executed == plan.steps)
    #expect((try datacenter.outline() == before) == (change == .restart))
    #expect(datacenter.lockCount == 0)
  }

  static let faults: [SimulatedFault.Kind] = [.refusal, .lateFailure, .silence, .hang]

  /// Every change, a fault at every step, of every kind: all is as before, nothing is half done, nobody is locked out.
  @Test(arguments: Change.allCases)
  func aFaultAtAnyStepLeavesEverythingAsItWas(change: Change) throws {
    let steps = try PlanApplierTests.plan(change, try Room.datacenter()).steps.count
    for call in 1...steps {
      for kind in PlanApplierTests.faults {
        let datacenter = try Room.datacenter()
        let before = try datacenter.outline()
        let plan = try PlanApplierTests.plan(change, datacenter)
        datacenter.faults = [SimulatedFault(kind, onCall: call)]
        let error = try refusal { try datacenter.apply(plan) }
        #expect(error != nil, "\(change) \(call) \(kind)")
        #expect(error?.leftovers == [], "\(change) \(call) \(kind)")
        #expect(try datacenter.outline() == before, "\(change) \(call) \(kind)")
        #expect(datacenter.lockCount == 0)
      }
    }
  }

  /// Two faults, the second on the way back: what is not as before is named.
  @Test(arguments: Change.allCases)
  func aFaultOnTheWayBackIsReported(change: Change) throws {
    let steps = try PlanApplierTests.plan(change, try Room.datacenter()).steps.count
    for call in 1...steps {
      for (kind, second) in PlanApplierTests.faults.flatMap({ kind in (1...steps).map { (kind, call + $0) } }) {
        let datacenter = try Room.datacenter()
        let before = try datacenter.outline()
        let plan = try PlanApplierTests.plan(change, datacenter)
        datacenter.faults = [
          SimulatedFault(kind, onCall: call), SimulatedFault(.refusal, onCall: second),
        ]
        let error = try refusal { try datacenter.apply(plan) }
        #expect(error != nil)
        let isAsBefore = try datacenter.outline() == before
        #expect(isAsBefore || error?.leftovers.isEmpty == false, "\(change) \(call) \(kind) \(second)")
        #expect(datacenter.lockCount == 0)
      }
    }
  }

  @Test func aMachineThatDoesNotStartWithItsPartitionIsStartedWithoutIt() throws {
    let datacenter = try Room.datacenter()
    let plan = try PlanApplierTests.plan(.addCycling, datacenter)
    datacenter.faults = [SimulatedFault(.refusal, onCall: 3)]
    let error = try refusal { try datacenter.apply(plan) }
    #expect(error?.code == .operationFailed)
    let machine = try datacenter.machine("on")
    #expect(machine.state == .running)
    #expect(machine.adapters.isEmpty)
  }

  @Test func aMachineThatStaysOffIsAnErrorThatSaysSo() throws {
    let datacenter = try Room.datacenter()
    let plan = try PlanApplierTests.plan(.addCycling, datacenter)
    datacenter.faults = (3...9).map { SimulatedFault(.refusal, onCall: $0) }
    let error = try refusal { try datacenter.apply(plan) }
    #expect(try datacenter.machine("on").state == .off)
    #expect(error?.leftovers.contains { $0.hasPrefix("Not taken back: Shut down virtual machine \"on\".") } == true)
  }

  @Test func aPlanForAHostThatChangedMeanwhileIsNotBegun() throws {
    let datacenter = try Room.datacenter()
    let stale = try PlanApplierTests.plan(.count, datacenter)
    let off = try datacenter.machine("off").reference
    let request = AddAdapterRequest(machine: off, gpu: "09:00.0")
    try datacenter.apply(try PartitionPlanner(datacenter.inventory()).addAdapter(request))
    let before = try datacenter.outline()
    let error = try refusal { try datacenter.apply(stale) }
    #expect(error?.code == .stateChanged)
    #expect(error?.message.contains("no partition of GPU \"0000:09:00.0\" is assigned") == true)
    #expect(try datacenter.outline() == before)
  }

  /// Behaviour 42 and 52: outside actors between our check and our change.
  @Test func aPartitionThatSomebodyTakesMeanwhileIsGivenUp() throws {
    let datacenter = try Room.datacenter()
    let plan = try PlanApplierTests.plan(.add, datacenter)
    guard case .attach(let ours)? = plan.steps.first else { return }
    let other = try datacenter.machine("on").reference
    let theirs = AdapterDefinition(
      reference: AdapterReference(machine: other, device: .random()), location: ours.location, gpu: ours.gpu)
    datacenter.faults = [SimulatedFault(.interference(.attach(theirs)), onCall: 1)]
    let error = try refusal { try datacenter.apply(plan) }
    #expect(error?.code == .stateChanged)
    #expect(error?.leftovers == [])
    #expect(try datacenter.machine("off").adapters.isEmpty)
    #expect(try datacenter.machine("on").adapters.count == 1)
  }

  @Test func aMachineThatSomebodyStartsMeanwhileKeepsRunningWithoutTheChange() throws {
    let datacenter = try Room.datacenter()
    let plan = try PlanApplierTests.plan(.addCycling, datacenter)
    let machine = try datacenter.machine("on").reference
    datacenter.faults = [SimulatedFault(.interference(.start(machine, from: .off)), onCall: 2)]
    let error = try refusal { try datacenter.apply(plan) }
    #expect(error?.code == .stateChanged)
    #expect(error?.leftovers == [])
    #expect(try datacenter.machine("on").state == .running)
    #expect(try datacenter.machine("on").adapters.isEmpty)
  }

  @Test func aMachineThatWasOffAndIsStartedMeanwhileDoesNotCountAsChanged() throws {
    let datacenter = try Room.datacenter()
    let plan = try PlanApplierTests.plan(.add, datacenter)
    let machine = try datacenter.machine("off").reference
    datacenter.faults = [SimulatedFault(.interference(.start(machine, from: .off)), onCall: 1)]
    let error = try refusal { try datacenter.apply(plan) }
    #expect(error?.code == .stateChanged)
    #expect(error?.leftovers == [])
    #expect(try datacenter.machine("off").state == .running)
    #expect(try datacenter.machine("off").adapters.isEmpty)
  }

  @Test func anUndoThatOnlySeemsToWorkIsReported() throws {
    let datacenter = try Room.datacenter()
    let plan = try PlanApplierTests.plan(.addCycling, datacenter)
    datacenter.faults = [SimulatedFault(.refusal, onCall: 3), SimulatedFault(.silence, onCall: 4)]
    let error = try refusal { try datacenter.apply(plan) }
    #expect(error?.leftovers.count == 1)
    #expect(error?.leftovers.first?.contains("The host did not do what it was told") == true)
    #expect(try datacenter.machine("on").adapters.count == 1)
    #expect(try datacenter.machine("on").state == .running)
  }

  @Test func stoppingBetweenStepsTakesBackWhatWasDone() throws {
    let datacenter = try Room.datacenter()
    let before = try datacenter.outline()
    let plan = try PlanApplierTests.plan(.addCycling, datacenter)
    let error = try refusal {
      try PlanApplier(datacenter.makeDirectory()).apply(plan, isStopped: { datacenter.calls == 2 })
    }
    #expect(error?.code == .operationStopped)
    #expect(try datacenter.outline() == before)
    #expect(datacenter.executed.count == 4)
  }

  @Test func twoChangesOfOneThingExcludeEachOther() throws {
    let datacenter = try Room.datacenter()
    let host = try datacenter.makeDirectory().local
    let plan = try PlanApplierTests.plan(.count, datacenter)
    let lock = try host.lock(plan.steps.reduce(into: []) { $0.formUnion($1.lockSubjects) })
    #expect(try refusal { try datacenter.apply(plan) }?.code == .objectInUse)
    #expect(datacenter.calls == 0)
    lock.release()
    lock.release()
    try datacenter.apply(plan)
  }

  @Test func anEmptyPlanTouchesNothing() throws {
    let datacenter = try Room.datacenter()
    try datacenter.apply(ChangePlan(title: "x", steps: []))
    #expect(datacenter.calls == 0)
  }

  @Test func aPlanForAnUnknownHostIsRefused() throws {
    let datacenter = try Room.datacenter()
    let machine = VirtualMachineReference(computerName: "nowhere", identifier: .random(), name: "vm")
    let plan = ChangePlan(title: "x", steps: [.start(machine, from: .off)])
    let error = try refusal { try datacenter.apply(plan) }
    #expect(error?.code == .hostUnreachable)
    #expect(error?.message == "The computer \"nowhere\" is not known here. Known computers: \"a\", \"b\".")
  }
}
