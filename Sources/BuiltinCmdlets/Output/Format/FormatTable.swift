import CmdletKit
import ShellFormatting
import ShellObjects

/// `Format-Table`: shows objects as a table.
struct FormatTable: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Format-Table",
    outputs: [
      "Microsoft.PowerShell.Commands.Internal.Format.FormatStartData",
      "Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData",
      "Microsoft.PowerShell.Commands.Internal.Format.FormatEndData",
      "Microsoft.PowerShell.Commands.Internal.Format.GroupStartData",
      "Microsoft.PowerShell.Commands.Internal.Format.GroupEndData",
    ], synopsis: "Shows objects as a table.",
    examples: [
      Example("Shows two properties.", code: "Get-Verb -Group Security | Format-Table Verb, Description")
    ])

  @Parameter("AutoSize", help: "Makes columns as wide as their cells.")
  var autoSize: Bool
  @Parameter("RepeatHeader", help: "Repeats the heading on every screen.")
  var repeatHeader: Bool
  @Parameter("HideTableHeaders", help: "Shows no heading.")
  var hideTableHeaders: Bool
  @Parameter("Wrap", help: "Breaks long cells over lines.")
  var wrap: Bool
  @Parameter(
    "Property", .position(0),
    help: "The columns: names, wildcards, script blocks, or hashtables with Label and Expression.")
  var property: [Value]
  @Parameter("GroupBy", help: "The property that begins a new table where it changes.")
  var groupBy: Value
  @Parameter("View", help: "The name of a view of the type.")
  var view: String?
  @Parameter("ShowError", help: "Shows errors of columns below the table.")
  var showError: Bool
  @Parameter("DisplayError", help: "Shows errors of columns in their cells.")
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
    request.properties = try FormatProperty.all(Value(property), for: .property(.table))
    request.isAutosized = autoSize
    request.wraps = wrap
    request.hidesHeaders = hideTableHeaders
    request.repeatsHeaders = repeatHeader
    try stage.begin(
      .table, request,
      FormatOptions(
        groupBy: groupBy, view: view, showsErrors: showError, displaysErrors: displayError, isForced: force,
        expand: expand), context)
  }

  mutating func process(_ context: any CmdletContext) throws {
    if $inputObject.isBound { try stage.write(inputObject) }
  }

  mutating func end(_ context: any CmdletContext) throws { try stage.finish() }
}
