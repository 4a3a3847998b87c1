package import GPUPartitioning

/// What an administrator can set about this host, and what tests set instead of the machine.
package struct LinuxHostSettings: Sendable {
  /// PCI functions that are taken for GPUs whatever they say they are: new cards, and test devices.
  package var additionalDevices: Set<VendorDevice> = []
  /// The libvirt connection whose machines are shown.
  package var libvirtURI = "qemu:///system"
  /// Where the host's file system begins; devices, locks and the journal are looked for below it.
  package var root = "/"
  /// The ComputerName of everything; nil for the machine's own name.
  package var computerName: String?

  package init() {}
}
