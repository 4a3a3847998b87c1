import GPUPartitioning

/// One way in which GPUs are split: what it reads, and what it writes to change the count.
///
/// One file each, chosen per GPU (`TechnologyChoice`), so that one host can have cards of every kind.
protocol PartitionTechnology: Sendable {
  var kind: PartitionTechnologyKind { get }

  /// What the GPU can be split into and is split into now. Reads only what cannot hang.
  func read(_ gpu: PCIFunction) throws(SysfsError) -> PartitionReading

  /// The actions that bring the GPU from how it is now to a layout, in order, each with its undo.
  ///
  /// Throws `NotSupported` where gpsh does not change GPUs of this kind. Changes nothing.
  func actions(_ gpu: PCIFunction, to layout: PartitionLayout) throws(GPUPartitioningError) -> [HostAction]

  /// Whether libvirt takes a partition from its driver at the start of a machine and gives it back at the end.
  var isManagedByLibvirt: Bool { get }
}

extension PartitionTechnology {
  var isManagedByLibvirt: Bool { true }
}

/// What a technology found on one GPU.
struct PartitionReading: Equatable, Sendable {
  /// The preferred first among those of equal count.
  var profiles: [PartitionProfile] = []
  /// Without their holders.
  var partitions: [GPUPartition] = []
  /// Nil where the number of partitions is the count.
  var count: UInt16?
  var vram = ResourceCapacity.unknown
  /// Why gpsh does not change the count, as a sentence; nil where it does.
  var countChangeObstacle: String?
  var driverCanPartition = Finding.unknown
  var deviceCanPartition = Finding.unknown
  var isPartitioningEnabled = Finding.unknown
  /// The driver is the vendor's, and its way of making partitions cannot be seen yet.
  var isUndecided = false
  /// Needs the host's IOMMU; mediated devices of a driver that does without do not.
  var needsIOMMU = true
  /// A service without which no machine with a partition starts.
  var service: String?
}

extension GPUPartitioningError {
  /// A technology that is only read.
  static func countChangeRefused(_ gpu: PCIFunction, _ reason: String) -> GPUPartitioningError {
    GPUPartitioningError(.notSupported, gpu.address.description, reason)
  }
}
