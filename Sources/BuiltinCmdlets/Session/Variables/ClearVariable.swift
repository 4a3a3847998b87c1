import CmdletKit
import ShellObjects

/// `Clear-Variable`: sets variables to null.
struct ClearVariable: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Clear-Variable", confirmImpact: .medium, outputs: ["System.Management.Automation.PSVariable"],
    synopsis: "Sets variables to null.",
    examples: [
      Example("Empties a variable.", code: "Clear-Variable count")
    ])

  @Parameter("Name", .mandatory, .position(0), .fromPipelineByPropertyName, help: "The names.")
  var name: [String]
  @Parameter("Include", help: "Only names that match one of these patterns.")
  var include: [String]
  @Parameter("Exclude", help: "No names that match one of these patterns.")
  var exclude: [String]
  @Parameter("Force", help: "Overrides what would otherwise stop the command.")
  var force: Bool
  @Parameter("PassThru", help: "Writes the result to the pipeline.")
  var passThru: Bool
  @Parameter("Scope", .validate(.notNullOrEmpty), help: "The scope, by name or number.")
  var scope: String?

  mutating func process(_ context: any CmdletContext) throws {
    let filter = NameFilter(include: include, exclude: exclude)
    for name in name {
      for cell in try cells(matching: name, context) where filter.passes(cell.name) {
        guard try context.shouldProcess("Name: \(cell.name)", "Clear variable") else { continue }
        try context.attempt { try clear(cell, context) }
        if passThru { try context.write(.object(cell)) }
      }
    }
  }

  private func clear(_ cell: VariableCell, _ context: any CmdletContext) throws {
    try VariableErrors.refuseReadOnly(cell, force: force)
    if cell.options.contains(.readOnly) { return cell.force(.null) }
    try context.session.setVariable(cell.name, .null, scope: scope)
  }

  private func cells(matching name: String, _ context: any CmdletContext) throws -> [VariableCell] {
    if WildcardPattern.containsWildcards(name), let pattern = WildcardPattern(name) {
      return try context.session.variableCells(scope: scope).filter { pattern.matches($0.name) }
    }
    if let cell = try context.session.variableCell(WildcardPattern.unescape(name), scope: scope) { return [cell] }
    try context.writeError(VariableErrors.notFound(name))
    return []
  }
}
