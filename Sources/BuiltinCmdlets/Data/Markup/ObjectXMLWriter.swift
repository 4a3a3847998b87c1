import ShellObjects

/// Writes objects in the XML of `ConvertTo-Xml`: an element an object, an element a property.
struct ObjectXMLWriter {
  let maximumDepth: Int
  let includesTypes: Bool

  /// The element of an object, indented by two spaces a level where wanted.
  func text(of value: Value, indent: Int, isIndented: Bool) throws -> String {
    try element("Object", nil, value, 0, Layout(indent: indent, isIndented: isIndented))
  }

  private struct Layout {
    let indent: Int
    let isIndented: Bool
    var deeper: Layout { Layout(indent: indent + 1, isIndented: isIndented) }
    var margin: String { isIndented ? String(repeating: "  ", count: indent) : "" }
    var lineEnd: String { isIndented ? "\n" : "" }
  }

  private func element(_ tag: String, _ name: String?, _ value: Value, _ depth: Int, _ layout: Layout) throws -> String
  {
    var opening = tag
    if let name { opening += " Name=\"\(XMLText.attribute(name))\"" }
    if includesTypes, !value.isNull { opening += " Type=\"\(XMLText.attribute(value.base.type.fullName))\"" }
    if value.isNull { return "\(layout.margin)<\(opening) />" }
    let children = try content(of: value, depth, layout.deeper)
    guard let children else {
      let text = XMLText.escaped(value.isEnumerable ? try value.text() : try value.culturalText())
      return text.isEmpty ? "\(layout.margin)<\(opening)></\(tag)>" : "\(layout.margin)<\(opening)>\(text)</\(tag)>"
    }
    if children.isEmpty { return "\(layout.margin)<\(opening) />" }
    let body = children.joined(separator: layout.lineEnd)
    return "\(layout.margin)<\(opening)>\(layout.lineEnd)\(body)\(layout.lineEnd)\(layout.margin)</\(tag)>"
  }

  /// The elements inside an object; nil where it is one text.
  private func content(of value: Value, _ depth: Int, _ layout: Layout) throws -> [String]? {
    guard case .object(let object) = value.base, depth <= maximumDepth else { return nil }
    switch object {
    case let number as EnumObject:
      return [try element("Property", "value__", .int32(Int32(clamping: number.number)), depth + 1, layout)]
    case let table as PSHashtable:
      return try zip(table.keys, table.values).flatMap { key, value in
        [
          try element("Property", "Key", key, depth + 1, layout),
          try element("Property", "Value", value, depth + 1, layout),
        ]
      }
    case _ where object.isEnumerable:
      return try value.enumerated().map { try element("Property", nil, $0, depth + 1, layout) }
    default:
      guard object.kind == .custom, depth < maximumDepth || object.kind == .custom && depth == 0 else { return nil }
      return try value.propertyNames().map { try element("Property", $0, value.property($0), depth + 1, layout) }
    }
  }
}
