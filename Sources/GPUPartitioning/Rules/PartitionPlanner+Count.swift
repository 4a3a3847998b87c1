extension PartitionPlanner {
  /// Splits one GPU into `count` partitions.
  ///
  /// Rules 3 and 4 of the reference. `profile` picks among the profiles of that count; nil is the preferred one.
  /// Throws `NotSupported`, `InvalidParameter`, `ObjectInUse`.
  package func setCount(
    _ count: UInt16, of gpu: GPUReference, profile identifier: String? = nil
  ) throws(GPUPartitioningError) -> ChangePlan {
    guard let found = inventory.gpu(gpu) else {
      throw GPUPartitioningError(
        .objectNotFound, gpu.name, "GPU \"\(gpu)\" was not found on \"\(gpu.computerName)\".")
    }
    return try setCount(count, of: GPUSelection(gpus: [found], warnings: []), profile: identifier)
  }

  /// Splits every GPU of a selection; all are checked before the first is changed.
  ///
  /// GPUs that have the count already get no step.
  package func setCount(
    _ count: UInt16, of selection: GPUSelection, profile identifier: String? = nil
  ) throws(GPUPartitioningError) -> ChangePlan {
    var steps: [ChangeStep] = []
    for gpu in selection.gpus {
      if let step = try countStep(gpu, count, identifier) { steps.append(step) }
    }
    let partitions = "\(count) partition\(count == 1 ? "" : "s")"
    let title =
      selection.gpus.count == 1
      ? "Split GPU \"\(selection.gpus.first.map(\.address.description) ?? "")\" into \(partitions)"
      : "Split \(selection.gpus.count) GPUs into \(partitions) each"
    return ChangePlan(
      title: title, steps: steps, warnings: selection.warnings,
      preview: selection.gpus.first.flatMap { $0.preview(count: count, profile: identifier) })
  }

  private func countStep(
    _ gpu: PartitionableGPU, _ count: UInt16, _ identifier: String?
  ) throws(GPUPartitioningError) -> ChangeStep? {
    try requirePartitionable(gpu)
    guard let profile = gpu.profile(count: count, identifier: identifier) else {
      throw PartitionPlanner.invalidCount(count, identifier, of: gpu)
    }
    let current = gpu.layout
    if current.count == count, identifier == nil || current.profile == identifier { return nil }
    if let obstacle = gpu.countChangeObstacle {
      throw GPUPartitioningError(
        .notSupported, gpu.name.description,
        "The partition count of GPU \"\(gpu.address)\" on \"\(gpu.computerName)\" cannot be changed here. \(obstacle)")
    }
    guard gpu.heldPartitions.isEmpty else { throw PartitionPlanner.partitionsAssigned(gpu) }
    return .setPartitionCount(
      gpu.reference, from: current, to: PartitionLayout(count: count, profile: profile.identifier))
  }

  /// Rules 7, 9 and 19: only GPUs whose status is Partitioned.
  func requirePartitionable(_ gpu: PartitionableGPU) throws(GPUPartitioningError) {
    let verification = gpu.verification
    guard !verification.isReady else { return }
    throw GPUPartitioningError(
      .notSupported, gpu.name.description,
      "GPU \"\(gpu.address)\" on \"\(gpu.computerName)\" is not partitionable: its status is "
        + "\"\(verification.status.rawValue)\". "
        + [verification.missing, verification.remedy].filter { !$0.isEmpty }.joined(separator: " "))
  }

  private static func invalidCount(
    _ count: UInt16, _ identifier: String?, of gpu: PartitionableGPU
  ) -> GPUPartitioningError {
    if let identifier, gpu.profile(forCount: count) != nil {
      let offered = gpu.profiles.filter { $0.count == count }.map { "\"\($0.identifier)\"" }
      return GPUPartitioningError(
        .invalidParameter, gpu.name.description,
        "GPU \"\(gpu.address)\" on \"\(gpu.computerName)\" has no profile \"\(identifier)\" for \(count) partitions. "
          + "Profiles for it: \(offered.joined(separator: ", ")).")
    }
    let valid = gpu.validPartitionCounts.map(String.init).joined(separator: ", ")
    return GPUPartitioningError(
      .invalidParameter, gpu.name.description,
      "GPU \"\(gpu.address)\" on \"\(gpu.computerName)\" cannot be split into \(count) partitions. "
        + (valid.isEmpty ? "It offers no partition count." : "Valid partition counts: \(valid)."))
  }

  private static func partitionsAssigned(_ gpu: PartitionableGPU) -> GPUPartitioningError {
    var machines: [String] = []
    var others: [String] = []
    for holder in gpu.heldPartitions.flatMap(\.holders) {
      switch holder {
      case .virtualMachine(let machine):
        if !machines.contains(machine.name) { machines.append(machine.name) }
      case .other(let words): if !others.contains(words) { others.append(words) }
      }
    }
    let names = (machines.map { "virtual machine \"\($0)\"" } + others).joined(separator: ", ")
    let wayOut =
      machines.isEmpty
      ? "Release them first."
      : "Unassign them first: "
        + machines.map { "Remove-VMGpuPartitionAdapter -VMName \(quoted($0))" }.joined(separator: "; ") + "."
    return GPUPartitioningError(
      .objectInUse, gpu.name.description,
      "The partition count of GPU \"\(gpu.address)\" on \"\(gpu.computerName)\" cannot be changed while its partitions "
        + "are assigned to \(names). \(wayOut)")
  }

  /// As PowerShell needs it in a command.
  private static func quoted(_ name: String) -> String {
    let plain = name.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    if plain, !name.isEmpty, name.utf8.first != UInt8(ascii: "-") { return name }
    return "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
