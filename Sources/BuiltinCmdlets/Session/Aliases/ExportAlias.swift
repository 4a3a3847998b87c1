import CmdletKit
import ShellObjects
import ShellTypes

/// `Export-Alias`: writes aliases to a file.
struct ExportAlias: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Export-Alias", defaultParameterSet: "ByPath", confirmImpact: .medium,
    outputs: ["System.Management.Automation.AliasInfo"], synopsis: "Writes aliases to a file.",
    examples: [
      Example("Keeps all aliases.", code: "Export-Alias /tmp/aliases.csv")
    ])

  @Parameter("Path", .in("ByPath", .mandatory, .position(0)), help: "The paths; wildcards are allowed.")
  var path: String?
  @Parameter(
    "LiteralPath", .in("ByLiteralPath", .mandatory, .fromPipelineByPropertyName), .alias("PSPath", "LP"),
    help: "The paths, taken as they are written.")
  var literalPath: String?
  @Parameter("Name", .position(1), .fromPipelineByPropertyName, help: "The names.")
  var name: [String]
  @Parameter("PassThru", help: "Writes the result to the pipeline.")
  var passThru: Bool
  @Parameter(
    "As", .type("Microsoft.PowerShell.Commands.ExportAliasFormat"), help: "Whether the file is a list or a script.")
  var `as`: String?
  @Parameter("Append", help: "Adds to the end.")
  var append: Bool
  @Parameter("Force", help: "Overrides what would otherwise stop the command.")
  var force: Bool
  @Parameter("NoClobber", .alias("NoOverwrite"), help: "Refuses to replace what exists.")
  var noClobber: Bool
  @Parameter("Description", help: "A description.")
  var description: String?
  @Parameter("Scope", help: "The scope, by name or number.")
  var scope: String?

  mutating func process(_ context: any CmdletContext) throws {
    let path = try FilePaths.target(literalPath ?? path ?? "", isLiteral: literalPath != nil, context)
    guard try context.shouldProcess(path, "Export Alias") else { return }
    let patterns = (name.isEmpty ? ["*"] : name).compactMap { WildcardPattern($0) }
    let aliases = context.session.aliases().filter { alias in patterns.contains { $0.matches(alias.name) } }
    let writer = try TextFileWriter(
      path: path, encoding: .utf8, appends: append, refusesToReplace: noClobber, force: force)
    for line in AliasFile.heading(description) { try writer.write(line + "\n") }
    for alias in aliases {
      try writer.write(AliasFile.line(alias, asScript: `as`?.equalsName("Script") ?? false) + "\n")
      if passThru { try context.write(context.session.object(for: alias)) }
    }
    try writer.close()
  }
}
