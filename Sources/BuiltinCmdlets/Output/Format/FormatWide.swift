import CmdletKit
import ShellFormatting
import ShellObjects

/// `Format-Wide`: shows one property of objects in columns.
struct FormatWide: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Format-Wide",
    outputs: [
      "Microsoft.PowerShell.Commands.Internal.Format.FormatStartData",
      "Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData",
      "Microsoft.PowerShell.Commands.Internal.Format.FormatEndData",
      "Microsoft.PowerShell.Commands.Internal.Format.GroupStartData",
      "Microsoft.PowerShell.Commands.Internal.Format.GroupEndData",
    ], synopsis: "Shows one property of objects in columns.",
    examples: [
      Example("Shows names in four columns.", code: "Get-Verb | Format-Wide Verb -Column 4")
    ])

  @Parameter("Property", .position(0), help: "The property, a script block, or a hashtable with Expression.")
  var property: Value
  @Parameter("AutoSize", help: "Makes as many columns as fit.")
  var autoSize: Bool
  @Parameter("Column", .validate(.range(1...2_147_483_647)), help: "The number of columns.")
  var column: Int?
  @Parameter("GroupBy", help: "The property that begins a new group where it changes.")
  var groupBy: Value
  @Parameter("View", help: "The name of a view of the type.")
  var view: String?
  @Parameter("ShowError", help: "Shows errors below the list.")
  var showError: Bool
  @Parameter("DisplayError", help: "Shows errors in their place.")
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
    if autoSize, $column.isBound {
      throw ShellError(
        "System.InvalidOperationException",
        "The AutoSize and Column parameters cannot be specified together.", id: "FormatWideAutosizeColumn",
        .invalidArgument)
    }
    var request = FormatRequest()
    if !property.isNull { request.properties = [try FormatProperty(property, for: .property(.wide))] }
    request.isAutosized = autoSize
    request.columns = column
    try stage.begin(
      .wide, request,
      FormatOptions(
        groupBy: groupBy, view: view, showsErrors: showError, displaysErrors: displayError, isForced: force,
        expand: expand), context)
  }

  mutating func process(_ context: any CmdletContext) throws {
    if $inputObject.isBound { try stage.write(inputObject) }
  }

  mutating func end(_ context: any CmdletContext) throws { try stage.finish() }
}
