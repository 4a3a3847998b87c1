import ShellObjects

/// System.Uri.
enum UriType {
  static let declaration = TypeDeclaration("System.Uri", accelerators: ["uri"], of: UriValue.self) { t in
    let type = t.type
    addConstructors(&t)
    addProperties(&t)
    addMethods(&t)
    addStatics(&t)
    t.behavior.text = { $0.payload(UriValue.self)?.text ?? "" }
    t.behavior.convert = { value, wanted in
      guard wanted === type, let text = value.string else { return nil }
      do { return try UriValue.parse(text).value } catch let error as NetException {
        if text.isEmpty { return UriType.emptyRelative }
        throw ShellError(
          "System.Management.Automation.PSInvalidCastException",
          "Cannot convert value \"\(text)\" to type \"System.Uri\". Error: \"\(error.message)\"",
          id: "InvalidCastFromStringToUri", .invalidArgument, inner: ExceptionObject(error))
      }
    }
    t.behavior.equals = { x, y in
      guard let x = x.payload(UriValue.self), let y = y.payload(UriValue.self) else { return false }
      return equal(x, y)
    }
    t.behavior.hash = { $0.payload(UriValue.self)?.text.hashValue ?? 0 }
  }

  private static var emptyRelative: Value? { try? UriValue.parse("", kind: 2).value }

  /// Equal addresses have equal parts; the fragment and user do not count.
  private static func equal(_ x: UriValue, _ y: UriValue) -> Bool {
    guard x.isAbsolute, y.isAbsolute else {
      return x.original.isIdentical(to: y.original) && x.isAbsolute == y.isAbsolute
    }
    return x.scheme == y.scheme && x.host == y.host && x.port == y.port && x.path == y.path && x.query == y.query
  }

  private static func addConstructors(_ t: inout MemberList<UriValue>) {
    t.constructor("uri new(string uriString)") { a in try UriValue.parse(a.string(0), kind: 1) }
    t.constructor("uri new(string uriString, System.UriKind uriKind)") { a in
      try UriValue.parse(a.string(0), kind: a.int(1))
    }
    t.constructor("uri new(uri baseUri, string relativeUri)") { a in try resolve(a, a.string(1)) }
    t.constructor("uri new(uri baseUri, uri relativeUri)") { a in
      try resolve(a, a.payload(1, UriValue.self)?.original ?? "")
    }
  }

  private static func resolve(_ a: Arguments, _ relative: String) throws -> UriValue {
    guard let base = a.payload(0, UriValue.self) else { throw NetException.argumentNull("baseUri") }
    guard base.isAbsolute else {
      throw NetException.outOfRange("Specified argument was out of the range of valid values.", "baseUri")
    }
    return try base.resolved(relative)
  }

  private static func addProperties(_ t: inout MemberList<UriValue>) {
    func absolute<R: ValueRepresentable>(
      _ t: inout MemberList<UriValue>, _ type: String, _ name: String, _ get: @escaping @Sendable (UriValue) -> R
    ) {
      t.property("\(type) \(name) {get;}") { uri in
        guard uri.isAbsolute else {
          throw NetException.invalidOperation("This operation is not supported for a relative URI.")
        }
        return get(uri)
      }
    }
    absolute(&t, "string", "AbsolutePath") { $0.path }
    absolute(&t, "string", "AbsoluteUri") { $0.absoluteText }
    absolute(&t, "string", "LocalPath") { $0.localPath }
    absolute(&t, "string", "Authority") { $0.authority }
    absolute(&t, "System.UriHostNameType", "HostNameType") {
      EnumObject(hostKind($0.host), PSType.named("System.UriHostNameType"))
    }
    absolute(&t, "bool", "IsDefaultPort") { $0.isDefaultPort }
    absolute(&t, "bool", "IsFile") { $0.isFile }
    absolute(&t, "bool", "IsLoopback") {
      $0.host == "localhost" || $0.host.hasPrefix("127.") || $0.host == "[::1]" || ($0.isFile && $0.host.isEmpty)
    }
    absolute(&t, "string", "PathAndQuery") { $0.path + $0.query }
    absolute(&t, "string[]", "Segments") { Value(strings: $0.segments) }
    absolute(&t, "bool", "IsUnc") { $0.isFile && !$0.host.isEmpty }
    absolute(&t, "string", "Host") { $0.host }
    absolute(&t, "int", "Port") { $0.port }
    absolute(&t, "string", "Query") { $0.query }
    absolute(&t, "string", "Fragment") { $0.fragment }
    absolute(&t, "string", "Scheme") { $0.scheme }
    t.property("string OriginalString {get;}") { $0.original }
    absolute(&t, "string", "DnsSafeHost") { String($0.host.drop { $0 == "[" }.prefix { $0 != "]" }) }
    absolute(&t, "string", "IdnHost") { String($0.host.drop { $0 == "[" }.prefix { $0 != "]" }) }
    t.property("bool IsAbsoluteUri {get;}") { $0.isAbsolute }
    t.property("bool UserEscaped {get;}") { _ in false }
    absolute(&t, "string", "UserInfo") { $0.userInfo }
  }

