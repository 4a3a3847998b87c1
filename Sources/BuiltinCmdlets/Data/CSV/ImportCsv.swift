import CmdletKit
import ShellObjects
import ShellTypes

/// `Import-Csv`: makes objects out of a file of comma-separated text.
struct ImportCsv: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Import-Csv", defaultParameterSet: "DelimiterPath",
    synopsis: "Makes objects out of a file of comma-separated text.",
    examples: [
      Example("Reads a file.", code: "Import-Csv /tmp/verbs.csv")
    ])

  @Parameter(
    "Delimiter", .in(["DelimiterLiteralPath", "DelimiterPath"], .position(1)), .type("System.Char"),
    .validate(.notNull), help: "The character between fields.")
  var delimiter: Value
  @Parameter(
    "Path",
    .in(["CulturePath", "DelimiterPath"], .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName),
    .validate(.notNullOrEmpty), help: "The files.")
  var path: [String]
  @Parameter(
    "LiteralPath", .in(["CultureLiteralPath", "DelimiterLiteralPath"], .mandatory, .fromPipelineByPropertyName),
    .alias("PSPath", "LP"), .validate(.notNullOrEmpty), help: "The files; no character is special.")
  var literalPath: [String]
  @Parameter(
    "UseCulture", .in(["CultureLiteralPath", "CulturePath"], .mandatory), .validate(.notNull),
    help: "Separates fields by the culture's list separator.")
  var useCulture: Bool
  @Parameter("Header", .validate(.notNullOrEmpty), help: "Names for the columns.")
  var header: [String]
  @Parameter(
    "Encoding", .shownAs("System.Text.Encoding"), .validate(.notNull), help: "The encoding of the text.")
  var encoding: EncodingChoice

  mutating func process(_ context: any CmdletContext) throws {
    let isLiteral = $literalPath.isBound
    for given in isLiteral ? literalPath : path {
      let file = try FilePaths.target(given, isLiteral: isLiteral, context)
      let text = try FileReader.text(file, encoding: encoding.encoding)
      var reader = CSVObjects(text, delimiter: CSVWriter.delimiter(delimiter), header: header)
      try reader.writeAll(context)
    }
  }
}
