/// One way a GPU can be split: so many partitions of this kind, each with so much.
///
/// The driver's data, never a division: what a partition gets is what the maker says it gets, and nil where nobody says.
package struct PartitionProfile: Equatable, Sendable {
  /// What the technology calls it (`nvidia-745`, `vf_count 4`); unique on a GPU.
  package let identifier: String
  /// What users read, `NVIDIA A2-4Q`.
  package let name: String
  /// How many such partitions the GPU holds at once; at least 1.
  package let count: UInt16
  /// Of one partition.
  package let amounts: ResourceAmounts

  /// Nil where `count` is 0.
  package init?(identifier: String, name: String, count: UInt16, amounts: ResourceAmounts = .unknown) {
    guard count > 0 else { return nil }
    self.identifier = identifier
    self.name = name
    self.count = count
    self.amounts = amounts
  }
}

/// What each partition would get of the video memory if a GPU were split into `count`.
package struct PartitionPreview: Equatable, Sendable {
  package enum Memory: Equatable, Sendable {
    /// The driver reports this many bytes.
    case reported(UInt64)
    /// The driver reports none; this is what the arithmetic cannot exceed.
    case atMost(UInt64)
    case unknown
  }

  package let count: UInt16
  package let memory: Memory

  package init(count: UInt16, memory: Memory) {
    self.count = count
    self.memory = memory
  }
}
