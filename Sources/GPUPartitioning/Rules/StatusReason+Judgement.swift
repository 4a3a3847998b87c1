extension StatusReason {
  /// The first thing that is in the way, the most fundamental first.
  init(_ facts: GPUReadiness) {
    self = StatusReason.unsuitable(facts) ?? StatusReason.unprepared(facts) ?? .ready
  }

  /// What no setting of the host changes.
  private static func unsuitable(_ facts: GPUReadiness) -> StatusReason? {
    if facts.isBridge { return .bridgeOrSwitchPort }
    if facts.isConventionalPCI { return .conventionalPCI }
    if facts.isBoundForPassthrough { return .boundForPassthrough }
    if facts.deviceCanPartition == .no { return facts.isBootDisplay ? .bootDisplay : unsplittable(facts) }
    return nil
  }

  private static func unsplittable(_ facts: GPUReadiness) -> StatusReason {
    facts.isIsolated == .no ? .notIsolated : .deviceCannotPartition
  }

  /// What somebody could mend, in the order in which it has to be mended.
  private static func unprepared(_ facts: GPUReadiness) -> StatusReason? {
    if facts.degradation != nil { return .degraded }
    if facts.hasVirtualization == .no { return .virtualizationDisabled }
    if facts.hasIOMMU == .no { return .iommuDisabled }
    if !facts.hasDriver { return .driverMissing }
    if facts.driverCanPartition == .no { return .driverCannotPartition }
    if facts.hasFunctionMemory == .no { return .functionMemoryUnassigned }
    if facts.isPartitioningEnabled == .no { return .partitioningDisabled }
    if facts.stoppedService != nil { return .serviceStopped }
    if facts.pendingMode != nil { return .modePending }
    return facts.isTechnologyUndecided ? .technologyUndecided : nil
  }

  /// The status that goes with the reason.
  func status(_ facts: GPUReadiness) -> AssignedStatus {
    switch self {
    case .ready: .partitioned
    case .boundForPassthrough: .readyForDDAAssignment
    case .bridgeOrSwitchPort, .conventionalPCI, .bootDisplay, .notIsolated: .notAssignable
    // Whole devices need no partition driver, but they need to be isolated.
    case .driverMissing, .deviceCannotPartition:
      facts.hasIOMMU != .no && facts.isIsolated != .no ? .readyForDDAAssignment : .notAssignable
    case .virtualizationDisabled, .iommuDisabled, .driverCannotPartition, .partitioningDisabled,
      .functionMemoryUnassigned, .serviceStopped, .modePending, .technologyUndecided, .degraded:
      .paravirtualization
    }
  }
}
