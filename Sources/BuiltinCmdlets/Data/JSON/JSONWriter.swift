import CmdletKit
import ShellObjects
import ShellTypes

/// Writes values as JSON in PowerShell's own layout.
struct JSONWriter {
  enum Escaping: Sendable { case standard, nonASCII, html }

  let maximumDepth: Int
  let isCompressed: Bool
  let writesEnumNames: Bool
  let escaping: Escaping
  private let context: any CmdletContext
  private(set) var text = ""
  private var warned = false

  init(
    maximumDepth: Int, isCompressed: Bool, writesEnumNames: Bool, escaping: Escaping, _ context: any CmdletContext
  ) {
    self.maximumDepth = maximumDepth
    self.isCompressed = isCompressed
    self.writesEnumNames = writesEnumNames
    self.escaping = escaping
    self.context = context
  }

  mutating func write(_ value: Value) throws { try write(value, depth: 0) }

  // MARK: Values

  private mutating func write(_ value: Value, depth: Int) throws {
    try context.checkCancellation()
    let notes = Self.notes(of: value)
    if notes.isEmpty { return try writeBase(value, depth) }
    // Why: a plain value with properties of its own becomes an object that holds both.
    if Self.isScalar(value.base) || value.isEnumerable {
      try writeObject(depth) { writer, write in
        try write(&writer, "value") { try $0.writeBase(value.base, depth) }
        for (name, note) in notes { try write(&writer, name) { try $0.write(note, depth: depth + 1) } }
      }
    } else {
      try writeBase(value, depth)
    }
  }

  /// The added properties that count: none on texts and dates, all of them elsewhere.
  private static func notes(of value: Value) -> [(String, Value)] {
    guard case .object(let object) = value, let entries = object.extended?.entries, !entries.isEmpty,
      object.kind != .custom
    else { return [] }
    if case .string = value.base { return [] }
    if value.payload(DateTimeValue.self) != nil { return [] }
    return entries.filter(\.member.isProperty).map { ($0.name, (try? value.property($0.symbol)) ?? .null) }
  }

  private static func isScalar(_ value: Value) -> Bool {
    guard case .object(let object) = value else { return true }
    return object.kind == .number || object.kind == .enumeration
  }

  private mutating func writeBase(_ value: Value, _ depth: Int) throws {
    switch value.base {
    case .unset, .cell, .void, .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .int32(let number): text += String(number)
    case .int64(let number): text += String(number)
    case .double(let number): writeReal(number)
    case .string(let string): writeString(string)
    case .char(let unit): writeString(String(utf16CodeUnits: unit))
    case .object(let object): try write(object, value, depth)
    }
  }

  private mutating func write(_ object: PSObject, _ value: Value, _ depth: Int) throws {
    switch object {
    case let number as NumberObject: return writeNumber(number)
    case let number as EnumObject: return writeEnumeration(number)
    default: break
    }
    if let scalar = try scalarText(value.base) { return writeString(scalar) }
    if object.type.code == .bigInteger { return text += try value.text() }
    if depth > maximumDepth {
      try warn()
      return writeString(try value.text())
    }
    switch object {
    case let table as PSHashtable: try write(table, value, depth)
    case _ where object.isEnumerable: try writeArray(try value.enumerated(), depth)
    default: try writeProperties(of: value, depth)
    }
  }

  /// The text of a moment, an identifier or an address; nil for everything else.
  private func scalarText(_ value: Value) throws -> String? {
    if let moment = value.payload(DateTimeValue.self) {
      return try moment.text("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", culture: .invariant)
    }
    if let moment = value.payload(DateTimeOffsetValue.self) {
      return try moment.text("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", culture: .invariant)
    }
    switch value.type.fullName {
    case "System.Guid": return try value.text()
    case "System.Uri": return try value.property("OriginalString").text()
    default: return nil
    }
  }

  private mutating func warn() throws {
    guard !warned else { return }
    warned = true
    try context.writeWarning(
      "Resulting JSON is truncated as serialization has exceeded the set depth of \(maximumDepth).")
  }

  // MARK: Numbers and texts

  private mutating func writeReal(_ number: Double) {
    text += Self.real((try? Value.double(number).formatted("R", .invariant)) ?? "", number.isFinite)
  }

  private mutating func writeNumber(_ number: NumberObject) {
    switch number.payload {
    case .single(let single): text += Self.real((try? number.payload.formatted("R", .invariant)) ?? "", single.isFinite)
    case .decimal(let decimal): text += Self.real(decimal.description, true)
    default: text += number.payload.text
    }
  }

