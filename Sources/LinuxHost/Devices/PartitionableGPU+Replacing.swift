import GPUPartitioning

extension PartitionableGPU {
  /// The same GPU with other partitions.
  func replacing(_ partitions: [GPUPartition]) -> PartitionableGPU {
    var result = PartitionableGPU(
      computerName: computerName, address: address, identity: identity, modelName: modelName, profiles: profiles,
      partitions: partitions, partitionCount: partitionCount)
    result.hardwareIdentifier = hardwareIdentifier
    result.numaNode = numaNode
    result.driverName = driverName
    result.driverVersion = driverVersion
    result.technology = technology
    result.readiness = readiness
    result.capacities = capacities
    result.countChangeObstacle = countChangeObstacle
    return result
  }
}
