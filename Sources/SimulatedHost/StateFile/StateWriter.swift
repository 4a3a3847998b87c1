import GPUPartitioning

/// Writes a state as text.
enum StateWriter {
  static func text(of state: SimulatedState) -> String {
    var lines = ["\(StateDocument.signature) \(StateDocument.version)"]
    for room in state.rooms {
      lines += section("host", entries(of: room))
      for gpu in room.gpus { lines += section("gpu", entries(of: gpu)) }
      for machine in room.machines {
        lines += section("machine", entries(of: machine))
        for adapter in machine.machine.adapters { lines += section("adapter", entries(of: adapter)) }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Values that are nil or empty are left out: the reader knows what they are then.
  private static func section(_ kind: String, _ entries: [(String, String?)]) -> [String] {
    ["", "[\(kind)]"]
      + entries.compactMap { key, value in
        guard let value, !value.isEmpty else { return nil }
        return "\(key) = \(StateDocument.escaped(value))"
      }
  }

  private static func entries(of room: SimulatedMachineRoom) -> [(String, String?)] {
    [
      ("name", room.name), ("virtualization", room.hasVirtualization.rawValue), ("iommu", room.hasIOMMU.rawValue),
      ("dirty-tracking", room.hasDirtyTracking.rawValue),
    ]
  }

  private static func entries(of gpu: SimulatedGPU) -> [(String, String?)] {
    [
      ("address", gpu.address.description), ("model", gpu.model.name), ("numa-node", gpu.numaNode.map(String.init)),
      ("flaws", gpu.flaws.map(\.rawValue).sorted().joined(separator: ", ")), ("count", String(gpu.layout.count)),
      ("profile", gpu.layout.profile), ("generation", String(gpu.generation)),
    ]
  }

  private static func entries(of simulated: SimulatedMachine) -> [(String, String?)] {
    let machine = simulated.machine
    return [
      ("name", machine.name), ("id", machine.identifier.description), ("state", machine.state.description),
      ("started", simulated.startedAt.map { String($0) }), ("processors", String(machine.processorCount)),
      ("memory", String(machine.memoryStartup)), ("memory-minimum", String(machine.memoryMinimum)),
      ("memory-maximum", String(machine.memoryMaximum)), ("dynamic-memory", flag(machine.hasDynamicMemory)),
      ("generation", String(machine.generation)), ("version", machine.version), ("notes", machine.notes),
      ("path", machine.path), ("numa-node", machine.numaNode.map(String.init)), ("load", String(simulated.load)),
      ("start-action", String(machine.automaticStartAction.rawValue)),
      ("stop-action", String(machine.automaticStopAction.rawValue)),
      ("checkpoint-type", String(machine.checkpointType.rawValue)),
      ("automatic-checkpoints", flag(machine.hasAutomaticCheckpoints)), ("clustered", flag(machine.isClustered)),
      ("transient", flag(machine.isTransient)), ("saved", flag(machine.hasSavedState)),
      ("obstacle", machine.obstacle), ("answers-shutdown", machine.answersShutdown ? "yes" : "no"),
      ("ignores-shutdown", flag(simulated.ignoresShutdown)), ("start-failure", simulated.startFailure),
    ]
  }

  private static func entries(of adapter: GPUPartitionAdapter) -> [(String, String?)] {
    var entries: [(String, String?)] = [
      ("id", adapter.reference.device.description), ("location", adapter.location.description),
      ("gpu", adapter.instancePath),
    ]
    for resource in GPUResource.allCases {
      let bounds = adapter.bounds[resource]
      let name = resource.rawValue.lowercased()
      entries.append(("minimum-\(name)", bounds.minimum.map { String($0) }))
      entries.append(("maximum-\(name)", bounds.maximum.map { String($0) }))
      entries.append(("optimal-\(name)", bounds.optimal.map { String($0) }))
    }
    return entries
  }

  private static func flag(_ isSet: Bool) -> String? { isSet ? "yes" : nil }
}
