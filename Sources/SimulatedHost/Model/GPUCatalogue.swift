import GPUPartitioning

/// The models that simulated hosts can have, with what their makers publish.
///
/// Source: NVIDIA vgpu-device-manager, examples/config-example.yaml (sizes and counts of profiles); pci.ids; Intel XPUM
/// and kernel 6.12, xe_gt_sriov_pf_config.c (memory of functions); AMD GIM release notes and its log (S7150).
package enum GPUCatalogue {
  /// In the order of the reference.
  package static let models: [GPUModel] = nvidia + intel + amd + others

  /// Nil where the catalogue has none of this name.
  package static func model(named name: String) -> GPUModel? {
    models.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  private static let gibibyte: UInt64 = 1 << 30
  private static let mebibyte: UInt64 = 1 << 20
}

extension GPUCatalogue {
  private static let nvidia: [GPUModel] = [
    vgpu("NVIDIA A2", 0x25b6, board: 0x157e, gibibytes: 16, functions: 16, sixteen),
    vgpu("NVIDIA A16", 0x25b6, board: 0x14a9, gibibytes: 16, functions: 16, sixteen),
    vgpu("NVIDIA A10", 0x2236, board: 0x1482, gibibytes: 24, functions: 32, twentyFour),
    vgpu("NVIDIA A40", 0x2235, board: 0x145a, gibibytes: 48, functions: 32, fortyEight),
    vgpu("NVIDIA L4", 0x27b8, board: 0x16ee, gibibytes: 24, functions: 32, twentyFour),
    vgpu("NVIDIA L40S", 0x26b9, board: 0x1851, gibibytes: 48, functions: 32, fortyEight),
    GPUModel(
      name: "Tesla T4", identity: identity(0x10de, 0x1eb8, board: 0x12a2), technology: .nvidiaMediatedDevice,
      totalVRAM: 16 * gibibyte, functions: 0, functionOffset: 0, driverName: "nvidia", driverVersion: "570.133.10",
      profiles: series("GRID T4", sixteen), canMigrate: true),
  ]

  /// Gigabytes of a partition, and how many such partitions there are.
  ///
  /// One gigabyte comes 32 times on the 48 GB boards:
  /// they have no more functions.
  private static let sixteen: [(UInt64, UInt16)] = [(1, 16), (2, 8), (4, 4), (8, 2), (16, 1)]
  private static let twentyFour: [(UInt64, UInt16)] = [
    (1, 24), (2, 12), (3, 8), (4, 6), (6, 4), (8, 3), (12, 2), (24, 1),
  ]
  private static let fortyEight: [(UInt64, UInt16)] = [
    (1, 32), (2, 24), (3, 16), (4, 12), (6, 8), (8, 6), (12, 4), (16, 3), (24, 2), (48, 1),
  ]

  private static func vgpu(
    _ name: String, _ device: UInt16, board: UInt16, gibibytes: UInt64, functions: UInt16, _ sizes: [(UInt64, UInt16)]
  ) -> GPUModel {
    GPUModel(
      name: name, identity: identity(0x10de, device, board: board, revision: 0xa1), technology: .nvidiaVendorVFIO,
      totalVRAM: gibibytes * gibibyte, functions: functions, functionOffset: 4, driverName: "nvidia",
      driverVersion: "570.133.10", profiles: series(name, sizes), canMigrate: true)
  }

  private static func series(_ name: String, _ sizes: [(UInt64, UInt16)]) -> [PartitionProfile] {
    sizes.compactMap { gibibytes, count in
      profile("\(name)-\(gibibytes)Q", count, gibibytes * gibibyte)
    }
  }
}

extension GPUCatalogue {
  private static let intel: [GPUModel] = [
    GPUModel(
      name: "Intel Data Center GPU Flex 170", identity: identity(0x8086, 0x56c0, board: 0x4905),
      technology: .intelI915, totalVRAM: 16 * gibibyte, functions: 31, functionOffset: 1, driverName: "i915",
      driverVersion: "6.1-lts", profiles: (1...31).compactMap { profile("vfs-\($0)", $0, nil) }, canMigrate: false),
    // The kernel rounds a function's share down to a power of two, and to two gigabytes.
    GPUModel(
      name: "Intel Arc Pro B50", identity: identity(0x8086, 0xe212, board: 0x1114), technology: .intelXe,
      totalVRAM: 16_911_433_728, functions: 12, functionOffset: 1, driverName: "xe", driverVersion: "6.12",
      profiles: (1...12).compactMap { profile("vfs-\($0)", $0, $0 < 8 ? 2 * gibibyte : gibibyte) }, canMigrate: false),
  ]

  private static let amd: [GPUModel] = [
    GPUModel(
      name: "AMD Instinct MI300X", identity: identity(0x1002, 0x74a1, board: 0x74a1), technology: .amdMxGPU,
      totalVRAM: 192 * gibibyte, functions: 8, functionOffset: 1, driverName: "gim", driverVersion: "8.5",
      profiles: [1, 8].compactMap { profile("vf_num=\($0)", $0, nil) }, canMigrate: false),
    GPUModel(
      name: "AMD FirePro S7150", identity: identity(0x1002, 0x6929, board: 0x030c), technology: .amdMxGPU,
      totalVRAM: 8 * gibibyte, functions: 16, functionOffset: 1, driverName: "gim", driverVersion: "2.1",
      profiles: reserved.compactMap { count, vram in profile("vf_num=\(count)", count, vram.map { $0 * mebibyte }) },
      canMigrate: false),
  ]

  /// Counts and mebibytes of the S7150, which keeps a share for itself; its log has no number for eight.
  private static let reserved: [(UInt16, UInt64?)] = [(1, 7904), (2, 3952), (4, 1968), (8, nil), (16, 480)]

  private static let others: [GPUModel] = [
    GPUModel(
      name: "ASPEED Graphics Family", identity: identity(0x1a03, 0x2000, board: 0x2000), technology: .unknown,
      totalVRAM: 0, functions: 0, functionOffset: 0, driverName: "ast", driverVersion: "6.12", profiles: [],
      canMigrate: false)
  ]

  private static func profile(_ name: String, _ count: UInt16, _ vram: UInt64?) -> PartitionProfile? {
    var amounts = ResourceAmounts.unknown
    amounts.vram = vram
    return PartitionProfile(identifier: name, name: name, count: count, amounts: amounts)
  }

  private static func identity(_ vendor: UInt16, _ device: UInt16, board: UInt16, revision: UInt8 = 0) -> PCIIdentity {
    PCIIdentity(
      VendorDevice(vendor: vendor, device: device), subsystem: VendorDevice(vendor: vendor, device: board),
      revision: revision)
  }
}
