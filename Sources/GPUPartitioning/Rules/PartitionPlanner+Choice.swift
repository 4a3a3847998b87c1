// The choice of a partition: the user names the GPU at most (rule 8). The order is NUMA-near first, then the emptiest
// GPU, then the lowest address, so that the same inventory always gives the same choice.
extension PartitionPlanner {
  func choose(
    for machine: VirtualMachine, _ request: AddAdapterRequest
  ) throws(GPUPartitioningError) -> (PartitionableGPU, GPUPartition) {
    let candidates = try candidates(for: machine, request.gpu)
    let split = candidates.filter { !$0.partitions.isEmpty }
    guard !split.isEmpty else { throw PartitionPlanner.notSplit(candidates, machine.computerName) }
    let free = split.filter { !$0.freePartitions.isEmpty }
    guard !free.isEmpty else { throw PartitionPlanner.exhausted(split, machine.computerName) }
    for gpu in free.sorted(by: { PartitionPlanner.isBetter($0, $1, near: machine.numaNode) }) {
      let fitting = gpu.freePartitions.filter { PartitionPlanner.fits($0, request) }
      if let best = fitting.min(by: { PartitionPlanner.isCloser($0, $1, request.bounds) }) { return (gpu, best) }
    }
    throw PartitionPlanner.noFit(free, request, machine.computerName)
  }

  /// Rule 2: only GPUs of the machine's own host.
  private func candidates(
    for machine: VirtualMachine, _ name: String?
  ) throws(GPUPartitioningError) -> [PartitionableGPU] {
    guard let host = inventory.host(machine.computerName) else { throw .machineNotFound(name: machine.name) }
    let all = host.partitionableGPUs
    guard let name else {
      guard !all.isEmpty else { throw .noPartitionPool(host: host.computerName) }
      return all
    }
    if let gpu = host.gpu(named: name) {
      try requirePartitionable(gpu)
      return [gpu]
    }
    if let other = inventory.gpus.first(where: { $0.name.isNamed(name) }) {
      throw GPUPartitioningError(
        .invalidParameter, name,
        "Virtual machine \"\(machine.name)\" is on \"\(machine.computerName)\", GPU \"\(other.address)\" is on "
          + "\"\(other.computerName)\". A virtual machine and its GPU partition have to be on the same computer.")
    }
    let known = all.map { "\"\($0.address)\"" }.joined(separator: ", ")
    throw GPUPartitioningError(
      .objectNotFound, name,
      "GPU \"\(name)\" was not found on \"\(host.computerName)\". "
        + (known.isEmpty ? "It has no partitionable GPU." : "Its partitionable GPUs: \(known)."))
  }

  private static func isBetter(_ left: PartitionableGPU, _ right: PartitionableGPU, near node: Int?) -> Bool {
    let isNear = (left: left.isNear(node), right: right.isNear(node))
    if isNear.left != isNear.right { return isNear.left }
    let held = (left: left.heldPartitions.count, right: right.heldPartitions.count)
    // Compared as fractions of the GPU, without dividing.
    let load = (left: held.left * right.partitions.count, right: held.right * left.partitions.count)
    if load.left != load.right { return load.left < load.right }
    if left.freePartitions.count != right.freePartitions.count {
      return left.freePartitions.count > right.freePartitions.count
    }
    return left.address < right.address
  }

  /// The least that was asked for is there, and the size that was asked for is met; what nobody reports passes.
  private static func fits(_ partition: GPUPartition, _ request: AddAdapterRequest) -> Bool {
    if let wanted = request.partitionVRAM, partition.amounts.vram != wanted { return false }
    return GPUResource.allCases.allSatisfy { resource in
      guard let least = request.bounds[resource].minimum, let amount = partition.amounts[resource] else { return true }
      return amount >= least
    }
  }

  /// The one whose memory exceeds what is optimal, or else the maximum, by less; the lower slot among equals.
  private static func isCloser(_ left: GPUPartition, _ right: GPUPartition, _ bounds: AdapterBounds) -> Bool {
    guard let wanted = bounds.vram.optimal ?? bounds.vram.maximum, let leftSize = left.amounts.vram,
      let rightSize = right.amounts.vram, leftSize != rightSize
    else { return left.identifier < right.identifier }
    return distance(leftSize, wanted) < distance(rightSize, wanted)
  }

  private static func distance(_ left: UInt64, _ right: UInt64) -> UInt64 {
    left > right ? left - right : right - left
  }
}

extension PartitionableGPU {
  /// On the same node; an unpinned machine, or a GPU that does not say, is near to everything.
  fileprivate func isNear(_ node: Int?) -> Bool {
    guard let node, let numaNode else { return true }
    return node == numaNode
  }
}

extension PartitionPlanner {
  private static func notSplit(_ gpus: [PartitionableGPU], _ host: String) -> GPUPartitioningError {
    let names = gpus.map { "\"\($0.address)\"" }.joined(separator: ", ")
    let example = gpus.first.map { "Set-VMHostPartitionableGpu -Name \($0.address) -PartitionCount " } ?? ""
    let counts = gpus.first.map { $0.validPartitionCounts.map(String.init).joined(separator: ", ") } ?? ""
    return GPUPartitioningError(
      .invalidState, gpus.first?.name.description ?? host,
      "GPU \(names) on \"\(host)\" is not split into partitions yet. Split it first: \(example)N, with N one of "
        + "\(counts).")
  }

  private static func exhausted(_ gpus: [PartitionableGPU], _ host: String) -> GPUPartitioningError {
    let each = gpus.map { gpu -> String in
      let stuck = gpu.partitions.filter { $0.holders.isEmpty }.compactMap(\.obstacle)
      let offer = "GPU \"\(gpu.address)\" offers \(gpu.partitions.count)"
      guard let reason = stuck.first else { return offer + " and all are assigned" }
      return offer + ", \(gpu.heldPartitions.count) are assigned and \(stuck.count) cannot be used: \(reason)"
    }
    return GPUPartitioningError(
      .objectInUse, gpus.first?.name.description ?? host,
      "No GPU partition is free on \"\(host)\": \(each.joined(separator: "; ")). "
        + "Remove one from a virtual machine (Remove-VMGpuPartitionAdapter), or use another GPU.")
  }

  private static func noFit(
    _ gpus: [PartitionableGPU], _ request: AddAdapterRequest, _ host: String
  ) -> GPUPartitioningError {
    let sizes = Set(gpus.flatMap(\.freePartitions).compactMap(\.amounts.vram)).sorted(by: >)
    let list = sizes.map { "\(PartitionPreview.size($0)) (\($0))" }.joined(separator: ", ")
    let wish =
      request.partitionVRAM.map { "has exactly \(PartitionPreview.size($0)) (\($0)) of VRAM" }
      ?? "has the minimum that was asked for"
    return GPUPartitioningError(
      .invalidParameter, request.gpu ?? host,
      "No free GPU partition on \"\(host)\" \(wish). "
        + (list.isEmpty ? "The sizes of its partitions are not known." : "Sizes there are: \(list)."))
  }
}
