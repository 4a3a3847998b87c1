import ShellFormatting
import ShellObjects

/// Reads the simple expressions of the conformance tables: literal objects, one format command, `Out-String`.
///
/// Whatever it does not know makes it give nil; such rows are left to the engine's own run.
struct ExpressionReader {
  struct Unknown: Error {}

  private var units: [UInt8]
  private var index = 0

  /// The text that an expression gives; nil where the reader does not know it.
  static func text(of expression: String) -> String? {
    _ = declarations
    var expression = expression[...]
    let opening = "try{$PSStyle.OutputRendering='Ansi';"
    let closing = "}finally{$PSStyle.OutputRendering='Host'}"
    let usesColor = expression.hasPrefix(opening) && expression.hasSuffix(closing)
    if usesColor { expression = expression.dropFirst(opening.count).dropLast(closing.count) }
    var reader = ExpressionReader(units: Array(expression.utf8), usesColor: usesColor)
    return try? reader.pipeline()
  }

  /// The types whose properties the tables show; the rooms that own them are not part of these tests.
  private static let declarations: Void = TypeRegistry.register([
    TypeDeclaration("System.Collections.DictionaryEntry", kind: .structure, of: DictionaryEntryObject.self) { type in
      type.alias("Name", "Key")
      type.property("System.Object Key {get;set;}") { $0.key }
      type.property("System.Object Value {get;set;}") { $0.entryValue }
    },
    TypeDeclaration("System.String", of: String.self) { type in
      type.property("int Length {get;}") { $0.utf16.count }
    },
  ])

  private let usesColor: Bool

  private init(units: [UInt8], usesColor: Bool) {
    self.units = units
    self.usesColor = usesColor
  }

  // MARK: Pipelines

  private mutating func pipeline() throws -> String {
    let value = try self.value()
    var shape: FormatShape?
    var request = FormatRequest()
    var name = ""
    while peek() != nil {
      try expect("|")
      name = word().lowercased()
      let shapes: [String: FormatShape] = [
        "ft": .table, "format-table": .table, "fl": .list, "format-list": .list, "fw": .wide, "format-wide": .wide,
        "fc": .custom, "format-custom": .custom,
      ]
      if let known = shapes[name] {
        guard shape == nil else { throw Unknown() }
        shape = known
        try arguments(known, &request)
      } else if name == "out-string" {
        return try render(value, shape, request, width: outStringWidth())
      } else {
        throw Unknown()
      }
    }
    throw Unknown()
  }

  private mutating func outStringWidth() throws -> Int {
    guard peek() != nil else { return 120 }
    guard word() == "-Width", let width = Int(word()), peek() == nil else { throw Unknown() }
    return width
  }

  private func render(_ value: Value, _ shape: FormatShape?, _ request: FormatRequest, width: Int) throws -> String {
    var settings = FormatSettings(width: width)
    settings.culture = .english
    settings.usesColor = usesColor
    let views = FormatViews()
    var text = ""
    let pipeline = FormatPipeline(views: views, settings: settings) { text += $0 + "\n" }
    let items = try value.enumerated()
    // An enumeration's own property belongs to another room.
    if request.isForced, items.contains(where: { $0.type.isEnum }) { throw Unknown() }
    if let shape {
      let shaper = FormatShaper(shape, request, views: views, settings: settings) {
        try pipeline.write(FormatObject.value($0))
      }
      for item in items { try shaper.write(item) }
      try shaper.finish()
    } else {
      for item in items { try pipeline.write(item) }
    }
    try pipeline.finish()
    return text
  }

  private mutating func arguments(_ shape: FormatShape, _ request: inout FormatRequest) throws {
    while let next = peek(), next != UInt8(ascii: "|") {
      if next == UInt8(ascii: "-") {
        switch word().lowercased() {
        case "-wrap": request.wraps = true
        case "-autosize", "-a": request.isAutosized = true
        case "-hidetableheaders": request.hidesHeaders = true
        case "-force": request.isForced = true
        case "-column": request.columns = Int(word())
        case "-depth": request.depth = Int(word()) ?? 5
        case "-groupby": request.groupBy = try FormatProperty(argument(), for: .groupBy(shape))
        case "-property": request.properties = try FormatProperty.all(argument(), for: .property(shape))
        default: throw Unknown()
        }
      } else {
        request.properties = try FormatProperty.all(argument(), for: .property(shape))
      }
    }
  }

  /// Bare words, hashtables and script blocks, separated by commas.
  private mutating func argument() throws -> Value {
    var items: [Value] = []
    repeat {
      switch peek() {
      case UInt8(ascii: "@"), UInt8(ascii: "'"), UInt8(ascii: "{"): items.append(try primary())
      default:
        let text = word()
        guard !text.isEmpty, !text.contains("$") else { throw Unknown() }
        items.append(.string(text))
      }
    } while take(",")
    return items.count == 1 ? items[0] : Value(items)
  }

  // MARK: Values

  private mutating func value() throws -> Value {
    var items = [try product()]
    while take(",") { items.append(try product()) }
    return items.count == 1 ? items[0] : Value(items)
  }

  private mutating func product() throws -> Value {
    let left = try primary()
    if take("*") {
      guard let text = left.string, case .int32(let count) = try primary() else { throw Unknown() }
      return .string(String(repeating: text, count: Int(count)))
    }
    if take("..") {
      guard case .int32(let from) = left, case .int32(let to) = try primary(), from <= to else { throw Unknown() }
      return Value((from...to).map { .int32($0) })
    }
    return left
  }

