import CmdletKit
import ShellObjects

/// `Get-Variable`: gets variables.
struct GetVariable: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-Variable", outputs: ["System.Management.Automation.PSVariable"], synopsis: "Gets variables.",
    examples: [
      Example("Shows a variable's value.", code: "Get-Variable HOME -ValueOnly")
    ])

  @Parameter(
    "Name", .position(0), .fromPipeline, .fromPipelineByPropertyName, .validate(.notNullOrEmpty),
    help: "The names; wildcards are allowed.")
  var name: [String]
  @Parameter("ValueOnly", help: "Writes the values instead of the variables.")
  var valueOnly: Bool
  @Parameter("Include", help: "Only names that match one of these patterns.")
  var include: [String]
  @Parameter("Exclude", help: "No names that match one of these patterns.")
  var exclude: [String]
  @Parameter("Scope", .validate(.notNullOrEmpty), help: "The scope, by name or number.")
  var scope: String?

  mutating func process(_ context: any CmdletContext) throws {
    let filter = NameFilter(include: include, exclude: exclude)
    for cell in try found(context) where filter.passes(cell.name) {
      try context.write(valueOnly ? cell.current : .object(cell))
    }
  }

  private func found(_ context: any CmdletContext) throws -> [VariableCell] {
    let session = context.session
    if name.isEmpty { return try session.variableCells(scope: scope) }
    var cells: [VariableCell] = []
    for name in name {
      if WildcardPattern.containsWildcards(name), let pattern = WildcardPattern(name) {
        cells += try session.variableCells(scope: scope).filter { pattern.matches($0.name) }
      } else if let cell = try session.variableCell(WildcardPattern.unescape(name), scope: scope) {
        cells.append(cell)
      } else {
        try context.writeError(VariableErrors.notFound(name))
      }
    }
    return cells
  }
}
