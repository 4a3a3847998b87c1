/// What GPUs of one homogeneous set have in common: size, manufacturer, model, and number of partitions.
///
/// The model includes the board (NVIDIA's A2 and A16 have one device number), the mechanism, and the counts it offers.
/// Source: rule 6 of the reference; the article on GPU partitions, "Configure GPU partition count".
package struct HomogeneousKey: Hashable, Sendable, CustomStringConvertible {
  package let manufacturer: String
  package let modelName: String
  package let device: VendorDevice
  package let subsystem: VendorDevice
  /// In bytes.
  package let totalVRAM: UInt64
  package let partitionCount: UInt16
  package let validPartitionCounts: [UInt16]
  package let technology: PartitionTechnologyKind

  package init(_ gpu: PartitionableGPU) {
    manufacturer = gpu.identity.manufacturer
    modelName = gpu.modelName
    device = gpu.identity.device
    subsystem = gpu.identity.subsystem
    totalVRAM = gpu.capacities.vram.total
    partitionCount = gpu.partitionCount
    validPartitionCounts = gpu.validPartitionCounts
    technology = gpu.technology
  }

  /// One line that is the same for the GPUs of a set: a property to group by.
  package var description: String {
    "\(manufacturer) \(modelName) (\(device), board \(subsystem)), "
      + "\(PartitionPreview.size(totalVRAM)), \(partitionCount) partitions"
  }
}

/// GPUs that are split together, and what is to be said about the choice.
package struct GPUSelection: Equatable, Sendable {
  package let gpus: [PartitionableGPU]
  /// Sentences for the warning stream.
  package let warnings: [String]

  package init(gpus: [PartitionableGPU], warnings: [String]) {
    self.gpus = gpus
    self.warnings = warnings
  }
}

extension HostInventory {
  /// The partitionable GPUs by what they have in common, in the order of their first.
  package var homogeneousSets: [[PartitionableGPU]] {
    var order: [HomogeneousKey] = []
    var sets: [HomogeneousKey: [PartitionableGPU]] = [:]
    for gpu in partitionableGPUs {
      let key = HomogeneousKey(gpu)
      if sets[key] == nil { order.append(key) }
      sets[key, default: []].append(gpu)
    }
    return order.compactMap { sets[$0] }
  }

  /// The GPUs that are taken where the user names none: all, if they are one homogeneous set.
  ///
  /// Where they differ none is taken, and the second warning says so.
  package var preselection: GPUSelection {
    let sets = homogeneousSets
    guard sets.count > 1 else {
      return GPUSelection(gpus: sets.first ?? [], warnings: HostInventory.versionWarnings(sets.first ?? []))
    }
    let kinds = sets.compactMap { set in set.first.map { "\(set.count) × \(HomogeneousKey($0))" } }.joined(
      separator: "; ")
    return GPUSelection(
      gpus: [],
      warnings: [
        "Not all GPUs of the computers have the same configuration, so none is selected. "
          + "Name GPUs of one configuration with -Name. Found: \(kinds)."
      ])
  }

  /// These GPUs, as the user's choice; the first warning where others of their set are left out.
  ///
  /// Throws `InvalidParameter` where they are not of one configuration.
  package func selection(of gpus: [PartitionableGPU]) throws(GPUPartitioningError) -> GPUSelection {
    guard let first = gpus.first else { return GPUSelection(gpus: [], warnings: []) }
    let key = HomogeneousKey(first)
    if let other = gpus.first(where: { HomogeneousKey($0) != key }) {
      throw GPUPartitioningError(
        .invalidParameter, other.name.description,
        "The selected GPUs have different configurations: GPU \"\(first.address)\" on \"\(first.computerName)\" is "
          + "\(key), GPU \"\(other.address)\" on \"\(other.computerName)\" is \(HomogeneousKey(other)). "
          + "Select GPUs of one configuration.")
    }
    let chosen = Set(gpus.map(\.reference))
    let left = partitionableGPUs.filter { HomogeneousKey($0) == key && !chosen.contains($0.reference) }
    let partial = left.isEmpty ? [] : [HostInventory.partialWarning(left)]
    return GPUSelection(gpus: gpus, warnings: partial + HostInventory.versionWarnings(gpus))
  }

  private static func partialWarning(_ left: [PartitionableGPU]) -> String {
    let names = left.map { "\"\($0.address)\" on \"\($0.computerName)\"" }.joined(separator: ", ")
    return "Not all GPUs of the homogeneous set are selected. Left out: \(names). "
      + "They may end up with a different partition count, which is not recommended."
  }

  /// Drivers of different versions are no error, but worth knowing.
  private static func versionWarnings(_ gpus: [PartitionableGPU]) -> [String] {
    let versions = Set(gpus.map(\.driverVersion)).sorted()
    guard versions.count > 1 else { return [] }
    let list = versions.map { $0.isEmpty ? "unknown" : "\"\($0)\"" }.joined(separator: ", ")
    return ["The selected GPUs have drivers of different versions: \(list)."]
  }
}
