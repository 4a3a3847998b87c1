import ShellObjects

/// Writes objects as rows of delimited text; the first object decides the columns.
struct CSVWriter {
  enum Quoting: Sendable {
    case always, asNeeded, never

    init(named name: String?) {
      switch name?.lowercased() {
      case "asneeded": self = .asNeeded
      case "never": self = .never
      default: self = .always
      }
    }
  }

  let delimiter: UInt8
  let quoting: Quoting
  /// The columns that stand in quotes; nil where the quoting says so for all.
  let quotedFields: [String]?
  var columns: [String] = []
  private(set) var needsHeading = true

  init(delimiter: UInt8, quoting: Quoting, quotedFields: [String]?) {
    self.delimiter = delimiter
    self.quoting = quoting
    self.quotedFields = quotedFields
  }

  /// The byte of a `-Delimiter` argument; a comma where none was given.
  static func delimiter(_ value: Value) -> UInt8 {
    guard case .char(let unit) = value.base, unit < 0x80 else { return 0x2C }
    return UInt8(unit)
  }

  private var separator: String { String(Character(Unicode.Scalar(delimiter))) }

  /// Takes the columns from an object.
  mutating func begin(_ object: Value) {
    needsHeading = false
    if let table = object.object(as: PSHashtable.self) {
      columns = table.keys.compactMap { try? $0.text() }
    } else {
      columns = object.propertyNames()
    }
  }

  /// The row of names; nil where the object has no properties.
  var heading: String? {
    columns.isEmpty ? nil : columns.map { quoted($0, column: $0) }.joined(separator: separator)
  }

  /// The line that names the type.
  func typeLine(_ object: Value) -> String {
    var name = object.typeNameList.first ?? object.type.fullName
    if name.hasPrefix("CSV:") { name.removeFirst(4) }
    return "#TYPE \(name)"
  }

  /// The row of an object; nil where it would be empty.
  func row(_ object: Value) throws -> String? {
    guard !columns.isEmpty else { return nil }
    let fields = try columns.map { column -> String in
      let value = (try? object.property(column)) ?? .null
      return value.isNull ? "" : quoted(try Self.text(value), column: column)
    }
    let line = fields.joined(separator: separator)
    return line.isEmpty ? nil : line
  }

  private static func text(_ value: Value) throws -> String {
    value.isEnumerable ? value.type.fullName : try value.culturalText()
  }

  private func quoted(_ text: String, column: String) -> String {
    if let quotedFields {
      guard quotedFields.contains(where: { $0.equalsName(column) }) else { return text }
      return "\"\(text.replacingQuotes)\""
    }
    switch quoting {
    case .never: return text
    case .always: return "\"\(text.replacingQuotes)\""
    case .asNeeded:
      let needs = text.utf8.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      return needs ? "\"\(text.replacingQuotes)\"" : text
    }
  }
}

/// The errors of the cmdlets for comma-separated text.
enum CSVErrors {
  /// Throws where two parameters exclude each other.
  static func check(quoteFields: Bool, useQuotes: Bool, includesType: Bool, omitsType: Bool) throws {
    if quoteFields, useQuotes {
      throw refusal(
        "You must specify either the -UseQuotes or -QuoteFields parameters, but not both.",
        "CannotSpecifyQuoteFieldsAndUseQuotes")
    }
    if includesType, omitsType {
      throw refusal(
        "You must specify either the -IncludeTypeInformation or -NoTypeInformation parameters, but not both.",
        "CannotSpecifyIncludeTypeInformationAndNoTypeInformation")
    }
  }

  static func noPath() -> ShellError {
    refusal(
      "You must specify either the -Path or -LiteralPath parameters, but not both.", "CannotSpecifyPathAndLiteralPath")
  }

  static func mismatch(_ column: String, _ path: String) -> ShellError {
    ShellError(
      "System.InvalidOperationException",
      "Cannot append CSV content to the following file: \(path). The appended object does not have a property that corresponds to the following column: \(column). To continue with mismatched properties, add the -Force parameter, and then retry the command.",
      id: "CannotAppendCsvWithMismatchedPropertyNames", .invalidData, target: .string(column))
  }

  private static func refusal(_ message: String, _ id: String) -> ShellError {
    ShellError("System.InvalidOperationException", message, id: id, .invalidData)
  }
}
