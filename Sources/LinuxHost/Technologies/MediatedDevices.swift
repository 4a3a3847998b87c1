import GPUPartitioning

/// Mediated devices: NVIDIA's older vGPU, Intel's GVT-g, and any driver with `mdev_supported_types`.
///
/// A partition is a device that is made by writing an identifier to a type's `create`. The count is how many there are, and
/// a valid count is how many of one type fit. On NVIDIA's newer cards the parents are the virtual functions, one device
/// each. Nothing of this outlives a restart of the host.
/// Source: kernel, drivers/vfio/mdev; Documentation/driver-api/vfio-mediated-device.rst.
struct MediatedDevices: PartitionTechnology {
  let kind: PartitionTechnologyKind

  /// Who makes devices on this GPU: itself, else its virtual functions; empty where nobody does.
  static func parents(of gpu: PCIFunction) throws(SysfsError) -> [MediatedParent] {
    let own = MediatedParent(address: gpu.address)
    if gpu.tree.exists(own.typesDirectory) { return [own] }
    return try VirtualFunction.all(of: gpu).map { MediatedParent(address: $0.address) }
      .filter { gpu.tree.exists($0.typesDirectory) }
  }

  /// The identifier of the device in a slot: the same after a restart, so that definitions of machines stay true.
  static func identifier(_ gpu: PCIAddress, slot: UInt16) -> UniqueIdentifier {
    UniqueIdentifier(derivedFrom: "gpsh mediated device \(gpu) \(slot)")
  }

  // MARK: Reading

  func read(_ gpu: PCIFunction) throws(SysfsError) -> PartitionReading {
    let parents = try MediatedDevices.parents(of: gpu)
    var types: [MediatedType] = []
    var devices: [MediatedDevice] = []
    for parent in parents {
      // All functions offer the same types; which are still available differs.
      if types.isEmpty { types = try parent.types(gpu.tree) }
      devices += try parent.devices(gpu.tree)
    }
    var reading = PartitionReading()
    reading.deviceCanPartition = Finding(!parents.isEmpty)
    reading.driverCanPartition = Finding(!types.isEmpty)
    reading.isPartitioningEnabled = Finding(!types.isEmpty)
    reading.needsIOMMU = kind != .mediatedDevice
    reading.service = kind == .nvidiaMediatedDevice ? "nvidia-vgpu-mgr.service" : nil
    reading.profiles = MediatedDevices.profiles(types, devices, isSplit: parents.count > 1 ? parents.count : nil)
    reading.partitions = partitions(gpu, types, devices)
    reading.vram = MediatedDevices.memory(types, devices)
    return reading
  }

  /// One profile a type that fits at least once.
  private static func profiles(
    _ types: [MediatedType], _ devices: [MediatedDevice], isSplit functions: Int?
  ) -> [PartitionProfile] {
    let sorted = types.sorted { ($0.preference, $0.identifier.utf8.count) < ($1.preference, $1.identifier.utf8.count) }
    return sorted.compactMap { type in
      // Without the driver's word: what is left and what is there; other types' devices may hide some.
      let counted = functions ?? type.available + devices.count { $0.type == type.identifier }
      var amounts = ResourceAmounts.unknown
      amounts.vram = type.memory
      return PartitionProfile(
        identifier: type.identifier, name: type.name, count: UInt16(clamping: type.limit ?? counted), amounts: amounts)
    }
  }

