import CmdletKit
import ShellObjects

/// Sets properties of items.
struct SetItemProperty: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Set-ItemProperty", aliases: ["sp"], defaultParameterSet: "propertyValuePathSet", confirmImpact: .medium,
    module: "Microsoft.PowerShell.Management", synopsis: "Sets a property of an item.",
    details: "-InputObject sets every property that the object has.",
    examples: [Example("What would happen", code: "Set-ItemProperty /etc/hostname IsReadOnly $true -WhatIf")])

  @Parameter(
    "Path", .in("propertyValuePathSet", .mandatory, .position(0), .fromPipelineByPropertyName),
    .in("propertyPSObjectPathSet", .mandatory, .position(0), .fromPipelineByPropertyName), .wildcards,
    .completer(.path), help: "The paths of the items; wildcards are expanded.")
  var path: [String]
  @Parameter(
    "LiteralPath", .in("propertyValueLiteralPathSet", .mandatory, .fromPipelineByPropertyName),
    .in("propertyPSObjectLiteralPathSet", .mandatory, .fromPipelineByPropertyName), .alias("PSPath", "LP"),
    .completer(.path), help: "The paths of the items as they stand.")
  var literalPath: [String]
  @Parameter(
    "Name", .in("propertyValuePathSet", .mandatory, .position(1), .fromPipelineByPropertyName),
    .in("propertyValueLiteralPathSet", .mandatory, .position(1), .fromPipelineByPropertyName), .alias("PSProperty"),
    help: "The name of the property.")
  var name: String
  @Parameter(
    "Value", .in("propertyValuePathSet", .mandatory, .position(2), .fromPipelineByPropertyName),
    .in("propertyValueLiteralPathSet", .mandatory, .position(2), .fromPipelineByPropertyName), .allowNull,
    help: "The new value.")
  var value: Value
  @Parameter(
    "InputObject", .in("propertyPSObjectPathSet", .mandatory, .fromPipeline, .fromPipelineByPropertyName),
    .in("propertyPSObjectLiteralPathSet", .mandatory, .fromPipeline, .fromPipelineByPropertyName),
    .type("System.Management.Automation.PSObject"), help: "An object whose properties are set.")
  var inputObject: Value
  @Parameter("PassThru", help: "Gives what was set.")
  var passThru: Bool
  @Parameter("Force", help: "Sets properties of hidden items too.")
  var force: Bool
  var filters = ItemFilters()
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: force, filters: filters)
    var pairs = [(name, value)]
    if $inputObject.isBound {
      pairs = try inputObject.propertyNames().map { ($0, try inputObject.property($0)) }
    }
    try targets.each(GivenPaths(path, literalPath, isLiteral: $literalPath.isBound)) { place, request in
      for (name, value) in pairs {
        try targets.pass(place.provider.setProperty(place.path, name, value, request), passThru)
      }
    }
  }
}

/// Takes the value of a property away.
struct ClearItemProperty: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Clear-ItemProperty", aliases: ["clp"], defaultParameterSet: "Path", confirmImpact: .medium,
    module: "Microsoft.PowerShell.Management", synopsis: "Takes the value of an item's property away.",
    examples: [Example("What would happen", code: "Clear-ItemProperty /etc/hostname Attributes -WhatIf")])

  var paths = PipedPaths()
  @Parameter("Name", .mandatory, .position(1), .fromPipelineByPropertyName, help: "The name of the property.")
  var name: String
  @Parameter("PassThru", help: "Gives the item.")
  var passThru: Bool
  @Parameter("Force", help: "Clears properties of hidden items too.")
  var force: Bool
  var filters = ItemFilters()
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: force, filters: filters)
    try targets.each(paths.given) { place, request in
      try targets.pass(place.provider.clearProperty(place.path, name, request), passThru)
    }
  }
}
