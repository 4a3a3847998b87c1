import CmdletKit
import ShellObjects

/// `ConvertFrom-Csv`: makes objects out of comma-separated text.
struct ConvertFromCsv: Cmdlet {
  static let declaration = CmdletDeclaration(
    "ConvertFrom-Csv", defaultParameterSet: "Delimiter", synopsis: "Makes objects out of comma-separated text.",
    examples: [
      Example("Reads two rows.", code: "'a,b', '1,2', '3,4' | ConvertFrom-Csv")
    ])

  @Parameter(
    "Delimiter", .in("Delimiter", .position(1)), .type("System.Char"), .validate(.notNull), .validate(.notNull),
    help: "The character between fields.")
  var delimiter: Value
  @Parameter(
    "UseCulture", .in("UseCulture", .mandatory), .validate(.notNull), .validate(.notNullOrEmpty),
    help: "Separates fields by the culture's list separator.")
  var useCulture: Bool
  @Parameter(
    "InputObject", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName, .type("psobject[]"),
    .validate(.notNull), .validate(.notNullOrEmpty), help: "The lines, from the pipeline.")
  var inputObject: [Value]
  @Parameter("Header", .validate(.notNull), .validate(.notNullOrEmpty), help: "Names for the columns.")
  var header: [String]

  private var lines: [String] = []

  mutating func process(_ context: any CmdletContext) throws {
    for line in inputObject { lines.append(try line.text()) }
  }

  mutating func end(_ context: any CmdletContext) throws {
    var reader = CSVObjects(
      lines.joined(separator: "\n"), delimiter: CSVWriter.delimiter(delimiter), header: header)
    try reader.writeAll(context)
  }
}
