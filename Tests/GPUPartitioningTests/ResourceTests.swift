import GPUPartitioning
import Testing

struct ResourceBoundsTests {
  @Test(
    arguments: [
      (1, 3, 2, true), (2, 2, 2, true), (0, .max, .max, true), (3, 1, 2, false), (1, 3, 4, false), (2, 3, 1, false),
    ] as [(UInt64, UInt64, UInt64, Bool)])
  func keepTheirOrder(minimum: UInt64, maximum: UInt64, optimal: UInt64, isAllowed: Bool) {
    let error = refusal { () throws(GPUPartitioningError) in
      try ResourceBounds(minimum: minimum, maximum: maximum, optimal: optimal)
    }
    #expect((error == nil) == isAllowed)
    #expect(error == nil || error?.code == .invalidParameter)
  }

  @Test func anErrorNamesTheTwoParameters() {
    let error = refusal { () throws(GPUPartitioningError) in
      try RequestedBounds(minimum: 5, optimal: 4, of: .encode)
    }
    #expect(error?.subject == "MinPartitionEncode")
    #expect(error?.message.contains("'MinPartitionEncode' (5) is greater than 'OptimalPartitionEncode' (4)") == true)
  }

  @Test func whatIsNotGivenStays() throws {
    let before = AdapterBounds(
      vram: try RequestedBounds(minimum: 1, maximum: 9), encode: .none, decode: .none, compute: .none)
    var change = AdapterBounds.none
    change.vram = try RequestedBounds(optimal: 5)
    let after = try before.merged(with: change)
    #expect(after.vram == (try RequestedBounds(minimum: 1, maximum: 9, optimal: 5)))
    change.vram = try RequestedBounds(optimal: 10)
    #expect(refusal { () throws(GPUPartitioningError) in try before.merged(with: change) }?.code == .invalidParameter)
  }
}

struct PartitionPreviewTests {
  @Test func comesFromTheDriverNeverFromADivision() throws {
    let gpu = try Sample.gpu()
    #expect(gpu.preview(count: 4)?.description == "4 partitions of 3 GB each")
    #expect(gpu.preview(count: 1)?.description == "1 partition of 15 GB each")
    #expect(gpu.preview(count: 3) == nil)
  }

  @Test func isATableOfEveryValidCount() throws {
    #expect(try Sample.gpu().previews.map(\.memory) == [3, 7, 15].map { .reported($0 * Sample.gibibyte) })
  }

  @Test func saysSoWhereTheDriverReportsNothing() throws {
    let profile = try #require(PartitionProfile(identifier: "2", name: "2", count: 2))
    let address = try #require(PCIAddress("08:00.0"))
    var gpu = PartitionableGPU(
      computerName: "a", address: address, identity: try Sample.gpu().identity, modelName: "x", profiles: [profile])
    #expect(gpu.preview(count: 2)?.memory == .unknown)
    gpu.capacities.vram = ResourceCapacity(total: 1 << 33, available: 0, bounds: ResourceBounds(exactly: 0))
    #expect(gpu.preview(count: 2)?.description == "2 partitions of at most 4 GB each (the driver reports no size)")
  }

  @Test(
    arguments: [
      (0, "0 MB"), (1 << 20, "1 MB"), (480 << 20, "480 MB"), (1 << 30, "1 GB"), (1_991_245_824, "1.85 GB"),
      (3_825_205_248, "3.56 GB"), ((1 << 31) - 1, "2 GB"), (3 << 29, "1.5 GB"), (UInt64.max - 1, "17179869184 GB"),
    ] as [(UInt64, String)])
  func sizesAreInPowerShellsGigabytes(bytes: UInt64, expected: String) {
    #expect(PartitionPreview.size(bytes) == expected)
  }
}

struct PartitionableGPUTests {
  @Test func countsAreLargestFirstAndOnce() throws {
    let gpu = PartitionableGPU(
      computerName: "a", address: try #require(PCIAddress("08:00.0")), identity: try Sample.gpu().identity,
      modelName: "x",
      profiles: [("Q1", 2), ("Q2", 16), ("C1", 2), ("Q1", 8)].compactMap {
        PartitionProfile(identifier: $0.0, name: $0.0, count: $0.1)
      })
    #expect(gpu.validPartitionCounts == [16, 2])
    #expect(gpu.profile(forCount: 2)?.identifier == "Q1")
    #expect(gpu.profile(count: 2, identifier: "C1")?.identifier == "C1")
  }

  @Test func availableIsNeverAboveTotal() {
    #expect(ResourceCapacity(total: 5, available: 9, bounds: ResourceBounds(exactly: 1)).available == 5)
  }

  @Test func aProfileHasAtLeastOnePartition() {
    #expect(PartitionProfile(identifier: "a", name: "a", count: 0) == nil)
  }

  /// Rules 10, 11 and 15.
  @Test(arguments: [
    (Finding.yes, Finding.yes, MigrationSupport.full), (.yes, .no, .degraded), (.yes, .unknown, .degraded),
    (.no, .yes, .unsupported), (.unknown, .yes, .unsupported),
  ])
  func movingNeedsADriverThatCanAndIsWholeWithDirtyTracking(
    canMigrate: Finding, dirtyTracking: Finding, expected: MigrationSupport
  ) throws {
    var facts = Sample.ready
    facts.canMigrate = canMigrate
    facts.hasDirtyTracking = dirtyTracking
    let gpu = try Sample.gpu(readiness: facts)
    #expect(gpu.migrationSupport == expected)
    #expect(gpu.supportsIncomingLiveMigration == (expected != .unsupported))
  }
}
