import CLibXML2

/// Writes a tree as .NET does: `<e />` for an empty element, attributes in double quotes.
struct XmlMarkup {
  /// Whether each element begins a line, two blanks a level.
  let isIndented: Bool
  private(set) var text = ""

  init(isIndented: Bool = false) { self.isIndented = isIndented }

  static func outer(_ node: XmlNode) -> String {
    var writer = XmlMarkup()
    writer.write(node, 0)
    return writer.text
  }

  static func inner(_ node: XmlNode) -> String {
    var writer = XmlMarkup()
    if node.isDocument, let declaration = node.tree.declaration { writer.text += declaration.text }
    for child in node.children { writer.write(child, 0) }
    return writer.text
  }

  /// The document as `Save` writes it.
  static func document(_ root: XmlNode, encoding: String?) -> String {
    var writer = XmlMarkup(isIndented: true)
    if var declaration = root.tree.declaration {
      if let encoding { declaration.encoding = encoding }
      writer.text += declaration.text
    }
    for child in root.children {
      if !writer.text.isEmpty { writer.text += "\n" }
      writer.write(child, 0)
    }
    return writer.text
  }

  private mutating func write(_ node: XmlNode, _ level: Int) {
    switch node.kind {
    case CXML_DOCUMENT, CXML_DOCUMENT_FRAGMENT:
      if let declaration = node.tree.declaration, node.isDocument { text += declaration.text }
      for child in node.children { write(child, level) }
    case CXML_ELEMENT: writeElement(node, level)
    case CXML_ATTRIBUTE: text += "\(node.name)=\"\(Self.escapedAttribute(node.ownValue ?? ""))\""
    case CXML_TEXT: text += Self.escaped(node.ownValue ?? "")
    case CXML_CDATA: text += "<![CDATA[\(node.ownValue ?? "")]]>"
    case CXML_COMMENT: text += "<!--\(node.ownValue ?? "")-->"
    case CXML_PROCESSING_INSTRUCTION:
      text += "<?\(node.name)\(node.ownValue.map { $0.isEmpty ? "" : " " + $0 } ?? "")?>"
    case CXML_DOCUMENT_TYPE: text += "<!DOCTYPE \(node.name)>"
    default: text += Self.escaped(node.innerText)
    }
  }

  private mutating func writeElement(_ node: XmlNode, _ level: Int) {
    text += "<" + node.name
    for (prefix, uri) in node.namespaceDeclarations {
      text += " xmlns\(prefix.isEmpty ? "" : ":" + prefix)=\"\(Self.escapedAttribute(uri))\""
    }
    for attribute in node.attributes {
      text += " \(attribute.name)=\"\(Self.escapedAttribute(attribute.ownValue ?? ""))\""
    }
    let children = node.children
    if children.isEmpty {
      text += " />"
      return
    }
    text += ">"
    // Why: white space in mixed content is content, so that only pure element content is laid out.
    let isLaidOut = isIndented && !children.contains { $0.kind == CXML_TEXT || $0.kind == CXML_CDATA }
    for child in children {
      if isLaidOut { text += "\n" + String(repeating: "  ", count: level + 1) }
      write(child, level + 1)
    }
    if isLaidOut { text += "\n" + String(repeating: "  ", count: level) }
    text += "</\(node.name)>"
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\r": result += "&#xD;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func escapedAttribute(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#xA;"
      case "\r": result += "&#xD;"
      case "\t": result += "&#x9;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
