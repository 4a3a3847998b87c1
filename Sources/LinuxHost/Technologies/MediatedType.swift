import GPUPartitioning

/// A kind of mediated device that a parent can make: one directory under `mdev_supported_types`.
///
/// Source: kernel, Documentation/ABI/testing/sysfs-bus-vfio-mdev; the descriptions are the drivers' own.
struct MediatedType: Equatable, Sendable {
  /// The directory's name, `nvidia-745`.
  let identifier: String
  /// What users read; the identifier where the driver has no name.
  let name: String
  /// How many more can be made now.
  let available: Int
  /// How many fit at once; nil where the driver does not say.
  let limit: Int?
  /// In bytes; nil where the driver does not say.
  let memory: UInt64?

  init(_ identifier: String, directory: String, in tree: SysfsTree) throws(SysfsError) {
    self.identifier = identifier
    name = tree.textIfAny("\(directory)/name").flatMap { $0.isEmpty ? nil : $0 } ?? identifier
    available = max(0, try tree.number("\(directory)/available_instances") ?? 0)
    let fields = MediatedType.fields(tree.textIfAny("\(directory)/description") ?? "")
    limit = fields["max_instance"].flatMap { Int($0) }
    memory = fields["framebuffer"].flatMap(MediatedType.bytes)
  }

  /// `num_heads=4, framebuffer=4096M` and `fence: 4` on lines of their own.
  private static func fields(_ description: String) -> [String: String] {
    var result: [String: String] = [:]
    for part in description.split(whereSeparator: { $0 == "," || $0.isNewline }) {
      guard let separator = part.firstIndex(where: { $0 == "=" || $0 == ":" }) else { continue }
      let key = part[..<separator].filter { $0 != " " }
      result[key] = String(part[part.index(after: separator)...].drop { $0 == " " })
    }
    return result
  }

  /// `4096M`, in units of 1024; nil for anything else.
  private static func bytes(_ text: String) -> UInt64? {
    let shift: UInt64
    switch text.last {
    case "K": shift = 10
    case "M": shift = 20
    case "G": shift = 30
    default: return UInt64(text)
    }
    guard let number = UInt64(text.dropLast()) else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: 1 << shift)
    return overflow ? nil : product
  }

  /// Among types of one count: workstation (Q) before compute (C) before what the driver lists first.
  var preference: Int {
    switch name.last {
    case "Q": 0
    case "C": 1
    default: 2
    }
  }
}

/// A mediated device that exists on a parent.
struct MediatedDevice: Equatable, Sendable {
  let identifier: UniqueIdentifier
  let parent: MediatedParent
  /// The type's identifier; nil while the device is going away.
  let type: String?
  let inode: UInt64?
}

/// A function under which mediated devices are made: the GPU itself, or a virtual function of it.
struct MediatedParent: Hashable, Sendable {
  let address: PCIAddress

  var directory: String { SysfsPath.pciDevice(address) }
  var typesDirectory: String { "\(directory)/mdev_supported_types" }

  /// The function under which the kernel has a device; nil where it is not there.
  static func parent(of device: UniqueIdentifier, in tree: SysfsTree) -> PCIAddress? {
    // The link leads to …/<parent>/<device>.
    tree.linkTarget(SysfsPath.mediatedDevice(device))?.split(separator: "/").dropLast().last.flatMap { PCIAddress($0) }
  }

  func createFile(_ type: String) -> String { "\(typesDirectory)/\(type)/create" }

  func types(_ tree: SysfsTree) throws(SysfsError) -> [MediatedType] {
    var result: [MediatedType] = []
    for name in try tree.names(typesDirectory) {
      result.append(try MediatedType(name, directory: "\(typesDirectory)/\(name)", in: tree))
    }
    return result
  }

  /// The devices below, by identifier.
  func devices(_ tree: SysfsTree) throws(SysfsError) -> [MediatedDevice] {
    var result: [MediatedDevice] = []
    for name in try tree.names(directory) where name.utf8.count == 36 {
      guard let identifier = UniqueIdentifier(name) else { continue }
      let device = "\(directory)/\(name)"
      result.append(
        MediatedDevice(
          identifier: identifier, parent: self, type: tree.linkName("\(device)/mdev_type"), inode: tree.inode(device)))
    }
    return result
  }
}
