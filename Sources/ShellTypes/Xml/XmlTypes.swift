import CLibXML2
import ShellObjects

extension ShellTypes {
  /// XmlDocument, its nodes and their lists.
  static let xmlTypes: [TypeDeclaration] =
    [XmlTypes.node, XmlDocumentType.declaration, XmlTypes.element, XmlTypes.attribute] + XmlTypes.small
    + XmlListTypes.declarations
}

/// XmlNode and the kinds of nodes below it.
enum XmlTypes {
  static let small: [TypeDeclaration] = [
    ("XmlLinkedNode", "XmlNode"), ("XmlCharacterData", "XmlLinkedNode"), ("XmlText", "XmlCharacterData"),
    ("XmlCDataSection", "XmlCharacterData"), ("XmlComment", "XmlCharacterData"), ("XmlWhitespace", "XmlCharacterData"),
    ("XmlSignificantWhitespace", "XmlCharacterData"), ("XmlProcessingInstruction", "XmlLinkedNode"),
    ("XmlDeclaration", "XmlLinkedNode"), ("XmlDocumentType", "XmlLinkedNode"), ("XmlEntityReference", "XmlLinkedNode"),
    ("XmlEntity", "XmlNode"), ("XmlDocumentFragment", "XmlNode"),
  ].map { name, base in
    TypeDeclaration("System.Xml.\(name)", base: "System.Xml.\(base)", of: XmlNode.self) { t in
      guard name == "XmlCharacterData" || name == "XmlProcessingInstruction" else { return }
      t.property("string Data {get;set;}") {
        $0.ownValue
      } set: {
        $0.setText($1.string ?? "")
      }
      if name == "XmlProcessingInstruction" { t.property("string Target {get;}") { $0.name } }
    }
  }

  static let node = TypeDeclaration(
    "System.Xml.XmlNode",
    interfaces: ["System.ICloneable", "System.Collections.IEnumerable", "System.Xml.XPath.IXPathNavigable"],
    of: XmlNode.self
  ) { t in
    addNames(&t)
    addRelatives(&t)
    addContent(&t)
    addChanges(&t)
    XmlSelection.add(&t)
    addBehavior(&t)
  }

  private static func addBehavior(_ t: inout MemberList<XmlNode>) {
    t.behavior.isKeptWhole = true
    t.behavior.text = { value in value.type.fullName }
    t.behavior.equals = { x, y in
      guard let x = x.payload(XmlNode.self), let y = y.payload(XmlNode.self) else { return false }
      return x.pointer == y.pointer
    }
    t.behavior.hash = { $0.payload(XmlNode.self)?.pointer.hashValue ?? 0 }
    t.behavior.elements = { value, body in
      for child in value.payload(XmlNode.self)?.children ?? [] where try !body(child.value) { return }
    }
    t.behavior.getElement = { value, index in
      guard let node = value.payload(XmlNode.self) else { return .null }
      if let name = index.string { return node.elements.first { $0.name.isIdentical(to: name) }?.value ?? .null }
      let children = node.children
      return try index.arrayIndex(count: children.count).map { children[$0].value } ?? .null
    }
    t.behavior.ownProperty = { value, name in value.payload(XmlNode.self).flatMap { XmlAdapter.property($0, name.text) }
    }
    t.behavior.setOwnProperty = { value, name, new in
      guard let node = value.payload(XmlNode.self) else { return false }
      return try XmlAdapter.set(node, name.text, new)
    }
    t.behavior.ownPropertyNames = { value in value.payload(XmlNode.self).map { XmlAdapter.names($0) } ?? [] }
  }

  private static func addNames(_ t: inout MemberList<XmlNode>) {
    t.property("string Name {get;}") { $0.name }
    t.property("string LocalName {get;}") { $0.localName }
    t.property("string NamespaceURI {get;}") { $0.namespaceURI }
    t.property("string Prefix {get;set;}") {
      $0.prefix
    } set: { node, new in
      _ = cxml_set_namespace(node.pointer, new.string, node.namespaceURI)
    }
    t.property("System.Xml.XmlNodeType NodeType {get;}") {
      EnumObject(Int64($0.kind.rawValue == 18 ? 2 : $0.kind.rawValue), PSType.named("System.Xml.XmlNodeType"))
    }
    t.property("string BaseURI {get;}") { _ in "" }
    t.property("bool IsReadOnly {get;}") { _ in false }
    t.method("string GetNamespaceOfPrefix(string prefix)") { this, a in this.namespace(ofPrefix: a.string(0)) }
    t.method("string GetPrefixOfNamespace(string namespaceURI)") { this, a in
      cxml_lookup_prefix(this.pointer, a.string(0)).map { String(cString: $0) } ?? ""
    }
  }

