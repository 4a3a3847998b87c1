import ShellObjects

/// Escapes of the web: percent-encoding and HTML entities.
package enum WebText {
  private static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)

  /// Percent-encodes everything but the allowed bytes.
  package static func percentEncoded(_ text: String, keeping more: String = "") -> String {
    let kept = unreserved.union(more.utf8)
    var result: [UInt8] = []
    for byte in text.utf8 {
      if kept.contains(byte) {
        result.append(byte)
      } else {
        result += Array("%".utf8) + Array(Hexadecimal.text(CollectionOfOne(byte)).utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Decodes `%XX`; sequences that are no UTF-8 stay as they were where `isStrict`.
  package static func percentDecoded(_ text: String, plusIsSpace: Bool = false) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "%"), place + 2 < bytes.count, let high = Hexadecimal.digit(bytes[place + 1]),
        let low = Hexadecimal.digit(bytes[place + 2])
      {
        result.append(high << 4 | low)
        place += 3
        continue
      }
      result.append(plusIsSpace && byte == UInt8(ascii: "+") ? 0x20 : byte)
      place += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// As `application/x-www-form-urlencoded` of WebUtility: spaces become plus signs.
  static func formEncoded(_ text: String) -> String {
    let kept = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!*()".utf8)
    var result = ""
    for byte in text.utf8 {
      if byte == 0x20 {
        result += "+"
      } else if kept.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%" + Hexadecimal.text(CollectionOfOne(byte))
      }
    }
    return result
  }

  package static func htmlEncoded(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "&quot;"
      case 0x26: result += "&amp;"
      case 0x27: result += "&#39;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0xA0...0xFF, 0x10000...: result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static let entities: [String: UInt32] = [
    "quot": 34, "amp": 38, "apos": 39, "lt": 60, "gt": 62, "nbsp": 160, "copy": 169, "reg": 174, "euro": 8364,
    "hellip": 8230, "ndash": 8211, "mdash": 8212, "lsquo": 8216, "rsquo": 8217, "ldquo": 8220, "rdquo": 8221,
    "bull": 8226, "trade": 8482, "auml": 228, "ouml": 246, "uuml": 252, "Auml": 196, "Ouml": 214, "Uuml": 220,
    "szlig": 223, "eacute": 233, "egrave": 232, "agrave": 224, "ccedil": 231, "ntilde": 241, "pound": 163, "yen": 165,
    "sect": 167, "deg": 176, "plusmn": 177, "micro": 181, "middot": 183, "frac12": 189, "times": 215, "divide": 247,
    "larr": 8592, "uarr": 8593, "rarr": 8594, "darr": 8595,
  ]

  package static func htmlDecoded(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      let after = rest.index(after: start)
      guard let end = rest[after...].firstIndex(where: { $0 == ";" || $0 == "&" }), rest[end] == ";",
        let scalar = scalar(rest[after..<end])
      else {
        result += "&"
        rest = rest[after...]
        continue
      }
      result.unicodeScalars.append(scalar)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func scalar(_ name: Substring) -> Unicode.Scalar? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap { Unicode.Scalar($0) }
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap { Unicode.Scalar($0) } }
    return entities[String(name)].flatMap { Unicode.Scalar($0) }
  }
}

/// System.Net.WebUtility and System.Web.HttpUtility.
enum WebClasses {
  static let declarations: [TypeDeclaration] = [
    TypeDeclaration(staticClass: "System.Net.WebUtility") { t in
      t.staticMethod("static string HtmlDecode(string value)") { a in WebText.htmlDecoded(a.string(0)) }
      t.staticMethod("static string HtmlEncode(string value)") { a in WebText.htmlEncoded(a.string(0)) }
      t.staticMethod("static string UrlDecode(string encodedValue)") { a in
        WebText.percentDecoded(a.string(0), plusIsSpace: true)
      }
      t.staticMethod("static string UrlEncode(string value)") { a in WebText.formEncoded(a.string(0)) }
    },
    TypeDeclaration(staticClass: "System.Web.HttpUtility") { t in
      t.staticMethod("static string HtmlDecode(string s)") { a in WebText.htmlDecoded(a.string(0)) }
      t.staticMethod("static string HtmlEncode(string s)") { a in WebText.htmlEncoded(a.string(0)) }
      t.staticMethod("static string UrlDecode(string str)") { a in
        WebText.percentDecoded(a.string(0), plusIsSpace: true)
      }
      t.staticMethod("static string UrlEncode(string str)") { a in lowercasedEscapes(WebText.formEncoded(a.string(0))) }
      t.staticMethod("static string UrlPathEncode(string str)") { a in
        a.string(0).replacingSpaces
      }
    },
  ]

  /// HttpUtility writes the digits of its escapes in lower case.
  private static func lowercasedEscapes(_ text: String) -> String {
    var result: [UInt8] = []
    var left = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "%") {
        left = 3
      }
      result.append(left > 0 && (0x41...0x46).contains(byte) ? byte | 0x20 : byte)
      left -= 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension String {
  fileprivate var replacingSpaces: String {
    WebText.percentEncoded(self, keeping: "!\"#$%&'()*+,/:;<=>?@[\\]^`{|}")
  }
}
