import Foundation

@testable import LinuxHost

/// A part of the kernel that reacts to writes.
protocol KernelModel: Sendable {
  func write(_ text: String, to path: String, in root: String) -> SysfsWriteOutcome
}

/// What writing `sriov_numvfs` does, in the kernel's order of checks.
///
/// Source: kernel 6.12, drivers/pci/iov.c, sriov_numvfs_store; the lab's observations of 6.1.
struct FunctionModel: KernelModel {
  let directory: String
  /// Of the functions, by index.
  private(set) var addresses: [String] = []
  /// The driver makes no more than this, and says nothing.
  private(set) var limit: Int?
  /// Bound to new functions while autoprobe is 1.
  private(set) var driver: String?
  private(set) var firstGroup = 100

  /// `functions [limit=N] [driver=NAME] [group=N] ADDRESS…`.
  init(directory: String, _ words: [String]) {
    self.directory = directory
    for word in words {
      let parts = word.split(separator: "=").map(String.init)
      switch parts[0] {
      case "limit" where parts.count == 2: limit = Int(parts[1])
      case "driver" where parts.count == 2: driver = parts[1]
      case "group" where parts.count == 2: firstGroup = Int(parts[1]) ?? firstGroup
      default: addresses.append(word)
      }
    }
  }

  func write(_ text: String, to path: String, in root: String) -> SysfsWriteOutcome {
    guard let wanted = FunctionModel.number(text) else { return .refused(ErrorNumber(EINVAL)) }
    let total = Int(read("sriov_totalvfs", root) ?? "") ?? 0
    guard wanted <= total else { return .refused(ErrorNumber(ERANGE)) }
    let now = Int(read("sriov_numvfs", root) ?? "") ?? 0
    if wanted == now { return .done }
    guard SysfsTree(root: root).linkName("\(directory)/driver") != nil else { return .refused(ErrorNumber(ENOENT)) }
    if wanted == 0 { return disable(now, root) }
    if now != 0 { return .refused(ErrorNumber(EBUSY)) }
    enable(min(wanted, limit ?? wanted), root)
    return .done
  }

  /// Base 0, as kstrtou16 reads: decimal, 0x, and octal with a leading 0.
  static func number(_ text: String) -> Int? {
    let digits = text.hasSuffix("\n") ? String(text.dropLast()) : text
    let value: Int?
    if digits.lowercased().hasPrefix("0x") {
      value = Int(digits.dropFirst(2), radix: 16)
    } else if digits.hasPrefix("0"), digits.count > 1 {
      value = Int(digits, radix: 8)
    } else {
      value = digits.hasPrefix("-") || digits.hasPrefix("+") ? nil : Int(digits)
    }
    return value.flatMap { (0...65535).contains($0) ? $0 : nil }
  }

  private func enable(_ count: Int, _ root: String) {
    let isProbing = read("sriov_drivers_autoprobe", root) == "1"
    let bus = (directory as NSString).deletingLastPathComponent
    let own = (directory as NSString).lastPathComponent
    for (index, address) in addresses.prefix(count).enumerated() {
      let function = "\(bus)/\(address)"
      put("\(function)/vendor", .file(read("vendor", root) ?? "0xffff"), root)
      put("\(function)/device", .file("0x" + (read("sriov_vf_device", root) ?? "0000")), root)
      put("\(function)/class", .file(read("class", root) ?? "0x030000"), root)
      put("\(function)/driver_override", .file("(null)"), root)
      put("\(function)/iommu_group", .link("../../../kernel/iommu_groups/\(firstGroup + index)"), root)
      put("sys/kernel/iommu_groups/\(firstGroup + index)", .directory, root)
      if isProbing, let driver { put("\(function)/driver", .link("../../../bus/pci/drivers/\(driver)"), root) }
      put("\(function)/physfn", .link("../\(own)"), root)
      let devices = (bus as NSString).lastPathComponent
      put("sys/bus/pci/devices/\(address)", .link("../../../devices/\(devices)/\(address)"), root)
      put("\(directory)/virtfn\(index)", .link("../\(address)"), root)
    }
    put("\(directory)/sriov_numvfs", .file("\(count)"), root)
  }

