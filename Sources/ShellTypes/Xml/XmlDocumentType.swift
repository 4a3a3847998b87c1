import CLibXML2
import ShellObjects

extension XmlDeclarationText: ValueRepresentable {
  var value: Value { .object(Box(self, PSType.named("System.Xml.XmlDeclaration"))) }
}

/// System.Xml.XmlDocument.
enum XmlDocumentType {
  static let declaration = TypeDeclaration(
    "System.Xml.XmlDocument", accelerators: ["xml"], base: "System.Xml.XmlNode", of: XmlNode.self
  ) { t in
    let type = t.type
    t.constructor("xml new()") { _ in try XmlTree().root }
    t.property("System.Xml.XmlElement DocumentElement {get;}") {
      XmlNode($0.tree, cxml_document_element($0.tree.pointer))
    }
    t.property("System.Xml.XmlDocumentType DocumentType {get;}") { node in
      node.children.first { $0.kind == CXML_DOCUMENT_TYPE }
    }
    t.property("bool PreserveWhitespace {get;set;}") {
      $0.tree.keepsBlanks
    } set: {
      $0.tree.keepsBlanks = $1.isTrue
    }
    t.property("System.Xml.XmlNameTable NameTable {get;}") { _ in Value.null }
    addLoading(&t)
    addSaving(&t)
    addCreation(&t)
    t.method("System.Xml.XmlNodeList GetElementsByTagName(string name)") { this, a in
      XmlNodeList("System.Xml.XmlElementList") { this.descendants(a.string(0)) }
    }
    t.behavior.convert = { value, wanted in
      guard wanted === type, let text = try source(value) else { return nil }
      return try parsed(text).value
    }
  }

  /// The text that a cast to XML reads: a string, or the lines of an array.
  private static func source(_ value: Value) throws -> String? {
    if let text = value.string { return text }
    guard value.isEnumerable else { return nil }
    return try value.enumerated().map { try $0.text() }.joined(separator: "\n")
  }

  /// A document from text, as a cast makes it; an empty text makes an empty document.
  static func parsed(_ text: String) throws -> XmlNode {
    let tree = try XmlTree()
    if TextTrimming.trimmed(text).isEmpty { return tree.root }
    do { try tree.load(text, keepsBlanks: false) } catch let error as NetException {
      throw ShellError(
        "System.Management.Automation.PSInvalidCastException",
        "Cannot convert value \"\(text)\" to type \"System.Xml.XmlDocument\". Error: \"\(error.message)\"",
        id: "InvalidCastToXmlDocument", .invalidArgument, inner: ExceptionObject(error))
    }
    return tree.root
  }

  static func copy(_ node: XmlNode) throws -> XmlNode {
    let tree = try XmlTree()
    tree.declaration = node.tree.declaration
    for child in node.children {
      if let copy = child.copy(to: tree, deep: true) { try tree.root.append(copy) }
    }
    return tree.root
  }

  /// Takes an XmlDeclaration into the document, as appending or inserting it does.
  static func declare(_ node: XmlNode, _ declaration: XmlDeclarationText, _ value: Value) -> Value {
    node.tree.declaration = declaration
    return value
  }

  private static func addLoading(_ t: inout MemberList<XmlNode>) {
    @Sendable func load(_ this: XmlNode, _ text: String) throws -> Value {
      try this.tree.load(text, keepsBlanks: this.tree.keepsBlanks)
      return .void
    }
    t.method("void LoadXml(string xml)") { this, a in try load(this, a.string(0)) }
    t.method("void Load(string filename)") { this, a in
      try load(this, try FileContent.text(try FileFailure.absolute(a, 0, "filename")))
    }
    t.method("void Load(System.IO.TextReader txtReader)") { this, a in
      try load(this, try a.payload(0, TextReader.self)?.readToEnd() ?? "")
    }
    t.method("void Load(System.IO.Stream inStream)") { this, a in
      try load(this, try TextEncoding.utf8.fileText(try a.payload(0, ByteStream.self)?.rest() ?? []))
    }
  }

  private static func addSaving(_ t: inout MemberList<XmlNode>) {
    @Sendable func bytes(_ this: XmlNode) -> [UInt8] {
      let encoding = this.tree.declaration.flatMap { TextEncoding.named($0.encoding) } ?? .utf8
      return (this.tree.declaration == nil ? [] : encoding.mark)
        + encoding.bytes(XmlMarkup.document(this, encoding: nil))
    }
    t.method("void Save(string filename)") { this, a in
      try FileContent.write(bytes(this), to: try FileFailure.absolute(a, 0, "filename"))
      return Value.void
    }
    t.method("void Save(System.IO.TextWriter writer)") { this, a in
      guard let writer = a.payload(0, TextWriter.self) else { throw NetException.argumentNull("writer") }
      try writer.write(XmlMarkup.document(this, encoding: writer.encoding.webName))
      return Value.void
    }
    t.method("void Save(System.IO.Stream outStream)") { this, a in
      guard let stream = a.payload(0, ByteStream.self) else { throw NetException.argumentNull("outStream") }
      try stream.write(bytes(this))
      return Value.void
    }
  }

