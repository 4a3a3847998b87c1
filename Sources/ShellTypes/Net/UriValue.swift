package import ShellObjects

/// A System.Uri: an absolute one taken apart, or the text of a relative one.
package struct UriValue: Hashable, Sendable {
  package let original: String
  package let isAbsolute: Bool
  package var scheme = ""
  package var userInfo = ""
  package var host = ""
  /// -1 where the scheme has no default and none was given.
  package var port = -1
  package var path = ""
  package var query = ""
  package var fragment = ""
  var hasAuthority = false

  private static let defaultPorts = [
    "http": 80, "https": 443, "ftp": 21, "ftps": 990, "ssh": 22, "sftp": 22, "ws": 80, "wss": 443, "telnet": 23,
    "gopher": 70, "nntp": 119, "ldap": 389, "mailto": 25, "net.tcp": 808,
  ]

  var isDefaultPort: Bool { port == (Self.defaultPorts[scheme] ?? -1) }
  var isFile: Bool { scheme == "file" }

  private static func failure(_ text: String) -> NetException {
    NetException("System.UriFormatException", "Invalid URI: \(text)")
  }

  private init(relative text: String) {
    original = text
    isAbsolute = false
  }

  private init(absolute text: String) {
    original = text
    isAbsolute = true
  }

  /// Reads an absolute or relative address; `kind` is .NET's UriKind (0 either, 1 absolute, 2 relative).
  package static func parse(_ text: String, kind: Int = 0) throws -> UriValue {
    let trimmed = TextTrimming.trimmed(text)
    guard let (scheme, rest) = split(trimmed, rootedIsFile: kind == 1) else {
      if kind == 1 || (kind == 0 && text.isEmpty) {
        throw failure(trimmed.isEmpty ? "The URI is empty." : "The format of the URI could not be determined.")
      }
      return UriValue(relative: text)
    }
    if kind == 2 {
      throw failure("A relative URI cannot be created because the 'uriString' parameter represents an absolute URI.")
    }
    var uri = UriValue(absolute: text)
    uri.scheme = scheme
    try uri.read(rest)
    return uri
  }

  /// The scheme and what follows its colon; a rooted path is a file.
  private static func split(_ text: String, rootedIsFile: Bool) -> (String, Substring)? {
    if rootedIsFile, text.hasPrefix("/"), !text.hasPrefix("//") { return ("file", Substring("//" + text)) }
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return nil }
    let scheme = text[..<colon].lowercased()
    guard let first = scheme.utf8.first, (0x61...0x7A).contains(first),
      scheme.utf8.allSatisfy({
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0)
      })
    else { return nil }
    let rest = text[text.index(after: colon)...]
    if scheme.utf8.count == 1 {
      return ("file", Substring("///" + text.map { $0 == "\\" ? "/" : $0 }))
    }
    return (scheme, rest)
  }

  private mutating func read(_ text: Substring) throws {
    var rest = text
    if let hash = rest.firstIndex(of: "#") {
      fragment = Self.escaped(String(rest[hash...]))
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: "?"), !isFile {
      query = Self.escaped(String(rest[mark...]))
      rest = rest[..<mark]
    }
    if rest.hasPrefix("//") {
      hasAuthority = true
      rest = rest.dropFirst(2)
      let end = rest.firstIndex { $0 == "/" || $0 == "\\" } ?? rest.endIndex
      try readAuthority(rest[..<end])
      rest = rest[end...]
    } else if let base = Self.defaultPorts[scheme] {
      port = base
      if scheme == "mailto", let at = rest.lastIndex(of: "@") {
        userInfo = String(rest[..<at])
        host = rest[rest.index(after: at)...].lowercased()
        rest = ""
      }
    }
    let raw = Self.escaped(String(rest))
    path = hasAuthority ? Self.withoutDots(raw.isEmpty ? "/" : raw) : raw
  }

  private mutating func readAuthority(_ text: Substring) throws {
    var rest = text
    if let at = rest.lastIndex(of: "@") {
      userInfo = String(rest[..<at])
      rest = rest[rest.index(after: at)...]
    }
    port = Self.defaultPorts[scheme] ?? -1
    let afterBrackets = rest.lastIndex(of: "]").map { rest[rest.index(after: $0)...] } ?? rest
    if let colon = afterBrackets.lastIndex(of: ":") {
      let digits = rest[rest.index(after: colon)...]
      if !digits.isEmpty {
        guard let number = UInt16(digits) else { throw Self.failure("Invalid port specified.") }
        port = Int(number)
      }
      rest = rest[..<colon]
    }
    host = rest.lowercased()
    let mayBeEmpty = isFile
    let isNamed = !host.isEmpty && !host.utf8.contains { [0x20, 0x3C, 0x3E, 0x5C, 0x5E, 0x7C, 0x22].contains($0) }
    guard isNamed || (host.isEmpty && mayBeEmpty) else { throw Self.failure("The hostname could not be parsed.") }
  }

  /// Escapes what may not stand in an address, and writes letters that were escaped as themselves.
  private static func escaped(_ text: String) -> String {
    let kept = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%".utf8)
    let bytes = Array(text.utf8)
    var result = ""
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "%") {
        if place + 2 < bytes.count, let high = Hexadecimal.digit(bytes[place + 1]),
          let low = Hexadecimal.digit(bytes[place + 2])
        {
          let decoded = high << 4 | low
          let isPlain =
            (0x41...0x5A).contains(decoded) || (0x61...0x7A).contains(decoded)
            || (0x30...0x39).contains(decoded) || [0x2D, 0x2E, 0x5F, 0x7E].contains(decoded)
          result += isPlain ? String(Unicode.Scalar(decoded)) : "%" + Hexadecimal.text(CollectionOfOne(decoded))
          place += 3
          continue
        }
        result += "%25"
      } else if kept.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%" + Hexadecimal.text(CollectionOfOne(byte))
      }
      place += 1
    }
    return result
  }

  /// The path without `.` and `..` parts.
  static func withoutDots(_ path: String) -> String {
    guard path.contains("/.") else { return path }
    var parts: [Substring] = []
    let pieces = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      let isLast = index == pieces.count - 1
      if piece == "." || piece == ".." {
        if piece == "..", parts.count > 1 { parts.removeLast() }
        if isLast { parts.append("") }
      } else {
        parts.append(piece)
      }
    }
    return parts.joined(separator: "/")
  }

  // MARK: Parts put together

  package var authority: String {
    hasAuthority || scheme == "mailto" ? host + (isDefaultPort || port < 0 ? "" : ":\(port)") : ""
  }

  package var absoluteText: String {
    let user = userInfo.isEmpty ? "" : userInfo + "@"
    return scheme + ":" + (hasAuthority ? "//" : "") + user + authority + path + query + fragment
  }

  /// What `ToString()` gives: the absolute text with harmless escapes resolved.
  package var text: String {
    guard isAbsolute else { return original }
    return Self.readable(absoluteText)
  }

  private static func readable(_ text: String) -> String {
    let kept: Set<UInt8> = Set("%?#/\\@:;=&+,$".utf8)
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.count, let high = Hexadecimal.digit(bytes[place + 1]),
        let low = Hexadecimal.digit(bytes[place + 2])
      {
        let decoded = high << 4 | low
        if decoded >= 0x20, decoded != 0x7F, !kept.contains(decoded) {
          result.append(decoded)
          place += 3
          continue
        }
      }
      result.append(bytes[place])
      place += 1
    }
    return String(validating: result, as: UTF8.self) ?? text
  }

  /// The local path of a file, or the path with its escapes resolved.
  var localPath: String {
    let decoded = WebText.percentDecoded(path)
    guard isFile else { return decoded }
    return host.isEmpty ? decoded : "\\\\" + host + decoded.map { $0 == "/" ? "\\" : String($0) }.joined()
  }

  var segments: [String] {
    var parts: [String] = []
    var current = ""
    for character in path {
      current.append(character)
      if character == "/" {
        parts.append(current)
        current = ""
      }
    }
    return current.isEmpty ? parts : parts + [current]
  }

  /// The address that a relative one means from this one.
  package func resolved(_ relative: String) throws -> UriValue {
    if let absolute = try? Self.parse(relative), absolute.isAbsolute, !relative.hasPrefix("/") { return absolute }
    let base = scheme + ":" + (hasAuthority ? "//" : "") + (userInfo.isEmpty ? "" : userInfo + "@") + authority
    if relative.isEmpty { return try Self.parse(base + path + query, kind: 1) }
    if relative.hasPrefix("//") { return try Self.parse(scheme + ":" + relative, kind: 1) }
    if relative.hasPrefix("/") { return try Self.parse(base + relative, kind: 1) }
    if relative.hasPrefix("#") { return try Self.parse(base + path + query + relative, kind: 1) }
    if relative.hasPrefix("?") { return try Self.parse(base + path + relative, kind: 1) }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
    return try Self.parse(base + folder + relative, kind: 1)
  }
}

extension UriValue: ValueRepresentable {
  package var value: Value { .object(Box(self, PSType.named("System.Uri"))) }
}
