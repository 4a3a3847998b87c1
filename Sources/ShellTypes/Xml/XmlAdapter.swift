import CLibXML2
import ShellObjects

/// PowerShell's view of XML: attributes and child elements are properties of their parent.
enum XmlAdapter {
  /// The property of a name: attributes first, then child nodes; several become an array.
  static func property(_ node: XmlNode, _ name: String) -> Value? {
    var found: [Value] = []
    if let attribute = node.attributes.first(where: { $0.localName.equalsName(name) }) {
      found.append(.string(attribute.ownValue ?? ""))
    }
    if node.isDocument, name.equalsName("xml"), let declaration = node.tree.declaration {
      found.append(.string(declaration.attributes))
    }
    for child in node.children where child.localName.equalsName(name) { found.append(value(child)) }
    switch found.count {
    case 0: return nil
    case 1: return found[0]
    default: return Value(found)
    }
  }

  /// A child as a property shows it: an element that holds only text is the text.
  static func value(_ node: XmlNode) -> Value {
    switch node.kind {
    case CXML_TEXT, CXML_CDATA, CXML_COMMENT: return .string(node.ownValue ?? "")
    case CXML_PROCESSING_INSTRUCTION: return .string(node.ownValue ?? "")
    default: break
    }
    guard node.isElement, node.attributes.isEmpty, node.namespaceDeclarations.isEmpty else { return node.value }
    let children = node.children
    if children.isEmpty { return .string("") }
    if children.count == 1, children[0].kind == CXML_TEXT { return .string(children[0].ownValue ?? "") }
    return node.value
  }

  /// The names of the properties, in document order.
  static func names(_ node: XmlNode) -> [String] {
    var names: [String] = []
    func add(_ name: String) { if !names.contains(where: { $0.equalsName(name) }) { names.append(name) } }
    if node.isDocument, node.tree.declaration != nil { add("xml") }
    node.attributes.forEach { add($0.name) }
    node.namespaceDeclarations.forEach { add($0.prefix.isEmpty ? "xmlns" : "xmlns:" + $0.prefix) }
    node.children.forEach { add($0.name) }
    return names
  }

  /// Sets an attribute, or the text of the one child of that name; false where there is none.
  static func set(_ node: XmlNode, _ name: String, _ value: Value) throws -> Bool {
    let attribute = node.attributes.first { $0.localName.equalsName(name) }
    let children = node.children.filter { $0.localName.equalsName(name) }
    guard attribute != nil || !children.isEmpty else { return false }
    guard let text = value.string else {
      throw ShellError(
        "System.Management.Automation.SetValueException",
        "Cannot set \"\(name)\" because only strings can be used as values to set XmlNode properties.",
        id: "XmlNodeSetShouldBeAString", .invalidOperation)
    }
    if let attribute, children.isEmpty {
      node.setAttribute(attribute.name, attribute.namespaceURI, text)
      return true
    }
    guard attribute == nil, children.count == 1 else {
      throw ShellError(
        "System.Management.Automation.SetValueException",
        "Cannot set \"\(name)\" because there is more than one node with that name.",
        id: "XmlNodeSetRestrictionsMoreThanOneNode", .invalidOperation)
    }
    guard !children[0].isElement || (children[0].elements.isEmpty && children[0].attributes.isEmpty) else {
      throw ShellError(
        "System.Management.Automation.SetValueException",
        "The property \"\(name)\" cannot be found on this object. Verify that the property exists and can be set.",
        id: "XmlNodeSetRestrictionsNonTextNode", .invalidOperation)
    }
    children[0].setText(text)
    return true
  }
}