  private mutating func primary() throws -> Value {
    switch peek() {
    case UInt8(ascii: "'"): return .string(try singleQuoted())
    case UInt8(ascii: "\""): return .string(try doubleQuoted())
    case UInt8(ascii: "@"): return try table() ?? array()
    case UInt8(ascii: "["): return try cast()
    case UInt8(ascii: "{"):
      guard let body = SimpleBody(text: try block()) else { throw Unknown() }
      return .object(ScriptBlock(body))
    case UInt8(ascii: "$"):
      switch word().lowercased() {
      case "$true": return .bool(true)
      case "$false": return .bool(false)
      case "$null": return .null
      default: throw Unknown()
      }
    default: return try number()
    }
  }

  private mutating func cast() throws -> Value {
    if take("[pscustomobject]") {
      guard let object = try table()?.object(as: PSHashtable.self) else { throw Unknown() }
      let made = PSCustomObject()
      for (key, value) in zip(object.keys, object.values) {
        let name = key.string ?? ""
        if name.equalsName("PSTypeName"), let type = value.string {
          made.extending().typeNames = [type] + made.type.ancestorNames
        } else {
          made.set(name, value)
        }
      }
      return .object(made)
    }
    if take("[byte]"), case .int32(let number) = try primary() { return UInt8(truncatingIfNeeded: number).value }
    if take("[DayOfWeek]"), case .int32(let number) = try primary() {
      return .object(EnumObject(Int64(number), Self.day))
    }
    throw Unknown()
  }

  private static let day = PSType(
    "System.DayOfWeek", kind: .enumeration(isFlags: false), base: .enumBase,
    enumCases: [
      ("Sunday", 0), ("Monday", 1), ("Tuesday", 2), ("Wednesday", 3), ("Thursday", 4), ("Friday", 5), ("Saturday", 6),
    ])

  private mutating func table() throws -> Value? {
    guard take("@{") else { return nil }
    let table = PSHashtable()
    while !take("}") {
      let key = peek() == UInt8(ascii: "'") ? try singleQuoted() : word()
      try expect("=")
      table.set(key, try value())
      _ = take(";")
    }
    return .object(table)
  }

  private mutating func array() throws -> Value {
    try expect("@(")
    if take(")") { return Value([]) }
    let inner = try value()
    try expect(")")
    if case .object(let object) = inner, object is PSArray { return inner }
    return Value([inner])
  }

  private mutating func number() throws -> Value {
    let text = word()
    if let whole = Int32(text) { return .int32(whole) }
    if let whole = Int64(text) { return .int64(whole) }
    guard text.utf8.allSatisfy({ $0 < 0x3A }), let fraction = Double(text) else { throw Unknown() }
    return .double(fraction)
  }

  // MARK: Characters

  private mutating func skipBlanks() { while index < units.count, units[index] == 0x20 { index += 1 } }

  private mutating func peek() -> UInt8? {
    skipBlanks()
    return index < units.count ? units[index] : nil
  }

  private mutating func take(_ text: String) -> Bool {
    skipBlanks()
    guard units[index...].starts(with: text.utf8) else { return false }
    index += text.utf8.count
    return true
  }

  private mutating func expect(_ text: String) throws { if !take(text) { throw Unknown() } }

  /// Everything up to a delimiter; two dots end a number.
  private mutating func word() -> String {
    skipBlanks()
    let start = index
    while index < units.count, !" ,;|=(){}@'\"".utf8.contains(units[index]) {
      if units[index...].starts(with: "..".utf8) { break }
      if units[index] == UInt8(ascii: "*"), index > start, units[start] < 0x3A, units[start] >= 0x30 { break }
      index += 1
    }
    return String(decoding: units[start..<index], as: UTF8.self)
  }

  private mutating func singleQuoted() throws -> String {
    try expect("'")
    guard let end = units[index...].firstIndex(of: UInt8(ascii: "'")) else { throw Unknown() }
    defer { index = end + 1 }
    return String(decoding: units[index..<end], as: UTF8.self)
  }

  private mutating func doubleQuoted() throws -> String {
    try expect("\"")
    var text: [UInt8] = []
    while index < units.count, units[index] != UInt8(ascii: "\"") {
      if units[index] == UInt8(ascii: "$") { throw Unknown() }
      if units[index] == UInt8(ascii: "`"), index + 1 < units.count {
        index += 1
        switch units[index] {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "e"): text.append(0x1B)
        default: throw Unknown()
        }
      } else {
        text.append(units[index])
      }
      index += 1
    }
    index += 1
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func block() throws -> String {
    try expect("{")
    guard let end = units[index...].firstIndex(of: UInt8(ascii: "}")) else { throw Unknown() }
    defer { index = end + 1 }
    return String(decoding: units[index..<end], as: UTF8.self)
  }
}

/// A script block of one property: `$_`, `$_.A`, `"<$_>"` or `"<$($_.A)>"`.
private final class SimpleBody: ScriptBody {
  let sourceText: String
  private let property: String
  private let isQuoted: Bool

  /// Nil where the text is anything else.
  init?(text: String) {
    sourceText = text
    isQuoted = text.hasPrefix("\"<") && text.hasSuffix(">\"")
    var inner = isQuoted ? String(text.dropFirst(2).dropLast(2)) : text
    if isQuoted, inner.hasPrefix("$("), inner.hasSuffix(")") { inner = String(inner.dropFirst(2).dropLast()) }
    guard (inner == "$_" && !isQuoted) || inner.hasPrefix("$_.") else { return nil }
    property = String(inner.dropFirst(3))
    guard property.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x7A }) else { return nil }
  }

  func invoke(_ arguments: [Value], underscore: Value?, this: Value?) throws -> [Value] {
    guard let object = underscore else { return [] }
    let value = property.isEmpty ? object : try object.property(property)
    return isQuoted ? [.string("<\(try value.text())>")] : [value]
  }
}
