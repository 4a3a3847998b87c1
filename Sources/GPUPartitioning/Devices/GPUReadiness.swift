/// Answer to a yes-or-no question about a host that may be impossible to answer.
package enum Finding: String, Sendable {
  case yes, no, unknown

  package init(_ answer: Bool?) { self = answer.map { $0 ? .yes : .no } ?? .unknown }
}

/// What a host found out about one GPU's way to partitions; facts only, `DriverVerification` judges them.
///
/// A property that the host could not read stays at `unknown` and is not held against the GPU.
package struct GPUReadiness: Equatable, Sendable {
  /// A bridge or a switch port, not a display or accelerator function.
  package var isBridge = false
  /// A conventional PCI device, without the express capability.
  package var isConventionalPCI = false
  /// Shows the console of the host.
  package var isBootDisplay = false
  /// Bound to a driver that hands whole devices to machines (`vfio-pci`, `pci-stub`, …).
  package var isBoundForPassthrough = false
  /// A driver of the host is bound.
  package var hasDriver = true
  /// The bound driver (or the vendor's software on top of it) can make partitions.
  package var driverCanPartition = Finding.unknown
  /// The device has the capability: SR-IOV, or mediated types.
  package var deviceCanPartition = Finding.unknown
  /// The driver lowered the number of functions to none, or firmware keeps SR-IOV off.
  package var isPartitioningEnabled = Finding.unknown
  /// Firmware and kernel gave address space to the virtual functions.
  package var hasFunctionMemory = Finding.unknown
  /// The host translates and isolates device memory access.
  package var hasIOMMU = Finding.unknown
  /// The processor has virtualisation and the host offers it.
  package var hasVirtualization = Finding.unknown
  /// Its isolation group holds nothing but itself (and its own functions).
  package var isIsolated = Finding.unknown
  /// The IOMMU before this GPU tracks pages that a device wrote.
  package var hasDirtyTracking = Finding.unknown
  /// A service of the vendor that is needed and not running, by name; nil where none is missing.
  package var stoppedService: String?
  /// A mode change waits for a reset or a restart of the host; says which.
  package var pendingMode: String?
  /// The vendor's software is there but which of its ways to make partitions applies cannot be seen yet.
  package var isTechnologyUndecided = false
  /// An interrupted change or a failed rollback left it in a state that needs a look; says what is known.
  package var degradation: String?
  /// The partitions can be moved while their machine runs.
  package var canMigrate = Finding.unknown

  package init() {}
}
