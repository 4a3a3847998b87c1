import CmdletKit
import ShellObjects
import ShellTypes

/// `Test-Json`: tells whether a text is JSON.
struct TestJson: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Test-Json", defaultParameterSet: "JsonString", outputs: ["System.Boolean"],
    synopsis: "Tells whether a text is JSON.",
    examples: [
      Example("Tests a text.", code: #"Test-Json '{"a": 5}'"#)
    ])

  @Parameter(
    "Json",
    .in(
      ["JsonString", "JsonStringWithSchemaFile", "JsonStringWithSchemaString"], .mandatory, .position(0), .fromPipeline),
    help: "The text.")
  var json: String?
  @Parameter(
    "Path",
    .in(
      ["JsonPath", "JsonPathWithSchemaFile", "JsonPathWithSchemaString"], .mandatory, .position(0),
      .fromPipelineByPropertyName), help: "A file that holds the text.")
  var path: String?
  @Parameter(
    "LiteralPath",
    .in(
      ["JsonLiteralPath", "JsonLiteralPathWithSchemaFile", "JsonLiteralPathWithSchemaString"], .mandatory, .position(0),
      .fromPipelineByPropertyName), .alias("PSPath", "LP"), help: "A file that holds the text; no character is special."
  )
  var literalPath: String?
  @Parameter(
    "Schema",
    .in(
      ["JsonLiteralPathWithSchemaString", "JsonPathWithSchemaString", "JsonStringWithSchemaString"], .mandatory,
      .position(1)), .validate(.notNullOrEmpty), help: "A schema the text has to follow.")
  var schema: String?
  @Parameter(
    "SchemaFile",
    .in(
      ["JsonLiteralPathWithSchemaFile", "JsonPathWithSchemaFile", "JsonStringWithSchemaFile"], .mandatory, .position(1)),
    .validate(.notNullOrEmpty), help: "A file with such a schema.")
  var schemaFile: String?
  @Parameter(
    "Options", .validate(.notNullOrEmpty), .validate(.oneOf(["IgnoreComments", "AllowTrailingCommas"])),
    help: "What the text may have beside strict JSON.")
  var options: [String]

  mutating func process(_ context: any CmdletContext) throws {
    if schema != nil || schemaFile != nil {
      throw ShellError(
        "System.Management.Automation.PSNotSupportedException",
        "Test-Json does not check schemas. Leave out -Schema and -SchemaFile to check that the text is JSON.",
        id: "JsonSchemaNotSupported", .notImplemented)
    }
    let text: String
    if let path = literalPath ?? path {
      let files = try FilePaths.sources([path], isLiteral: literalPath != nil, context)
      guard let file = files.first else { return }
      text = try FileReader.text(file, encoding: .utf8)
    } else {
      text = json ?? ""
    }
    let isValid = StrictJSON(
      text, allowsComments: options.contains { $0.equalsName("IgnoreComments") },
      allowsTrailingCommas: options.contains { $0.equalsName("AllowTrailingCommas") }
    ).isValid
    if !isValid {
      try context.writeError(
        ShellError("System.Exception", "Cannot parse the JSON.", id: "InvalidJson", .invalidData, target: .string(text))
          .record)
    }
    try context.write(.bool(isValid))
  }
}
