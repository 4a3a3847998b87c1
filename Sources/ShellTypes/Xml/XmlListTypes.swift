import ShellObjects

/// A list of nodes that follows the tree: children, attributes, or what a query found.
final class XmlNodeList: ValueRepresentable {
  private let typeName: String
  let owner: XmlNode?
  private let list: () -> [XmlNode]

  init(_ typeName: String, owner: XmlNode? = nil, _ list: @escaping () -> [XmlNode]) {
    self.typeName = typeName
    self.owner = owner
    self.list = list
  }

  var nodes: [XmlNode] { list() }
  var value: Value { .object(Box(self, PSType.named(typeName))) }
}

/// XmlNodeList, XmlAttributeCollection and XmlNamespaceManager.
enum XmlListTypes {
  static let declarations: [TypeDeclaration] = [
    list("System.Xml.XmlNodeList", nil), list("System.Xml.XmlChildNodes", "System.Xml.XmlNodeList"),
    list("System.Xml.XmlElementList", "System.Xml.XmlNodeList"),
    list("System.Xml.XPathNodeList", "System.Xml.XmlNodeList"),
    list("System.Xml.XmlAttributeCollection", nil), namespaces, TypeDeclaration("System.Xml.XmlNameTable"),
    TypeDeclaration("System.Xml.NameTable", base: "System.Xml.XmlNameTable", of: NameTable.self) { t in
      let type = t.type
      t.constructor("System.Xml.NameTable new()") { _ in Value.object(Box(NameTable(), type)) }
    },
  ]

  private struct NameTable: Sendable {}

  private static func list(_ name: String, _ base: String?) -> TypeDeclaration {
    TypeDeclaration(
      name, base: base, interfaces: ["System.Collections.IEnumerable", "System.Collections.ICollection"],
      of: XmlNodeList.self
    ) { t in
      t.property("int Count {get;}") { $0.nodes.count }
      t.method("System.Collections.IEnumerator GetEnumerator()") { this, _ in
        Enumerator.value(this.nodes.map(\.value), "System.Collections.EnumeratorObject")
      }
      t.method("System.Xml.XmlNode Item(int index)") { this, a in
        let nodes = this.nodes
        return nodes.indices.contains(a.int(0)) ? nodes[a.int(0)].value : .null
      }
      t.method("System.Xml.XmlNode ItemOf(int i) {get;}") { this, a in
        let nodes = this.nodes
        return nodes.indices.contains(a.int(0)) ? nodes[a.int(0)].value : .null
      }
      if name.hasSuffix("AttributeCollection") { addAttributes(&t) }
      t.behavior.count = { $0.payload(XmlNodeList.self)?.nodes.count ?? 0 }
      t.behavior.elements = { value, body in
        for node in value.payload(XmlNodeList.self)?.nodes ?? [] where try !body(node.value) { return }
      }
      t.behavior.getElement = { value, index in
        guard let nodes = value.payload(XmlNodeList.self)?.nodes else { return .null }
        if let name = index.string { return nodes.first { $0.name.isIdentical(to: name) }?.value ?? .null }
        return try index.arrayIndex(count: nodes.count).map { nodes[$0].value } ?? .null
      }
    }
  }

  private static func addAttributes(_ t: inout MemberList<XmlNodeList>) {
    t.method("System.Xml.XmlNode GetNamedItem(string name)") { this, a in
      this.nodes.first { $0.name.isIdentical(to: a.string(0)) }
    }
    for name in ["Append", "Prepend"] {
      t.method("System.Xml.XmlAttribute \(name)(System.Xml.XmlAttribute node)") { this, a in
        let new = try XmlTypes.child(a, 0)
        this.owner?.setAttribute(new.name, new.namespaceURI, new.ownValue ?? "")
        return a[0]
      }
    }
    t.method("System.Xml.XmlNode SetNamedItem(System.Xml.XmlNode node)") { this, a in
      let new = try XmlTypes.child(a, 0)
      this.owner?.setAttribute(new.name, new.namespaceURI, new.ownValue ?? "")
      return a[0]
    }
    t.method("System.Xml.XmlAttribute Remove(System.Xml.XmlAttribute node)") { this, a in
      this.owner?.removeAttribute(try XmlTypes.child(a, 0).name)
      return a[0]
    }
    t.method("System.Xml.XmlNode RemoveNamedItem(string name)") { this, a in
      this.owner?.removeAttribute(a.string(0))
      return Value.null
    }
    t.method("void RemoveAll()") { this, _ in
      for node in this.nodes { this.owner?.removeAttribute(node.name) }
      return Value.void
    }
  }

  private static let namespaces = TypeDeclaration(
    "System.Xml.XmlNamespaceManager", interfaces: ["System.Collections.IEnumerable"], of: NamespaceTable.self
  ) { t in
    let type = t.type
    t.constructor("System.Xml.XmlNamespaceManager new(System.Xml.XmlNameTable nameTable)") { _ in
      Value.object(Box(NamespaceTable(), type))
    }
    t.method("void AddNamespace(string prefix, string uri)") { this, a in
      this.add(a.string(0), a.string(1))
      return Value.void
    }
    t.method("void RemoveNamespace(string prefix, string uri)") { this, a in
      this.remove(a.string(0))
      return Value.void
    }
    t.method("bool HasNamespace(string prefix)") { this, a in this.uri(a.string(0)) != nil }
    t.method("string LookupNamespace(string prefix)") { this, a in this.uri(a.string(0)) }
    t.property("string DefaultNamespace {get;}") { $0.uri("") ?? "" }
  }
}
