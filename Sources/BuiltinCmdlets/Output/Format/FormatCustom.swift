import CmdletKit
import ShellFormatting
import ShellObjects

/// `Format-Custom`: shows objects in full, with what they contain.
struct FormatCustom: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Format-Custom",
    outputs: [
      "Microsoft.PowerShell.Commands.Internal.Format.FormatStartData",
      "Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData",
      "Microsoft.PowerShell.Commands.Internal.Format.FormatEndData",
      "Microsoft.PowerShell.Commands.Internal.Format.GroupStartData",
      "Microsoft.PowerShell.Commands.Internal.Format.GroupEndData",
    ], synopsis: "Shows objects in full, with what they contain.",
    examples: [
      Example("Shows two levels.", code: "@{ a = 1 } | Format-Custom -Depth 2")
    ])

  @Parameter("Property", .position(0), help: "The properties: names, wildcards or script blocks.")
  var property: [Value]
  @Parameter("Depth", .validate(.range(1...2_147_483_647)), help: "The number of levels.")
  var depth: Int?
  @Parameter("GroupBy", help: "The property that begins a new group where it changes.")
  var groupBy: Value
  @Parameter("View", help: "The name of a view of the type.")
  var view: String?
  @Parameter("ShowError", help: "Shows errors of properties below.")
  var showError: Bool
  @Parameter("DisplayError", help: "Shows errors of properties in their place.")
  var displayError: Bool
  @Parameter("Force", help: "Shows everything, errors included.")
  var force: Bool
  @Parameter(
    "Expand", .validate(.oneOf(["CoreOnly", "EnumOnly", "Both"])),
    help: "What collections show: themselves, their elements, or both.")
  var expand: String?
  @Parameter("InputObject", .fromPipeline, .type("psobject"), help: "The objects, from the pipeline.")
  var inputObject: Value

  private let stage = FormatStage()

  mutating func begin(_ context: any CmdletContext) throws {
    var request = FormatRequest()
    request.properties = try FormatProperty.all(Value(property), for: .property(.custom))
    if let depth { request.depth = depth }
    try stage.begin(
      .custom, request,
      FormatOptions(
        groupBy: groupBy, view: view, showsErrors: showError, displaysErrors: displayError, isForced: force,
        expand: expand), context)
  }

  mutating func process(_ context: any CmdletContext) throws {
    if $inputObject.isBound { try stage.write(inputObject) }
  }

  mutating func end(_ context: any CmdletContext) throws { try stage.finish() }
}
