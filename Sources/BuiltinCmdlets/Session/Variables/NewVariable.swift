import CmdletKit
import ShellObjects

/// `New-Variable`: makes a variable.
struct NewVariable: Cmdlet {
  static let declaration = CmdletDeclaration(
    "New-Variable", confirmImpact: .low, outputs: ["System.Management.Automation.PSVariable"],
    synopsis: "Makes a variable.",
    examples: [
      Example("Makes a variable that cannot change.", code: "New-Variable Limit 10 -Option Constant")
    ])

  @Parameter("Name", .mandatory, .position(0), .fromPipelineByPropertyName, help: "The names.")
  var name: String
  @Parameter("Value", .position(1), .fromPipeline, .fromPipelineByPropertyName, help: "The value.")
  var value: Value
  @Parameter("Description", help: "A description.")
  var description: String?
  @Parameter(
    "Option", .type("System.Management.Automation.ScopedItemOptions"), help: "Options such as ReadOnly or Constant.")
  var option: String?
  @Parameter(
    "Visibility", .type("System.Management.Automation.SessionStateEntryVisibility"),
    help: "Whether scripts outside see the item.")
  var visibility: String?
  @Parameter("Force", help: "Overrides what would otherwise stop the command.")
  var force: Bool
  @Parameter("PassThru", help: "Writes the result to the pipeline.")
  var passThru: Bool
  @Parameter("Scope", .validate(.notNullOrEmpty), help: "The scope, by name or number.")
  var scope: String?

  mutating func process(_ context: any CmdletContext) throws {
    let session = context.session
    guard try context.shouldProcess("Name: \(name) Value: \(try value.text())", "New variable") else { return }
    let shared = try session.variableCell(name, scope: nil).flatMap { $0.options.contains(.allScope) ? $0 : nil }
    let existing = try session.variableCell(name, scope: scope ?? "local") ?? shared
    if let existing {
      guard force else { return try context.writeError(VariableErrors.alreadyExists(name)) }
      if existing.options.contains(.constant) {
        return try context.writeError(ShellError.variableNotWritable(name).record)
      }
    }
    let cell = VariableCell(name, value)
    if let option { cell.options = ScopedItemOptions(named: option) }
    if let description { cell.descriptionText = description }
    try context.attempt { try session.declareVariable(cell, scope: scope ?? "local", force: force) }
    if passThru { try context.write(.object(cell)) }
  }
}