  /// A real number keeps a sign that it is one; what JSON cannot write becomes text.
  private static func real(_ text: String, _ isFinite: Bool) -> String {
    guard isFinite else {
      let name = text == "∞" ? "Infinity" : text == "-∞" ? "-Infinity" : text
      return "\"\(name)\""
    }
    return text.utf8.contains { $0 == 0x2E || $0 == 0x45 || $0 == 0x65 } ? text : text + ".0"
  }

  private mutating func writeEnumeration(_ value: EnumObject) {
    let isWide = value.type.enumUnderlying == .int64 || value.type.enumUnderlying == .uint64
    if writesEnumNames || isWide {
      writeString(value.type.enumText(value.number))
    } else {
      text += String(value.number)
    }
  }

  private mutating func writeString(_ string: String) { JSONEscaping.append(string, to: &text, escaping) }

  // MARK: Containers

  private mutating func newLine(_ depth: Int) {
    guard !isCompressed else { return }
    text += "\n"
    for _ in 0..<depth { text += "  " }
  }

  private var indent = 0

  private mutating func writeArray(_ elements: [Value], _ depth: Int) throws {
    if elements.isEmpty { return text += "[]" }
    text += "["
    indent += 1
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      newLine(indent)
      try write(element, depth: depth + 1)
    }
    indent -= 1
    newLine(indent)
    text += "]"
  }

  private typealias Member = (inout JSONWriter, String, (inout JSONWriter) throws -> Void) throws -> Void

  /// Writes an object whose members the body names one by one.
  private mutating func writeObject(_ depth: Int, _ body: (inout JSONWriter, Member) throws -> Void) throws {
    text += "{"
    indent += 1
    var count = 0
    try body(&self) { writer, name, content in
      if count > 0 { writer.text += "," }
      count += 1
      writer.newLine(writer.indent)
      writer.writeString(name)
      writer.text += writer.isCompressed ? ":" : ": "
      try content(&writer)
    }
    indent -= 1
    if count > 0 { newLine(indent) }
    text += "}"
  }

  private mutating func write(_ table: PSHashtable, _ value: Value, _ depth: Int) throws {
    let notes = Self.notes(of: value)
    let entries = table.table.liveEntries
    for entry in entries where entry.key.string == nil { throw Self.nonStringKey(table) }
    try writeObject(depth) { writer, write in
      for entry in entries {
        try write(&writer, try entry.key.text()) { try $0.write(entry.value, depth: depth + 1) }
      }
      for (name, note) in notes { try write(&writer, name) { try $0.write(note, depth: depth + 1) } }
    }
  }

  private static func nonStringKey(_ table: PSHashtable) -> ShellError {
    ShellError(
      "System.InvalidOperationException",
      "The type '\(table.type.fullName)' is not supported for serialization or deserialization of a dictionary. Keys must be strings.",
      id: "NonStringKeyInDictionary", .invalidOperation, target: .object(table))
  }

  private mutating func writeProperties(of value: Value, _ depth: Int) throws {
    let names = value.propertyNames()
    try writeObject(depth) { writer, write in
      for name in names {
        let found = (try? value.property(name)) ?? .null
        try write(&writer, name) { try $0.write(found, depth: depth + 1) }
      }
    }
  }
}

/// Puts text between quotes, with what JSON cannot hold escaped.
enum JSONEscaping {
  static func append(_ string: String, to text: inout String, _ escaping: JSONWriter.Escaping) {
    text += "\""
    if isPlain(string, escaping) {
      text += string
    } else {
      for unit in string.unicodeScalars { append(unit, to: &text, escaping) }
    }
    text += "\""
  }

  private static func isPlain(_ string: String, _ escaping: JSONWriter.Escaping) -> Bool {
    string.utf8.allSatisfy { byte in
      guard byte >= 0x20, byte < 0x80, byte != 0x22, byte != 0x5C else { return false }
      return escaping != .html || (byte != 0x26 && byte != 0x27 && byte != 0x3C && byte != 0x3E)
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout String, _ escaping: JSONWriter.Escaping) {
    switch scalar {
    case "\"": text += escaping == .html ? "\\u0022" : "\\\""
    case "\\": text += "\\\\"
    case "\u{08}": text += "\\b"
    case "\u{0C}": text += "\\f"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "&", "'", "<", ">":
      if escaping == .html { appendCode(scalar, to: &text) } else { text.unicodeScalars.append(scalar) }
    case "\u{85}", "\u{2028}", "\u{2029}": appendCode(scalar, to: &text)
    default:
      if scalar.value < 0x20 || (scalar.value > 0x7F && escaping == .nonASCII) {
        appendCode(scalar, to: &text)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  private static func appendCode(_ scalar: Unicode.Scalar, to text: inout String) {
    for unit in String(Character(scalar)).utf16 {
      let digits = String(unit, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
