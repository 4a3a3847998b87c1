import GPUPartitioning

extension SimulatedMachineRoom {
  /// What a real host of the same kind would do for `step`.
  func operations(for step: ChangeStep) throws(GPUPartitioningError) -> [HostOperation] {
    switch step {
    case .setPartitionCount(let reference, let from, let to): splitOperations(reference, from, to)
    case .attach(let adapter):
      [
        HostOperation(
          .call, "attach device to \"\(adapter.reference.machine)\"", value: "\(adapter.location)",
          undo: "detach it")
      ]
    case .detach(let adapter):
      [
        HostOperation(
          .call, "detach device from \"\(adapter.reference.machine)\"", value: "\(adapter.location)",
          undo: "attach it")
      ]
    case .setBounds(let adapter, _, _):
      [HostOperation(.call, "set metadata of \"\(adapter.machine)\"", value: "bounds", undo: "set the earlier ones")]
    case .start(let machine, _): [HostOperation(.call, "start \"\(machine)\"", undo: "turn it off")]
    case .stop(let machine, .turnOff): [HostOperation(.call, "turn off \"\(machine)\"", undo: "start it")]
    case .stop(let machine, .save): [HostOperation(.call, "save \"\(machine)\"", undo: "start it")]
    case .stop(let machine, _):
      [
        HostOperation(.call, "shut down \"\(machine)\"", undo: "start it"),
        HostOperation(.wait, "until \"\(machine)\" is off"),
      ]
    case .pause(let machine): [HostOperation(.call, "pause \"\(machine)\"", undo: "resume it")]
    case .resume(let machine): [HostOperation(.call, "resume \"\(machine)\"", undo: "pause it")]
    }
  }

  private func splitOperations(
    _ reference: GPUReference, _ from: PartitionLayout, _ to: PartitionLayout
  ) -> [HostOperation] {
    let gpu = gpus.first { $0.address == reference.address }
    if gpu?.model.usesMediatedDevices == true {
      return [
        HostOperation(
          .write, "remove of each of the \(from.count) devices of \(reference)", value: "1", undo: "create"),
        HostOperation(.write, "create of type \(to.profile ?? "") of \(reference)", value: "\(to.count) identifiers"),
      ].filter { !($0.undo == "create" && from.count == 0) }
    }
    let attribute = "sriov_numvfs of \(reference)"
    let clear = HostOperation(.write, attribute, value: "0", undo: "\(from.count)")
    let set = HostOperation(.write, attribute, value: "\(to.count)", undo: "0")
    return (from.count > 0 ? [clear] : []) + (to.count > 0 ? [set] : []) + [HostOperation(.read, attribute)]
  }
}
