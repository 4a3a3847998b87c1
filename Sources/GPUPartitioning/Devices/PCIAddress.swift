/// The place of a function on a PCI bus: domain, bus, device, function.
///
/// Printed as the kernel does, `0000:3b:00.0`, in lower case; domains above `ffff` (behind a volume management
/// device) print with as many digits as they need.
package struct PCIAddress: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let domain: UInt32
  package let bus: UInt8
  /// 0 to 31.
  package let device: UInt8
  /// 0 to 7.
  package let function: UInt8

  /// Nil where device is above 31 or function above 7.
  package init?(domain: UInt32, bus: UInt8, device: UInt8, function: UInt8) {
    guard device < 32, function < 8 else { return nil }
    self.domain = domain
    self.bus = bus
    self.device = device
    self.function = function
  }

  /// Reads `0000:3b:00.0` or `3b:00.0` (domain 0), in either case; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let last = parts.last, let middle = parts.dropLast().last else {
      return nil
    }
    let tail = last.split(separator: ".", omittingEmptySubsequences: false)
    guard tail.count == 2, let deviceText = tail.first, let functionText = tail.last else { return nil }
    let domainText = parts.count == 3 ? parts.first.map { String($0) } ?? "" : "0000"
    guard let domain = UInt32(hexadecimal: domainText, digits: 4...8),
      let bus = UInt32(hexadecimal: middle, digits: 2...2),
      let device = UInt32(hexadecimal: deviceText, digits: 2...2),
      let function = UInt32(hexadecimal: functionText, digits: 1...1)
    else { return nil }
    self.init(
      domain: domain, bus: UInt8(truncatingIfNeeded: bus), device: UInt8(truncatingIfNeeded: device),
      function: UInt8(truncatingIfNeeded: function))
  }

  package var description: String {
    "\(domain.hexadecimal(4)):\(UInt32(bus).hexadecimal(2)):\(UInt32(device).hexadecimal(2)).\(function)"
  }

  package static func < (left: PCIAddress, right: PCIAddress) -> Bool { left.sortKey < right.sortKey }

  private var sortKey: UInt64 {
    UInt64(domain) << 16 | UInt64(bus) << 8 | UInt64(device) << 3 | UInt64(function)
  }
}
