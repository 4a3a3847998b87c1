import CmdletKit
import ShellObjects

/// Gets properties of items by name.
struct GetItemProperty: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-ItemProperty", aliases: ["gp"], defaultParameterSet: "Path",
    outputs: [
      "System.Boolean", "System.String", "System.DateTime", "System.IO.FileInfo", "System.IO.DirectoryInfo",
    ], module: "Microsoft.PowerShell.Management", synopsis: "Gets properties of an item.",
    examples: [Example("A file's length", code: "Get-ItemProperty /etc/hostname -Name Length | Select-Object Length")])

  var paths = PipedPaths()
  @Parameter("Name", .position(1), .alias("PSProperty"), help: "The names of the properties; all where none is given.")
  var name: [String]
  var filters = ItemFilters()
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: true, filters: filters)
    try targets.each(paths.given) { place, request in
      try context.write(place.provider.properties(place.path, name, request))
    }
  }
}

/// Gets the values of properties of items.
struct GetItemPropertyValue: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-ItemPropertyValue", aliases: ["gpv"], defaultParameterSet: "Path",
    module: "Microsoft.PowerShell.Management", synopsis: "Gets the values of an item's properties.",
    examples: [Example("A file's name", code: "Get-ItemPropertyValue /etc/hostname Name")])

  @Parameter(
    "Path", .in("Path", .position(0), .fromPipeline, .fromPipelineByPropertyName), .wildcards, .completer(.path),
    .validate(.notNullOrEmpty), help: "The paths of the items; wildcards are expanded.")
  var path: [String]
  @Parameter(
    "LiteralPath", .in("LiteralPath", .mandatory, .fromPipelineByPropertyName), .alias("PSPath", "LP"),
    .completer(.path), help: "The paths of the items as they stand.")
  var literalPath: [String]
  @Parameter("Name", .mandatory, .position(1), .alias("PSProperty"), help: "The names of the properties.")
  var name: [String]
  var filters = ItemFilters()
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: true, filters: filters)
    var given = GivenPaths(path, literalPath, isLiteral: $literalPath.isBound)
    if given.paths.isEmpty { given = GivenPaths(["."], [], isLiteral: false) }
    try targets.each(given) { place, request in
      for one in name { try context.write(value(one, place, request)) }
    }
  }

  private func value(_ name: String, _ place: ResolvedPath, _ request: ProviderRequest) throws -> Value {
    do { return try place.provider.properties(place.path, [name], request).property(name) } catch let error
      as ShellError
    {
      // Why: this cmdlet reports the exception under its own name.
      if error.record.errorID == "GetValueError" { error.record.errorID = "System.IO.IOException" }
      throw error
    }
  }
}
