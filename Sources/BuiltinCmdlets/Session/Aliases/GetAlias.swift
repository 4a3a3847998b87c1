import CmdletKit
import ShellObjects

/// `Get-Alias`: gets aliases.
struct GetAlias: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-Alias", defaultParameterSet: "Default", outputs: ["System.Management.Automation.AliasInfo"],
    synopsis: "Gets aliases.",
    examples: [
      Example("Shows what a short name means.", code: "Get-Alias gci")
    ])

  @Parameter(
    "Name", .in("Default", .position(0), .fromPipeline, .fromPipelineByPropertyName), .validate(.notNullOrEmpty),
    help: "The names.")
  var name: [String]
  @Parameter("Exclude", help: "No names that match one of these patterns.")
  var exclude: [String]
  @Parameter("Scope", help: "The scope, by name or number.")
  var scope: String?
  @Parameter(
    "Definition", .in("Definition"), .validate(.notNullOrEmpty), help: "The commands whose aliases are wanted.")
  var definition: [String]

  mutating func process(_ context: any CmdletContext) throws {
    let aliases = context.session.aliases()
    let excluded = exclude.compactMap { WildcardPattern($0) }
    func isWanted(_ alias: any CommandInfo) -> Bool { !excluded.contains { $0.matches(alias.name) } }
    if context.parameterSetName.equalsName("Definition"), !definition.isEmpty {
      return try write(definition, aliases.filter(isWanted), \.definition, context)
    }
    try write(name.isEmpty ? ["*"] : name, aliases.filter(isWanted), \.name, context)
  }

  private func write(
    _ patterns: [String], _ aliases: [any CommandInfo], _ text: (any CommandInfo) -> String,
    _ context: any CmdletContext
  ) throws {
    for pattern in patterns {
      let wildcard = WildcardPattern(pattern)
      let found = aliases.filter { wildcard?.matches(text($0)) ?? false }
      if found.isEmpty, !WildcardPattern.containsWildcards(pattern) {
        try context.writeError(AliasErrors.notFound(pattern, isDefinition: $definition.isBound))
      }
      for alias in found { try context.write(context.session.object(for: alias)) }
    }
  }
}
