extension ChangeStep: CustomStringConvertible {
  /// A sentence without its full stop, `Split GPU "0000:3b:00.0" into 4 partitions (now 2)`.
  package var description: String {
    switch self {
    case .setPartitionCount(let gpu, let from, let to): ChangeStep.splitSentence(gpu, from, to)
    case .attach(let adapter):
      "Attach partition \"\(adapter.location)\"\(ChangeStep.origin(adapter)) to virtual machine "
        + "\"\(adapter.reference.machine)\""
    case .detach(let adapter):
      "Detach partition \"\(adapter.location)\"\(ChangeStep.origin(adapter)) from virtual machine "
        + "\"\(adapter.reference.machine)\""
    case .setBounds(let adapter, _, _):
      "Set the resource bounds of the adapter of virtual machine \"\(adapter.machine)\""
    case .start(let machine, _): "Start virtual machine \"\(machine)\""
    case .stop(let machine, .shutDown): "Shut down virtual machine \"\(machine)\""
    case .stop(let machine, .shutDownOrTurnOff):
      "Shut down virtual machine \"\(machine)\", and turn it off if it does not answer"
    case .stop(let machine, .turnOff): "Turn off virtual machine \"\(machine)\""
    case .stop(let machine, .save): "Save virtual machine \"\(machine)\""
    case .pause(let machine): "Pause virtual machine \"\(machine)\""
    case .resume(let machine): "Resume virtual machine \"\(machine)\""
    }
  }

  private static func splitSentence(_ gpu: GPUReference, _ from: PartitionLayout, _ to: PartitionLayout) -> String {
    if to.count == 0 { return "Remove the \(from.count) partitions of GPU \"\(gpu)\"" }
    let profile = to.profile.map { " of profile \"\($0)\"" } ?? ""
    return "Split GPU \"\(gpu)\" into \(to.count) partition\(to.count == 1 ? "" : "s")\(profile) (now \(from.count))"
  }

  private static func origin(_ adapter: AdapterDefinition) -> String {
    adapter.gpu.map { " of GPU \"\($0)\"" } ?? ""
  }
}
