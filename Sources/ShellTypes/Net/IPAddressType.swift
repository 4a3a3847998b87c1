import ShellObjects

/// System.Net.IPAddress and IPEndPoint.
enum IPAddressType {
  static let declarations: [TypeDeclaration] = [declaration, endPoint]

  private static let invalid = NetException.format("An invalid IP address was specified.")
  private static let loopback6 = [UInt8](repeating: 0, count: 15) + [1]

  private static func parse(_ text: String) throws -> IPAddressValue {
    guard let address = IPAddressValue.parse(text) else { throw invalid }
    return address
  }

  private static let declaration = TypeDeclaration(
    "System.Net.IPAddress", accelerators: ["ipaddress"], interfaces: ["System.IFormattable"], of: IPAddressValue.self
  ) { t in
    addConstructors(&t)
    addProperties(&t)
    addMethods(&t)
    addStatics(&t)
    // PowerShell's own type data.
    t.codeProperty("System.Object IPAddressToString {get=$this.Tostring();}") { $0.text }
    t.behavior.text = { $0.payload(IPAddressValue.self)?.text ?? "" }
    t.behavior.parse = { try parse($0).value }
    t.behavior.equals = { $0.payload(IPAddressValue.self) == $1.payload(IPAddressValue.self) }
    t.behavior.hash = { $0.payload(IPAddressValue.self)?.hashValue ?? 0 }
  }

