import CmdletKit
import ShellObjects

/// `ConvertTo-Csv`: writes objects as comma-separated text.
struct ConvertToCsv: Cmdlet {
  static let declaration = CmdletDeclaration(
    "ConvertTo-Csv", defaultParameterSet: "Delimiter", outputs: ["System.String"],
    synopsis: "Writes objects as comma-separated text.",
    examples: [
      Example("Writes two columns.", code: "Get-Verb -Group Security | Select-Object Verb, Group | ConvertTo-Csv")
    ])

  @Parameter(
    "InputObject", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName, .type("psobject"),
    help: "The objects, from the pipeline.")
  var inputObject: Value
  @Parameter(
    "Delimiter", .in("Delimiter", .position(1)), .type("System.Char"), .validate(.notNull),
    help: "The character between fields.")
  var delimiter: Value
  @Parameter("UseCulture", .in("UseCulture"), help: "Separates fields by the culture's list separator.")
  var useCulture: Bool
  @Parameter("IncludeTypeInformation", .alias("ITI"), help: "Writes the type first.")
  var includeTypeInformation: Bool
  @Parameter("NoTypeInformation", .alias("NTI"), help: "Leaves out the type, as is usual.")
  var noTypeInformation: Bool
  @Parameter("QuoteFields", .alias("QF"), help: "The columns whose fields stand in quotes.")
  var quoteFields: [String]
  @Parameter(
    "UseQuotes", .alias("UQ"), .type("Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind"),
    help: "When fields stand in quotes.")
  var useQuotes: String?
  @Parameter("NoHeader", help: "Leaves out the names of the columns.")
  var noHeader: Bool

  private var writer: CSVWriter?

  mutating func begin(_ context: any CmdletContext) throws {
    try CSVErrors.check(
      quoteFields: $quoteFields.isBound, useQuotes: useQuotes != nil, includesType: includeTypeInformation,
      omitsType: noTypeInformation)
    writer = CSVWriter(
      delimiter: CSVWriter.delimiter(delimiter), quoting: .init(named: useQuotes),
      quotedFields: $quoteFields.isBound ? quoteFields : nil)
  }

  mutating func process(_ context: any CmdletContext) throws {
    guard $inputObject.isBound else { return }
    guard var writer else { return }
    if writer.needsHeading {
      writer.begin(inputObject)
      self.writer = writer
      if includeTypeInformation, !noHeader { try context.write(.string(writer.typeLine(inputObject))) }
      if !noHeader, let line = writer.heading { try context.write(.string(line)) }
    }
    if let line = try writer.row(inputObject) { try context.write(.string(line)) }
  }
}
