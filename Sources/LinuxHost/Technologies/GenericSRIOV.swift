import GPUPartitioning

/// PCI SR-IOV as the kernel defines it, with a driver that adds nothing of its own.
///
/// Reads `sriov_totalvfs` and the `virtfn` links; writes `sriov_drivers_autoprobe` and `sriov_numvfs`. The kernel goes from
/// one count to another only by way of 0, all functions or none.
/// Source: kernel, drivers/pci/iov.c; Documentation/PCI/pci-iov-howto.rst.
struct GenericSRIOV: PartitionTechnology {
  let kind = PartitionTechnologyKind.genericSRIOV

  func read(_ gpu: PCIFunction) throws(SysfsError) -> PartitionReading {
    var reading = try FunctionReading.reading(gpu)
    // Whether the driver has the hook shows only when it is asked to make functions.
    if reading.isPartitioningEnabled == .yes, gpu.driver != nil { reading.driverCanPartition = .yes }
    return reading
  }

  func actions(_ gpu: PCIFunction, to layout: PartitionLayout) throws(GPUPartitioningError) -> [HostAction] {
    let total: UInt16
    let actions: [HostAction]
    do throws(SysfsError) {
      total = try gpu.totalFunctions() ?? 0
      actions = try changes(gpu, to: layout.count)
    } catch {
      throw GPUPartitioningError(error, subject: gpu.address.description)
    }
    guard layout.count <= total else {
      throw GPUPartitioningError(
        .outOfRange, gpu.address.description,
        "The GPU \"\(gpu.address)\" can be split into at most \(total) partitions, not \(layout.count).")
    }
    return actions
  }

  private func changes(_ gpu: PCIFunction, to count: UInt16) throws(SysfsError) -> [HostAction] {
    let now = UInt16(clamping: try VirtualFunction.all(of: gpu).count)
    guard now != count else { return [] }
    let numberFile = gpu.path("sriov_numvfs")
    let probeFile = gpu.path("sriov_drivers_autoprobe")
    // Keeps the host's own driver off the new functions: a probe and a display card each, unbound again later.
    let mustHoldProbe = count > 0 && gpu.text("sriov_drivers_autoprobe") == "1"
    var actions: [HostAction] = []
    if mustHoldProbe {
      actions.append(HostAction(.write("0", to: probeFile), undo: .write("1", to: probeFile), isBorrowing: true))
    }
    if now > 0 {
      actions.append(HostAction(.write("0", to: numberFile), undo: .write("\(now)", to: numberFile)))
      actions.append(HostAction(.awaitFunctions(0, of: gpu.address)))
    }
    if count > 0 {
      actions.append(HostAction(.write("\(count)", to: numberFile), undo: .write("0", to: numberFile)))
      // The write also succeeds where the driver made fewer than asked.
      actions.append(HostAction(.awaitFunctions(count, of: gpu.address)))
    }
    if mustHoldProbe { actions.append(HostAction(.write("1", to: probeFile))) }
    return actions
  }
}
