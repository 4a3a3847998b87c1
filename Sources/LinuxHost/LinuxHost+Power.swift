import GPUPartitioning
import Glibc

extension LinuxHost {
  func start(_ machine: VirtualMachineReference) throws(GPUPartitioningError) {
    let domain = try domain(machine)
    guard try !isActive(domain, machine) else { return }
    loadVFIO()
    do throws(LibvirtError) {
      try domain.start()
    } catch {
      var failure = GPUPartitioningError(error, host: name, machine: machine.name, doing: "started")
      if failure.code == .invalidState || failure.code == .operationFailed || failure.code == .notSupported {
        failure = .startFailed(machine, adapter: nil, reason: error.description)
      }
      throw failure
    }
  }

  /// Without the module, libvirt says that the host cannot hand devices to machines.
  private func loadVFIO() {
    guard !tree.exists(SysfsPath.vfioDevice) else { return }
    _ = try? programs.run(HostProgram.modprobe, ["vfio-pci"], deadlineMilliseconds: 10_000)
  }

  func stop(
    _ machine: VirtualMachineReference, _ method: StopMethod, _ deadline: Deadline
  ) throws(GPUPartitioningError) {
    let domain = try domain(machine)
    guard try isActive(domain, machine) else { return }
    switch method {
    case .turnOff: try calling(machine, "turned off") { () throws(LibvirtError) in try domain.turnOff() }
    case .save: try calling(machine, "saved") { () throws(LibvirtError) in try domain.save() }
    case .shutDown: try shutDown(domain, machine, deadline)
    case .shutDownOrTurnOff:
      do throws(GPUPartitioningError) {
        // The rest of the time is for turning it off.
        try shutDown(domain, machine, Deadline(milliseconds: max(0, deadline.millisecondsLeft / 3 * 2)))
      } catch {
        try calling(machine, "turned off") { () throws(LibvirtError) in try domain.turnOff() }
      }
    }
  }

  func pause(_ machine: VirtualMachineReference) throws(GPUPartitioningError) {
    let domain = try domain(machine)
    guard try state(domain, machine) != .paused else { return }
    try calling(machine, "paused") { () throws(LibvirtError) in try domain.pause() }
  }

  func resume(_ machine: VirtualMachineReference) throws(GPUPartitioningError) {
    let domain = try domain(machine)
    guard try state(domain, machine) == .paused else { return }
    try calling(machine, "resumed") { () throws(LibvirtError) in try domain.resume() }
  }

  /// Asks the guest, and waits: a guest may take its time, or ignore the request.
  private func shutDown(
    _ domain: LibvirtDomain, _ machine: VirtualMachineReference, _ deadline: Deadline
  ) throws(GPUPartitioningError) {
    try calling(machine, "shut down") { () throws(LibvirtError) in try domain.askToShutDown() }
    while try isActive(domain, machine) {
      guard deadline.millisecondsLeft > 0 else {
        throw GPUPartitioningError(
          .operationTimeout, machine.name,
          "Virtual machine \"\(machine)\" did not shut down in time. Use Stop-VM -TurnOff to turn it off.")
      }
      usleep(100_000)
    }
  }

  private func isActive(
    _ domain: LibvirtDomain, _ machine: VirtualMachineReference
  ) throws(GPUPartitioningError) -> Bool {
    try calling(machine, "read") { () throws(LibvirtError) in try domain.isActive() }
  }

  private func state(
    _ domain: LibvirtDomain, _ machine: VirtualMachineReference
  ) throws(GPUPartitioningError) -> VirtualMachineState {
    let state = try calling(machine, "read") { () throws(LibvirtError) in try domain.state().state }
    return VirtualMachineState(libvirt: state, hasSavedState: false)
  }

  /// The PCI address in what names a GPU: an address, or an instance path.
  static func address(in text: String) -> PCIAddress? {
    if let address = PCIAddress(text) { return address }
    let parts = text.split(separator: "#", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let place = parts[2].split(separator: "&")
    guard place.count == 4 else { return nil }
    return PCIAddress("\(place[0]):\(place[1]):\(place[2]).\(place[3])")
  }
}
