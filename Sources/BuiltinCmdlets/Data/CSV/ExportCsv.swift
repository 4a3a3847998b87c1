import CmdletKit
import ShellObjects
import ShellTypes

/// `Export-Csv`: writes objects to a file as comma-separated text.
struct ExportCsv: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Export-Csv", defaultParameterSet: "Delimiter", confirmImpact: .medium,
    synopsis: "Writes objects to a file as comma-separated text.",
    examples: [
      Example("Keeps a listing.", code: "Get-Verb | Export-Csv /tmp/verbs.csv")
    ])

  @Parameter(
    "InputObject", .mandatory, .fromPipeline, .fromPipelineByPropertyName, .type("psobject"),
    help: "The objects, from the pipeline.")
  var inputObject: Value
  @Parameter("Path", .position(0), .validate(.notNullOrEmpty), help: "The file.")
  var path: String?
  @Parameter(
    "LiteralPath", .alias("PSPath", "LP"), .validate(.notNullOrEmpty), help: "The file; no character is special.")
  var literalPath: String?
  @Parameter("Force", help: "Overwrites a read-only file.")
  var force: Bool
  @Parameter("NoClobber", .alias("NoOverwrite"), help: "Refuses to replace what exists.")
  var noClobber: Bool
  @Parameter(
    "Encoding", .shownAs("System.Text.Encoding"), .validate(.notNull), help: "The encoding of the text.")
  var encoding: EncodingChoice
  @Parameter("Append", help: "Adds to the end.")
  var append: Bool
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
  private var file: TextFileWriter?
  /// The columns of the file that is appended to.
  private var known: [String]?

  mutating func begin(_ context: any CmdletContext) throws {
    try CSVErrors.check(
      quoteFields: $quoteFields.isBound, useQuotes: useQuotes != nil, includesType: includeTypeInformation,
      omitsType: noTypeInformation)
    guard let given = literalPath ?? path, !given.isEmpty else { throw CSVErrors.noPath() }
    let separator = CSVWriter.delimiter(delimiter)
    writer = CSVWriter(
      delimiter: separator, quoting: .init(named: useQuotes), quotedFields: $quoteFields.isBound ? quoteFields : nil)
    let target = try FilePaths.target(given, isLiteral: literalPath != nil, context)
    guard try context.shouldProcess(target) else { return }
    let encoding = encoding.encoding
    if append, let text = try? FileReader.text(target, encoding: encoding), !text.isEmpty {
      var reader = CSVReader(text, delimiter: separator)
      known = reader.next()
    }
    file = try TextFileWriter(
      path: target, encoding: encoding, appends: append, refusesToReplace: noClobber, force: force)
  }

  mutating func process(_ context: any CmdletContext) throws {
    guard $inputObject.isBound, let file, var writer else { return }
    if writer.needsHeading { try begin(&writer, file) }
    if let line = try writer.row(inputObject) { try file.write(line + "\n") }
    self.writer = writer
  }

  private func begin(_ writer: inout CSVWriter, _ file: TextFileWriter) throws {
    writer.begin(inputObject)
    if let known {
      if !force, let missing = known.first(where: { name in !writer.columns.contains { $0.equalsName(name) } }) {
        throw CSVErrors.mismatch(missing, path ?? literalPath ?? "")
      }
      writer.columns = known
      return
    }
    if includeTypeInformation, !noHeader { try file.write(writer.typeLine(inputObject) + "\n") }
    if !noHeader, let heading = writer.heading { try file.write(heading + "\n") }
  }

  mutating func end(_ context: any CmdletContext) throws { try file?.close() }
}
