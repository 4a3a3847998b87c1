package import ShellObjects

extension TextEncoding: ValueRepresentable {
  package var value: Value { .object(Box(self, PSType.named(typeName))) }

  /// The class .NET has for it.
  private var typeName: String {
    switch scheme {
    case .utf8:
      self == .utf8WithMark || self == .utf8
        ? "System.Text.UTF8Encoding+UTF8EncodingSealed" : "System.Text.UTF8Encoding"
    case .utf16, .utf16BigEndian: "System.Text.UnicodeEncoding"
    case .utf32, .utf32BigEndian: "System.Text.UTF32Encoding"
    case .utf7: "System.Text.UTF7Encoding"
    case .ascii: "System.Text.ASCIIEncoding+ASCIIEncodingSealed"
    case .latin1: "System.Text.Latin1Encoding+Latin1EncodingSealed"
    }
  }

  /// What the properties of an encoding tell.
  private struct Facts {
    let webName: String
    let title: String
    let codePage: Int
    let windowsCodePage: Int
  }

  private var facts: Facts {
    switch scheme {
    case .utf8: Facts(webName: "utf-8", title: "Unicode (UTF-8)", codePage: 65001, windowsCodePage: 1200)
    case .utf16: Facts(webName: "utf-16", title: "Unicode", codePage: 1200, windowsCodePage: 1200)
    case .utf16BigEndian:
      Facts(webName: "utf-16BE", title: "Unicode (Big-Endian)", codePage: 1201, windowsCodePage: 1200)
    case .utf32: Facts(webName: "utf-32", title: "Unicode (UTF-32)", codePage: 12000, windowsCodePage: 1200)
    case .utf32BigEndian:
      Facts(webName: "utf-32BE", title: "Unicode (UTF-32 Big-Endian)", codePage: 12001, windowsCodePage: 1200)
    case .utf7: Facts(webName: "utf-7", title: "Unicode (UTF-7)", codePage: 65000, windowsCodePage: 1200)
    case .ascii: Facts(webName: "us-ascii", title: "US-ASCII", codePage: 20127, windowsCodePage: 1252)
    case .latin1: Facts(webName: "iso-8859-1", title: "Western European (ISO)", codePage: 28591, windowsCodePage: 1252)
    }
  }

  package var webName: String { facts.webName }
  package var codePage: Int { facts.codePage }

  /// The encoding of this .NET name; nil where there is none.
  package static func named(_ name: String) -> TextEncoding? {
    switch name.lowercased() {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode-2-0-utf-8": .utf8WithMark
    case "utf-16", "utf-16le", "unicode", "ucs-2", "iso-10646-ucs-2": .utf16
    case "utf-16be", "unicodefffe": .utf16BigEndian
    case "utf-32", "utf-32le", "ucs-4", "iso-10646-ucs-4": .utf32
    case "utf-32be": TextEncoding(.utf32BigEndian, hasMark: true)
    case "us-ascii", "ascii", "ansi_x3.4-1968", "iso646-us", "us": .ascii
    case "iso-8859-1", "latin1", "l1", "iso_8859-1", "ibm819", "cp819", "iso-ir-100": .latin1
    default: nil
    }
  }

  static func numbered(_ codePage: Int) -> TextEncoding? {
    switch codePage {
    case 0, 65001: .utf8WithMark
    case 1200: .utf16
    case 1201: .utf16BigEndian
    case 12000: .utf32
    case 12001: TextEncoding(.utf32BigEndian, hasMark: true)
    case 20127: .ascii
    case 28591: .latin1
    default: nil
    }
  }

