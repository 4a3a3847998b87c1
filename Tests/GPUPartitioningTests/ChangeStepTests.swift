import GPUPartitioning
import Testing

struct ChangeStepTests {
  private static func steps() throws -> [ChangeStep] {
    let gpu = try Sample.gpu(count: 2, held: ["vm"])
    let machine = try Sample.machine("vm", holding: 0, of: gpu)
    let adapter = try #require(machine.adapters.first)
    let definition = AdapterDefinition(
      reference: adapter.reference, location: adapter.location, gpu: gpu.reference)
    var bounds = AdapterBounds.none
    bounds.decode = try RequestedBounds(minimum: 3)
    return [
      .setPartitionCount(gpu.reference, from: gpu.layout, to: PartitionLayout(count: 4, profile: "A2-4")),
      .attach(definition), .detach(definition), .setBounds(adapter.reference, from: .none, to: bounds),
      .start(machine.reference, from: .off), .stop(machine.reference, .turnOff), .stop(machine.reference, .save),
      .pause(machine.reference), .resume(machine.reference),
    ]
  }

  /// After a step and its undo all is as before.
  @Test func theUndoMakesTrueWhatTheStepNeeded() throws {
    for step in try ChangeStepTests.steps() {
      let restored = step.undo.writes
      for case .state(let machine, let states) in step.reads {
        let after = restored.compactMap { fact -> [VirtualMachineState]? in
          if case .state(machine, let states) = fact { states } else { nil }
        }
        #expect(after.allSatisfy { !Set($0).isDisjoint(with: states) }, "\(step)")
      }
      for case .layout(let gpu, let layout) in step.reads { #expect(restored.contains(.layout(gpu, layout))) }
      #expect(step.undo.computerName == step.computerName)
    }
  }

  @Test func sentencesNameTheirObjects() throws {
    let sentences = try ChangeStepTests.steps().map(\.description)
    #expect(
      sentences == [
        "Split GPU \"0000:08:00.0\" into 4 partitions of profile \"A2-4\" (now 2)",
        "Attach partition \"0000:08:00.4\" of GPU \"0000:08:00.0\" to virtual machine \"vm\"",
        "Detach partition \"0000:08:00.4\" of GPU \"0000:08:00.0\" from virtual machine \"vm\"",
        "Set the resource bounds of the adapter of virtual machine \"vm\"", "Start virtual machine \"vm\"",
        "Turn off virtual machine \"vm\"", "Save virtual machine \"vm\"", "Pause virtual machine \"vm\"",
        "Resume virtual machine \"vm\"",
      ])
  }

  @Test func aFactAboutWhatIsNotShownDoesNotHold() throws {
    let empty = HostSnapshot(computerName: "node1", scope: .everything, gpus: [], virtualMachines: [])
    for step in try ChangeStepTests.steps() {
      for fact in step.reads + step.writes { #expect(!fact.holds(in: empty), "\(fact)") }
    }
  }

  @Test func aPartitionInTwoDefinitionsBelongsToNobodyAlone() throws {
    let gpu = try Sample.gpu(count: 2, held: ["a"])
    let machines = try [Sample.machine("a", holding: 0, of: gpu), Sample.machine("b", holding: 0, of: gpu)]
    let snapshot = try #require(Sample.inventory([gpu], machines).hosts.first)
    let location = try #require(gpu.partitions.first).location
    #expect(snapshot.holders(of: location).count == 2)
    #expect(!HostFact.heldOnly(location, by: machines[0].reference).holds(in: snapshot))
    #expect(!HostFact.free(location).holds(in: snapshot))
  }

  @Test func aPlanExplainsEachStep() throws {
    let machine = Sample.machine("vm")
    let plan = ChangePlan(title: "x", steps: [.start(machine.reference, from: .off)])
    #expect(
      plan.explanation == [
        "1. Start virtual machine \"vm\" on \"node1\". Needs: \"vm\" is off. Undo: Turn off virtual machine \"vm\"."
      ])
  }
}
