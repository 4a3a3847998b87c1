import GPUPartitioning

/// Where the kernel keeps what; relative to a `SysfsTree`.
///
/// Source: kernel, Documentation/ABI/testing/sysfs-bus-pci, sysfs-bus-vfio-mdev, sysfs-class-iommu.
enum SysfsPath {
  static let pciDevices = "sys/bus/pci/devices"
  static let pciDriversProbe = "sys/bus/pci/drivers_probe"
  static let mediatedDevices = "sys/bus/mdev/devices"
  static let mediatedParents = "sys/class/mdev_bus"
  static let iommuGroups = "sys/kernel/iommu_groups"
  static let iommuUnits = "sys/class/iommu"
  static let modules = "sys/module"
  static let processors = "proc/cpuinfo"
  static let processes = "proc"
  static let kvmDevice = "dev/kvm"
  static let vfioDevice = "dev/vfio/vfio"
  static let vfioGroups = "dev/vfio"
  static let numaNodes = "sys/devices/system/node"
  /// The names of PCI vendors and devices, in the order they are tried.
  static let deviceNames = ["usr/share/misc/pci.ids", "usr/share/hwdata/pci.ids", "var/lib/pciutils/pci.ids"]
  static let libvirtRun = "run/libvirt/qemu"

  static func pciDevice(_ address: PCIAddress) -> String { "\(pciDevices)/\(address)" }

  static func directory(_ location: GPUPartition.Location) -> String {
    switch location {
    case .virtualFunction(let address): pciDevice(address)
    case .mediatedDevice(let identifier): mediatedDevice(identifier)
    }
  }

  static func mediatedDevice(_ identifier: UniqueIdentifier) -> String { "\(mediatedDevices)/\(identifier)" }

  /// What NVIDIA's driver says about a GPU, and about what it is split into.
  ///
  /// Source: NVIDIA driver README, "proc interface".
  static func nvidiaInformation(_ address: PCIAddress) -> String { "proc/driver/nvidia/gpus/\(address)/information" }
  static func nvidiaInstances(_ minor: Int) -> String { "proc/driver/nvidia/capabilities/gpu\(minor)/mig" }
}