  static let declarations: [TypeDeclaration] =
    [
      TypeDeclaration("System.Text.Encoding", interfaces: ["System.ICloneable"], of: TextEncoding.self) { t in
        addConversions(&t)
        addProperties(&t)
        addStatics(&t)
        t.behavior.equals = { $0.payload(TextEncoding.self) == $1.payload(TextEncoding.self) }
        t.behavior.hash = { $0.payload(TextEncoding.self)?.hashValue ?? 0 }
      }
    ]
    + [
      ("System.Text.UTF8Encoding", "System.Text.Encoding"),
      ("System.Text.UTF8Encoding+UTF8EncodingSealed", "System.Text.UTF8Encoding"),
      ("System.Text.UnicodeEncoding", "System.Text.Encoding"), ("System.Text.UTF32Encoding", "System.Text.Encoding"),
      ("System.Text.UTF7Encoding", "System.Text.Encoding"), ("System.Text.ASCIIEncoding", "System.Text.Encoding"),
      ("System.Text.ASCIIEncoding+ASCIIEncodingSealed", "System.Text.ASCIIEncoding"),
      ("System.Text.Latin1Encoding", "System.Text.Encoding"),
      ("System.Text.Latin1Encoding+Latin1EncodingSealed", "System.Text.Latin1Encoding"),
    ].map { name, base in
      TypeDeclaration(name, base: base, of: TextEncoding.self) { t in addConstructors(&t, name) }
    }

  private static func addConstructors(_ t: inout MemberList<TextEncoding>, _ name: String) {
    switch name {
    case "System.Text.UTF8Encoding":
      t.constructor("\(name) new()") { _ in TextEncoding.utf8 }
      t.constructor("\(name) new(bool encoderShouldEmitUTF8Identifier)") { a in TextEncoding(.utf8, hasMark: a.bool(0))
      }
      t.constructor("\(name) new(bool encoderShouldEmitUTF8Identifier, bool throwOnInvalidBytes)") { a in
        TextEncoding(.utf8, hasMark: a.bool(0), isStrict: a.bool(1))
      }
    case "System.Text.UnicodeEncoding":
      t.constructor("\(name) new()") { _ in TextEncoding.utf16 }
      t.constructor("\(name) new(bool bigEndian, bool byteOrderMark)") { a in
        TextEncoding(a.bool(0) ? .utf16BigEndian : .utf16, hasMark: a.bool(1))
      }
      t.constructor("\(name) new(bool bigEndian, bool byteOrderMark, bool throwOnInvalidBytes)") { a in
        TextEncoding(a.bool(0) ? .utf16BigEndian : .utf16, hasMark: a.bool(1), isStrict: a.bool(2))
      }
    case "System.Text.UTF32Encoding": t.constructor("\(name) new()") { _ in TextEncoding.utf32 }
    case "System.Text.ASCIIEncoding": t.constructor("\(name) new()") { _ in TextEncoding.ascii }
    default: break
    }
  }

  private static func part(_ a: Arguments) throws -> ArraySlice<UInt8> {
    try Ranges.notNull(a[0], "bytes")
    let bytes = a.bytes(0)
    guard a.count > 2 else { return bytes[...] }
    try Ranges.nonNegative(a.int(1), "index")
    try Ranges.nonNegative(a.int(2), "count")
    guard a.int(2) <= bytes.count - a.int(1) else {
      throw NetException.outOfRange("Index and count must refer to a location within the buffer.", "bytes")
    }
    return bytes[a.int(1)..<a.int(1) + a.int(2)]
  }

  private static func chars(_ a: Arguments) throws -> String {
    try Ranges.notNull(a[0], "chars")
    let units = a[0].string.map { Array($0.utf16) } ?? a.units(0)
    guard a.count > 2 else { return String(decoding: units, as: UTF16.self) }
    guard a.int(1) >= 0, a.int(2) >= 0, a.int(2) <= units.count - a.int(1) else {
      throw NetException.outOfRange("Index and count must refer to a location within the buffer.", "chars")
    }
    return String(decoding: units[a.int(1)..<a.int(1) + a.int(2)], as: UTF16.self)
  }

