import ShellObjects
import ShellTypes

/// Makes values out of CliXml; objects of other types come back as custom objects that name them.
struct CliXmlReader {
  private var objects: [String: Value] = [:]
  private var typeLists: [String: [String]] = [:]

  /// The values of a document.
  ///
  /// Throws XmlException where the text is none.
  static func values(of text: String) throws -> [Value] {
    let root = try XMLElement.root(of: text)
    guard root.name == "Objs" else {
      throw ShellError(
        "System.Xml.XmlException", "Unexpected XML element '\(root.name)'; 'Objs' was expected.",
        id: "System.Xml.XmlException", .notSpecified)
    }
    var reader = CliXmlReader()
    return try root.children.map { try reader.value($0) }
  }

  private mutating func value(_ element: XMLElement) throws -> Value {
    switch element.name {
    case "Obj": return try object(element)
    case "Ref": return objects[element.attributes["RefId"] ?? ""] ?? .null
    default: return try CliXmlElements.value(element)
    }
  }

  private mutating func object(_ element: XMLElement) throws -> Value {
    let names = typeNames(element)
    let made = try base(element, names)
    var result = made ?? .object(PSCustomObject())
    if made == nil, let custom = result.object(as: PSCustomObject.self) {
      for part in (element.child("Props")?.children ?? []) + (element.child("MS")?.children ?? []) {
        custom.set(name(of: part), try value(part))
      }
      if let text = element.child("ToString")?.text, element.child("Props") != nil {
        let shown = CliXmlText.decoded(text)
        custom.extending().set("ToString", .scriptMethod(ScriptBlock(ConstantText(shown))))
      }
    } else {
      for part in element.child("MS")?.children ?? [] { result = result.addingNote(name(of: part), try value(part)) }
    }
    mark(&result, names)
    if let number = element.attributes["RefId"] { objects[number] = result }
    return result
  }

  private func name(of element: XMLElement) -> String { CliXmlText.decoded(element.attributes["N"] ?? "") }

  /// The list, table or plain value an object holds; nil where it has properties only.
  private mutating func base(_ element: XMLElement, _ names: [String]) throws -> Value? {
    for part in element.children {
      switch part.name {
      case "TN", "TNRef", "ToString", "Props", "MS": continue
      case "DCT": return .object(try table(part, names))
      case "LST", "IE", "QUE", "STK":
        let elements = try part.children.map { try value($0) }
        return .object(ListObject(elements, PSType.named("System.Collections.ArrayList")))
      default: return try value(part)
      }
    }
    return nil
  }

  private mutating func table(_ element: XMLElement, _ names: [String]) throws -> PSHashtable {
    let isOrdered = names.first == PSType.orderedDictionary.fullName
    let table = PSHashtable(isOrdered ? .orderedDictionary : .hashtable)
    for entry in element.children where entry.name == "En" {
      guard let key = entry.children.first(where: { $0.attributes["N"] == "Key" }),
        let content = entry.children.first(where: { $0.attributes["N"] == "Value" })
      else { continue }
      try table.table.set(try value(key), try value(content))
    }
    return table
  }

  private mutating func typeNames(_ element: XMLElement) -> [String] {
    if let list = element.child("TN") {
      let names = list.children.map(\.text)
      if let number = list.attributes["RefId"] { typeLists[number] = names }
      return names
    }
    return typeLists[element.child("TNRef")?.attributes["RefId"] ?? ""] ?? []
  }

  /// Names the original type, as that of an object that was read back.
  private func mark(_ value: inout Value, _ names: [String]) {
    guard !names.isEmpty else { return }
    if case .object(let object) = value, object.kind == .hashtable || object.kind == .list { return }
    if value.object == nil { value = .object(WrappedValue(value)) }
    value.object?.extending().typeNames = names.map { $0.hasPrefix("Deserialized.") ? $0 : "Deserialized." + $0 }
  }
}

/// A method that gives one text.
private final class ConstantText: ScriptBody {
  let sourceText: String
  init(_ text: String) { sourceText = text }
  func invoke(_ arguments: [Value], underscore: Value?, this: Value?) throws -> [Value] { [.string(sourceText)] }
}

/// The elements of CliXml that are one plain value.
private enum CliXmlElements {
  static func value(_ element: XMLElement) throws -> Value {
    let text = CliXmlText.decoded(element.text)
    switch element.name {
    case "Nil": return .null
    case "S", "SBK": return .string(text)
    case "B": return .bool(text == "true")
    case "C": return UInt16(text).map { .char($0) } ?? .null
    case "DT": return JSONDate.value(text, .automatic) ?? .string(text)
    case "TS": return XMLDuration.span(text)?.value ?? .null
    case "SS": return SecureText(SecureEncoding.decoded(text) ?? "").value
    default:
      guard let name = types[element.name], let type = PSType.parse(name) else { return .string(text) }
      return try Value.string(text).converted(to: type)
    }
  }

  private static let types = [
    "I32": "int", "I64": "long", "I16": "int16", "SB": "sbyte", "By": "byte", "U16": "uint16", "U32": "uint32",
    "U64": "uint64", "Db": "double", "Sg": "single", "D": "decimal", "G": "guid", "URI": "uri", "Version": "version",
    "XD": "xml",
  ]
}
