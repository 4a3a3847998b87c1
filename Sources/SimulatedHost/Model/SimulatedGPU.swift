package import GPUPartitioning

/// A GPU in a simulated host: a model of the catalogue, in a slot, with what is wrong with it.
package struct SimulatedGPU: Equatable, Sendable {
  /// Ways in which a real host is not as it should be.
  package enum Flaw: String, CaseIterable, Sendable {
    case noDriver = "no-driver"
    case driverCannotPartition = "driver-cannot-partition"
    case passthrough
    case bootDisplay = "boot-display"
    case conventionalPCI = "conventional-pci"
    case sharedGroup = "shared-group"
    case sriovDisabled = "sriov-disabled"
    /// Address space for the functions is missing, and enabling them fails for lack of memory.
    case noFunctionMemory = "no-function-memory"
    case serviceStopped = "service-stopped"
    case modePending = "mode-pending"
    /// The driver enables fewer partitions than asked for, and says nothing.
    case shortEnable = "short-enable"
    /// The driver refuses every new count once there are none.
    case refusesEnable = "refuses-enable"
  }

  package let address: PCIAddress
  package let model: GPUModel
  package var numaNode: Int?
  package var flaws: Set<Flaw> = []
  /// How it is split now.
  package internal(set) var layout = PartitionLayout(count: 0)
  /// Counts the changes of `layout`: partitions of another generation are others.
  package internal(set) var generation = 0

  package init(_ model: GPUModel, at address: PCIAddress, numaNode: Int? = nil, flaws: Set<Flaw> = []) {
    self.model = model
    self.address = address
    self.numaNode = numaNode
    self.flaws = flaws
  }

  /// Splits it at once, as firmware or an earlier life did.
  ///
  /// False where the model has no such count.
  package mutating func split(into count: UInt16, profile identifier: String? = nil) -> Bool {
    if count == 0 {
      layout = PartitionLayout(count: 0)
      return true
    }
    guard let profile = model.profiles.first(where: { matches($0, count, identifier) }) else { return false }
    layout = PartitionLayout(count: count, profile: profile.identifier)
    return true
  }

  /// Takes a layout that it was found in, which need not be one that can be asked for: a driver may enable fewer.
  ///
  /// False where it cannot be, for this model.
  package mutating func restore(_ layout: PartitionLayout) -> Bool {
    guard layout.count <= model.greatestCount else { return false }
    if let profile = layout.profile, !model.profiles.contains(where: { $0.identifier == profile }) { return false }
    self.layout = layout
    return true
  }

  private func matches(_ profile: PartitionProfile, _ count: UInt16, _ identifier: String?) -> Bool {
    profile.count == count && (identifier == nil || profile.identifier == identifier)
  }

  /// The kernel's name of partition `slot`.
  ///
  /// Nil where it would lie beyond the last bus.
  ///
  /// Virtual functions come back at the same address after each change, mediated devices get a new name.
  package func location(of slot: UInt16) -> GPUPartition.Location? {
    if model.usesMediatedDevices {
      return .mediatedDevice(UniqueIdentifier(derivedFrom: "\(address) \(slot) \(generation)"))
    }
    let own = UInt32(address.bus) << 8 | UInt32(address.device) << 3 | UInt32(address.function)
    let routing = own + UInt32(model.functionOffset) + UInt32(slot)
    guard routing <= 0xffff else { return nil }
    return PCIAddress(
      domain: address.domain, bus: UInt8(truncatingIfNeeded: routing >> 8),
      device: UInt8(truncatingIfNeeded: routing >> 3 & 0x1f), function: UInt8(truncatingIfNeeded: routing & 7)
    ).map { .virtualFunction($0) }
  }
}