  /// Functions go one after the other; one that is open stops everything, for ever.
  private func disable(_ count: Int, _ root: String) -> SysfsWriteOutcome {
    let tree = SysfsTree(root: root)
    let handles = OpenHandles(tree)
    let bus = (directory as NSString).deletingLastPathComponent
    for (index, address) in addresses.prefix(count).enumerated() {
      put("\(directory)/virtfn\(index)", .absent, root)
      if handles.holder(of: "\(bus)/\(address)", in: tree) != nil { return .stillRunning }
      put("sys/bus/pci/devices/\(address)", .absent, root)
      put("\(bus)/\(address)", .absent, root)
    }
    put("\(directory)/sriov_numvfs", .file("0"), root)
    return .done
  }

  private func read(_ name: String, _ root: String) -> String? {
    (try? String(contentsOfFile: "\(root)/\(directory)/\(name)", encoding: .utf8))?
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func put(_ path: String, _ kind: FixtureFile.Kind, _ root: String) {
    try? FixtureFile(path: path, kind: kind).make(in: root)
  }
}

/// What writing `create` and `remove` of mediated devices does.
///
/// All types of a parent share its memory: a device takes as much of every other type as it is large.
/// Source: kernel 6.12, drivers/vfio/mdev; lab observations.
struct MediatedModel: KernelModel {
  /// The parent's.
  let directory: String

  func createFiles(in root: String) -> [String] {
    let types = "\(directory)/mdev_supported_types"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(types)")) ?? []
    return names.map { "\(types)/\($0)/create" }
  }

  func write(_ text: String, to path: String, in root: String) -> SysfsWriteOutcome {
    guard text.utf8.count == 36, UUID(uuidString: text) != nil else { return .refused(ErrorNumber(EINVAL)) }
    let manager = FileManager.default
    guard !manager.fileExists(atPath: "\(root)/sys/bus/mdev/devices/\(text)") else {
      return .refused(ErrorNumber(EEXIST))
    }
    let type = ((path as NSString).deletingLastPathComponent as NSString).lastPathComponent
    let left = available(type, root)
    guard left > 0 else { return .refused(ErrorNumber(EUSERS)) }
    let device = "\(directory)/\(text)"
    put("\(device)/remove", .file(""), root)
    put("\(device)/mdev_type", .link("../mdev_supported_types/\(type)"), root)
    let parent = (directory as NSString).lastPathComponent
    let bus = ((directory as NSString).deletingLastPathComponent as NSString).lastPathComponent
    put("sys/bus/mdev/devices/\(text)", .link("../../../devices/\(bus)/\(parent)/\(text)"), root)
    recount(root)
    return .done
  }

  func remove(_ path: String, in root: String) -> SysfsWriteOutcome {
    let device = (path as NSString).deletingLastPathComponent
    let name = (device as NSString).lastPathComponent
    guard FileManager.default.fileExists(atPath: "\(root)/\(device)") else { return .refused(ErrorNumber(ENODEV)) }
    put(device, .absent, root)
    put("sys/bus/mdev/devices/\(name)", .absent, root)
    recount(root)
    return .done
  }

  /// The file `capacity` of a type, ours, is how many fit into an empty parent.
  private func capacity(_ type: String, _ root: String) -> Int {
    Int(text("mdev_supported_types/\(type)/capacity", root) ?? "") ?? 0
  }

  private func available(_ type: String, _ root: String) -> Int {
    Int(text("mdev_supported_types/\(type)/available_instances", root) ?? "") ?? 0
  }

  /// Like NVIDIA's cards of those days: all devices of a card are of one type.
  private func recount(_ root: String) {
    let manager = FileManager.default
    let names = (try? manager.contentsOfDirectory(atPath: "\(root)/\(directory)")) ?? []
    let used = names.compactMap { name in
      try? manager.destinationOfSymbolicLink(atPath: "\(root)/\(directory)/\(name)/mdev_type")
    }.map { ($0 as NSString).lastPathComponent }
    for file in createFiles(in: root) {
      let folder = (file as NSString).deletingLastPathComponent
      let type = (folder as NSString).lastPathComponent
      let fits = used.allSatisfy { $0 == type }
      put("\(folder)/available_instances", .file("\(fits ? capacity(type, root) - used.count : 0)"), root)
    }
  }

  private func text(_ name: String, _ root: String) -> String? {
    (try? String(contentsOfFile: "\(root)/\(directory)/\(name)", encoding: .utf8))?
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func put(_ path: String, _ kind: FixtureFile.Kind, _ root: String) {
    try? FixtureFile(path: path, kind: kind).make(in: root)
  }
}
