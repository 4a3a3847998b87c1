/// The name of a host's GPU as users type it, in Hyper-V's layout with the PCI address as its instance:
/// `\\?\PCI#VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1#0000&3B&00&0#{064092b3-625e-43bf-9eb5-dc845897dd59}`.
///
/// Scripts take it apart by position and by `#`, so the layout is kept exactly.
package struct InstancePath: Hashable, Sendable, CustomStringConvertible {
  /// The whole path.
  package let description: String
  package let address: PCIAddress

  package init(_ identity: PCIIdentity, at address: PCIAddress) {
    self.address = address
    let subsystem = UInt32(identity.subsystem.device).hexadecimal(4) + UInt32(identity.subsystem.vendor).hexadecimal(4)
    let hardware =
      "VEN_\(UInt32(identity.device.vendor).hexadecimal(4))&DEV_\(UInt32(identity.device.device).hexadecimal(4))"
      + "&SUBSYS_\(subsystem)&REV_\(UInt32(identity.revision).hexadecimal(2))"
    let instance =
      "\(address.domain.hexadecimal(4))&\(UInt32(address.bus).hexadecimal(2))"
      + "&\(UInt32(address.device).hexadecimal(2))&\(address.function)"
    description = "\\\\?\\PCI#\(hardware.uppercased())#\(instance.uppercased())#\(InstancePath.interfaceClass)"
  }

  /// Whether `text` names this GPU: the whole path without regard to case, or its PCI address.
  package func isNamed(_ text: String) -> Bool {
    if let typed = PCIAddress(text) { return typed == address }
    return text.lowercased().utf8.elementsEqual(description.lowercased().utf8)
  }

  /// The interface class of partitionable GPUs; a constant of Windows.
  private static let interfaceClass = "{064092b3-625e-43bf-9eb5-dc845897dd59}"
}
