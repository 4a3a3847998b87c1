/// Text between XML tags.
enum XMLText {
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text with quotation marks escaped as well, for an attribute.
  static func attribute(_ text: String) -> String {
    escaped(text).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;")
  }
}

/// PowerShell's own escapes in CliXml: `_x000A_` for what XML text would lose.
enum CliXmlText {
  static func encoded(_ text: String) -> String {
    var result = ""
    let units = Array(text.utf16)
    var plain: [UInt16] = []
    func flush() {
      result += String(decoding: plain, as: UTF16.self)
      plain.removeAll()
    }
    for (index, unit) in units.enumerated() {
      let isEscapeStart = unit == 0x5F && index + 1 < units.count && units[index + 1] | 0x20 == 0x78
      let isControl = unit < 0x20 || (unit >= 0x7F && unit <= 0x9F)
      if isEscapeStart || isControl {
        flush()
        let digits = String(unit, radix: 16, uppercase: true)
        result += "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
      } else {
        plain.append(unit)
      }
    }
    flush()
    return result
  }

  static func decoded(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var units: [UInt16] = []
    let source = Array(text.utf16)
    var index = 0
    while index < source.count {
      if source[index] == 0x5F, index + 6 < source.count, source[index + 1] == 0x78, source[index + 6] == 0x5F,
        let unit = UInt16(String(decoding: source[index + 2..<index + 6], as: UTF16.self), radix: 16)
      {
        units.append(unit)
        index += 7
      } else {
        units.append(source[index])
        index += 1
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
