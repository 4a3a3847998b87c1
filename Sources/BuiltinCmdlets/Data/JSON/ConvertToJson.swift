import CmdletKit
import ShellObjects

/// `ConvertTo-Json`: writes objects as JSON.
struct ConvertToJson: Cmdlet {
  static let declaration = CmdletDeclaration(
    "ConvertTo-Json", outputs: ["System.String"], synopsis: "Writes objects as JSON.",
    examples: [
      Example("Writes a hashtable on one line.", code: "@{ a = 1 } | ConvertTo-Json -Compress")
    ])

  @Parameter("InputObject", .mandatory, .position(0), .fromPipeline, .allowNull, help: "The objects.")
  var inputObject: Value
  @Parameter(
    "Depth", .validate(.range(0...100)), help: "How many levels are written; what lies deeper becomes text.")
  var depth: Int = 2
  @Parameter("Compress", help: "Writes everything on one line.")
  var compress: Bool
  @Parameter("EnumsAsStrings", help: "Writes the names of enumeration values.")
  var enumsAsStrings: Bool
  @Parameter("AsArray", help: "Writes an array even for one object.")
  var asArray: Bool
  @Parameter("EscapeHandling", .type("Newtonsoft.Json.StringEscapeHandling"), help: "Which characters are escaped.")
  var escapeHandling: String = "Default"

  private var objects: [Value] = []

  mutating func process(_ context: any CmdletContext) throws { if $inputObject.isBound { objects.append(inputObject) } }

  mutating func end(_ context: any CmdletContext) throws {
    guard let first = objects.first else { return }
    let escaping: JSONWriter.Escaping =
      switch escapeHandling.lowercased() {
      case "escapenonascii": .nonASCII
      case "escapehtml": .html
      default: .standard
      }
    var writer = JSONWriter(
      maximumDepth: depth, isCompressed: compress, writesEnumNames: enumsAsStrings, escaping: escaping, context)
    try writer.write(objects.count > 1 || asArray ? Value(objects) : first)
    try context.write(.string(writer.text))
  }
}
