import CmdletKit
import ShellObjects

/// `ConvertFrom-Json`: makes objects out of JSON.
struct ConvertFromJson: Cmdlet {
  static let declaration = CmdletDeclaration(
    "ConvertFrom-Json", synopsis: "Makes objects out of JSON.",
    examples: [
      Example("Reads a property.", code: #"('{"a": 5}' | ConvertFrom-Json).a"#)
    ])

  @Parameter(
    "InputObject", .mandatory, .position(0), .fromPipeline, .allowEmptyString,
    help: "The text; lines of the pipeline are taken together where they are no JSON by themselves.")
  var inputObject: String
  @Parameter("AsHashtable", help: "Makes hashtables instead of objects.")
  var asHashtable: Bool
  @Parameter("Depth", .validate(.positive), help: "How many levels are read.")
  var depth: Int = 1024
  @Parameter("NoEnumerate", help: "Writes an array as one object.")
  var noEnumerate: Bool
  @Parameter("DateKind", .type("Microsoft.PowerShell.Commands.JsonDateKind"), help: "What dates become.")
  var dateKind: String = "Default"

  private var texts: [String] = []

  mutating func process(_ context: any CmdletContext) throws { texts.append(inputObject) }

  mutating func end(_ context: any CmdletContext) throws {
    guard let first = texts.first else { return }
    guard texts.count > 1 else { return try convert(first, context) }
    guard let value = try? read(first) else { return try convert(texts.joined(separator: "\n"), context) }
    try write(value, context)
    for text in texts.dropFirst() { try convert(text, context) }
  }

  private func convert(_ text: String, _ context: any CmdletContext) throws {
    do { try write(read(text), context) } catch let failure as JSONFailure {
      throw ShellError(
        "System.ArgumentException", "Conversion from JSON failed with error: \(failure.message)",
        id: "System.ArgumentException", .notSpecified)
    }
  }

  private func read(_ text: String) throws -> Value {
    let kind: JSONReader.DateKind =
      switch dateKind.lowercased() {
      case "local": .local
      case "utc": .utc
      case "offset": .offset
      case "string": .string
      default: .automatic
      }
    var reader = JSONReader(text, shape: asHashtable ? .hashtable : .customObject, dates: kind, maximumDepth: depth)
    return try reader.read()
  }

  private func write(_ value: Value, _ context: any CmdletContext) throws {
    if noEnumerate { try context.write(value) } else { try context.writeEnumerated(value) }
  }
}
