/// A vendor and a device number, `10de:25b6`: what a pci.ids line and the setting AdditionalDevices name.
package struct VendorDevice: Hashable, Sendable, CustomStringConvertible {
  package let vendor: UInt16
  package let device: UInt16

  package init(vendor: UInt16, device: UInt16) {
    self.vendor = vendor
    self.device = device
  }

  /// Reads `10de:25b6`, four hexadecimal digits each, in either case; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts.first, let last = parts.last,
      let vendor = UInt32(hexadecimal: first, digits: 4...4), let device = UInt32(hexadecimal: last, digits: 4...4)
    else { return nil }
    self.init(vendor: UInt16(truncatingIfNeeded: vendor), device: UInt16(truncatingIfNeeded: device))
  }

  package var description: String { "\(UInt32(vendor).hexadecimal(4)):\(UInt32(device).hexadecimal(4))" }
}

/// What a PCI function says it is: maker and model, and the board it sits on.
///
/// The board (subsystem) matters: NVIDIA's A2 and A16 have one device number.
package struct PCIIdentity: Hashable, Sendable {
  package let device: VendorDevice
  package let subsystem: VendorDevice
  package let revision: UInt8

  package init(_ device: VendorDevice, subsystem: VendorDevice, revision: UInt8 = 0) {
    self.device = device
    self.subsystem = subsystem
    self.revision = revision
  }

  /// The maker's name for the vendor numbers that make GPUs, else the number itself.
  package var manufacturer: String {
    switch device.vendor {
    case 0x10de: "NVIDIA"
    case 0x1002, 0x1022: "AMD"
    case 0x8086: "Intel"
    default: UInt32(device.vendor).hexadecimal(4)
    }
  }
}
