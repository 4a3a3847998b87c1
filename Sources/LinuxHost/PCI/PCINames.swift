import GPUPartitioning

/// Names of PCI devices from the distribution's `pci.ids`.
///
/// Source: pci.ids: a vendor's line begins at the margin, its devices follow after one tab, their boards after two.
struct PCINames {
  private let bytes: [UInt8]

  /// Without names where the host has no such file.
  init(_ tree: SysfsTree) {
    bytes = SysfsPath.deviceNames.lazy.compactMap { try? tree.bytes($0) }.first ?? []
  }

  init(text: String) { bytes = Array(text.utf8) }

  /// What a model is called, `NVIDIA A2`: the board's name, else the name in brackets, else the chip's; with the maker.
  func model(_ identity: PCIIdentity) -> String {
    let found = lookUp(identity)
    let known = identity.manufacturer
    // A maker that is only a number there has its name in the file, if anywhere.
    let maker = known.utf8.count == 4 && UInt16(known, radix: 16) != nil ? found.vendor ?? "PCI device" : known
    guard let chip = found.chip else { return "\(maker) \(identity.device)" }
    let name = found.board ?? PCINames.bracketed(chip) ?? chip
    return name.hasPrefix(maker) ? name : "\(maker) \(name)"
  }

  private static func bracketed(_ name: String) -> String? {
    guard name.hasSuffix("]"), let start = name.lastIndex(of: "[") else { return nil }
    let inner = name[name.index(after: start)...].dropLast()
    return inner.isEmpty ? nil : String(inner)
  }

  private struct Names {
    var vendor: String?
    var chip: String?
    var board: String?
  }

  private func lookUp(_ identity: PCIIdentity) -> Names {
    let vendor = Array((PCIAddress.hexadecimal(UInt32(identity.device.vendor), 4) + "  ").utf8)
    let device = Array(("\t" + PCIAddress.hexadecimal(UInt32(identity.device.device), 4) + "  ").utf8)
    let board = Array(
      ("\t\t" + PCIAddress.hexadecimal(UInt32(identity.subsystem.vendor), 4) + " "
        + PCIAddress.hexadecimal(UInt32(identity.subsystem.device), 4) + "  ").utf8)
    var names = Names()
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[start..<end]
      start = end + 1
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      if first != UInt8(ascii: "\t") {
        if names.vendor != nil { break }
        if line.starts(with: vendor) { names.vendor = PCINames.text(line, after: vendor) }
      } else if names.vendor != nil {
        if line.dropFirst().first != UInt8(ascii: "\t") {
          if names.chip != nil { break }
          if line.starts(with: device) { names.chip = PCINames.text(line, after: device) }
        } else if names.chip != nil, line.starts(with: board) {
          names.board = PCINames.text(line, after: board)
          break
        }
      }
    }
    return names
  }

  private static func text(_ line: ArraySlice<UInt8>, after prefix: [UInt8]) -> String {
    String(decoding: line.dropFirst(prefix.count), as: UTF8.self)
  }
}
