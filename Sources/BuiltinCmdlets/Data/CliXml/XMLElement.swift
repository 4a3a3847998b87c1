import ShellObjects

/// An element of a small XML document: what CliXml needs, and no more.
///
/// No document types, no entities but the five of XML and numbers, so that nothing outside the text is ever read.
final class XMLElement {
  let name: String
  private(set) var attributes: [String: String] = [:]
  private(set) var children: [XMLElement] = []
  private(set) var text = ""

  fileprivate init(_ name: String) { self.name = name }

  func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// The root of a document.
  ///
  /// Throws XmlException where the text is none.
  static func root(of text: String) throws -> XMLElement {
    var reader = XMLElementReader(text)
    return try reader.readDocument()
  }

  fileprivate func add(_ child: XMLElement) { children.append(child) }
  fileprivate func append(_ part: String) { text += part }
  fileprivate func set(_ name: String, _ value: String) { attributes[name] = value }
}

private struct XMLElementReader {
  private let bytes: [UInt8]
  private var position = 0
  private static let maximumDepth = 512

  init(_ text: String) { bytes = Array(text.utf8) }

  private func failure(_ message: String) -> ShellError {
    let line = bytes[..<min(position, bytes.count)].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    let start = bytes[..<min(position, bytes.count)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return ShellError(
      "System.Xml.XmlException", "\(message) Line \(line), position \(position - start + 1).",
      id: "System.Xml.XmlException", .notSpecified)
  }

  mutating func readDocument() throws -> XMLElement {
    while true {
      skipSpace()
      guard position < bytes.count else { throw failure("Root element is missing.") }
      guard bytes[position] == 0x3C else { throw failure("Data at the root level is invalid.") }
      if try skipDeclaration() { continue }
      return try readElement(0)
    }
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
  }

  private func starts(with text: String) -> Bool {
    let end = position + text.utf8.count
    return end <= bytes.count && bytes[position..<end].elementsEqual(text.utf8)
  }

  /// Skips a declaration or comment; false where neither stands here.
  private mutating func skipDeclaration() throws -> Bool {
    if starts(with: "<?") { return try skip(to: "?>") }
    if starts(with: "<!--") { return try skip(to: "-->") }
    if starts(with: "<!") { throw failure("Document types are not read here.") }
    return false
  }

  private mutating func skip(to end: String) throws -> Bool {
    while position < bytes.count, !starts(with: end) { position += 1 }
    guard position < bytes.count else { throw failure("Unexpected end of file has occurred.") }
    position += end.utf8.count
    return true
  }

  private mutating func readName() throws -> String {
    let start = position
    while position < bytes.count, ![0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E, 0x3D].contains(bytes[position]) {
      position += 1
    }
    guard position > start else { throw failure("A name was expected.") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func readElement(_ depth: Int) throws -> XMLElement {
    guard depth < Self.maximumDepth else { throw failure("The document is nested too deeply.") }
    position += 1
    let element = XMLElement(try readName())
    try readAttributes(of: element)
    if starts(with: "/>") {
      position += 2
      return element
    }
    position += 1
    try readContent(of: element, depth)
    return element
  }

  private mutating func readAttributes(of element: XMLElement) throws {
    while true {
      skipSpace()
      guard position < bytes.count else { throw failure("Unexpected end of file has occurred.") }
      if bytes[position] == 0x3E || starts(with: "/>") { return }
      let name = try readName()
      skipSpace()
      guard position < bytes.count, bytes[position] == 0x3D else { throw failure("An equals sign was expected.") }
      position += 1
      skipSpace()
      guard position < bytes.count, bytes[position] == 0x22 || bytes[position] == 0x27 else {
        throw failure("A quotation mark was expected.")
      }
      let quote = bytes[position]
      position += 1
      let start = position
      while position < bytes.count, bytes[position] != quote { position += 1 }
      element.set(name, try unescaped(bytes[start..<position]))
      position += 1
    }
  }

  private mutating func readContent(of element: XMLElement, _ depth: Int) throws {
    while true {
      let start = position
      while position < bytes.count, bytes[position] != 0x3C { position += 1 }
      guard position < bytes.count else {
        throw failure("Unexpected end of file has occurred. The following elements are not closed: \(element.name).")
      }
      element.append(try unescaped(bytes[start..<position]))
      if starts(with: "</") {
        _ = try skip(to: ">")
        return
      }
      if try skipDeclaration() { continue }
      element.add(try readElement(depth + 1))
    }
  }

  private func unescaped(_ slice: ArraySlice<UInt8>) throws -> String {
    let text = String(decoding: slice, as: UTF8.self)
    guard slice.contains(0x26) else { return text }
    var result = ""
    var parts = text.split(separator: "&", omittingEmptySubsequences: false)[...]
    result += parts.popFirst() ?? ""
    for part in parts {
      guard let end = part.firstIndex(of: ";") else { throw failure("An entity does not end.") }
      result += try entity(part[..<end])
      result += part[part.index(after: end)...]
    }
    return result
  }

  private func entity(_ name: Substring) throws -> String {
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let code = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
      guard name.hasPrefix("#"), let code, let scalar = Unicode.Scalar(code) else {
        throw failure("Reference to undeclared entity '\(name)'.")
      }
      return String(Character(scalar))
    }
  }
}
