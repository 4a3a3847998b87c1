import CLibXML2
import ShellObjects

/// XPath: SelectNodes and SelectSingleNode.
enum XmlSelection {
  static func add(_ t: inout MemberList<XmlNode>) {
    for more in ["", ", System.Xml.XmlNamespaceManager nsmgr"] {
      t.method("System.Xml.XmlNodeList SelectNodes(string xpath\(more))") { this, a in
        let found = try nodes(this, a.string(0), a.payload(1, NamespaceTable.self))
        return XmlNodeList("System.Xml.XPathNodeList") { found }
      }
      t.method("System.Xml.XmlNode SelectSingleNode(string xpath\(more))") { this, a in
        try nodes(this, a.string(0), a.payload(1, NamespaceTable.self)).first
      }
    }
  }

  /// The nodes of an expression in document order; throws XPathException where it is not valid or gives none.
  static func nodes(_ context: XmlNode, _ expression: String, _ namespaces: NamespaceTable?) throws -> [XmlNode] {
    var failure = cxml_error()
    let pairs = namespaces?.pairs.filter { !$0.prefix.isEmpty }.flatMap { [$0.prefix, $0.uri] } ?? []
    let texts = pairs.map { Array($0.utf8CString) }
    let result = withPointers(texts) { pointers in
      cxml_xpath(context.pointer, expression, pointers, pairs.count / 2, &failure)
    }
    guard let result else {
      let reason = failure.message.map { String(cString: $0) } ?? ""
      cxml_error_free(&failure)
      if reason.contains("prefix") {
        throw NetException(
          "System.Xml.XPath.XPathException",
          "Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function.")
      }
      throw NetException("System.Xml.XPath.XPathException", "'\(expression)' has an invalid token.")
    }
    defer { cxml_xpath_free(result) }
    guard cxml_xpath_result_type(result) == CXML_XPATH_NODES else {
      throw NetException("System.Xml.XPath.XPathException", "Expression must evaluate to a node-set.")
    }
    return (0..<cxml_xpath_count(result)).compactMap { index in
      guard let node = XmlNode(context.tree, cxml_xpath_node(result, index)), node.kind != CXML_NAMESPACE else {
        return nil
      }
      return node
    }
  }

  /// Pointers to all texts at once, for as long as the body runs.
  private static func withPointers<R>(
    _ texts: [[CChar]], _ body: (UnsafePointer<UnsafePointer<CChar>>?) -> R
  ) -> R {
    var flat: [CChar] = []
    var offsets: [Int] = []
    for text in texts {
      offsets.append(flat.count)
      flat += text
    }
    return flat.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return body(nil) }
      return offsets.map { base + $0 }.withUnsafeBufferPointer { body($0.baseAddress) }
    }
  }
}

/// A System.Xml.XmlNamespaceManager: prefixes for XPath.
final class NamespaceTable {
  private(set) var pairs: [(prefix: String, uri: String)] = []

  func add(_ prefix: String, _ uri: String) {
    pairs.removeAll { $0.prefix.isIdentical(to: prefix) }
    pairs.append((prefix, uri))
  }

  func remove(_ prefix: String) { pairs.removeAll { $0.prefix.isIdentical(to: prefix) } }

  func uri(_ prefix: String) -> String? { pairs.first { $0.prefix.isIdentical(to: prefix) }?.uri }
}
