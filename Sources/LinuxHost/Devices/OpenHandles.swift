import GPUPartitioning

/// Who has a device open through VFIO, from the open files of all processes.
///
/// The last word on whether the kernel would hang: libvirt knows only its own machines.
/// Source: kernel, Documentation/driver-api/vfio.rst: `/dev/vfio/<group>`, and `/dev/vfio/devices/vfio<N>` for each device.
struct OpenHandles {
  private var holders: [String: String] = [:]

  /// Looks through all processes; those of other users are seen by root only.
  init(_ tree: SysfsTree) {
    // Without a group or device of VFIO nobody can hold one.
    guard tree.namesIfAny(SysfsPath.vfioGroups).contains(where: { $0 != "vfio" }) else { return }
    for process in tree.namesIfAny(SysfsPath.processes) where process.utf8.allSatisfy({ (48...57).contains($0) }) {
      let directory = "\(SysfsPath.processes)/\(process)"
      for descriptor in tree.namesIfAny("\(directory)/fd") {
        guard let target = tree.linkTarget("\(directory)/fd/\(descriptor)"), target.hasPrefix("/dev/vfio/") else {
          continue
        }
        holders[target] = "process \(process) (\(tree.textIfAny("\(directory)/comm") ?? "unknown"))"
      }
    }
  }

  var isEmpty: Bool { holders.isEmpty }

  /// Who has the device in this directory open; nil where nobody has.
  func holder(of directory: String, in tree: SysfsTree) -> String? {
    if let group = tree.linkName("\(directory)/iommu_group"), let found = holders["/dev/vfio/\(group)"] { return found }
    for name in tree.namesIfAny("\(directory)/vfio-dev") {
      if let found = holders["/dev/vfio/devices/\(name)"] { return found }
    }
    return nil
  }
}
