package import GPUPartitioning
import Glibc

extension LinuxHost {
  package func execute(_ step: ChangeStep, within deadline: Duration) throws(GPUPartitioningError) {
    let end = Deadline(deadline)
    switch step {
    case .setPartitionCount(let gpu, _, let layout): try split(gpu, into: layout, end)
    case .attach(let adapter): try attach(adapter)
    case .detach(let adapter): try detach(adapter)
    case .setBounds(let adapter, _, let bounds): try setBounds(adapter, bounds)
    case .start(let machine, _): try start(machine)
    case .stop(let machine, let method): try stop(machine, method, end)
    case .pause(let machine): try pause(machine)
    case .resume(let machine): try resume(machine)
    }
  }

  package func operations(for step: ChangeStep) throws(GPUPartitioningError) -> [HostOperation] {
    switch step {
    case .setPartitionCount(let gpu, _, let layout):
      let (function, technology) = try technology(gpu.address)
      return try technology.actions(function, to: layout).map(\.operation)
    case .attach(let adapter):
      var operations = [
        HostOperation(
          .call, "virDomainAttachDeviceFlags", value: try deviceXML(adapter), undo: "virDomainDetachDeviceFlags")
      ]
      if !adapter.bounds.isEmpty { operations.append(HostOperation(.call, "virDomainSetMetadata", value: "bounds")) }
      return operations
    case .detach(let adapter):
      return [
        HostOperation(
          .call, "virDomainDetachDeviceFlags", value: try deviceXML(adapter), undo: "virDomainAttachDeviceFlags")
      ]
    case .setBounds(let adapter, _, _):
      return [HostOperation(.call, "virDomainSetMetadata", value: "\(adapter.machine)", undo: "virDomainSetMetadata")]
    case .start(let machine, _):
      return [HostOperation(.call, "virDomainCreateWithFlags", value: "\(machine)", undo: "virDomainDestroyFlags")]
    case .stop(let machine, let method): return LinuxHost.stopOperations(machine, method)
    case .pause(let machine):
      return [HostOperation(.call, "virDomainSuspend", value: "\(machine)", undo: "virDomainResume")]
    case .resume(let machine):
      return [HostOperation(.call, "virDomainResume", value: "\(machine)", undo: "virDomainSuspend")]
    }
  }

  private static func stopOperations(_ machine: VirtualMachineReference, _ method: StopMethod) -> [HostOperation] {
    let start = "virDomainCreateWithFlags"
    switch method {
    case .turnOff: return [HostOperation(.call, "virDomainDestroyFlags", value: "\(machine)", undo: start)]
    case .save: return [HostOperation(.call, "virDomainManagedSave", value: "\(machine)", undo: start)]
    case .shutDown, .shutDownOrTurnOff:
      var operations = [
        HostOperation(.call, "virDomainShutdown", value: "\(machine)", undo: start),
        HostOperation(.wait, "virtual machine \"\(machine)\"", value: "off"),
      ]
      if method == .shutDownOrTurnOff {
        operations.append(HostOperation(.call, "virDomainDestroyFlags", value: "\(machine), if it does not answer"))
      }
      return operations
    }
  }

  // MARK: Splitting

  /// The GPU at an address as the kernel shows it, and how it is split.
  func technology(_ address: PCIAddress) throws(GPUPartitioningError) -> (PCIFunction, any PartitionTechnology) {
    let scan = PCIScan(tree: tree, additionalDevices: settings.additionalDevices)
    do throws(SysfsError) {
      switch scan.gpu(address) {
      case .function(let function): return (function, try TechnologyChoice.technology(for: function))
      case .unreadable(_, let error): throw error
      case nil: break
      }
    } catch {
      throw GPUPartitioningError(error, subject: address.description)
    }
    throw .gpuNotFound(address, host: name)
  }

  private func split(
    _ gpu: GPUReference, into layout: PartitionLayout, _ deadline: Deadline
  ) throws(GPUPartitioningError) {
    let (function, technology) = try technology(gpu.address)
    let actions = try technology.actions(function, to: layout)
    guard !actions.isEmpty else { return }
    try refuseIfOpen(function, technology)
    let lock = lock(of: gpu.address)
    if lock?.isKept(.gpu(gpu.address)) ?? false { throw .stillRunning(gpu.address) }
    let runner = ActionRunner(tree: tree, lock: lock?.descriptor(.gpu(gpu.address)) ?? -1, deadline: deadline) {
      lock?.keep(.gpu(gpu.address))
    }
    for setting in actions.compactMap(\.borrowed) { try fileJournal.note(setting) }
    try runner.run(actions, subject: gpu.address.description)
    // udev names the new devices; libvirt learns of them from it. A host without it has neither.
    _ = try? programs.run(HostProgram.udevadm, ["settle", "--timeout=10"], deadlineMilliseconds: 12_000)
  }

  /// The last check before the kernel would wait for ever: whatever was decided, nobody has a partition open now.
  private func refuseIfOpen(
    _ gpu: PCIFunction, _ technology: any PartitionTechnology
  ) throws(GPUPartitioningError) {
    let handles = OpenHandles(tree)
    guard !handles.isEmpty else { return }
    let reading: PartitionReading
    do throws(SysfsError) {
      reading = try technology.read(gpu)
    } catch {
      throw GPUPartitioningError(error, subject: gpu.address.description)
    }
    for partition in reading.partitions {
      guard let holder = handles.holder(of: SysfsPath.directory(partition.location), in: tree) else { continue }
      throw GPUPartitioningError(
        .objectInUse, gpu.address.description,
        "The partition count of GPU \"\(gpu.address)\" cannot be changed while partition \"\(partition.location)\" is in "
          + "use by \(holder). Turn its virtual machine off first.")
    }
  }
}

extension GPUPartitioningError {
  /// A second write would only wait behind the first.
  fileprivate static func stillRunning(_ gpu: PCIAddress) -> GPUPartitioningError {
    GPUPartitioningError(
      .operationTimeout, gpu.description,
      "An earlier write to GPU \"\(gpu)\" has not come back from the kernel. Turn off what uses its partitions, and look "
        + "again.")
  }
}

extension Deadline {
  init(_ duration: Duration) {
    let parts = duration.components
    let (milliseconds, overflow) = parts.seconds.multipliedReportingOverflow(by: 1000)
    self.init(milliseconds: overflow ? Int.max / 4 : Int(clamping: milliseconds))
  }
}
