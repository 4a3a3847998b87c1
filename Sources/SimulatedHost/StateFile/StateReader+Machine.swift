import GPUPartitioning

extension StateReader {
  /// Everything about a machine but its names and its state.
  static func fill(
    _ simulated: inout SimulatedMachine, from reader: inout SectionReader
  ) throws(StateDocument.Fault) {
    simulated.startedAt = try reader.number("started", in: Int64.min / 4...Int64.max / 4)
    simulated.load = try reader.number("load", in: 0...100) ?? 0
    simulated.ignoresShutdown = try reader.flag("ignores-shutdown") ?? false
    simulated.startFailure = reader.text("start-failure")
    try fillResources(&simulated.machine, from: &reader)
    try fillBehaviour(&simulated.machine, from: &reader)
  }

  private static func fillResources(
    _ machine: inout VirtualMachine, from reader: inout SectionReader
  ) throws(StateDocument.Fault) {
    let memory: ClosedRange<Int64> = 0...(1 << 50)
    machine.processorCount = try reader.number("processors", in: 1...4096) ?? 1
    machine.memoryStartup = try reader.number("memory", in: memory) ?? 0
    machine.memoryMinimum = try reader.number("memory-minimum", in: memory) ?? machine.memoryStartup
    machine.memoryMaximum = try reader.number("memory-maximum", in: memory) ?? machine.memoryStartup
    machine.hasDynamicMemory = try reader.flag("dynamic-memory") ?? false
    machine.numaNode = try reader.number("numa-node", in: 0...1023)
    machine.generation = try reader.number("generation", in: 1...2) ?? 2
    machine.version = reader.text("version") ?? ""
    machine.notes = reader.text("notes") ?? ""
    machine.path = reader.text("path") ?? ""
  }

  private static func fillBehaviour(
    _ machine: inout VirtualMachine, from reader: inout SectionReader
  ) throws(StateDocument.Fault) {
    machine.automaticStartAction =
      try reader.value("start-action", "action") { Int($0).flatMap(AutomaticStartAction.init) } ?? .nothing
    machine.automaticStopAction =
      try reader.value("stop-action", "action") { Int($0).flatMap(AutomaticStopAction.init) } ?? .shutDown
    machine.checkpointType =
      try reader.value("checkpoint-type", "type") { Int($0).flatMap(CheckpointType.init) } ?? .disabled
    machine.hasAutomaticCheckpoints = try reader.flag("automatic-checkpoints") ?? false
    machine.isClustered = try reader.flag("clustered") ?? false
    machine.isTransient = try reader.flag("transient") ?? false
    machine.hasSavedState = try reader.flag("saved") ?? false
    machine.obstacle = reader.text("obstacle")
    machine.answersShutdown = try reader.flag("answers-shutdown") ?? true
  }

  static func adapter(
    _ reader: inout SectionReader, of machine: VirtualMachineReference
  ) throws(StateDocument.Fault) -> GPUPartitionAdapter {
    let device = try reader.required("id", "UUID") { UniqueIdentifier($0) }
    let location = try reader.required("location", "PCI address or UUID") { text in
      PCIAddress(text).map { GPUPartition.Location.virtualFunction($0) }
        ?? UniqueIdentifier(text).map { .mediatedDevice($0) }
    }
    var adapter = GPUPartitionAdapter(
      reference: AdapterReference(machine: machine, device: device), location: location,
      instancePath: reader.text("gpu") ?? "")
    for resource in GPUResource.allCases {
      adapter.bounds[resource] = try bounds(&reader, of: resource)
    }
    return adapter
  }

  private static func bounds(
    _ reader: inout SectionReader, of resource: GPUResource
  ) throws(StateDocument.Fault) -> RequestedBounds {
    let name = resource.rawValue.lowercased()
    let minimum = try reader.number("minimum-\(name)", in: 0...UInt64.max)
    let maximum = try reader.number("maximum-\(name)", in: 0...UInt64.max)
    let optimal = try reader.number("optimal-\(name)", in: 0...UInt64.max)
    do throws(GPUPartitioningError) {
      return try RequestedBounds(minimum: minimum, maximum: maximum, optimal: optimal, of: resource)
    } catch {
      throw reader.fault("the bounds of \(name) are out of order")
    }
  }
}
