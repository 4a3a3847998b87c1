package import GPUPartitioning

/// A model of GPU as the catalogue knows it: what the maker's data sheets and drivers say.
package struct GPUModel: Equatable, Sendable {
  /// Unique in the catalogue, and what users read.
  package let name: String
  package let identity: PCIIdentity
  package let technology: PartitionTechnologyKind
  /// In bytes; 0 for devices without memory of their own.
  package let totalVRAM: UInt64
  /// How many virtual functions the hardware has; 0 where it is split without.
  package let functions: UInt16
  /// From the physical function to the first virtual one.
  package let functionOffset: UInt16
  package let driverName: String
  package let driverVersion: String
  package let profiles: [PartitionProfile]
  /// Its driver can move a partition with its running machine.
  package let canMigrate: Bool

  /// Whether it can be split at all.
  package var canPartition: Bool { !profiles.isEmpty }

  /// More partitions it cannot have.
  package var greatestCount: UInt16 { max(functions, profiles.map(\.count).max() ?? 0) }

  /// Whether its partitions are mediated devices, not virtual functions.
  package var usesMediatedDevices: Bool {
    switch technology {
    case .mediatedDevice, .nvidiaMediatedDevice, .intelGVTg: true
    case .genericSRIOV, .intelXe, .intelI915, .amdMxGPU, .nvidiaVendorVFIO, .nvidiaMIG, .unknown: false
    }
  }
}
