import CmdletKit
import ShellObjects

/// The cmdlets that change which properties an item has.
///
/// No provider of this shell lets them: each finds its items, so that a missing one is reported, and then refuses.
enum ItemPropertyShapes {
  static let module = "Microsoft.PowerShell.Management"
  static let details = "The file system, variables, functions, aliases and the environment have fixed properties."

  static func refuse(_ given: GivenPaths, _ filters: ItemFilters, _ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: true, filters: filters)
    try targets.each(given) { _, _ in throw ProviderRefusal.notSupported }
  }
}

/// Adds a property to items.
struct NewItemProperty: Cmdlet {
  static let declaration = CmdletDeclaration(
    "New-ItemProperty", defaultParameterSet: "Path", confirmImpact: .medium, module: ItemPropertyShapes.module,
    synopsis: "Adds a property to an item.", details: ItemPropertyShapes.details)

  @Parameter(
    "Path", .in("Path", .mandatory, .position(0)), .wildcards, .completer(.path), help: "The paths of the items.")
  var path: [String]
  @Parameter(
    "LiteralPath", .in("LiteralPath", .mandatory, .fromPipelineByPropertyName), .alias("PSPath", "LP"),
    .completer(.path), help: "The paths of the items as they stand.")
  var literalPath: [String]
  @Parameter(
    "Name", .mandatory, .position(1), .fromPipelineByPropertyName, .alias("PSProperty"),
    help: "The name of the property.")
  var name: String
  @Parameter("PropertyType", .fromPipelineByPropertyName, .alias("Type"), help: "The type of the property.")
  var propertyType: String
  @Parameter("Value", .fromPipelineByPropertyName, help: "The value of the property.")
  var value: Value
  @Parameter("Force", help: "Replaces a property that is there.")
  var force: Bool
  var filters = ItemFilters()
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    try ItemPropertyShapes.refuse(GivenPaths(path, literalPath, isLiteral: $literalPath.isBound), filters, context)
  }
}

/// Removes properties from items.
struct RemoveItemProperty: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Remove-ItemProperty", aliases: ["rp"], defaultParameterSet: "Path", confirmImpact: .medium,
    module: ItemPropertyShapes.module, synopsis: "Removes properties from an item.",
    details: ItemPropertyShapes.details)

  var paths = NamedPaths()
  @Parameter(
    "Name", .mandatory, .position(1), .fromPipelineByPropertyName, .alias("PSProperty"),
    help: "The names of the properties.")
  var name: [String]
  @Parameter("Force", help: "Removes from hidden items too.")
  var force: Bool
  var filters = ItemFilters()
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    try ItemPropertyShapes.refuse(paths.given, filters, context)
  }
}

/// Gives a property of an item another name.
struct RenameItemProperty: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Rename-ItemProperty", aliases: ["rnp"], defaultParameterSet: "Path", confirmImpact: .medium,
    module: ItemPropertyShapes.module, synopsis: "Gives a property of an item another name.",
    details: ItemPropertyShapes.details)

  @Parameter(
    "Path", .in("Path", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName), .completer(.path),
    help: "The path of the item.")
  var path: String
  @Parameter(
    "LiteralPath", .in("LiteralPath", .mandatory, .fromPipelineByPropertyName), .alias("PSPath", "LP"),
    .completer(.path), help: "The path of the item as it stands.")
  var literalPath: String
  @Parameter(
    "Name", .mandatory, .position(1), .fromPipelineByPropertyName, .alias("PSProperty"),
    help: "The name of the property.")
  var name: String
  @Parameter("NewName", .mandatory, .position(2), .fromPipelineByPropertyName, help: "The new name.")
  var newName: String
  @Parameter("PassThru", help: "Gives the renamed property.")
  var passThru: Bool
  @Parameter("Force", help: "Renames in hidden items too.")
  var force: Bool
  var filters = ItemFilters()
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    try ItemPropertyShapes.refuse(
      GivenPaths([path], [literalPath], isLiteral: $literalPath.isBound), filters, context)
  }
}

/// Copies a property from one item to another.
struct CopyItemProperty: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Copy-ItemProperty", aliases: ["cpp"], defaultParameterSet: "Path", confirmImpact: .medium,
    module: ItemPropertyShapes.module, synopsis: "Copies a property from one item to another.",
    details: ItemPropertyShapes.details)

  var paths = PipedPaths()
  @Parameter(
    "Name", .mandatory, .position(2), .fromPipelineByPropertyName, .alias("PSProperty"),
    help: "The name of the property.")
  var name: String
  @Parameter(
    "Destination", .mandatory, .position(1), .fromPipelineByPropertyName, .completer(.path),
    help: "The item that gets the property.")
  var destination: String
  @Parameter("PassThru", help: "Gives the copied property.")
  var passThru: Bool
  @Parameter("Force", help: "Copies from hidden items too.")
  var force: Bool
  var filters = ItemFilters()
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    try ItemPropertyShapes.refuse(paths.given, filters, context)
  }
}

/// Moves properties from one item to another.
struct MoveItemProperty: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Move-ItemProperty", aliases: ["mp"], defaultParameterSet: "Path", confirmImpact: .medium,
    module: ItemPropertyShapes.module, synopsis: "Moves properties from one item to another.",
    details: ItemPropertyShapes.details)

  var paths = PipedPaths()
  @Parameter(
    "Name", .mandatory, .position(2), .fromPipelineByPropertyName, .alias("PSProperty"),
    help: "The names of the properties.")
  var name: [String]
  @Parameter(
    "Destination", .mandatory, .position(1), .fromPipelineByPropertyName, .completer(.path),
    help: "The item that gets the properties.")
  var destination: String
  @Parameter("PassThru", help: "Gives the moved properties.")
  var passThru: Bool
  @Parameter("Force", help: "Moves from hidden items too.")
  var force: Bool
  var filters = ItemFilters()
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    try ItemPropertyShapes.refuse(paths.given, filters, context)
  }
}