  /// Devices of ours keep their slot; others get the free slots in order of their identifiers.
  private func partitions(
    _ gpu: PCIFunction, _ types: [MediatedType], _ devices: [MediatedDevice]
  ) -> [GPUPartition] {
    let limit = UInt16(clamping: max(devices.count, types.compactMap(\.limit).max() ?? 0, 64))
    var slots: [UniqueIdentifier: UInt16] = [:]
    for slot in 0..<limit { slots[MediatedDevices.identifier(gpu.address, slot: slot)] = slot }
    var free = Set(0..<UInt16(clamping: devices.count)).subtracting(devices.compactMap { slots[$0.identifier] })
    return devices.map { device in
      let slot = slots[device.identifier] ?? free.min() ?? 0
      free.remove(slot)
      let type = types.first { $0.identifier == device.type }
      var amounts = ResourceAmounts.unknown
      amounts.vram = type?.memory
      return GPUPartition(
        identifier: slot, location: .mediatedDevice(device.identifier), amounts: amounts, profile: device.type,
        locallyUniqueIdentifier: device.inode.map { "\($0)" } ?? "")
    }
  }

  /// The most that one partition can have stands for the whole: the driver reports nothing else.
  private static func memory(_ types: [MediatedType], _ devices: [MediatedDevice]) -> ResourceCapacity {
    guard let total = types.compactMap(\.memory).max() else { return .unknown }
    let carved = devices.compactMap { device in types.first { $0.identifier == device.type }?.memory }
    let used = carved.reduce(UInt64(0)) { sum, bytes in
      let (next, overflow) = sum.addingReportingOverflow(bytes)
      return overflow ? .max : next
    }
    return ResourceCapacity(
      total: total, available: total > used ? total - used : 0, bounds: ResourceBounds(exactly: carved.max() ?? total))
  }

  // MARK: Changing

  func actions(_ gpu: PCIFunction, to layout: PartitionLayout) throws(GPUPartitioningError) -> [HostAction] {
    let parents: [MediatedParent]
    let reading: PartitionReading
    var devices: [MediatedDevice] = []
    do throws(SysfsError) {
      parents = try MediatedDevices.parents(of: gpu)
      reading = try read(gpu)
      for parent in parents { devices += try parent.devices(gpu.tree) }
    } catch {
      throw GPUPartitioningError(error, subject: gpu.address.description)
    }
    let wanted = layout.profile ?? reading.profiles.first { $0.count == layout.count }?.identifier
    if devices.count == Int(layout.count), devices.allSatisfy({ $0.type == wanted }) { return [] }
    let removals = devices.flatMap { removal($0, in: gpu.tree) }
    guard layout.count > 0 else { return removals }
    guard let profile = reading.profiles.first(where: { $0.identifier == wanted }), profile.count >= layout.count else {
      throw GPUPartitioningError(
        .outOfRange, gpu.address.description,
        "The GPU \"\(gpu.address)\" cannot be split into \(layout.count) partitions"
          + (wanted.map { " of profile \"\($0)\"" } ?? "") + ".")
    }
    return removals + creations(gpu, parents, profile.identifier, layout.count)
  }

  /// Removing one that a machine holds would wait in the kernel for ever; the host looks for holders before.
  private func removal(_ device: MediatedDevice, in tree: SysfsTree) -> [HostAction] {
    let file = "\(SysfsPath.mediatedDevice(device.identifier))/remove"
    let undo = device.type.map {
      HostAction.Effect.write(device.identifier.description, to: device.parent.createFile($0))
    }
    return [
      HostAction(.write("1", to: file), undo: undo), HostAction(.awaitDevice(device.identifier, isThere: false)),
    ]
  }

  private func creations(
    _ gpu: PCIFunction, _ parents: [MediatedParent], _ type: String, _ count: UInt16
  ) -> [HostAction] {
    (0..<count).flatMap { slot -> [HostAction] in
      // With several parents, each makes one.
      let position = parents.count > 1 ? Int(slot) : 0
      guard position < parents.count else { return [] }
      let identifier = MediatedDevices.identifier(gpu.address, slot: slot)
      let undo = HostAction.Effect.write("1", to: "\(SysfsPath.mediatedDevice(identifier))/remove")
      return [
        HostAction(.write(identifier.description, to: parents[position].createFile(type)), undo: undo),
        HostAction(.awaitDevice(identifier, isThere: true)),
      ]
    }
  }
}
