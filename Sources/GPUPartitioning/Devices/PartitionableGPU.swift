/// A GPU of one host: what it is, what it can be split into, and what it is split into now.
///
/// Also stands for a GPU that cannot be split; `verification` then says why.
package struct PartitionableGPU: Equatable, Sendable {
  package let computerName: String
  package let identity: PCIIdentity
  /// What users type to name it.
  package let name: InstancePath
  /// The maker's name of the model, `NVIDIA A2`.
  package let modelName: String
  /// The maker's serial identity (`GPU-…`); empty where there is none.
  package var hardwareIdentifier = ""
  /// Nil where the host has one node, or does not say.
  package var numaNode: Int?
  /// Name of the bound kernel driver; empty where none is bound.
  package var driverName = ""
  /// Empty where unknown.
  package var driverVersion = ""
  package var technology = PartitionTechnologyKind.unknown
  package var readiness = GPUReadiness()
  /// Total, available, and the amounts of a partition at the current count.
  package var capacities = PerResource<ResourceCapacity>(all: .unknown)
  /// The ways to split it, the preferred one first among those of equal count.
  package let profiles: [PartitionProfile]
  /// How many partitions it is split into now.
  package let partitionCount: UInt16
  /// The partitions that exist, by identifier.
  package private(set) var partitions: [GPUPartition]
  /// Why gpsh does not change the count of this GPU, as a sentence; nil where it does.
  package var countChangeObstacle: String?

  /// Profiles with an identifier that came before, and partitions likewise, are dropped; partitions are sorted.
  ///
  /// `partitionCount` is the number of partitions unless the technology counts differently.
  package init(
    computerName: String, address: PCIAddress, identity: PCIIdentity, modelName: String,
    profiles: [PartitionProfile] = [], partitions: [GPUPartition] = [], partitionCount: UInt16? = nil
  ) {
    self.computerName = computerName
    self.identity = identity
    self.modelName = modelName
    name = InstancePath(identity, at: address)
    var known: Set<String> = []
    self.profiles = profiles.filter { known.insert($0.identifier).inserted }
    self.partitions = PartitionableGPU.ordered(partitions)
    self.partitionCount = partitionCount ?? UInt16(clamping: self.partitions.count)
  }

  /// The same GPU with these partitions in place of its own; the count stays.
  package func replacing(partitions: [GPUPartition]) -> PartitionableGPU {
    var result = self
    result.partitions = PartitionableGPU.ordered(partitions)
    return result
  }

  private static func ordered(_ partitions: [GPUPartition]) -> [GPUPartition] {
    var slots: Set<UInt16> = []
    return partitions.filter { slots.insert($0.identifier).inserted }.sorted { $0.identifier < $1.identifier }
  }

  package var address: PCIAddress { name.address }
  package var reference: GPUReference { GPUReference(self) }

  /// How it is split now; without a profile where the partitions have none, or several.
  package var layout: PartitionLayout {
    let used = Set(partitions.compactMap(\.profile))
    return PartitionLayout(count: partitionCount, profile: used.count == 1 ? used.first : nil)
  }

  package var verification: DriverVerification { DriverVerification(of: self) }
  package var status: AssignedStatus { StatusReason(readiness).status(readiness) }

  /// The counts that its maker allows, largest first.
  package var validPartitionCounts: [UInt16] {
    Set(profiles.map(\.count)).sorted(by: >)
  }

  /// The preferred profile of this count; nil where the count is not valid.
  package func profile(forCount count: UInt16) -> PartitionProfile? { profile(count: count, identifier: nil) }

  /// The profile of this count and identifier, the preferred one where that is nil.
  package func profile(count: UInt16, identifier: String?) -> PartitionProfile? {
    profiles.first { $0.count == count && (identifier == nil || $0.identifier == identifier) }
  }

  /// What each of `count` partitions would get; nil where the count is not valid.
  package func preview(count: UInt16, profile identifier: String? = nil) -> PartitionPreview? {
    guard let profile = profile(count: count, identifier: identifier) else { return nil }
    if let bytes = profile.amounts.vram { return PartitionPreview(count: count, memory: .reported(bytes)) }
    guard capacities.vram.source == .reported else { return PartitionPreview(count: count, memory: .unknown) }
    return PartitionPreview(count: count, memory: .atMost(capacities.vram.total / UInt64(count)))
  }

  /// What each partition would get, for every valid count, largest first.
  package var previews: [PartitionPreview] { validPartitionCounts.compactMap { preview(count: $0) } }

  /// Moving a running machine here with its partition is possible.
  package var supportsIncomingLiveMigration: Bool { migrationSupport != .unsupported }

  /// How well a partition of it can be moved with its running machine: rules 10, 11 and 15.
  package var migrationSupport: MigrationSupport {
    guard readiness.canMigrate == .yes else { return .unsupported }
    return readiness.hasDirtyTracking == .yes ? .full : .degraded
  }

  package var freePartitions: [GPUPartition] { partitions.filter(\.isFree) }
  package var heldPartitions: [GPUPartition] { partitions.filter { !$0.holders.isEmpty } }
}

/// Whether a machine can be moved with its partition while it runs.
package enum MigrationSupport: String, Sendable {
  /// It can only be restarted where a GPU is free.
  case unsupported = "Unsupported"
  /// It can, but every page counts as written: longer, and with more traffic.
  case degraded = "Degraded"
  case full = "Full"
}

/// Names a GPU of a host, for plans and messages.
package struct GPUReference: Hashable, Sendable, CustomStringConvertible {
  package let computerName: String
  package let address: PCIAddress
  package let name: String

  package init(_ gpu: PartitionableGPU) {
    self.init(computerName: gpu.computerName, address: gpu.address, name: gpu.name.description)
  }

  package init(computerName: String, address: PCIAddress, name: String) {
    self.computerName = computerName
    self.address = address
    self.name = name
  }

  /// The short form that messages use.
  package var description: String { address.description }
}
