import GPUPartitioning
import SimulatedHost
import Testing

struct DefaultScenarioTests {
  /// The journey of the tour, through planner and applier.
  @Test func theJourneyWorksFromEndToEnd() throws {
    let datacenter = try SimulatedDatacenter(clock: { 1_000_000 })
    let local = try datacenter.makeDirectory().local
    func planner() throws -> PartitionPlanner { PartitionPlanner(HostInventory([try local.snapshot(.everything)])) }

    let gpus = try local.snapshot(.gpusOnly).partitionableGPUs
    let gpu = try #require(gpus.first { $0.validPartitionCounts.contains(4) })
    #expect(gpu.validPartitionCounts == [16, 8, 4, 2, 1])
    #expect(gpu.partitionCount == 0)
    try datacenter.apply(try planner().setCount(4, of: gpu.reference))

    let machine = try datacenter.machine("web01")
    #expect(machine.state == .off && machine.adapters.isEmpty)
    let add = AddAdapterRequest(machine: machine.reference, gpu: gpu.name.description)
    try datacenter.apply(try planner().addAdapter(add))
    let adapter = try #require(try datacenter.machine("web01").adapters.first)
    #expect(adapter.partition?.amounts.vram == 4 << 30)
    #expect(adapter.instancePath == gpu.name.description)

    try datacenter.apply(try planner().start(machine.reference))
    let refused = try refusal { _ = try planner().setCount(2, of: gpu.reference) }
    #expect(refused?.code == .objectInUse)
    #expect(refused?.message.contains("\"web01\"") == true)

    try datacenter.apply(try planner().stop(machine.reference, .turnOff))
    try datacenter.apply(try planner().removeAdapters(of: machine.reference))
    try datacenter.apply(try planner().setCount(2, of: gpu.reference))
    #expect(try datacenter.machine("web01").adapters.isEmpty)
  }

  @Test func hasEveryStatusAndSomethingOfEveryMaker() throws {
    let gpus = try SimulatedDatacenter().inventory().gpus
    #expect(Set(gpus.map(\.status)) == Set(AssignedStatus.allCases))
    #expect(Set(gpus.map(\.identity.manufacturer)).isSuperset(of: ["NVIDIA", "AMD", "Intel"]))
    #expect(gpus.filter { $0.computerName == "node3" }.allSatisfy { $0.verification.reason == .iommuDisabled })
  }

  @Test func everyAssignedPartitionHasItsMachine() throws {
    let inventory = try SimulatedDatacenter().inventory()
    #expect(inventory.gpus.flatMap(\.heldPartitions).count == 4)
    let lost = try #require(inventory.virtualMachines.first { $0.name == "lost01" })
    #expect(lost.adapters.count == 1 && lost.adapters.first?.partition == nil)
    for machine in inventory.virtualMachines where machine.state == .running {
      #expect(machine.adapters.allSatisfy { $0.partition != nil }, "\(machine.name)")
    }
  }

  @Test func catalogueNamesAreUniqueAndEveryCountFits() {
    #expect(Set(GPUCatalogue.models.map(\.name)).count == GPUCatalogue.models.count)
    for model in GPUCatalogue.models where !model.usesMediatedDevices {
      #expect(model.profiles.allSatisfy { $0.count <= model.functions }, "\(model.name)")
    }
  }

  /// A maker keeps a share: sizes are data, and never more than there is.
  @Test func partitionsNeverExceedTheirGPU() {
    for model in GPUCatalogue.models {
      for profile in model.profiles {
        guard let size = profile.amounts.vram else { continue }
        #expect(size * UInt64(profile.count) <= model.totalVRAM, "\(profile.name)")
      }
    }
  }
}
