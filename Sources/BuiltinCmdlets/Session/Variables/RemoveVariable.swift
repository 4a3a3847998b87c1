import CmdletKit
import ShellObjects

/// `Remove-Variable`: removes variables.
struct RemoveVariable: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Remove-Variable", confirmImpact: .medium, synopsis: "Removes variables.",
    examples: [
      Example("Removes a variable.", code: "Remove-Variable count")
    ])

  @Parameter("Name", .mandatory, .position(0), .fromPipelineByPropertyName, help: "The names.")
  var name: [String]
  @Parameter("Include", help: "Only names that match one of these patterns.")
  var include: [String]
  @Parameter("Exclude", help: "No names that match one of these patterns.")
  var exclude: [String]
  @Parameter("Force", help: "Overrides what would otherwise stop the command.")
  var force: Bool
  @Parameter("Scope", .validate(.notNullOrEmpty), help: "The scope, by name or number.")
  var scope: String?

  mutating func process(_ context: any CmdletContext) throws {
    let filter = NameFilter(include: include, exclude: exclude)
    for name in name {
      for found in try names(matching: name, context) where filter.passes(found) {
        guard try context.shouldProcess("Name: \(found)", "Remove variable") else { continue }
        try context.attempt { try context.session.removeVariable(found, scope: scope ?? "local", force: force) }
      }
    }
  }

  private func names(matching name: String, _ context: any CmdletContext) throws -> [String] {
    let place = scope ?? "local"
    if WildcardPattern.containsWildcards(name), let pattern = WildcardPattern(name) {
      return try context.session.variableCells(scope: place).map(\.name).filter { pattern.matches($0) }
    }
    let plain = WildcardPattern.unescape(name)
    if try context.session.variableCell(plain, scope: place) != nil { return [plain] }
    if scope == nil, let shared = try context.session.variableCell(plain, scope: nil),
      shared.options.contains(.allScope)
    {
      try context.writeError(VariableErrors.notRemovable(plain))
      return []
    }
    try context.writeError(VariableErrors.notFound(name))
    return []
  }
}
