import GPUPartitioning

/// What a machine's definition says, as far as it concerns GPUs and Get-VM.
struct DomainDefinition {
  let devices: [HostDevice]
  let notes: AdapterNotes
  /// What the user wrote about it.
  let description: String
  /// In bytes.
  let memory: Int64
  let processorCount: Int
  /// The only node its memory is bound to; nil where it is not bound, or to several.
  let numaNode: Int?
  /// UEFI, or a PC with PCI Express: what Hyper-V calls generation 2.
  let isModern: Bool
  let answersACPI: Bool
  /// The directory of its first disk's file; empty where it has none.
  let diskDirectory: String

  init(_ xml: String) throws(XMLError) {
    guard let root = try XMLTree(xml).root, root.name == "domain" else {
      throw XMLError(message: "The text is no definition of a virtual machine", line: 0, column: 0)
    }
    let devicesElement = root.child("devices")
    devices = (devicesElement?.children ?? []).compactMap { element in
      let isDevice = element.name == "hostdev" || element.name == "interface" && element["type"] == "hostdev"
      return isDevice ? HostDevice(element) : nil
    }
    let metadata = root.child("metadata")?.children ?? []
    notes = AdapterNotes(metadata.first { $0.name == "adapters" && $0.namespace == AdapterNotes.namespace })
    description = root.child("description")?.text ?? ""
    memory = DomainDefinition.bytes(root.child("memory"))
    processorCount = root.child("vcpu").flatMap { Int($0.text) } ?? 1
    numaNode = root.descendant("numatune", "memory")?["nodeset"].flatMap { Int($0) }
    let system = root.child("os")
    let board = system?.child("type")?["machine"] ?? ""
    isModern =
      system?["firmware"] == "efi" || system?.child("loader")?["type"] == "pflash" || board.hasPrefix("pc-q35")
      || board == "q35"
    answersACPI = root.descendant("features", "acpi") != nil
    let disk = devicesElement?.child("disk")?.child("source")?["file"] ?? ""
    diskDirectory = disk.lastIndex(of: "/").map { String(disk[..<$0]) } ?? ""
  }

  /// `<memory unit='KiB'>`; 0 where it is not a number of a known unit.
  ///
  /// Source: libvirt, virScaleInteger: K, KiB, M, … are powers of 1024, KB, MB, … of 1000; KiB without a unit.
  private static func bytes(_ element: XMLElement?) -> Int64 {
    guard let element, let amount = Int64(element.text) else { return 0 }
    let scale: Int64 =
      switch (element["unit"] ?? "KiB").lowercased() {
      case "b", "byte", "bytes": 1
      case "k", "kib": 1 << 10
      case "m", "mib": 1 << 20
      case "g", "gib": 1 << 30
      case "t", "tib": 1 << 40
      case "kb": 1_000
      case "mb": 1_000_000
      case "gb": 1_000_000_000
      case "tb": 1_000_000_000_000
      default: 0
      }
    let (product, overflow) = amount.multipliedReportingOverflow(by: scale)
    return overflow || product < 0 ? 0 : product
  }
}