  private static func addRelatives(_ t: inout MemberList<XmlNode>) {
    t.property("System.Xml.XmlNode ParentNode {get;}") { $0.parent }
    t.property("xml OwnerDocument {get;}") { $0.isDocument ? nil : $0.tree.root }
    t.property("System.Xml.XmlNode FirstChild {get;}") { $0.firstChild }
    t.property("System.Xml.XmlNode LastChild {get;}") { $0.lastChild }
    t.property("System.Xml.XmlNode NextSibling {get;}") { $0.next }
    t.property("System.Xml.XmlNode PreviousSibling {get;}") { $0.previous }
    t.property("bool HasChildNodes {get;}") { $0.firstChild != nil }
    t.property("System.Xml.XmlNodeList ChildNodes {get;}") { node in
      XmlNodeList("System.Xml.XmlChildNodes") { node.children }
    }
    t.property("System.Xml.XmlAttributeCollection Attributes {get;}") { node in
      node.isElement ? XmlNodeList("System.Xml.XmlAttributeCollection", owner: node) { node.attributes }.value : .null
    }
    t.method("System.Collections.IEnumerator GetEnumerator()") { this, _ in
      Enumerator.value(this.children.map(\.value), "System.Collections.EnumeratorObject")
    }
    t.method("System.Xml.XmlElement Item(string name) {get;}") { this, a in
      this.elements.first { $0.name.isIdentical(to: a.string(0)) }
    }
  }

  private static func addContent(_ t: inout MemberList<XmlNode>) {
    t.property("string Value {get;set;}") {
      $0.ownValue
    } set: { node, new in
      guard node.ownValue != nil else {
        throw NetException.invalidOperation(
          "Cannot set a value on node type '\(try node.value.property("NodeType").text())'.")
      }
      node.setText(try new.text())
    }
    t.property("string InnerText {get;set;}") {
      $0.innerText
    } set: {
      $0.setText(try $1.text())
    }
    t.property("string InnerXml {get;set;}") {
      XmlMarkup.inner($0)
    } set: { node, new in
      if node.isDocument {
        try node.tree.load(try new.text(), keepsBlanks: false)
      } else {
        try node.setMarkup(try new.text())
      }
    }
    t.property("string OuterXml {get;}") { XmlMarkup.outer($0) }
  }

  static func child(_ a: Arguments, _ index: Int) throws -> XmlNode {
    guard let node = a.payload(index, XmlNode.self) else { throw NetException.argumentNull("newChild") }
    return node
  }

  private static func addChanges(_ t: inout MemberList<XmlNode>) {
    t.method("System.Xml.XmlNode AppendChild(System.Xml.XmlNode newChild)") { this, a in
      if let declaration = a.payload(0, XmlDeclarationText.self) {
        return XmlDocumentType.declare(this, declaration, a[0])
      }
      try this.append(try child(a, 0))
      return a[0]
    }
    t.method("System.Xml.XmlNode PrependChild(System.Xml.XmlNode newChild)") { this, a in
      if let declaration = a.payload(0, XmlDeclarationText.self) {
        return XmlDocumentType.declare(this, declaration, a[0])
      }
      try this.insert(try child(a, 0), before: this.firstChild)
      return a[0]
    }
    t.method("System.Xml.XmlNode InsertBefore(System.Xml.XmlNode newChild, System.Xml.XmlNode refChild)") { this, a in
      if let declaration = a.payload(0, XmlDeclarationText.self) {
        return XmlDocumentType.declare(this, declaration, a[0])
      }
      try this.insert(try child(a, 0), before: a.payload(1, XmlNode.self))
      return a[0]
    }
    t.method("System.Xml.XmlNode InsertAfter(System.Xml.XmlNode newChild, System.Xml.XmlNode refChild)") { this, a in
      guard let reference = a.payload(1, XmlNode.self) else {
        try this.insert(try child(a, 0), before: this.firstChild)
        return a[0]
      }
      try this.insert(try child(a, 0), before: reference.next)
      return a[0]
    }
    t.method("System.Xml.XmlNode RemoveChild(System.Xml.XmlNode oldChild)") { this, a in
      let old = try child(a, 0)
      guard old.parent?.pointer == this.pointer else {
        throw NetException.argument("The node to be removed is not a child of this node.")
      }
      old.unlink()
      return a[0]
    }
    t.method("System.Xml.XmlNode ReplaceChild(System.Xml.XmlNode newChild, System.Xml.XmlNode oldChild)") { this, a in
      let old = try child(a, 1)
      try this.insert(try child(a, 0), before: old)
      old.unlink()
      return a[1]
    }
    t.method("void RemoveAll()") { this, _ in
      for node in this.children { node.unlink() }
      for attribute in this.attributes { this.removeAttribute(attribute.name) }
      return Value.void
    }
    for (signature, isDeep) in [("Clone()", true), ("CloneNode(bool deep)", false)] {
      t.method("System.Xml.XmlNode \(signature)") { this, a in
        if this.isDocument { return try XmlDocumentType.copy(this).value }
        return this.copy(to: this.tree, deep: isDeep || a.bool(0))?.value ?? .null
      }
    }
    t.method("void Normalize()") { _, _ in Value.void }
  }

