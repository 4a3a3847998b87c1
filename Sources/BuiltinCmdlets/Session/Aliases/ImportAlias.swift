import CmdletKit
import ShellObjects
import ShellTypes

/// `Import-Alias`: reads aliases from a file.
struct ImportAlias: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Import-Alias", defaultParameterSet: "ByPath", confirmImpact: .medium,
    outputs: ["System.Management.Automation.AliasInfo"], synopsis: "Reads aliases from a file.",
    examples: [
      Example("Takes aliases back.", code: "Import-Alias /tmp/aliases.csv -Force")
    ])

  @Parameter(
    "Path", .in("ByPath", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName), help: "The file.")
  var path: String?
  @Parameter(
    "LiteralPath", .in("ByLiteralPath", .mandatory, .fromPipeline, .fromPipelineByPropertyName), .alias("PSPath", "LP"),
    help: "The file; no character is special.")
  var literalPath: String?
  @Parameter("Scope", .validate(.notNullOrEmpty), help: "The scope, by name or number.")
  var scope: String?
  @Parameter("PassThru", help: "Writes the result to the pipeline.")
  var passThru: Bool
  @Parameter("Force", help: "Overrides what would otherwise stop the command.")
  var force: Bool

  mutating func process(_ context: any CmdletContext) throws {
    let files = try FilePaths.sources([literalPath ?? path ?? ""], isLiteral: literalPath != nil, context)
    for file in files {
      let entries = AliasFile.entries(try FileReader.text(file, encoding: .utf8))
      for entry in entries
      where try context.shouldProcess("Name: \(entry.name) Value: \(entry.value)", "Import Alias") {
        let isKnown = context.session.aliases().contains { $0.name.equalsName(entry.name) }
        if isKnown, !force {
          try context.writeError(AliasErrors.alreadyExists(entry.name))
          continue
        }
        try AliasChange(
          name: entry.name, value: entry.value, description: entry.description, option: entry.option, scope: scope,
          force: force
        ).perform(passThru: passThru, context)
      }
    }
  }
}
