import CLibXML2
import ShellObjects

/// An XML document in memory; freed when nothing refers to it or one of its nodes.
final class XmlTree {
  private(set) var pointer: OpaquePointer
  /// What the text's `<?xml …?>` says; nil where it has none.
  var declaration: XmlDeclarationText?
  /// Whether white space between elements is kept when a text is read.
  var keepsBlanks = false

  init() throws {
    var failure = cxml_error()
    guard let made = cxml_document_new(&failure) else { throw XmlTree.exception(&failure) }
    pointer = made
  }

  deinit { cxml_document_free(pointer) }

  var root: XmlNode { XmlNode(self, cxml_document_node(pointer)) }

  /// Replaces the content by that of a text; white space between elements is dropped unless it is kept.
  func load(_ text: String, keepsBlanks: Bool) throws {
    var failure = cxml_error()
    var text = text
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    let options =
      keepsBlanks
      ? CXML_READ_SUBSTITUTE_ENTITIES.rawValue : CXML_READ_SUBSTITUTE_ENTITIES.rawValue | CXML_READ_DROP_BLANKS.rawValue
    let count = text.utf8.count
    guard let parsed = cxml_parse(text, count, "UTF-8", Int32(options), &failure) else {
      throw XmlTree.exception(&failure)
    }
    cxml_document_free(pointer)
    pointer = parsed
    declaration = XmlDeclarationText(text)
  }

  /// The exception for a failure of the library, which it frees.
  static func exception(_ failure: inout cxml_error) -> NetException {
    defer { cxml_error_free(&failure) }
    let message = failure.message.map { String(cString: $0) } ?? "An XML error has occurred."
    var made = NetException(
      "System.Xml.XmlException", "\(message) Line \(failure.line), position \(failure.column).")
    made.fields["LineNumber"] = .int32(Int32(failure.line))
    made.fields["LinePosition"] = .int32(Int32(failure.column))
    return made
  }
}

/// The `<?xml …?>` at the start of a document.
struct XmlDeclarationText {
  var version = "1.0"
  var encoding = ""
  var standalone = ""

  init(version: String, encoding: String, standalone: String) {
    self.version = version
    self.encoding = encoding
    self.standalone = standalone
  }

  /// Reads the start of a text; nil where it has no declaration.
  init?(_ text: String) {
    guard text.hasPrefix("<?xml "), let end = text.range(of: "?>") else { return nil }
    let inside = text[..<end.lowerBound]
    func value(_ name: String) -> String? {
      guard let start = inside.range(of: name + "=") else { return nil }
      let rest = inside[start.upperBound...]
      guard let quote = rest.first, let close = rest.dropFirst().firstIndex(of: quote) else { return nil }
      return String(rest[rest.index(after: rest.startIndex)..<close])
    }
    version = value("version") ?? "1.0"
    encoding = value("encoding") ?? ""
    standalone = value("standalone") ?? ""
  }

  var attributes: String {
    "version=\"\(version)\"" + (encoding.isEmpty ? "" : " encoding=\"\(encoding)\"")
      + (standalone.isEmpty ? "" : " standalone=\"\(standalone)\"")
  }

  var text: String { "<?xml \(attributes)?>" }
}

extension String {
  /// Where a text first stands in this one, by code units.
  fileprivate func range(of part: String) -> Range<Index>? { self[...].range(of: part) }
}

extension Substring {
  fileprivate func range(of part: String) -> Range<Index>? {
    let wanted = Array(part.utf8)
    var start = startIndex
    while start < endIndex {
      if self[start...].utf8.starts(with: wanted) {
        return start..<utf8.index(start, offsetBy: wanted.count)
      }
      start = utf8.index(after: start)
    }
    return nil
  }
}