  private static func addConversions(_ t: inout MemberList<TextEncoding>) {
    for parameters in [
      "char[] chars", "char[] chars, int index, int count", "string s", "string s, int index, int count",
    ] {
      t.method("int GetByteCount(\(parameters))") { this, a in this.bytes(try chars(a)).count }
      t.method("byte[] GetBytes(\(parameters))") { this, a in Value(bytes: this.bytes(try chars(a))) }
    }
    for parameters in ["byte[] bytes", "byte[] bytes, int index, int count"] {
      t.method("int GetCharCount(\(parameters))") { this, a in try this.text(try part(a)).utf16.count }
      t.method("char[] GetChars(\(parameters))") { this, a in Value(chars: try this.text(try part(a)).utf16) }
      t.method("string GetString(\(parameters))") { this, a in try this.text(try part(a)) }
    }
    t.method("int GetMaxByteCount(int charCount)") { this, a in
      switch this.scheme {
      case .utf8, .utf7: (a.int(0) + 1) * 3
      case .utf16, .utf16BigEndian: (a.int(0) + 1) * 2
      case .utf32, .utf32BigEndian: (a.int(0) + 1) * 4
      case .ascii, .latin1: a.int(0) + 1
      }
    }
    t.method("int GetMaxCharCount(int byteCount)") { this, a in
      switch this.scheme {
      case .utf8, .utf7: a.int(0) + 1
      case .utf16, .utf16BigEndian: (a.int(0) >> 1) + (a.int(0) & 1) + 1
      case .utf32, .utf32BigEndian: a.int(0) / 2 + 2
      case .ascii, .latin1: a.int(0)
      }
    }
    t.method("byte[] GetPreamble()") { this, _ in Value(bytes: this.mark) }
    t.method("System.Object Clone()") { this, _ in this }
    t.method("bool IsAlwaysNormalized()") { this, _ in this.scheme == .ascii }
  }

  private static func addProperties(_ t: inout MemberList<TextEncoding>) {
    t.property("string BodyName {get;}") { $0.facts.webName }
    t.property("string EncodingName {get;}") { $0.facts.title }
    t.property("string HeaderName {get;}") { $0.facts.webName }
    t.property("string WebName {get;}") { $0.facts.webName }
    t.property("int WindowsCodePage {get;}") { $0.facts.windowsCodePage }
    t.property("bool IsBrowserDisplay {get;}") { $0.scheme == .utf8 || $0.scheme == .latin1 }
    t.property("bool IsBrowserSave {get;}") { [.utf8, .latin1, .utf16].contains($0.scheme) }
    t.property("bool IsMailNewsDisplay {get;}") { [.utf8, .latin1, .ascii].contains($0.scheme) }
    t.property("bool IsMailNewsSave {get;}") { [.utf8, .latin1, .ascii].contains($0.scheme) }
    t.property("bool IsSingleByte {get;}") { $0.scheme == .ascii || $0.scheme == .latin1 }
    t.property("bool IsReadOnly {get;}") { _ in true }
    t.property("int CodePage {get;}") { $0.facts.codePage }
  }

  private static func addStatics(_ t: inout MemberList<TextEncoding>) {
    let shared: [(String, TextEncoding)] = [
      ("ASCII", .ascii), ("BigEndianUnicode", .utf16BigEndian), ("Default", .utf8), ("Latin1", .latin1),
      ("UTF32", .utf32), ("UTF8", .utf8WithMark), ("Unicode", .utf16),
    ]
    for (name, encoding) in shared { t.staticProperty("static System.Text.Encoding \(name) {get;}") { encoding } }
    t.staticMethod("static System.Text.Encoding GetEncoding(int codepage)") { a in
      guard (0...65535).contains(a.int(0)) else {
        throw NetException.outOfRange("Valid values are between 0 and 65535, inclusive.", "codepage")
      }
      guard let encoding = numbered(a.int(0)) else {
        throw NetException.notSupported(
          "No data is available for encoding \(a.int(0)). For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method."
        )
      }
      return encoding
    }
    t.staticMethod("static System.Text.Encoding GetEncoding(string name)") { a in
      guard let encoding = named(a.string(0)) else {
        throw NetException.argument(
          "'\(a.string(0))' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.",
          "name")
      }
      return encoding
    }
    t.staticMethod(
      "static byte[] Convert(System.Text.Encoding srcEncoding, System.Text.Encoding dstEncoding, byte[] bytes)"
    ) { a in
      guard let from = a.payload(0, TextEncoding.self) else { throw NetException.argumentNull("srcEncoding") }
      guard let to = a.payload(1, TextEncoding.self) else { throw NetException.argumentNull("dstEncoding") }
      return Value(bytes: to.bytes(try from.text(a.bytes(2))))
    }
    t.staticMethod("static void RegisterProvider(System.Text.EncodingProvider provider)") { _ in Value.void }
  }
}
