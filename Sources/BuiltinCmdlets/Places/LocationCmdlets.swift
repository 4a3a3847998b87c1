import CmdletKit
import ShellObjects

/// Gets the current location, of a drive or provider, or the locations of a stack.
struct GetLocation: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-Location", aliases: ["gl", "pwd"], defaultParameterSet: "Location",
    outputs: ["System.Management.Automation.PathInfo", "System.Management.Automation.PathInfoStack"],
    module: "Microsoft.PowerShell.Management", synopsis: "Gets the current location.",
    examples: [Example("As text", code: "(Get-Location).Path -eq \"$PWD\"")])

  @Parameter("PSProvider", .in("Location", .fromPipelineByPropertyName), help: "Gets the location on these providers.")
  var provider: [String]
  @Parameter(
    "PSDrive", .in("Location", .fromPipelineByPropertyName), .completer(.drive),
    help: "Gets the location on these drives."
  )
  var drive: [String]
  @Parameter("Stack", .in("Stack"), help: "Gets the locations of the default stack.")
  var stack: Bool
  @Parameter("StackName", .in("Stack", .fromPipelineByPropertyName), help: "Gets the locations of these stacks.")
  var stackName: [String]

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context)
    if stack || !stackName.isEmpty { return try writeStacks(targets) }
    if !drive.isEmpty || !provider.isEmpty {
      for name in drive { try targets.attempt { try writeDrive(name, targets) } }
      for name in provider { try targets.attempt { try writeProvider(name, targets) } }
      return
    }
    if let location = targets.drives.currentLocation { try context.write(location.value) }
  }

  private func writeStacks(_ targets: ItemTargets) throws {
    for name in stackName.isEmpty ? [targets.drives.defaultStackName] : stackName {
      guard let found = targets.drives.locations(on: name) else {
        try targets.context.writeError(
          PlaceError.argument(
            "Cannot find location stack '\(name)'. It does not exist or it is not a container.", target: .string(name)
          ).record)
        continue
      }
      let shown = name.isEmpty ? targets.drives.defaultStackName : name
      try targets.context.write(LocationStack(shown, found).value)
    }
  }

  private func writeDrive(_ name: String, _ targets: ItemTargets) throws {
    guard let drive = targets.drives.drive(named: name) else { throw PlaceError.noMatchingDrive(name) }
    try targets.context.write(
      LocationInfo(targets.drives.resolve(drive.name == "/" ? "FileSystem::." : drive.name + ":")).value)
  }

  private func writeProvider(_ name: String, _ targets: ItemTargets) throws {
    guard let provider = targets.drives.provider(named: name) else { throw PlaceError.providerNotFound(name) }
    if let current = targets.drives.currentLocation, current.place.provider === provider {
      return try targets.context.write(current.value)
    }
    guard let drive = targets.drives.all.first(where: { $0.provider.equalsName(provider.name) }) else { return }
    try writeDrive(drive.name, targets)
  }
}

/// Makes a place current.
struct SetLocation: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Set-Location", aliases: ["sl", "cd", "chdir"], defaultParameterSet: "Path",
    outputs: ["System.Management.Automation.PathInfo", "System.Management.Automation.PathInfoStack"],
    module: "Microsoft.PowerShell.Management", synopsis: "Makes a place the current location.",
    details: "`-` goes back to the last place, `+` forward again. Without a path it goes home.",
    examples: [Example("A drive", code: "Set-Location Env:; \"$PWD\"; Set-Location -")])

  @Parameter(
    "Path", .in("Path", .position(0), .fromPipeline, .fromPipelineByPropertyName), .wildcards, .completer(.path),
    help: "The place.")
  var path: String
  @Parameter(
    "LiteralPath", .in("LiteralPath", .mandatory, .fromPipelineByPropertyName), .alias("PSPath", "LP"),
    .completer(.path), help: "The place, without wildcards.")
  var literalPath: String
  @Parameter("PassThru", help: "Gives the new location.")
  var passThru: Bool
  @Parameter("StackName", .in("Stack", .fromPipelineByPropertyName), help: "The stack that becomes the default one.")
  var stackName: String

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: true)
    try targets.attempt {
      if $stackName.isBound { return targets.drives.useStack(stackName) }
      let isLiteral = $literalPath.isBound
      let given = isLiteral ? literalPath : $path.isBound ? path : "~"
      try targets.drives.setLocation(given, isLiteral: isLiteral, targets.request)
      if passThru, let location = targets.drives.currentLocation { try context.write(location.value) }
    }
  }
}

/// Puts the current location on a stack and goes elsewhere.
struct PushLocation: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Push-Location", aliases: ["pushd"], defaultParameterSet: "Path",
    outputs: ["System.Management.Automation.PathInfo"], module: "Microsoft.PowerShell.Management",
    synopsis: "Puts the current location on a stack and goes elsewhere.",
    examples: [Example("There and back", code: "Push-Location /; \"$PWD\"; Pop-Location")])

  @Parameter(
    "Path", .in("Path", .position(0), .fromPipeline, .fromPipelineByPropertyName), .wildcards, .completer(.path),
    help: "Where to go; nowhere where none is given.")
  var path: String
  @Parameter(
    "LiteralPath", .in("LiteralPath", .fromPipelineByPropertyName), .alias("PSPath", "LP"), .completer(.path),
    help: "Where to go, without wildcards.")
  var literalPath: String
  @Parameter("PassThru", help: "Gives the new location.")
  var passThru: Bool
  @Parameter("StackName", .fromPipelineByPropertyName, help: "The stack; the default one where none is given.")
  var stackName: String

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: true)
    try targets.attempt {
      let isLiteral = $literalPath.isBound
      let given = isLiteral ? literalPath : path
      targets.drives.pushLocation(onto: stackName.isEmpty ? nil : stackName)
      do {
        try targets.drives.setLocation(given, isLiteral: isLiteral, targets.request)
      } catch {
        // Why: a place that cannot be reached leaves the stack as it was.
        _ = try targets.drives.popLocation(from: stackName.isEmpty ? nil : stackName, targets.request)
        throw error
      }
      if passThru, let location = targets.drives.currentLocation { try context.write(location.value) }
    }
  }
}

/// Goes back to the place on top of a stack.
struct PopLocation: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Pop-Location", aliases: ["popd"], outputs: ["System.Management.Automation.PathInfo"],
    module: "Microsoft.PowerShell.Management", synopsis: "Goes back to the place on top of a stack.",
    examples: [Example("There and back", code: "Push-Location /; Pop-Location -PassThru | Out-Null")])

  @Parameter("PassThru", help: "Gives the new location.")
  var passThru: Bool
  @Parameter("StackName", .fromPipelineByPropertyName, help: "The stack; the default one where none is given.")
  var stackName: String

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: true)
    try targets.attempt {
      let moved = try targets.drives.popLocation(from: stackName.isEmpty ? nil : stackName, targets.request)
      if moved, passThru, let location = targets.drives.currentLocation { try context.write(location.value) }
    }
  }
}
