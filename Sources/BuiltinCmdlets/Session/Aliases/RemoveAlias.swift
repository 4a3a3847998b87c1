import CmdletKit
import ShellObjects

/// `Remove-Alias`: removes aliases.
struct RemoveAlias: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Remove-Alias", defaultParameterSet: "Default", synopsis: "Removes aliases.",
    examples: [
      Example("Removes an alias.", code: "Remove-Alias np")
    ])

  @Parameter("Name", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName, help: "The names.")
  var name: [String]
  @Parameter("Scope", help: "The scope, by name or number.")
  var scope: String?
  @Parameter("Force", help: "Overrides what would otherwise stop the command.")
  var force: Bool

  mutating func process(_ context: any CmdletContext) throws {
    for name in name {
      guard let alias = context.session.aliases().first(where: { $0.name.equalsName(name) }) else {
        try context.writeError(AliasErrors.notFound(name, isDefinition: false))
        continue
      }
      let isFixed = alias.options.contains(.constant) || (alias.options.contains(.readOnly) && !force)
      if isFixed { throw AliasErrors.notRemovable(name) }
      try context.session.removeAlias(name, force: force)
    }
  }
}