  private static func hostKind(_ host: String) -> Int64 {
    if host.isEmpty { return 1 }
    if host.hasPrefix("[") { return 4 }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 4, parts.allSatisfy({ UInt8($0) != nil }) { return 3 }
    let isName = host.utf8.allSatisfy {
      ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || (0x30...0x39).contains($0) || [0x2D, 0x2E, 0x5F].contains($0)
        || $0 >= 0x80
    }
    return isName && parts.allSatisfy { !$0.hasPrefix("-") } ? 2 : 0
  }

  private static func addMethods(_ t: inout MemberList<UriValue>) {
    t.method("bool Equals(uri other)") { this, a in a.payload(0, UriValue.self).map { equal(this, $0) } ?? false }
    t.method("string ToString()") { this, _ in this.text }
    t.method("bool IsWellFormedOriginalString()") { this, _ in isWellFormed(this.original, this.isAbsolute ? 1 : 2) }
    t.method("bool IsBaseOf(uri uri)") { this, a in
      guard let other = a.payload(0, UriValue.self), this.isAbsolute, other.isAbsolute else { return false }
      let folder = this.path.lastIndex(of: "/").map { String(this.path[...$0]) } ?? ""
      return this.scheme == other.scheme && this.host == other.host && this.port == other.port
        && other.path.hasPrefix(folder)
    }
    t.method("uri MakeRelativeUri(uri uri)") { this, a in
      guard let other = a.payload(0, UriValue.self) else { throw NetException.argumentNull("uri") }
      guard this.scheme == other.scheme, this.authority == other.authority else { return other }
      let folder = this.path.lastIndex(of: "/").map { String(this.path[...$0]) } ?? "/"
      var from = folder.split(separator: "/")
      var to = other.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
      while let x = from.first, let y = to.first, x == y, to.count > 1 {
        from.removeFirst()
        to.removeFirst()
      }
      return try UriValue.parse(
        String(repeating: "../", count: from.count) + to.joined(separator: "/") + other.query + other.fragment, kind: 2)
    }
    t.method("string GetLeftPart(System.UriPartial part)") { this, a in
      switch a.int(0) {
      case 0: this.scheme + (this.hasAuthority ? "://" : ":")
      case 1:
        this.hasAuthority
          ? this.scheme + "://" + (this.userInfo.isEmpty ? "" : this.userInfo + "@") + this.authority : ""
      case 2: String(this.absoluteText.dropLast(this.query.count + this.fragment.count))
      default: String(this.absoluteText.dropLast(this.fragment.count))
      }
    }
  }

  private static func isWellFormed(_ text: String, _ kind: Int) -> Bool {
    guard let parsed = try? UriValue.parse(text, kind: kind == 2 ? 2 : kind) else { return text.isEmpty && kind != 1 }
    if text.utf8.contains(where: { $0 <= 0x20 || [0x3C, 0x3E, 0x22, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D].contains($0) })
    {
      return false
    }
    return !parsed.isAbsolute || parsed.original.hasPrefix(parsed.scheme)
      || parsed.original.lowercased().hasPrefix(parsed.scheme)
  }

  private static func addStatics(_ t: inout MemberList<UriValue>) {
    t.staticProperty("static string SchemeDelimiter {get;}") { "://" }
    for scheme in [
      "File", "Ftp", "Gopher", "Http", "Https", "Mailto", "News", "Nntp", "Ssh", "Sftp", "Telnet", "Ws", "Wss", "Ftps",
    ] {
      t.staticProperty("static string UriScheme\(scheme) {get;}") { scheme.lowercased() }
    }
    t.staticMethod("static string EscapeDataString(string stringToEscape)") { a in WebText.percentEncoded(a.string(0)) }
    t.staticMethod("static string EscapeUriString(string stringToEscape)") { a in
      WebText.percentEncoded(a.string(0), keeping: ":/?#[]@!$&'()*+,;=")
    }
    t.staticMethod("static string UnescapeDataString(string stringToUnescape)") { a in
      WebText.percentDecoded(a.string(0))
    }
    t.staticMethod("static bool IsWellFormedUriString(string uriString, System.UriKind uriKind)") { a in
      isWellFormed(a.string(0), a.int(1))
    }
    t.staticMethod("static System.UriHostNameType CheckHostName(string name)") { a in
      EnumObject(
        a.string(0).isEmpty ? 0 : IPAddressValue.parse(a.string(0))?.isIPv4 == false ? 4 : hostKind(a.string(0)),
        PSType.named("System.UriHostNameType"))
    }
    t.staticMethod("static bool CheckSchemeName(string schemeName)") { a in
      let bytes = Array(a.string(0).lowercased().utf8)
      guard let first = bytes.first, (0x61...0x7A).contains(first) else { return false }
      return bytes.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0)
      }
    }
    t.staticMethod("static bool IsHexDigit(char character)") { a in
      a.char(0) < 0x80 && Hexadecimal.digit(UInt8(a.char(0))) != nil
    }
    t.staticMethod("static bool TryCreate(string uriString, System.UriKind uriKind, [ref] uri result)") { a in
      let made = try? UriValue.parse(a.string(0), kind: a.int(1))
      try a.setReference(2, made?.value ?? .null)
      return made != nil
    }
    for type in ["string", "uri"] {
      t.staticMethod("static bool TryCreate(uri baseUri, \(type) relativeUri, [ref] uri result)") { a in
        let made = try? resolve(a, a[1].string ?? a.payload(1, UriValue.self)?.original ?? "")
        try a.setReference(2, made?.value ?? .null)
        return made != nil
      }
    }
  }
}
