import CLibXML2
import ShellObjects

/// A node of an XML document: the document, which it keeps alive, and the place in it.
struct XmlNode: ValueRepresentable {
  let tree: XmlTree
  let pointer: OpaquePointer

  init(_ tree: XmlTree, _ pointer: OpaquePointer) {
    self.tree = tree
    self.pointer = pointer
  }

  init?(_ tree: XmlTree, _ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.init(tree, pointer)
  }

  var kind: cxml_node_type { cxml_type(pointer) }
  var isElement: Bool { kind == CXML_ELEMENT }
  var isDocument: Bool { kind == CXML_DOCUMENT }

  private static let typeNames: [UInt32: String] = [
    1: "XmlElement", 2: "XmlAttribute", 3: "XmlText", 4: "XmlCDataSection", 5: "XmlEntityReference", 6: "XmlEntity",
    7: "XmlProcessingInstruction", 8: "XmlComment", 9: "XmlDocument", 10: "XmlDocumentType", 11: "XmlDocumentFragment",
    18: "XmlAttribute",
  ]

  var value: Value {
    .object(Box(self, PSType.named("System.Xml." + (Self.typeNames[kind.rawValue] ?? "XmlNode"))))
  }

  // MARK: Names

  private static func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }

  private static func owned(_ text: UnsafeMutablePointer<CChar>?) -> String {
    guard let text else { return "" }
    defer { cxml_free(text) }
    return String(cString: text)
  }

  var prefix: String { Self.string(cxml_prefix(pointer)) }
  var namespaceURI: String { Self.string(cxml_namespace_uri(pointer)) }

  var localName: String {
    switch kind {
    case CXML_TEXT: "#text"
    case CXML_CDATA: "#cdata-section"
    case CXML_COMMENT: "#comment"
    case CXML_DOCUMENT: "#document"
    case CXML_DOCUMENT_FRAGMENT: "#document-fragment"
    default: Self.string(cxml_name(pointer))
    }
  }

  var name: String { prefix.isEmpty ? localName : prefix + ":" + localName }

  // MARK: Content

  /// The node's own text: of texts, comments, instructions and attributes; nil for others.
  var ownValue: String? {
    switch kind {
    case CXML_ATTRIBUTE: Self.owned(cxml_text(pointer))
    case CXML_TEXT, CXML_CDATA, CXML_COMMENT, CXML_PROCESSING_INSTRUCTION: Self.string(cxml_value(pointer))
    default: nil
    }
  }

  /// All text below the node.
  var innerText: String { ownValue ?? Self.owned(cxml_text(pointer)) }

  func setText(_ text: String) { cxml_set_text(pointer, text) }

  func setMarkup(_ markup: String) throws {
    for child in children { child.unlink() }
    var failure = cxml_error()
    if !cxml_append_markup(pointer, markup, markup.utf8.count, &failure) { throw XmlTree.exception(&failure) }
  }

  // MARK: Relatives

  private func make(_ pointer: OpaquePointer?) -> XmlNode? { XmlNode(tree, pointer) }

  var parent: XmlNode? { make(cxml_parent(pointer)) }
  var firstChild: XmlNode? { kind == CXML_ATTRIBUTE ? nil : make(cxml_first_child(pointer)) }
  var lastChild: XmlNode? { kind == CXML_ATTRIBUTE ? nil : make(cxml_last_child(pointer)) }
  var next: XmlNode? { kind == CXML_ATTRIBUTE ? nil : make(cxml_next(pointer)) }
  var previous: XmlNode? { kind == CXML_ATTRIBUTE ? nil : make(cxml_previous(pointer)) }

  var children: [XmlNode] {
    var all: [XmlNode] = []
    var child = firstChild
    while let node = child {
      all.append(node)
      child = node.next
    }
    return all
  }

  var elements: [XmlNode] { children.filter(\.isElement) }

  var attributes: [XmlNode] {
    guard isElement else { return [] }
    var all: [XmlNode] = []
    var next = cxml_first_attribute(pointer)
    while let attribute = next {
      all.append(XmlNode(tree, attribute))
      next = cxml_next(attribute)
    }
    return all
  }

  /// The `xmlns` declarations written on the element.
  var namespaceDeclarations: [(prefix: String, uri: String)] {
    guard isElement else { return [] }
    var all: [(String, String)] = []
    var prefix: UnsafePointer<CChar>?
    var uri: UnsafePointer<CChar>?
    while cxml_namespace_declaration(pointer, all.count, &prefix, &uri) {
      all.append((Self.string(prefix), Self.string(uri)))
    }
    return all
  }

  func attribute(_ name: String) -> XmlNode? { attributes.first { $0.name.isIdentical(to: name) } }

  func namespace(ofPrefix prefix: String) -> String {
    Self.string(cxml_lookup_namespace(pointer, prefix.isEmpty ? nil : prefix))
  }

  /// The elements below with this name, in document order; `*` means every one.
  func descendants(_ name: String) -> [XmlNode] {
    var found: [XmlNode] = []
    for child in children {
      if child.isElement, name == "*" || child.name.isIdentical(to: name) { found.append(child) }
      found += child.descendants(name)
    }
    return found
  }

  // MARK: Changes

  func setAttribute(_ name: String, _ uri: String, _ value: String) {
    let parts = name.split(separator: ":", maxSplits: 1).map { String($0) }
    if parts.count == 2, parts[0] == "xmlns" {
      _ = cxml_declare_namespace(pointer, parts[1], value)
    } else if name == "xmlns" {
      _ = cxml_declare_namespace(pointer, nil, value)
    } else if let prefix = parts.count == 2 ? parts[0] : nil {
      _ = cxml_set_attribute(pointer, prefix, parts[1], uri.isEmpty ? namespace(ofPrefix: prefix) : uri, value)
    } else {
      _ = cxml_set_attribute(pointer, nil, name, uri.isEmpty ? nil : uri, value)
    }
  }

  func removeAttribute(_ name: String) {
    guard let found = attribute(name) else { return }
    _ = cxml_remove_attribute(pointer, found.localName, found.namespaceURI.isEmpty ? nil : found.namespaceURI)
  }

  func unlink() { cxml_unlink(pointer) }

  private func check(_ node: XmlNode) throws {
    guard node.tree === tree else {
      throw NetException.argument("The node to be inserted is from a different document context.")
    }
  }

  func append(_ node: XmlNode) throws {
    try check(node)
    if cxml_append(pointer, node.pointer) { return }
    throw isDocument
      ? NetException.invalidOperation("This document already has a 'DocumentElement' node.")
      : NetException.argument("Cannot insert a node or any ancestor of that node as a child of itself.")
  }

  func insert(_ node: XmlNode, before reference: XmlNode?) throws {
    guard let reference else { return try append(node) }
    try check(node)
    guard reference.parent?.pointer == pointer else {
      throw NetException.argument("The reference node is not a child of this node.")
    }
    if !cxml_insert_before(reference.pointer, node.pointer) {
      throw NetException.argument("Cannot insert a node or any ancestor of that node as a child of itself.")
    }
  }

  func copy(to target: XmlTree, deep: Bool) -> XmlNode? {
    XmlNode(target, cxml_copy(pointer, target.pointer, deep))
  }
}
