/// The text form of a state: a first line with the version, then sections of `key = value` lines.
///
/// ```
/// gpsh simulation 1
/// [host]
/// name = node1
/// [gpu]
/// address = 0000:08:00.0
/// ```
///
/// A section belongs to the last `[host]` before it, an `[adapter]` to the last `[machine]`. Lines that begin with `#`
/// and empty lines mean nothing. In values `\n` is a line feed, `\r` a carriage return, `\\` a backslash, `\s` a blank
/// at an end.
struct StateDocument {
  static let version = 1
  static let signature = "gpsh simulation"

  struct Section {
    let kind: String
    let line: Int
    var entries: [(key: String, value: String, line: Int)] = []
  }

  /// What is wrong with a text, and where.
  struct Fault: Error {
    let line: Int
    let message: String
  }

  private(set) var sections: [Section] = []

  /// Reads the lines; the meaning of sections and keys is `StateReader`'s.
  init(_ text: String) throws(Fault) {
    var number = 0
    // Bytes, because a line feed after a carriage return is not a character of its own.
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let content = StateDocument.trimmed(Substring(line))
      if number == 1 {
        try StateDocument.checkVersion(content)
      } else if !content.isEmpty, !content.hasPrefix("#") {
        try read(content, number)
      }
    }
  }

  private mutating func read(_ line: Substring, _ number: Int) throws(Fault) {
    if line.hasPrefix("["), line.hasSuffix("]") {
      sections.append(Section(kind: String(line.dropFirst().dropLast()), line: number))
      return
    }
    let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let key = parts.first, let value = parts.last else {
      throw Fault(line: number, message: "neither a [section] nor a line \"key = value\"")
    }
    guard !sections.isEmpty else { throw Fault(line: number, message: "a value before the first section") }
    let name = String(StateDocument.trimmed(key))
    let last = sections.count - 1
    guard !sections[last].entries.contains(where: { $0.key == name }) else {
      throw Fault(line: number, message: "\"\(name)\" comes twice in one section")
    }
    sections[last].entries.append((name, StateDocument.unescaped(StateDocument.trimmed(value)), number))
  }

  private static func checkVersion(_ line: Substring) throws(Fault) {
    guard line.hasPrefix(signature), let found = Int(trimmed(line.dropFirst(signature.count))) else {
      throw Fault(line: 1, message: "this is not a simulation file: it does not begin with \"\(signature) \(version)\"")
    }
    guard found == version else {
      throw Fault(line: 1, message: "its version is \(found), and this gpsh reads version \(version)")
    }
  }

  static func escaped(_ value: String) -> String {
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default: text.unicodeScalars.append(scalar)
      }
    }
    if text.hasPrefix(" ") { text = "\\s" + text.dropFirst() }
    return text.hasSuffix(" ") ? text.dropLast() + "\\s" : text
  }

  private static func unescaped(_ value: Substring) -> String {
    guard value.utf8.contains(UInt8(ascii: "\\")) else { return String(value) }
    var text = ""
    var rest = value.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let escape = rest.popFirst() else {
        text.unicodeScalars.append(scalar)
        continue
      }
      switch escape {
      case "n": text.unicodeScalars.append("\n")
      case "r": text.unicodeScalars.append("\r")
      case "t": text.unicodeScalars.append("\t")
      case "s": text.unicodeScalars.append(" ")
      default: text.unicodeScalars.append(escape)
      }
    }
    return text
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
    let start = text.drop(while: isBlank)
    guard let end = start.lastIndex(where: { !isBlank($0) }) else { return "" }
    return start[...end]
  }
}