  private static func addConstructors(_ t: inout MemberList<IPAddressValue>) {
    for more in ["", ", long scopeid"] {
      t.constructor("ipaddress new(byte[] address\(more))") { a in
        try Ranges.notNull(a[0], "address")
        let bytes = a.bytes(0)
        guard bytes.count == 16 || (bytes.count == 4 && more.isEmpty) else {
          throw NetException.argument("An invalid IP address was specified.", "address")
        }
        return IPAddressValue(bytes: bytes, scope: UInt32(truncatingIfNeeded: a.int64(1)))
      }
    }
    t.constructor("ipaddress new(long newAddress)") { a in
      let number = UInt64(bitPattern: a.int64(0))
      guard number <= 0xFFFF_FFFF else {
        throw NetException.outOfRange(
          "newAddress ('\(number)') must be less than or equal to '4294967295'.", "newAddress",
          actual: .string(String(number)))
      }
      return IPAddressValue(bytes: [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> UInt64($0)) })
    }
  }

  private static func addProperties(_ t: inout MemberList<IPAddressValue>) {
    t.property("System.Net.Sockets.AddressFamily AddressFamily {get;}") {
      EnumObject($0.isIPv4 ? 2 : 23, PSType.named("System.Net.Sockets.AddressFamily"))
    }
    t.property("long ScopeId {get;set;}") { address in
      if address.isIPv4 { throw NetException("System.Net.Sockets.SocketException", "Operation not supported") }
      return Int64(address.scope)
    } set: { _, _ in
    }
    t.property("bool IsIPv6Multicast {get;}") { !$0.isIPv4 && $0.bytes[0] == 0xFF }
    t.property("bool IsIPv6LinkLocal {get;}") { !$0.isIPv4 && $0.bytes[0] == 0xFE && $0.bytes[1] & 0xC0 == 0x80 }
    t.property("bool IsIPv6SiteLocal {get;}") { !$0.isIPv4 && $0.bytes[0] == 0xFE && $0.bytes[1] & 0xC0 == 0xC0 }
    t.property("bool IsIPv6Teredo {get;}") { !$0.isIPv4 && $0.bytes.starts(with: [0x20, 0x01, 0, 0]) }
    t.property("bool IsIPv6UniqueLocal {get;}") { !$0.isIPv4 && $0.bytes[0] & 0xFE == 0xFC }
    t.property("bool IsIPv4MappedToIPv6 {get;}") { $0.isMapped }
    t.property("long Address {get;set;}") { address in
      guard address.isIPv4 else { throw NetException("System.Net.Sockets.SocketException", "Operation not supported") }
      return address.bytes.reversed().reduce(Int64(0)) { $0 << 8 | Int64($1) }
    } set: { _, _ in
    }
  }

  private static func addMethods(_ t: inout MemberList<IPAddressValue>) {
    t.method("byte[] GetAddressBytes()") { this, _ in Value(bytes: this.bytes) }
    t.method("ipaddress MapToIPv4()") { this, _ in
      this.isIPv4 ? this : IPAddressValue(bytes: Array(this.bytes.suffix(4)))
    }
    t.method("ipaddress MapToIPv6()") { this, _ in
      this.isIPv4 ? IPAddressValue(bytes: [UInt8](repeating: 0, count: 10) + [255, 255] + this.bytes) : this
    }
    t.method("string ToString()") { this, _ in this.text }
    t.method("bool Equals(System.Object comparand)") { this, a in this == a.payload(0, IPAddressValue.self) }
  }

  private static func addStatics(_ t: inout MemberList<IPAddressValue>) {
    let shared: [(String, [UInt8])] = [
      ("Any", [0, 0, 0, 0]), ("Broadcast", [255, 255, 255, 255]), ("IPv6Any", [UInt8](repeating: 0, count: 16)),
      ("IPv6Loopback", loopback6), ("IPv6None", [UInt8](repeating: 0, count: 16)), ("Loopback", [127, 0, 0, 1]),
      ("None", [255, 255, 255, 255]),
    ]
    for (name, bytes) in shared { t.staticProperty("static ipaddress \(name) {get;}") { IPAddressValue(bytes: bytes) } }
    t.staticMethod("static ipaddress Parse(string ipString)") { a in try parse(a.string(0)) }
    t.staticMethod("static bool TryParse(string ipString, [ref] ipaddress address)") { a in
      let parsed = IPAddressValue.parse(a.string(0))
      try a.setReference(1, parsed?.value ?? .null)
      return parsed != nil
    }
    t.staticMethod("static bool IsLoopback(ipaddress address)") { a in
      guard let address = a.payload(0, IPAddressValue.self) else { throw NetException.argumentNull("address") }
      return address.isIPv4 ? address.bytes[0] == 127 : address.bytes == loopback6
    }
    for name in ["HostToNetworkOrder", "NetworkToHostOrder"] {
      t.staticMethod("static short \(name)(short host)") { a in a.integer(0, Int16.self).byteSwapped }
      t.staticMethod("static int \(name)(int host)") { a in a.integer(0, Int32.self).byteSwapped }
      t.staticMethod("static long \(name)(long host)") { a in a.int64(0).byteSwapped }
    }
  }

  // MARK: IPEndPoint

  private struct EndPoint: Hashable, ValueRepresentable {
    var address: IPAddressValue
    var port: Int
    var value: Value { .object(Box(self, PSType.named("System.Net.IPEndPoint"))) }
    var text: String { address.isIPv4 ? "\(address.text):\(port)" : "[\(address.text)]:\(port)" }

    static func parse(_ text: String) -> EndPoint? {
      if let address = IPAddressValue.parse(text), !text.hasPrefix("[") { return EndPoint(address: address, port: 0) }
      guard let colon = text.lastIndex(of: ":") else {
        return IPAddressValue.parse(text).map { EndPoint(address: $0, port: 0) }
      }
      guard let address = IPAddressValue.parse(String(text[..<colon])),
        let port = UInt16(text[text.index(after: colon)...])
      else { return nil }
      return EndPoint(address: address, port: Int(port))
    }
  }

  private static let endPoint = TypeDeclaration(
    "System.Net.IPEndPoint", accelerators: ["IPEndpoint"], of: EndPoint.self
  ) { t in
    t.constructor("IPEndpoint new(ipaddress address, int port)") { a in
      guard (0...65535).contains(a.int(1)) else {
        throw NetException.outOfRange("Specified argument was out of the range of valid values.", "port")
      }
      guard let address = a.payload(0, IPAddressValue.self) else { throw NetException.argumentNull("address") }
      return EndPoint(address: address, port: a.int(1))
    }
    t.property("System.Net.Sockets.AddressFamily AddressFamily {get;}") {
      EnumObject($0.address.isIPv4 ? 2 : 23, PSType.named("System.Net.Sockets.AddressFamily"))
    }
    t.property("ipaddress Address {get;set;}") {
      $0.address
    } set: { _, _ in
    }
    t.property("int Port {get;set;}") {
      $0.port
    } set: { _, _ in
    }
    t.staticProperty("static int MaxPort {get;}") { 65535 }
    t.staticProperty("static int MinPort {get;}") { 0 }
    t.method("string ToString()") { this, _ in this.text }
    t.staticMethod("static IPEndpoint Parse(string s)") { a in
      guard let parsed = EndPoint.parse(a.string(0)) else {
        throw NetException.format("An invalid IPEndPoint was specified.")
      }
      return parsed
    }
    t.staticMethod("static bool TryParse(string s, [ref] IPEndpoint result)") { a in
      let parsed = EndPoint.parse(a.string(0))
      try a.setReference(1, parsed?.value ?? .null)
      return parsed != nil
    }
    t.behavior.text = { $0.payload(EndPoint.self)?.text ?? "" }
    t.behavior.equals = { $0.payload(EndPoint.self) == $1.payload(EndPoint.self) }
    t.behavior.hash = { $0.payload(EndPoint.self)?.hashValue ?? 0 }
    t.behavior.parse = { text in
      guard let parsed = EndPoint.parse(text) else { throw NetException.format("An invalid IPEndPoint was specified.") }
      return parsed.value
    }
  }
}