  static let attribute = TypeDeclaration("System.Xml.XmlAttribute", base: "System.Xml.XmlNode", of: XmlNode.self) { t in
    t.property("System.Xml.XmlElement OwnerElement {get;}") { $0.parent }
    t.property("System.Xml.XmlNode ParentNode {get;}") { _ in Value.null }
    t.property("bool Specified {get;}") { _ in true }
  }

  static let element = TypeDeclaration("System.Xml.XmlElement", base: "System.Xml.XmlLinkedNode", of: XmlNode.self) {
    t in
    t.property("bool HasAttributes {get;}") { !$0.attributes.isEmpty }
    t.property("bool IsEmpty {get;set;}") {
      $0.firstChild == nil
    } set: { _, _ in
    }
    t.method("string GetAttribute(string name)") { this, a in attributeText(this, a.string(0)) }
    t.method("string GetAttribute(string localName, string namespaceURI)") { this, a in found(this, a)?.ownValue ?? "" }
    t.method("System.Xml.XmlAttribute GetAttributeNode(string name)") { this, a in this.attribute(a.string(0)) }
    t.method("System.Xml.XmlAttribute GetAttributeNode(string localName, string namespaceURI)") { this, a in
      found(this, a)
    }
    t.method("bool HasAttribute(string name)") { this, a in
      this.attribute(a.string(0)) != nil || !attributeText(this, a.string(0)).isEmpty
    }
    t.method("bool HasAttribute(string localName, string namespaceURI)") { this, a in found(this, a) != nil }
    t.method("void SetAttribute(string name, string value)") { this, a in
      this.setAttribute(a.string(0), "", a.string(1))
      return Value.void
    }
    t.method("string SetAttribute(string localName, string namespaceURI, string value)") { this, a in
      this.setAttribute(a.string(0), a.string(1), a.string(2))
      return a.string(2)
    }
    t.method("System.Xml.XmlAttribute SetAttributeNode(System.Xml.XmlAttribute newAttr)") { this, a in
      let new = try child(a, 0)
      this.setAttribute(new.name, new.namespaceURI, new.ownValue ?? "")
      return Value.null
    }
    t.method("void RemoveAttribute(string name)") { this, a in
      this.removeAttribute(a.string(0))
      return Value.void
    }
    t.method("System.Xml.XmlAttribute RemoveAttributeNode(System.Xml.XmlAttribute oldAttr)") { this, a in
      this.removeAttribute(try child(a, 0).name)
      return a[0]
    }
    t.method("void RemoveAllAttributes()") { this, _ in
      for attribute in this.attributes { this.removeAttribute(attribute.name) }
      return Value.void
    }
    t.method("System.Xml.XmlNodeList GetElementsByTagName(string name)") { this, a in
      XmlNodeList("System.Xml.XmlElementList") { this.descendants(a.string(0)) }
    }
  }

  private static func attributeText(_ node: XmlNode, _ name: String) -> String {
    if let attribute = node.attribute(name) { return attribute.ownValue ?? "" }
    guard name.hasPrefix("xmlns") else { return "" }
    let prefix = String(name.dropFirst("xmlns".count).drop { $0 == ":" })
    return node.namespaceDeclarations.first { $0.prefix.isIdentical(to: prefix) }?.uri ?? ""
  }

  private static func found(_ node: XmlNode, _ a: Arguments) -> XmlNode? {
    node.attributes.first { $0.localName.isIdentical(to: a.string(0)) && $0.namespaceURI.isIdentical(to: a.string(1)) }
  }
}
