extension StatusReason {
  /// What is missing, as a sentence; empty where nothing is.
  func missing(_ facts: GPUReadiness) -> String {
    switch self {
    case .ready: ""
    case .boundForPassthrough: "It is set aside for assignment as a whole device."
    case .bridgeOrSwitchPort: "It is a bridge or a switch port, not a GPU function."
    case .conventionalPCI: "It is a conventional PCI device."
    case .bootDisplay: "It shows the console of the host."
    case .notIsolated: "Its IOMMU group holds other devices."
    case .virtualizationDisabled: "Hardware virtualization is off."
    case .iommuDisabled: "The IOMMU is off."
    case .driverMissing: "No driver is bound to it."
    case .driverCannotPartition: "Its driver cannot make partitions."
    case .deviceCannotPartition: "The model cannot be partitioned."
    case .partitioningDisabled: "SR-IOV is switched off for it."
    case .functionMemoryUnassigned: "Its virtual functions have no address space."
    case .serviceStopped: "The service \"\(facts.stoppedService ?? "")\" does not run."
    case .modePending: "A mode change is pending: \(facts.pendingMode ?? "unknown")."
    case .technologyUndecided: "How its driver makes partitions cannot be told before its virtual functions exist."
    case .degraded: facts.degradation ?? "An earlier change was not completed."
    }
  }

  /// What would mend it, as a sentence; empty where nothing needs to be mended.
  func remedy(_ facts: GPUReadiness) -> String {
    switch self {
    case .ready, .bridgeOrSwitchPort, .deviceCannotPartition: ""
    case .boundForPassthrough: "Return it to its own driver to partition it (Mount-VMHostAssignableDevice)."
    case .conventionalPCI: "Use a PCI Express GPU."
    case .bootDisplay: "Choose another device as the primary display in the firmware."
    case .notIsolated: "Move the card to a slot with access control services (ACS), or switch ACS on in the firmware."
    case .virtualizationDisabled: "Switch on VT-x or AMD-V (SVM) in the firmware."
    case .iommuDisabled:
      "Switch on VT-d or AMD-Vi in the firmware, and on Intel hosts add intel_iommu=on to the kernel command line."
    case .driverMissing: "Install the maker's host driver with partition support, and load its kernel module."
    case .driverCannotPartition: "Install the maker's virtualization host driver (for NVIDIA, the vGPU manager)."
    case .partitioningDisabled: "Switch on SR-IOV in the firmware, and check the driver's limit on virtual functions."
    case .functionMemoryUnassigned:
      "Switch on SR-IOV, Above 4G Decoding and ARI in the firmware, then restart the host."
    case .serviceStopped: "Start it: systemctl start \(facts.stoppedService ?? "")."
    case .modePending: "Reset the GPU or restart the host while no machine uses it."
    case .technologyUndecided: "Enable the virtual functions with the maker's tool, then look again."
    case .degraded: "Finish or take back the change, then look again."
    }
  }
}
