import GPUPartitioning
import Testing

struct PlannerChoiceTests {
  /// The address of the GPU that a partition is taken from, and its slot.
  private func choice(
    _ gpus: [PartitionableGPU], node: Int? = nil, gpu: String? = nil, bounds: AdapterBounds = .none,
    vram: UInt64? = nil
  ) throws(GPUPartitioningError) -> String {
    var machine = Sample.machine("vm")
    machine.numaNode = node
    let request = AddAdapterRequest(
      machine: machine.reference, gpu: gpu, bounds: bounds, partitionVRAM: vram)
    let plan = try PartitionPlanner(Sample.inventory(gpus, [machine])).addAdapter(request)
    guard case .attach(let adapter)? = plan.steps.first else { return "" }
    return "\(adapter.gpu.map(\.description) ?? "none") \(adapter.location)"
  }

  @Test func prefersTheNodeOfTheMachine() throws {
    let gpus = try [
      Sample.gpu("08:00.0", count: 4, numaNode: 0), Sample.gpu("09:00.0", count: 4, held: ["a"], numaNode: 1),
    ]
    #expect(try choice(gpus, node: 1) == "0000:09:00.0 0000:09:00.5")
    #expect(try choice(gpus, node: nil) == "0000:08:00.0 0000:08:00.4")
  }

  @Test func prefersTheEmptiestGPUThenTheLowestAddress() throws {
    let gpus = try [
      Sample.gpu("08:00.0", count: 2, held: ["a"]), Sample.gpu("09:00.0", count: 4, held: ["b"]),
      Sample.gpu("0a:00.0", count: 4, held: ["c"]),
    ]
    #expect(try choice(gpus) == "0000:09:00.0 0000:09:00.5")
  }

  @Test func prefersMoreFreePartitionsAmongGPUsThatAreEquallyFull() throws {
    let gpus = try [Sample.gpu("08:00.0", count: 1), Sample.gpu("09:00.0", count: 4), Sample.gpu("0a:00.0", count: 4)]
    #expect(try choice(gpus) == "0000:09:00.0 0000:09:00.4")
    #expect(try choice(gpus.reversed()) == "0000:09:00.0 0000:09:00.4")
  }

  @Test func goesToTheOtherNodeWhereTheNearOneIsFull() throws {
    let gpus = try [
      Sample.gpu("08:00.0", count: 1, held: ["a"], numaNode: 0), Sample.gpu("09:00.0", count: 1, numaNode: 1),
    ]
    #expect(try choice(gpus, node: 0) == "0000:09:00.0 0000:09:00.4")
  }

  @Test func anUnsplitGPUIsPassedOver() throws {
    let gpus = try [Sample.gpu("08:00.0"), Sample.gpu("09:00.0", count: 1)]
    #expect(try choice(gpus) == "0000:09:00.0 0000:09:00.4")
  }

  @Test func aMinimumChoosesAmongTheSizes() throws {
    var bounds = AdapterBounds.none
    bounds.vram = try RequestedBounds(minimum: 5 * Sample.gibibyte)
    let gpus = try [Sample.gpu("08:00.0", count: 4), Sample.gpu("09:00.0", count: 2)]
    #expect(try choice(gpus, bounds: bounds) == "0000:09:00.0 0000:09:00.4")
    #expect(try choice(gpus, vram: 7 * Sample.gibibyte) == "0000:09:00.0 0000:09:00.4")
  }

  @Test func aSizeThatDoesNotExistListsThoseThatDo() throws {
    let gpus = try [Sample.gpu("08:00.0", count: 4), Sample.gpu("09:00.0", count: 2)]
    let error = refusal { () throws(GPUPartitioningError) in try choice(gpus, vram: 1) }
    #expect(error?.code == .invalidParameter)
    #expect(error?.message.contains("Sizes there are: 7 GB (7516192768), 3 GB (3221225472).") == true)
  }

  @Test func aPartitionWithAnObstacleIsNotTaken() throws {
    let gpu = try Sample.gpu(count: 1)
    let blocked = gpu.partitions.map { partition in
      var partition = partition
      partition.obstacle = "Its driver hangs."
      return partition
    }
    var stuck = PartitionableGPU(
      computerName: "node1", address: gpu.address, identity: gpu.identity, modelName: gpu.modelName,
      profiles: gpu.profiles, partitions: blocked)
    stuck.readiness = Sample.ready
    let gpus = [stuck]
    let error = refusal { () throws(GPUPartitioningError) in try choice(gpus) }
    #expect(error?.code == .objectInUse)
    #expect(error?.message.contains("Its driver hangs.") == true)
  }

  @Test func refusalsSayWhatIsThere() throws {
    let full = try [Sample.gpu(count: 1, held: ["a"])]
    let unsplit = try [Sample.gpu()]
    let cases: [([PartitionableGPU], String?, GPUPartitioningError.Code, String)] = [
      (full, nil, .objectInUse, "GPU \"0000:08:00.0\" offers 1 and all are assigned"),
      (unsplit, nil, .invalidState, "Set-VMHostPartitionableGpu -Name 0000:08:00.0 -PartitionCount N"),
      (unsplit, "0000:77:00.0", .objectNotFound, "Its partitionable GPUs: \"0000:08:00.0\"."),
      ([], nil, .objectNotFound, "Gpu Partition Pool"),
    ]
    for (gpus, name, code, text) in cases {
      let error = refusal { () throws(GPUPartitioningError) in try choice(gpus, gpu: name) }
      #expect(error?.code == code)
      #expect(error?.message.contains(text) == true, "\(text)")
    }
  }

  /// Behaviour 42: libvirt allows two definitions to name one function.
  @Test func aPartitionThatOnlyAnotherDefinitionNamesIsNotFree() throws {
    let gpu = try Sample.gpu(count: 1, held: ["other"])
    let gpus = [gpu]
    #expect(refusal { () throws(GPUPartitioningError) in try choice(gpus) }?.code == .objectInUse)
  }
}
