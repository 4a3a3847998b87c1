import CmdletKit
import ShellObjects

/// `Get-Error`: shows errors in full.
struct GetError: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-Error", defaultParameterSet: "Newest",
    outputs: ["System.Management.Automation.ErrorRecord#PSExtendedError", "System.Exception#PSExtendedError"],
    synopsis: "Shows errors in full.",
    examples: [
      Example("Shows the last error.", code: "Get-Error")
    ])

  @Parameter(
    "InputObject", .in("Error", .position(0), .fromPipeline), .type("psobject"), .validate(.notNullOrEmpty),
    help: "The errors, from the pipeline.")
  var inputObject: Value
  @Parameter(
    "Newest", .in("Newest"), .alias("Last"), .validate(.range(1...2_147_483_647)),
    help: "The number of errors, the newest first.")
  var newest: Int?

  mutating func process(_ context: any CmdletContext) throws {
    if $inputObject.isBound { return try write(inputObject, context) }
    let count = newest ?? 1
    for record in context.session.errorList.records.prefix(max(0, count)) { try write(.object(record), context) }
  }

  private func write(_ value: Value, _ context: any CmdletContext) throws {
    guard case .object(let object) = value else { return try context.write(value) }
    let names = object.extending().typeNames ?? object.typeNames
    let marked = "\(object.type.fullName)#PSExtendedError"
    if names.first != marked { object.extending().typeNames = [marked] + names }
    try context.write(value)
  }
}
