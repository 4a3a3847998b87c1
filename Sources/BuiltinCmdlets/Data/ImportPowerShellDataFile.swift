import CmdletKit
import ShellObjects
import ShellTypes

/// `Import-PowerShellDataFile`: reads a data file: a script that is one hashtable.
struct ImportPowerShellDataFile: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Import-PowerShellDataFile", defaultParameterSet: "ByPath",
    synopsis: "Reads a data file: a script that is one hashtable.",
    examples: [
      Example("Reads the settings of a module.", code: "Import-PowerShellDataFile ./settings.psd1")
    ])

  @Parameter(
    "Path", .in("ByPath", .mandatory, .position(0)), .validate(.notNullOrEmpty),
    help: "The files; wildcards are allowed.")
  var path: [String]
  @Parameter(
    "LiteralPath", .in("ByLiteralPath", .mandatory, .position(0), .fromPipelineByPropertyName), .alias("PSPath", "LP"),
    .validate(.notNullOrEmpty), help: "The paths, taken as they are written.")
  var literalPath: [String]
  @Parameter("SkipLimitCheck", help: "Reads files of any size.")
  var skipLimitCheck: Bool

  mutating func process(_ context: any CmdletContext) throws {
    let isLiteral = $literalPath.isBound
    for given in isLiteral ? literalPath : path {
      try context.attempt {
        for file in try FilePaths.existing(given, isLiteral: isLiteral, id: "PathNotFound", context) {
          try context.write(try Self.value(of: file, context))
        }
      }
    }
  }

  private static func value(of file: String, _ context: any CmdletContext) throws -> Value {
    let text = try FileReader.text(file, encoding: .utf8)
    guard let reader = context.session.service((any DataLanguage).self) else {
      throw failure("The file '\(file)' cannot be read, since this session has no data language.", file)
    }
    return try reader.value(ofDataText: text, path: file)
  }

  private static func failure(_ message: String, _ file: String) -> ShellError {
    ShellError(
      "System.InvalidOperationException", message, id: "CouldNotParseAsPowerShellDataFile", .invalidData,
      target: .string(file))
  }
}
