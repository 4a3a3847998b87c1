import GPUPartitioning

/// A virtual function that exists on a GPU.
struct VirtualFunction: Equatable, Sendable {
  /// N of `virtfnN`: the slot on the GPU.
  let index: UInt16
  let address: PCIAddress
  /// Nil where no driver is bound.
  let driver: String?
  /// Number of its isolation group; nil where the host has no IOMMU.
  let isolationGroup: String?
  /// Of its directory: new whenever the kernel makes the function again.
  let inode: UInt64?

  /// The functions of a GPU, by index.
  ///
  /// Counted by their links and never by `sriov_numvfs`: that file cannot be read while somebody's change hangs. Addresses
  /// come from the links too: how they follow from the GPU's differs between cards.
  static func all(of gpu: PCIFunction) throws(SysfsError) -> [VirtualFunction] {
    var result: [VirtualFunction] = []
    for name in try gpu.tree.names(gpu.directory) where name.hasPrefix("virtfn") {
      guard let index = UInt16(name.dropFirst("virtfn".count)), let target = gpu.tree.linkName(gpu.path(name)) else {
        continue
      }
      guard let address = PCIAddress(target) else {
        throw SysfsError(gpu.path(name), .content(found: target, expected: "a link to a PCI function"))
      }
      let directory = gpu.path(name)
      result.append(
        VirtualFunction(
          index: index, address: address, driver: gpu.tree.linkName("\(directory)/driver"),
          isolationGroup: gpu.tree.linkName("\(directory)/iommu_group"), inode: gpu.tree.inode(directory)))
    }
    return result.sorted { $0.index < $1.index }
  }

  /// The GPU that a function belongs to; nil where it is none, or not there.
  static func parent(of function: PCIAddress, in tree: SysfsTree) -> PCIAddress? {
    tree.linkName("\(SysfsPath.pciDevice(function))/physfn").flatMap { PCIAddress($0) }
  }
}
