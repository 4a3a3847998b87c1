import CLibXML2

/// An XML text that cannot be read, with the place.
struct XMLError: Error, Equatable, CustomStringConvertible {
  let message: String
  /// From 1; 0 where unknown.
  let line: Int
  let column: Int

  var description: String { line > 0 ? "\(message) (line \(line), column \(column))" : message }
}

/// A document of libxml2, alive as long as this object or a node of it.
///
/// Names with any characters survive: nothing is ever put together by joining strings.
final class XMLTree {
  fileprivate let document: OpaquePointer

  /// Throws where the text is not well-formed, or libxml2 is not installed.
  init(_ text: String) throws(XMLError) {
    var text = text
    var error = cxml_error()
    let parsed = text.withUTF8 { bytes -> OpaquePointer? in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { return cxml_parse("", 0, "UTF-8", 0, &error) }
        return cxml_parse(start, characters.count, "UTF-8", 0, &error)
      }
    }
    document = try XMLTree.checked(parsed, &error)
  }

  /// A document with one element.
  init(element name: String) throws(XMLError) {
    var error = cxml_error()
    document = try XMLTree.checked(cxml_document_new(&error), &error)
    guard let element = cxml_new_element(document, name) else {
      throw XMLError(message: "There is no memory for an XML element.", line: 0, column: 0)
    }
    cxml_append(cxml_document_node(document), element)
  }

  deinit { cxml_document_free(document) }

  /// The outermost element; every document that was read has one.
  var root: XMLElement? { cxml_document_element(document).map { XMLElement(self, $0) } }

  private static func checked(_ found: OpaquePointer?, _ error: inout cxml_error) throws(XMLError) -> OpaquePointer {
    defer { cxml_error_free(&error) }
    if let found { return found }
    let message = error.message.map { String(cString: $0) } ?? "The text is not well-formed XML."
    throw XMLError(message: message, line: Int(error.line), column: Int(error.column))
  }
}

/// An element of a document.
struct XMLElement {
  private let tree: XMLTree
  private let node: OpaquePointer

  fileprivate init(_ tree: XMLTree, _ node: OpaquePointer) {
    self.tree = tree
    self.node = node
  }

  /// Without its prefix.
  var name: String { cxml_name(node).map { String(cString: $0) } ?? "" }
  var namespace: String? { cxml_namespace_uri(node).map { String(cString: $0) } }
  var text: String { XMLElement.taken(cxml_text(node)) ?? "" }

  /// The elements directly below.
  var children: [XMLElement] {
    var result: [XMLElement] = []
    var next = cxml_first_child(node)
    while let child = next {
      if cxml_type(child) == CXML_ELEMENT { result.append(XMLElement(tree, child)) }
      next = cxml_next(child)
    }
    return result
  }

  func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The first element with this name directly below.
  func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// The element that a path of names leads to, the first at each level.
  func descendant(_ names: String...) -> XMLElement? {
    names.reduce(self as XMLElement?) { $0?.child($1) }
  }

  subscript(attribute: String) -> String? { XMLElement.taken(cxml_attribute(node, attribute, nil)) }

  // MARK: Changing

  func set(_ attribute: String, _ value: String) { cxml_set_attribute(node, nil, attribute, nil, value) }

  /// Adds an element at the end, in `namespace` where one is given (declared with `prefix` where needed).
  @discardableResult
  func append(_ name: String, namespace: String? = nil, prefix: String? = nil) -> XMLElement? {
    guard let document = cxml_document_of(node), let child = cxml_new_element(document, name) else { return nil }
    cxml_append(node, child)
    if let namespace { cxml_set_namespace(child, prefix, namespace) }
    return XMLElement(tree, child)
  }

  /// Adds a copy of an element of this or another document at the end.
  func append(copyOf element: XMLElement) {
    guard let document = cxml_document_of(node), let copy = cxml_copy(element.node, document, true) else { return }
    cxml_append(node, copy)
  }

  /// Puts the element itself into a namespace.
  func setNamespace(_ uri: String, prefix: String?) { cxml_set_namespace(node, prefix, uri) }

  /// Takes the element and all below it away for ever; it may not be used after.
  func remove() {
    cxml_unlink(node)
    cxml_free_node(node)
  }

  /// The element as XML.
  var xml: String { XMLElement.taken(cxml_serialise(node, Int32(CXML_WRITE_PLAIN.rawValue))) ?? "" }

  private static func taken(_ text: UnsafeMutablePointer<CChar>?) -> String? {
    guard let text else { return nil }
    defer { cxml_free(text) }
    return String(cString: text)
  }
}
