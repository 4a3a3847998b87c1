import Glibc
import ShellObjects

/// System.Guid.
enum GuidType {
  static let type = PSType.named("System.Guid")

  static let declaration = TypeDeclaration(
    "System.Guid", accelerators: ["guid"], kind: .structure, interfaces: ["System.IComparable", "System.IFormattable"],
    of: GuidValue.self
  ) { t in
    addConstructors(&t)
    addMembers(&t)
    addStatics(&t)
    // PowerShell's own type data.
    t.codeProperty("System.String Guid {get=$this.ToString();}") { $0.text() }
    t.behavior.text = { $0.payload(GuidValue.self)?.text() ?? "" }
    t.behavior.parse = { try GuidValue.parse($0).value }
    t.behavior.equals = { $0.payload(GuidValue.self) == $1.payload(GuidValue.self) }
    t.behavior.hash = { $0.payload(GuidValue.self)?.hashValue ?? 0 }
    t.behavior.order = { x, y in
      guard let x = x.payload(GuidValue.self), let y = y.payload(GuidValue.self) else { return nil }
      return x.order(y)
    }
    t.behavior.format = { value, format, _ in try text(value.payload(GuidValue.self) ?? .empty, format) }
  }

  private static func text(_ guid: GuidValue, _ format: String) throws -> String {
    guard let text = guid.text(format) else {
      throw NetException.format(
        "Format string can be only \"D\", \"d\", \"N\", \"n\", \"P\", \"p\", \"B\", \"b\", \"X\" or \"x\".")
    }
    return text
  }

  private static func addConstructors(_ t: inout MemberList<GuidValue>) {
    t.constructor("guid new(byte[] b)") { a in
      try Ranges.notNull(a[0], "b")
      let bytes = a.bytes(0)
      guard bytes.count == 16 else {
        throw NetException.argument("Byte array for Guid must be exactly 16 bytes long.", "b")
      }
      return GuidValue(bytes: GuidValue.mixed(bytes))
    }
    t.constructor("guid new(string g)") { a in try GuidValue.parse(a.string(0)) }
    t.constructor("guid new(int a, short b, short c, byte[] d)") { a in
      let tail = a.bytes(3)
      guard tail.count == 8 else {
        throw NetException.argument("Byte array for Guid must be exactly 8 bytes long.", "d")
      }
      return GuidValue(bytes: head(a) + tail)
    }
    for (x, y) in [("int", "short"), ("uint", "ushort")] {
      t.constructor("guid new(\(x) a, \(y) b, \(y) c, byte d, byte e, byte f, byte g, byte h, byte i, byte j, byte k)")
      { a in
        GuidValue(bytes: head(a) + (3..<11).map { a.integer($0, UInt8.self) })
      }
    }
  }

  private static func head(_ a: Arguments) -> [UInt8] {
    let first = a.integer(0, UInt32.self)
    var bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: first >> UInt32($0)) }
    for index in 1...2 {
      let part = a.integer(index, UInt16.self)
      bytes += [UInt8(truncatingIfNeeded: part >> 8), UInt8(truncatingIfNeeded: part)]
    }
    return bytes
  }

  private static func addMembers(_ t: inout MemberList<GuidValue>) {
    t.method("int CompareTo(System.Object value)") { this, a in
      if a[0].isNull { return 1 }
      guard let other = a.payload(0, GuidValue.self) else {
        throw NetException.argument("Object must be of type GUID.", "value")
      }
      return this.order(other)
    }
    t.method("int CompareTo(guid value)") { this, a in this.order(a.payload(0, GuidValue.self) ?? .empty) }
    t.method("bool Equals(guid g)") { this, a in this == a.payload(0, GuidValue.self) }
    t.method("byte[] ToByteArray()") { this, _ in Value(bytes: this.mixedBytes) }
    t.method("byte[] ToByteArray(bool bigEndian)") { this, a in Value(bytes: a.bool(0) ? this.bytes : this.mixedBytes) }
    t.method("string ToString()") { this, _ in this.text() }
    t.method("string ToString(string format)") { this, a in try text(this, a.string(0)) }
    t.method("string ToString(string format, System.IFormatProvider provider)") { this, a in try text(this, a.string(0))
    }
    t.property("int Variant {get;}") { Int($0.bytes[8] >> 4) }
    t.property("int Version {get;}") { Int($0.bytes[6] >> 4) }
  }

  private static func addStatics(_ t: inout MemberList<GuidValue>) {
    t.staticProperty("static guid AllBitsSet {get;}") { GuidValue(bytes: [UInt8](repeating: 255, count: 16)) }
    t.staticProperty("static guid Empty {get;}") { GuidValue.empty }
    t.staticMethod("static guid NewGuid()") { _ in GuidValue.random() }
    t.staticMethod("static guid CreateVersion7()") { _ in
      var now = timespec()
      clock_gettime(CLOCK_REALTIME, &now)
      return GuidValue.ordered(milliseconds: Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000)
    }
    t.staticMethod("static guid Parse(string input)") { a in try GuidValue.parse(a.string(0)) }
    t.staticMethod("static guid Parse(string s, System.IFormatProvider provider)") { a in
      try GuidValue.parse(a.string(0))
    }
    t.staticMethod("static guid ParseExact(string input, string format)") { a in
      try GuidValue.parse(a.string(0), format: a.string(1))
    }
    t.staticMethod("static bool TryParse(string input, [ref] guid result)") { a in
      try tried(a, 1) { try GuidValue.parse($0) }
    }
    t.staticMethod("static bool TryParse(string s, System.IFormatProvider provider, [ref] guid result)") { a in
      try tried(a, 2) { try GuidValue.parse($0) }
    }
    t.staticMethod("static bool TryParseExact(string input, string format, [ref] guid result)") { a in
      try tried(a, 2) { try GuidValue.parse($0, format: a.string(1)) }
    }
  }

  private static func tried(_ a: Arguments, _ place: Int, _ parse: (String) throws -> GuidValue) throws -> Bool {
    let parsed = try? parse(a.string(0))
    try a.setReference(place, (parsed ?? .empty).value)
    return parsed != nil
  }
}
