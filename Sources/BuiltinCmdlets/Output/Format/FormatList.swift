import CmdletKit
import ShellFormatting
import ShellObjects

/// `Format-List`: shows objects as lists of their properties.
struct FormatList: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Format-List",
    outputs: [
      "Microsoft.PowerShell.Commands.Internal.Format.FormatStartData",
      "Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData",
      "Microsoft.PowerShell.Commands.Internal.Format.FormatEndData",
      "Microsoft.PowerShell.Commands.Internal.Format.GroupStartData",
      "Microsoft.PowerShell.Commands.Internal.Format.GroupEndData",
    ], synopsis: "Shows objects as lists of their properties.",
    examples: [
      Example("Shows every property.", code: "Get-Host | Format-List *")
    ])

  @Parameter(
    "Property", .position(0),
    help: "The properties: names, wildcards, script blocks, or hashtables with Label and Expression.")
  var property: [Value]
  @Parameter("GroupBy", help: "The property that begins a new group where it changes.")
  var groupBy: Value
  @Parameter("View", help: "The name of a view of the type.")
  var view: String?
  @Parameter("ShowError", help: "Shows errors of properties below the list.")
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
    request.properties = try FormatProperty.all(Value(property), for: .property(.list))
    try stage.begin(
      .list, request,
      FormatOptions(
        groupBy: groupBy, view: view, showsErrors: showError, displaysErrors: displayError, isForced: force,
        expand: expand), context)
  }

  mutating func process(_ context: any CmdletContext) throws {
    if $inputObject.isBound { try stage.write(inputObject) }
  }

  mutating func end(_ context: any CmdletContext) throws { try stage.finish() }
}
