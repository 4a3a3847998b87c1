import GPUPartitioning

/// A function on a PCI bus of the host, as its directory in sysfs shows it.
///
/// Identity and driver are read once; everything else when it is asked for.
struct PCIFunction: Sendable {
  let tree: SysfsTree
  let address: PCIAddress
  let identity: PCIIdentity
  /// Base class, subclass, interface: `0x030200`.
  let classCode: UInt32
  /// Nil where no driver is bound.
  let driver: String?
  private let total: Result<UInt16?, SysfsError>

  /// Throws where the directory's files do not hold what the kernel promises, or the function is gone.
  init(_ address: PCIAddress, in tree: SysfsTree) throws(SysfsError) {
    self.tree = tree
    self.address = address
    let directory = SysfsPath.pciDevice(address)
    func hexadecimal(_ name: String) throws(SysfsError) -> UInt32 {
      try PCIFunction.hexadecimal(tree.text("\(directory)/\(name)"), "\(directory)/\(name)")
    }
    let vendor = UInt16(truncatingIfNeeded: try hexadecimal("vendor"))
    let device = UInt16(truncatingIfNeeded: try hexadecimal("device"))
    // The board and the revision are absent on some virtual functions and old kernels: not worth an error.
    let boardVendor = UInt16(truncatingIfNeeded: (try? hexadecimal("subsystem_vendor")) ?? 0)
    let boardDevice = UInt16(truncatingIfNeeded: (try? hexadecimal("subsystem_device")) ?? 0)
    identity = PCIIdentity(
      VendorDevice(vendor: vendor, device: device), subsystem: VendorDevice(vendor: boardVendor, device: boardDevice),
      revision: UInt8(truncatingIfNeeded: (try? hexadecimal("revision")) ?? 0))
    classCode = try hexadecimal("class")
    driver = tree.linkName("\(directory)/driver")
    total = Result { () throws(SysfsError) in try PCIFunction.total("\(directory)/sriov_totalvfs", tree) }
  }

  var directory: String { SysfsPath.pciDevice(address) }

  func path(_ name: String) -> String { "\(directory)/\(name)" }
  func exists(_ name: String) -> Bool { tree.exists(path(name)) }
  func text(_ name: String) -> String? { tree.textIfAny(path(name)) }
  func number(_ name: String) throws(SysfsError) -> Int? { try tree.number(path(name)) }

  /// How many virtual functions the hardware or its driver allows; nil where the function cannot have any.
  func totalFunctions() throws(SysfsError) -> UInt16? { try total.get() }

  private static func total(_ path: String, _ tree: SysfsTree) throws(SysfsError) -> UInt16? {
    guard let number = try tree.number(path) else { return nil }
    guard let total = UInt16(exactly: number) else {
      throw SysfsError(path, .content(found: "\(number)", expected: "a number of virtual functions up to 65535"))
    }
    return total
  }

  /// Display, 3D, other display, or processing accelerator.
  static func isGPU(_ classCode: UInt32) -> Bool { [0x0300, 0x0302, 0x0380, 0x1200].contains(classCode >> 8) }

  static func hexadecimal(_ text: String, _ path: String) throws(SysfsError) -> UInt32 {
    let digits = text.hasPrefix("0x") ? text.dropFirst(2) : text[...]
    guard let number = UInt32(digits, radix: 16) else {
      throw SysfsError(path, .content(found: text, expected: "a hexadecimal number"))
    }
    return number
  }

  /// Drivers that hand a whole function to a machine.
  var isBoundForPassthrough: Bool {
    guard let driver else { return false }
    return ["vfio-pci", "pci-stub", "xen-pciback"].contains(driver) || driver.hasSuffix("-vfio-pci")
  }
}
