import ShellObjects
import ShellTypes

/// Writes values as CliXml, the XML in which PowerShell keeps objects.
struct CliXmlWriter {
  private let maximumDepth: Int
  private var body = ""
  private var nextObject = 0
  /// Lists of type names that were written, with their numbers.
  private var typeLists: [String: Int] = [:]

  init(maximumDepth: Int) { self.maximumDepth = maximumDepth }

  private static let opening =
    "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\""

  /// The whole document.
  var document: String { body.isEmpty ? Self.opening + " />" : Self.opening + ">\n" + body + "</Objs>" }

  mutating func write(_ value: Value) throws { try write(value, name: nil, depth: maximumDepth, indent: 1) }

  private mutating func line(_ indent: Int, _ text: String) {
    for _ in 0..<indent { body += "  " }
    body += text
    body += "\n"
  }

  private static func attribute(_ name: String?) -> String {
    name.map { " N=\"\(XMLText.attribute(CliXmlText.encoded($0)))\"" } ?? ""
  }

  // MARK: Values

  private mutating func write(_ value: Value, name: String?, depth: Int, indent: Int) throws {
    if value.isNull { return line(indent, "<Nil\(Self.attribute(name)) />") }
    if let (tag, text) = try CliXmlPrimitive.element(value), Self.notes(value).isEmpty {
      return line(indent, "<\(tag)\(Self.attribute(name))>\(text)</\(tag)>")
    }
    let number = nextObject
    nextObject += 1
    line(indent, "<Obj\(Self.attribute(name)) RefId=\"\(number)\">")
    try writeContent(value, depth: depth, indent: indent + 1)
    line(indent, "</Obj>")
  }

  /// Properties that were added to the object, and those of a custom object.
  private static func notes(_ value: Value) -> [(String, Value)] {
    guard case .object(let object) = value else { return [] }
    var notes: [(String, Value)] = []
    if let custom = object as? PSCustomObject { notes += zip(custom.shape.names, custom.values).map { ($0, $1) } }
    for entry in object.extended?.entries ?? [] where entry.member.isProperty {
      notes.append((entry.name, (try? value.property(entry.symbol)) ?? .null))
    }
    return notes
  }

  private mutating func writeContent(_ value: Value, depth: Int, indent: Int) throws {
    let notes = Self.notes(value)
    if let (tag, text) = try CliXmlPrimitive.element(value) {
      line(indent, "<\(tag)>\(text)</\(tag)>")
      return try writeNotes(notes, depth, indent)
    }
    writeTypeNames(value.typeNameList, indent)
    switch value.base {
    case .object(let number as EnumObject):
      line(indent, "<ToString>\(XMLText.escaped(try value.text()))</ToString>")
      line(indent, "<I32>\(number.number)</I32>")
    case .object(let table as PSHashtable): try writeTable(table, depth, indent)
    case .object(let object) where object.isEnumerable:
      line(indent, "<LST>")
      for element in try value.enumerated() { try write(element, name: nil, depth: depth - 1, indent: indent + 1) }
      line(indent, "</LST>")
    case .object(let object) where object.kind != .custom: try writeProperties(of: value, depth, indent)
    default: break
    }
    try writeNotes(notes, depth, indent)
  }

  private mutating func writeTypeNames(_ names: [String], _ indent: Int) {
    let key = names.joined(separator: "\u{0}")
    if let known = typeLists[key] { return line(indent, "<TNRef RefId=\"\(known)\" />") }
    let number = typeLists.count
    typeLists[key] = number
    line(indent, "<TN RefId=\"\(number)\">")
    for name in names { line(indent + 1, "<T>\(XMLText.escaped(name))</T>") }
    line(indent, "</TN>")
  }

  private mutating func writeTable(_ table: PSHashtable, _ depth: Int, _ indent: Int) throws {
    line(indent, "<DCT>")
    for (key, value) in zip(table.keys, table.values) {
      line(indent + 1, "<En>")
      try write(key, name: "Key", depth: depth - 1, indent: indent + 2)
      try write(value, name: "Value", depth: depth - 1, indent: indent + 2)
      line(indent + 1, "</En>")
    }
    line(indent, "</DCT>")
  }

  private mutating func writeProperties(of value: Value, _ depth: Int, _ indent: Int) throws {
    line(indent, "<ToString>\(XMLText.escaped(CliXmlText.encoded(try value.text())))</ToString>")
    guard depth > 0 else { return }
    line(indent, "<Props>")
    for property in value.declaredProperties() where property.kind == .property {
      guard let found = try? value.property(property.name) else { continue }
      try write(found, name: property.name, depth: depth - 1, indent: indent + 1)
    }
    line(indent, "</Props>")
  }

