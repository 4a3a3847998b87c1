import GPUPartitioning

/// A device of the host in a machine's definition: `<hostdev>`, or `<interface type='hostdev'>`.
struct HostDevice: Equatable {
  let location: GPUPartition.Location
  /// The device's name within the machine; only one that begins with "ua-" is kept by libvirt in the stored definition.
  let alias: String?
  /// It can be taken out as a host device; a network interface cannot.
  let isHostDevice: Bool
  /// The whole element, as it stands in the definition.
  let xml: String

  /// The adapter that this device is, where the alias says so.
  var adapterIdentifier: UniqueIdentifier? {
    guard let alias, alias.hasPrefix(HostDevice.aliasPrefix) else { return nil }
    return UniqueIdentifier(alias.dropFirst(HostDevice.aliasPrefix.count))
  }

  /// Nil where the element names no device, or one that is neither PCI nor mediated.
  init?(_ element: XMLElement) {
    isHostDevice = element.name == "hostdev"
    guard let address = element.descendant("source", "address") else { return nil }
    if let identifier = address["uuid"].flatMap({ UniqueIdentifier($0) }) {
      location = .mediatedDevice(identifier)
    } else if let place = PCIAddress(libvirt: address) {
      location = .virtualFunction(place)
    } else {
      return nil
    }
    alias = element.child("alias")?["name"]
    xml = element.xml
  }

  static let aliasPrefix = "ua-gpup-"

  /// The element that puts a partition into a machine.
  ///
  /// `isManaged`: libvirt takes the function from the host's driver at the start and gives it back at the end. Not for
  /// functions whose own driver provides VFIO (NVIDIA's): those must stay where they are.
  /// Source: libvirt, formatdomain, "Host device assignment".
  static func xml(
    _ location: GPUPartition.Location, adapter: UniqueIdentifier, isManaged: Bool
  ) throws(XMLError) -> String {
    let tree = try XMLTree(element: "hostdev")
    guard let device = tree.root else { return "" }
    device.set("mode", "subsystem")
    switch location {
    case .virtualFunction(let place):
      device.set("type", "pci")
      device.set("managed", isManaged ? "yes" : "no")
      let address = device.append("source")?.append("address")
      address?.set("domain", "0x" + PCIAddress.hexadecimal(place.domain, 4))
      address?.set("bus", "0x" + PCIAddress.hexadecimal(UInt32(place.bus), 2))
      address?.set("slot", "0x" + PCIAddress.hexadecimal(UInt32(place.device), 2))
      address?.set("function", "0x" + PCIAddress.hexadecimal(UInt32(place.function), 1))
    case .mediatedDevice(let identifier):
      device.set("type", "mdev")
      device.set("managed", "no")
      device.set("model", "vfio-pci")
      device.append("source")?.append("address")?.set("uuid", identifier.description)
    }
    device.append("alias")?.set("name", aliasPrefix + adapter.description)
    return device.xml
  }
}

extension PCIAddress {
  /// Reads libvirt's four attributes, each hexadecimal with `0x`, octal with `0`, or decimal; a missing one is 0.
  init?(libvirt element: XMLElement) {
    guard let domain = PCIAddress.number(element["domain"], UInt32.self),
      let bus = PCIAddress.number(element["bus"], UInt8.self), element["bus"] != nil,
      let device = PCIAddress.number(element["slot"], UInt8.self),
      let function = PCIAddress.number(element["function"], UInt8.self)
    else { return nil }
    self.init(domain: domain, bus: bus, device: device, function: function)
  }

  private static func number<Number: FixedWidthInteger>(_ text: String?, _ type: Number.Type) -> Number? {
    guard let text else { return 0 }
    if text.hasPrefix("0x") || text.hasPrefix("0X") { return Number(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0"), text.utf8.count > 1 { return Number(text, radix: 8) }
    return Number(text)
  }

  static func hexadecimal(_ number: UInt32, _ width: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
