import GPUPartitioning

/// NVIDIA vGPU on newer drivers: a partition is a type that is written into a virtual function.
///
/// `sriov_numvfs` counts slots here, not partitions: a partition is a function whose `nvidia/current_vgpu_type` is not 0.
/// Read only so far.
/// Source: NVIDIA/vgpu-device-manager; the vGPU user guide, "vendor-specific VFIO framework".
struct NVIDIAVendorVFIO: PartitionTechnology {
  let kind = PartitionTechnologyKind.nvidiaVendorVFIO

  /// The functions stay with NVIDIA's driver, which is what provides VFIO; vfio-pci cannot take them.
  let isManagedByLibvirt = false

  /// Whether a GPU's functions offer types; false while it has none.
  static func isUsed(by gpu: PCIFunction) throws(SysfsError) -> Bool {
    try VirtualFunction.all(of: gpu).contains { function in
      gpu.tree.exists("\(SysfsPath.pciDevice(function.address))/nvidia/creatable_vgpu_types")
    }
  }

  func read(_ gpu: PCIFunction) throws(SysfsError) -> PartitionReading {
    var reading = try FunctionReading.reading(gpu)
    let functions = try VirtualFunction.all(of: gpu)
    var types: [Int: String] = [:]
    var current: [UInt16: Int] = [:]
    for function in functions {
      let directory = "\(SysfsPath.pciDevice(function.address))/nvidia"
      types.merge(NVIDIAVendorVFIO.types(gpu.tree.textIfAny("\(directory)/creatable_vgpu_types") ?? "")) { old, _ in old
      }
      current[function.index] = try gpu.tree.number("\(directory)/current_vgpu_type") ?? 0
    }
    reading.partitions = FunctionReading.partitions(gpu, functions).compactMap { partition in
      guard let type = current[partition.identifier], type != 0 else { return nil }
      var amounts = ResourceAmounts.unknown
      amounts.vram = types[type].flatMap(NVIDIAVendorVFIO.memory)
      return GPUPartition(
        identifier: partition.identifier, location: partition.location, amounts: amounts, profile: "nvidia-\(type)",
        locallyUniqueIdentifier: partition.locallyUniqueIdentifier, obstacle: partition.obstacle)
    }
    reading.profiles = NVIDIAVendorVFIO.currentProfile(reading.partitions, types)
    reading.driverCanPartition = .yes
    reading.service = "nvidia-vgpu-mgr.service"
    reading.countChangeObstacle = NVIDIAVendorVFIO.reason
    return reading
  }

  func actions(_ gpu: PCIFunction, to layout: PartitionLayout) throws(GPUPartitioningError) -> [HostAction] {
    throw .countChangeRefused(gpu, NVIDIAVendorVFIO.reason)
  }

  /// How many of a type fit only NVIDIA's own library knows: of the counts, the current one is certain.
  private static func currentProfile(_ partitions: [GPUPartition], _ types: [Int: String]) -> [PartitionProfile] {
    guard let first = partitions.first, let identifier = first.profile,
      partitions.allSatisfy({ $0.profile == identifier })
    else { return [] }
    let name = Int(identifier.dropFirst("nvidia-".count)).flatMap { types[$0] } ?? identifier
    let profile = PartitionProfile(
      identifier: identifier, name: name, count: UInt16(clamping: partitions.count), amounts: first.amounts)
    return profile.map { [$0] } ?? []
  }

  /// Lines `1155  : NVIDIA L40S-24Q`; a heading and anything else is skipped.
  static func types(_ text: String) -> [Int: String] {
    var result: [Int: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      guard let number = Int(line[..<colon].filter { $0 != " " }) else { continue }
      result[number] = String(line[line.index(after: colon)...].drop { $0 == " " })
    }
    return result
  }

  /// The size in a type's name, `NVIDIA A40-12Q` has 12 GiB; nil where there is none.
  static func memory(_ name: String) -> UInt64? {
    guard let dash = name.lastIndex(of: "-") else { return nil }
    guard let size = UInt64(name[name.index(after: dash)...].dropLast()), size < 1 << 20 else { return nil }
    return size << 30
  }

  private static let reason =
    "gpsh reads NVIDIA vGPU types and does not change them yet; use sriov-manage and the functions' current_vgpu_type."
}
