import GPUPartitioning

/// A GPU as the golden files show it.
enum InventoryText {
  static func describe(_ gpu: PartitionableGPU) -> String {
    let verification = gpu.verification
    var lines = [
      "GPU \(gpu.address) \"\(gpu.modelName)\"",
      "  name \(gpu.name)",
      "  technology \(gpu.technology.rawValue), driver \(text(gpu.driverName)) \(text(gpu.driverVersion))",
      "  status \(verification.status.rawValue): \(verification.reason)",
      "  counts \(gpu.validPartitionCounts), now \(gpu.partitionCount)",
    ]
    if !gpu.hardwareIdentifier.isEmpty { lines.append("  identity \(gpu.hardwareIdentifier)") }
    if let degradation = gpu.readiness.degradation { lines.append("  degraded: \(degradation)") }
    if let obstacle = gpu.countChangeObstacle { lines.append("  fixed: \(obstacle)") }
    if gpu.capacities.vram.source == .reported {
      lines.append("  vram \(gpu.capacities.vram.available) of \(gpu.capacities.vram.total)")
    }
    for prerequisite in verification.prerequisites { lines.append("  \(prerequisite.kind): \(prerequisite.finding)") }
    for profile in gpu.profiles where profile.amounts.vram != nil || profile.name.contains("-") {
      lines.append(
        "  profile \(profile.identifier) \"\(profile.name)\" \(profile.count) x \(bytes(profile.amounts.vram))")
    }
    for partition in gpu.partitions {
      let profile = partition.profile.map { " \($0)" } ?? ""
      lines.append(
        "  partition \(partition.identifier) \(partition.location)\(profile) \(bytes(partition.amounts.vram))")
    }
    return lines.joined(separator: "\n")
  }

  private static func text(_ text: String) -> String { text.isEmpty ? "-" : text }

  private static func bytes(_ bytes: UInt64?) -> String { bytes.map { "\($0)" } ?? "?" }
}
