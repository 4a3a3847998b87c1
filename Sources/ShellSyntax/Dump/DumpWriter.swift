import SourceText

/// Builds the text of one tree.
struct DumpWriter {
  let source: SourceFile
  var text = ""

  init(_ source: SourceFile) { self.source = source }

  // MARK: Pieces

  mutating func open(_ kind: String, _ extent: ScriptExtent) {
    text += "(\(kind)[\(source.utf16Offset(of: extent.startOffset))-\(source.utf16Offset(of: extent.endOffset))]"
  }

  mutating func close() { text += ")" }

  mutating func word(_ word: String) { text += " " + word }

  mutating func word(_ word: String, if condition: Bool) {
    if condition { text += " " + word }
  }

  /// A text in quotes, with everything but printable ASCII escaped.
  mutating func quoted(_ value: String) { text += " " + Self.quote(value) }

  static func quote(_ value: String) -> String {
    var quoted = "'"
    for unit in value.utf16 {
      switch unit {
      case 0x5C: quoted += "\\\\"
      case 0x27: quoted += "\\'"
      case 0x0A: quoted += "\\n"
      case 0x0D: quoted += "\\r"
      case 0x09: quoted += "\\t"
      case 32...126: quoted.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let digits = String(unit, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return quoted + "'"
  }

  mutating func child(_ node: (any Ast)?) {
    guard let node else { return }
    text += " "
    write(node)
  }

  mutating func child(_ role: String, _ node: (any Ast)?) {
    guard let node else { return }
    text += " \(role):"
    write(node)
  }

  mutating func children(_ nodes: [any Ast]) {
    for node in nodes { child(node) }
  }

  mutating func children(_ role: String, _ nodes: [any Ast]) {
    guard !nodes.isEmpty else { return }
    text += " \(role):["
    for (index, node) in nodes.enumerated() {
      if index > 0 { text += " " }
      write(node)
    }
    text += "]"
  }

  mutating func staticType(_ name: String?) {
    if let name, name != "System.Object" { text += " type=" + name }
  }

  // MARK: Types

  mutating func type(_ type: TypeName) {
    text += " "
    write(type)
  }

  mutating func types(_ role: String, _ types: [TypeName]) {
    guard !types.isEmpty else { return }
    text += " \(role):["
    for (index, type) in types.enumerated() {
      if index > 0 { text += " " }
      write(type)
    }
    text += "]"
  }

  private mutating func write(_ type: TypeName) {
    switch type {
    case .simple(let simple):
      open("TypeName", simple.extent)
      quoted(type.fullName)
      if let assembly = simple.assemblyName { text += " assembly=" + Self.quote(assembly) }
    case .generic(let generic):
      open("GenericTypeName", generic.extent)
      self.type(.simple(generic.typeName))
      for argument in generic.genericArguments { self.type(argument) }
    case .array(let array):
      open("ArrayTypeName", array.extent)
      word("rank=\(array.rank)")
      self.type(array.elementType)
    }
    close()
  }

  // MARK: Nodes

  mutating func write(_ node: any Ast) {
    open(node.kind, node.extent)
    if !writeExpression(node), !writeStatement(node), !writeDefinition(node) { writePart(node) }
    close()
  }
}