  private mutating func writeNotes(_ notes: [(String, Value)], _ depth: Int, _ indent: Int) throws {
    guard !notes.isEmpty else { return }
    line(indent, "<MS>")
    for (name, value) in notes {
      if depth < 0, !value.isNull, try CliXmlPrimitive.element(value) == nil {
        line(indent + 1, "<S\(Self.attribute(name))>\(XMLText.escaped(CliXmlText.encoded(try value.text())))</S>")
      } else {
        try write(value, name: name, depth: depth - 1, indent: indent + 1)
      }
    }
    line(indent, "</MS>")
  }
}

/// The values that CliXml writes as one element.
enum CliXmlPrimitive {
  /// The element's name and content; nil for values that need an object.
  static func element(_ value: Value) throws -> (String, String)? {
    switch value.base {
    case .string(let text): return ("S", XMLText.escaped(CliXmlText.encoded(text)))
    case .bool(let flag): return ("B", flag ? "true" : "false")
    case .char(let unit): return ("C", String(unit))
    case .int32(let number): return ("I32", String(number))
    case .int64(let number): return ("I64", String(number))
    case .double: return ("Db", try value.formatted("R", .invariant))
    case .object(let number as NumberObject): return (tag(number.payload), number.payload.text)
    case .object(let block as ScriptBlock):
      return ("SBK", XMLText.escaped(CliXmlText.encoded(block.body.sourceText)))
    case .object: return try special(value)
    default: return nil
    }
  }

  private static func tag(_ payload: NumberPayload) -> String {
    switch payload {
    case .int8: "SB"
    case .uint8: "By"
    case .int16: "I16"
    case .uint16: "U16"
    case .uint32: "U32"
    case .uint64: "U64"
    case .single: "Sg"
    case .decimal: "D"
    }
  }

  private static func special(_ value: Value) throws -> (String, String)? {
    if let moment = value.payload(DateTimeValue.self) {
      return ("DT", try moment.text("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", culture: .invariant))
    }
    if let span = value.payload(TimeSpanValue.self) { return ("TS", XMLDuration.text(span)) }
    if let secret = value.payload(SecureText.self) { return ("SS", SecureEncoding.encoded(secret.text)) }
    switch value.base.type.fullName {
    case "System.Guid": return ("G", try value.text())
    case "System.Uri": return ("URI", XMLText.escaped(try value.property("OriginalString").text()))
    case "System.Version": return ("Version", try value.text())
    case "System.Xml.XmlDocument": return ("XD", XMLText.escaped(try value.property("OuterXml").text()))
    default: return nil
    }
  }
}

/// Spans of time as XML Schema writes them: `P1DT2H3.5S`.
enum XMLDuration {
  static func text(_ span: TimeSpanValue) -> String {
    if span.ticks == 0 { return "PT0S" }
    var text = span.ticks < 0 ? "-P" : "P"
    let ticks = span.ticks.magnitude
    let day = ticks / 864_000_000_000
    if day > 0 { text += "\(day)D" }
    let rest = ticks % 864_000_000_000
    if rest == 0 { return text }
    text += "T"
    let (hour, minute) = (rest / 36_000_000_000, rest / 600_000_000 % 60)
    if hour > 0 { text += "\(hour)H" }
    if minute > 0 { text += "\(minute)M" }
    let second = rest % 600_000_000
    guard second > 0 else { return text }
    var fraction = String(second % 10_000_000 + 10_000_000).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return text + "\(second / 10_000_000)" + (fraction.isEmpty ? "" : ".\(fraction)") + "S"
  }

  /// The span a text means; nil where it is none.
  static func span(_ text: String) -> TimeSpanValue? {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    guard rest.popFirst() == "P" else { return nil }
    var ticks = 0.0
    var number = ""
    var isTime = false
    for character in rest {
      switch character {
      case "T": isTime = true
      case "D", "H", "M", "S":
        let unit: Double =
          switch character {
          case "D": 864e9
          case "H": 36e9
          case "M": isTime ? 6e8 : 2592e10
          default: 1e7
          }
        ticks += (Double(number) ?? 0) * unit
        number = ""
      default: number.append(character)
      }
    }
    return Int64(exactly: (isNegative ? -ticks : ticks).rounded()).map { TimeSpanValue(ticks: $0) }
  }
}
