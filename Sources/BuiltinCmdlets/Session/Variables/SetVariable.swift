import CmdletKit
import ShellObjects

/// `Set-Variable`: sets a variable, and makes it where there is none.
struct SetVariable: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Set-Variable", confirmImpact: .medium, outputs: ["System.Management.Automation.PSVariable"],
    synopsis: "Sets a variable, and makes it where there is none.",
    examples: [
      Example("Sets a variable of the calling scope.", code: "Set-Variable count 5 -Scope 1")
    ])

  @Parameter("Name", .mandatory, .position(0), .fromPipelineByPropertyName, help: "The names.")
  var name: [String]
  @Parameter(
    "Value", .position(1), .fromPipeline, .fromPipelineByPropertyName, help: "The value, from the pipeline as well.")
  var value: Value
  @Parameter("Include", help: "Only names that match one of these patterns.")
  var include: [String]
  @Parameter("Exclude", help: "No names that match one of these patterns.")
  var exclude: [String]
  @Parameter("Description", help: "A description.")
  var description: String?
  @Parameter(
    "Option", .type("System.Management.Automation.ScopedItemOptions"), help: "Options such as ReadOnly or Constant.")
  var option: String?
  @Parameter("Force", help: "Overrides what would otherwise stop the command.")
  var force: Bool
  @Parameter(
    "Visibility", .type("System.Management.Automation.SessionStateEntryVisibility"),
    help: "Whether scripts outside see the item.")
  var visibility: String?
  @Parameter("PassThru", help: "Writes the result to the pipeline.")
  var passThru: Bool
  @Parameter("Append", help: "Adds to the value the variable has.")
  var append: Bool
  @Parameter("Scope", .validate(.notNullOrEmpty), help: "The scope, by name or number.")
  var scope: String?

  private var piped: [Value] = []
  /// Whether the value stands on the command line, so that nothing is taken from the pipeline.
  private var isValueGiven = false

  mutating func begin(_ context: any CmdletContext) throws { isValueGiven = $value.isBound }

  mutating func process(_ context: any CmdletContext) throws {
    if !isValueGiven, $value.isBound { piped.append(value) }
  }

  mutating func end(_ context: any CmdletContext) throws {
    let settled: Value
    if context.expectsInput, !isValueGiven {
      settled = piped.isEmpty ? .null : piped.count == 1 ? piped[0] : .object(PSArray(piped))
    } else {
      settled = value
    }
    let filter = NameFilter(include: include, exclude: exclude)
    for name in name where filter.passes(name) {
      guard try context.shouldProcess("Name: \(name) Value: \(try settled.text())", "Set variable") else { continue }
      try context.attempt { try set(name, settled, context) }
    }
  }

  private func set(_ name: String, _ settled: Value, _ context: any CmdletContext) throws {
    let session = context.session
    let setsValue = context.expectsInput || isValueGiven || !changesAttributes
    var new = settled
    if append, let old = try session.variable(name, scope: scope), !old.isNull {
      new = Value(try (old.isEnumerable ? old.enumerated() : [old]) + (new.isEnumerable ? new.enumerated() : [new]))
    }
    let existing = try existingCell(name, session)
    if let existing { try VariableErrors.refuseReadOnly(existing, force: force) }
    guard changesAttributes || (force && existing != nil) else {
      try session.setVariable(name, new, scope: scope)
      return try pass(name, context)
    }
    if existing != nil, let option, ScopedItemOptions(named: option).contains(.constant) {
      throw VariableErrors.cannotBeConstant(name)
    }
    let cell = existing ?? VariableCell(name, .null)
    if setsValue { try store(new, in: cell) }
    if let description { cell.descriptionText = description }
    if let option { cell.options = ScopedItemOptions(named: option) }
    if existing == nil { try session.declareVariable(cell, scope: scope ?? "local", force: force) }
    try pass(name, context)
  }

  private func store(_ value: Value, in cell: VariableCell) throws {
    let options = cell.options
    cell.options = []
    defer { cell.options = options }
    try cell.assign(value)
  }

  private var changesAttributes: Bool { option != nil || description != nil || $visibility.isBound }

  /// The variable in the scope, or one that every scope shares.
  private func existingCell(_ name: String, _ session: any SessionAccess) throws -> VariableCell? {
    if let cell = try session.variableCell(name, scope: scope ?? "local") { return cell }
    guard scope == nil, let shared = try session.variableCell(name, scope: nil), shared.options.contains(.allScope)
    else { return nil }
    return shared
  }

  private func pass(_ name: String, _ context: any CmdletContext) throws {
    guard passThru, let cell = try context.session.variableCell(name, scope: scope) else { return }
    try context.write(.object(cell))
  }
}
