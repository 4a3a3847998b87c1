/// Whether a GPU can be split, in the four words of Windows Admin Center.
package enum AssignedStatus: String, CaseIterable, Sendable {
  /// Free to be handed to a machine whole; not for partitions.
  case readyForDDAAssignment = "Ready for DDA assignment"
  /// Can be split: the go-ahead for everything else.
  case partitioned = "Partitioned"
  /// Could be split, but the host is not set up for it.
  case paravirtualization = "Paravirtualization"
  case notAssignable = "Not assignable"
}

/// Why a GPU has its status.
package enum StatusReason: String, CaseIterable, Sendable {
  case ready = "Ready"
  case boundForPassthrough = "BoundForPassthrough"
  case bridgeOrSwitchPort = "BridgeOrSwitchPort"
  case conventionalPCI = "ConventionalPci"
  case bootDisplay = "BootDisplay"
  case notIsolated = "SharedIommuGroup"
  case virtualizationDisabled = "VirtualizationDisabled"
  case iommuDisabled = "IommuDisabled"
  case driverMissing = "PfDriverMissing"
  case driverCannotPartition = "PfDriverNoSriov"
  case deviceCannotPartition = "DeviceNoSriov"
  case partitioningDisabled = "DriverLimitedVfs"
  case functionMemoryUnassigned = "VfBarsUnassigned"
  case serviceStopped = "VgpuServiceDown"
  case modePending = "MigPending"
  case technologyUndecided = "FrameworkUnknown"
  case degraded = "Degraded"
}

/// Something a host needs for partitions, and whether it has it.
package struct Prerequisite: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case virtualization = "Virtualization"
    case iommu = "IOMMU"
    case sriov = "SR-IOV"
    case driver = "Driver"
    /// Only moving a running machine needs it.
    case dirtyTracking = "DMA dirty tracking"
  }

  package let kind: Kind
  package let finding: Finding

  package init(_ kind: Kind, _ finding: Finding) {
    self.kind = kind
    self.finding = finding
  }
}
