import GPUPartitioning

/// Finds the functions of a host that are GPUs.
struct PCIScan {
  /// A function that was found, or what is wrong with it.
  enum Found {
    case function(PCIFunction)
    /// It is a GPU, and its files cannot be understood.
    case unreadable(PCIAddress, SysfsError)
  }

  let tree: SysfsTree
  let additionalDevices: Set<VendorDevice>

  /// Every GPU, by address; partitions of GPUs are not among them.
  ///
  /// Throws where the kernel has no list of PCI devices at all.
  func gpus() throws(SysfsError) -> [Found] {
    guard tree.exists(SysfsPath.pciDevices) else { return [] }
    var result: [Found] = []
    for name in try tree.names(SysfsPath.pciDevices) {
      guard let address = PCIAddress(name), let found = gpu(address) else { continue }
      result.append(found)
    }
    return result
  }

  /// The GPU at an address; nil where there is none, or it is a partition or no GPU.
  func gpu(_ address: PCIAddress) -> Found? {
    let directory = SysfsPath.pciDevice(address)
    // Partitions first: a host has many more of them than of anything else, and this is one call.
    guard !tree.exists("\(directory)/physfn") else { return nil }
    guard let text = tree.textIfAny("\(directory)/class") else { return nil }
    let classCode = try? PCIFunction.hexadecimal(text, "\(directory)/class")
    guard classCode.map(PCIFunction.isGPU) ?? false || isAdditional(directory) else { return nil }
    do {
      return .function(try PCIFunction(address, in: tree))
    } catch {
      return tree.exists(directory) ? .unreadable(address, error) : nil
    }
  }

  private func isAdditional(_ directory: String) -> Bool {
    guard !additionalDevices.isEmpty, let vendor = tree.textIfAny("\(directory)/vendor"),
      let device = tree.textIfAny("\(directory)/device"),
      let vendorNumber = try? PCIFunction.hexadecimal(vendor, directory),
      let deviceNumber = try? PCIFunction.hexadecimal(device, directory)
    else { return false }
    return additionalDevices.contains(
      VendorDevice(
        vendor: UInt16(truncatingIfNeeded: vendorNumber), device: UInt16(truncatingIfNeeded: deviceNumber)))
  }
}
