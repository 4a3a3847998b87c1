import GPUPartitioning
import Testing

struct HomogeneousSetTests {
  @Test func oneConfigurationEverywhereIsPreselected() throws {
    let gpus = try [Sample.gpu(on: "node1"), Sample.gpu(on: "node2"), Sample.gpu("0000:09:00.0", on: "node2")]
    let selection = Sample.inventory(gpus).preselection
    #expect(selection.gpus == gpus)
    #expect(selection.warnings.isEmpty)
  }

  @Test(arguments: ["board", "vram", "count"])
  func anythingThatDiffersMakesAnotherSet(difference: String) throws {
    let other = try Sample.gpu(
      on: "node2", count: difference == "count" ? 2 : 0, board: difference == "board" ? 1 : 0x157e,
      vram: difference == "vram" ? 24 : 16)
    let inventory = Sample.inventory([try Sample.gpu(), other])
    #expect(inventory.homogeneousSets.map(\.count) == [1, 1])
    #expect(inventory.preselection.gpus.isEmpty)
    #expect(inventory.preselection.warnings.count == 1)
    #expect(inventory.preselection.warnings.first?.contains("Not all GPUs of the computers") == true)
  }

  @Test func aPartOfASetIsWarnedOf() throws {
    let gpus = try [Sample.gpu(on: "node1"), Sample.gpu(on: "node2")]
    let selection = try Sample.inventory(gpus).selection(of: Array(gpus.prefix(1)))
    #expect(selection.gpus.count == 1)
    #expect(selection.warnings.count == 1)
    #expect(selection.warnings.first?.contains("\"0000:08:00.0\" on \"node2\"") == true)
    #expect(try Sample.inventory(gpus).selection(of: gpus).warnings.isEmpty)
  }

  @Test func differentConfigurationsAreAnError() throws {
    let gpus = try [Sample.gpu(on: "node1"), Sample.gpu(on: "node2", board: 1)]
    let error = refusal { () throws(GPUPartitioningError) in try Sample.inventory(gpus).selection(of: gpus) }
    #expect(error?.code == .invalidParameter)
    #expect(error?.message.contains("different configurations") == true)
  }

  @Test func oneAssignedPartitionStopsTheWholeSet() throws {
    let gpus = try [Sample.gpu(on: "node1", count: 2), Sample.gpu(on: "node2", count: 2, held: ["vm7"])]
    let inventory = Sample.inventory(gpus)
    let error = refusal { () throws(GPUPartitioningError) in
      try PartitionPlanner(inventory).setCount(4, of: inventory.preselection)
    }
    #expect(error?.code == .objectInUse)
    #expect(error?.message.contains("virtual machine \"vm7\"") == true)
  }

  @Test func unreadyGPUsDoNotCount() throws {
    var facts = Sample.ready
    facts.hasIOMMU = .no
    let inventory = Sample.inventory([try Sample.gpu(), try Sample.gpu(on: "node2", readiness: facts, board: 1)])
    #expect(inventory.preselection.gpus.count == 1)
  }

  @Test func driversOfDifferentVersionsAreOnlyWarnedOf() throws {
    let gpus = try [Sample.gpu(), Sample.gpu(on: "node2", version: "580")]
    #expect(Sample.inventory(gpus).preselection.gpus.count == 2)
    #expect(
      Sample.inventory(gpus).preselection.warnings == [
        "The selected GPUs have drivers of different versions: \"570\", \"580\"."
      ])
  }

  @Test func nothingIsPreselectedWhereNothingIs() {
    #expect(Sample.inventory([]).preselection == GPUSelection(gpus: [], warnings: []))
  }
}