  private static func checkName(_ name: String) throws {
    if name.isEmpty {
      throw NetException.argument("The local name for elements or attributes cannot be null or an empty string.")
    }
    for unit in name.utf16 where unit <= 0x20 || [0x3C, 0x3E, 0x26, 0x22, 0x27, 0x2F].contains(unit) {
      throw NetException(
        "System.Xml.XmlException",
        "The '\(String(utf16CodeUnits: unit))' character, hexadecimal value 0x\(String(unit, radix: 16, uppercase: true)), cannot be included in a name."
      )
    }
  }

  private static func node(_ this: XmlNode, _ pointer: OpaquePointer?) -> XmlNode? { XmlNode(this.tree, pointer) }

  private static func element(_ this: XmlNode, _ prefix: String, _ name: String, _ uri: String) throws -> XmlNode? {
    try checkName(name)
    guard let made = cxml_new_element(this.tree.pointer, name) else { return nil }
    if !uri.isEmpty { _ = cxml_set_namespace(made, prefix.isEmpty ? nil : prefix, uri) }
    return XmlNode(this.tree, made)
  }

  /// An attribute outside any element: one on an element of its own that nobody sees.
  private static func attribute(_ this: XmlNode, _ prefix: String, _ name: String, _ uri: String) throws -> XmlNode? {
    try checkName(name)
    guard let holder = cxml_new_element(this.tree.pointer, "holder") else { return nil }
    let made = cxml_set_attribute(holder, prefix.isEmpty ? nil : prefix, name, uri.isEmpty ? nil : uri, "")
    return XmlNode(this.tree, made)
  }

  private static func split(_ name: String) -> (String, String) {
    guard let colon = name.firstIndex(of: ":") else { return ("", name) }
    return (String(name[..<colon]), String(name[name.index(after: colon)...]))
  }

  private static func addCreation(_ t: inout MemberList<XmlNode>) {
    for (kind, make) in [("Element", element), ("Attribute", attribute)]
      as [(String, @Sendable (XmlNode, String, String, String) throws -> XmlNode?)]
    {
      let result = "System.Xml.Xml\(kind)"
      t.method("\(result) Create\(kind)(string name)") { this, a in
        let (prefix, local) = split(a.string(0))
        return try make(this, prefix, local, "")
      }
      t.method("\(result) Create\(kind)(string qualifiedName, string namespaceURI)") { this, a in
        let (prefix, local) = split(a.string(0))
        return try make(this, prefix, local, a.string(1))
      }
      t.method("\(result) Create\(kind)(string prefix, string localName, string namespaceURI)") { this, a in
        try make(this, a.string(0), a.string(1), a.string(2))
      }
    }
    t.method("System.Xml.XmlText CreateTextNode(string text)") { this, a in
      node(this, cxml_new_text(this.tree.pointer, a.string(0)))
    }
    t.method("System.Xml.XmlCDataSection CreateCDataSection(string data)") { this, a in
      node(this, cxml_new_cdata(this.tree.pointer, a.string(0)))
    }
    t.method("System.Xml.XmlComment CreateComment(string data)") { this, a in
      node(this, cxml_new_comment(this.tree.pointer, a.string(0)))
    }
    t.method("System.Xml.XmlProcessingInstruction CreateProcessingInstruction(string target, string data)") { this, a in
      node(this, cxml_new_instruction(this.tree.pointer, a.string(0), a.string(1)))
    }
    t.method("System.Xml.XmlDocumentFragment CreateDocumentFragment()") { this, _ in
      node(this, cxml_new_fragment(this.tree.pointer))
    }
    t.method("System.Xml.XmlDeclaration CreateXmlDeclaration(string version, string encoding, string standalone)") {
      _, a in
      XmlDeclarationText(version: a.string(0), encoding: a.string(1), standalone: a.string(2))
    }
    t.method("System.Xml.XmlNode ImportNode(System.Xml.XmlNode node, bool deep)") { this, a in
      try XmlTypes.child(a, 0).copy(to: this.tree, deep: a.bool(1))
    }
  }
}
