import CmdletKit
import ShellObjects

/// Gets the drives of the session.
struct GetPSDrive: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-PSDrive", aliases: ["gdr"], defaultParameterSet: "Name",
    outputs: ["System.Management.Automation.PSDriveInfo"], module: "Microsoft.PowerShell.Management",
    synopsis: "Gets the drives of the session.",
    examples: [Example("The file system's drives", code: "Get-PSDrive -PSProvider FileSystem | ForEach-Object Name")])

  @Parameter(
    "Name", .in("Name", .position(0), .fromPipelineByPropertyName), .wildcards, .validate(.notNullOrEmpty),
    .completer(.drive), help: "Names of drives; wildcards are matched.")
  var name: [String]
  @Parameter(
    "LiteralName", .in("LiteralName", .mandatory, .position(0), .fromPipelineByPropertyName), .completer(.drive),
    help: "Names of drives as they stand.")
  var literalName: [String]
  @Parameter("Scope", .fromPipelineByPropertyName, help: "The scope whose drives are meant.")
  var scope: String
  @Parameter("PSProvider", .fromPipelineByPropertyName, help: "Names of providers.")
  var provider: [String]

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context)
    let table = targets.drives
    var drives = table.all
    if !provider.isEmpty {
      var wanted: [any Provider] = []
      for one in provider {
        let found = table.providers.filter { WildcardPattern(one)?.matches($0.name) ?? false }
        if found.isEmpty, !WildcardPattern.containsWildcards(one) {
          try context.writeError(
            PlaceError.providerNotFound(one, id: "GetLocationNoMatchingDrive").record)
        }
        wanted += found
      }
      drives = drives.filter { drive in wanted.contains { $0.name.equalsName(drive.provider) } }
    }
    let isLiteral = $literalName.isBound
    let names = isLiteral ? literalName : name
    if names.isEmpty { return try drives.forEach { try context.write($0.value) } }
    for one in names {
      let pattern = isLiteral ? nil : WildcardPattern(one)
      let found = drives.filter { pattern?.matches($0.name) ?? $0.name.equalsName(one) }
      if found.isEmpty, isLiteral || !WildcardPattern.containsWildcards(one) {
        try context.writeError(PlaceError.noMatchingDrive(one).record)
      }
      for drive in found { try context.write(drive.value) }
    }
  }
}

/// Makes a drive over a place of a provider.
struct NewPSDrive: Cmdlet {
  static let declaration = CmdletDeclaration(
    "New-PSDrive", aliases: ["ndr"], confirmImpact: .low, module: "Microsoft.PowerShell.Management",
    synopsis: "Makes a drive over a place of a provider.",
    examples: [Example("A drive", code: "$null = New-PSDrive etc FileSystem /etc; Test-Path etc:/; Remove-PSDrive etc")]
  )

  @Parameter("Name", .mandatory, .position(0), .fromPipelineByPropertyName, help: "The name of the drive.")
  var name: String
  @Parameter("PSProvider", .mandatory, .position(1), .fromPipelineByPropertyName, help: "The provider.")
  var provider: String
  @Parameter(
    "Root", .mandatory, .position(2), .fromPipelineByPropertyName, .allowEmptyString, .completer(.path),
    help: "The place at which the drive begins.")
  var root: String
  @Parameter("Description", .fromPipelineByPropertyName, help: "What the drive is for.")
  var text: String
  @Parameter("Scope", .fromPipelineByPropertyName, help: "The scope of the drive.")
  var scope: String
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: true)
    try targets.attempt {
      guard let provider = targets.drives.provider(named: provider) else { throw PlaceError.providerNotFound(provider) }
      guard
        try context.shouldProcess("Name: \(name) Provider: \(provider.qualifiedName) Root: \(root)", "New drive")
      else { return }
      let drive = DriveInfo(
        name: name, provider: provider.name, root: try place(of: root, provider, targets), description: text)
      try targets.drives.add(drive)
      try context.write(drive.value)
    }
  }

  private func place(of root: String, _ provider: any Provider, _ targets: ItemTargets) throws -> String {
    guard provider.isNavigable else { return "" }
    let place = try? targets.drives.resolve(root)
    guard let place, place.provider === provider, provider.isContainer(place.path, targets.request) else {
      throw PlaceError.io(
        "The specified drive root \"\(root)\" either does not exist, or it is not a folder.", id: "DriveRootError",
        .readError, target: .string(root))
    }
    return place.path
  }
}

/// Removes drives of the session; what they show stays.
struct RemovePSDrive: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Remove-PSDrive", aliases: ["rdr"], defaultParameterSet: "Name", confirmImpact: .medium,
    module: "Microsoft.PowerShell.Management", synopsis: "Removes drives of the session.",
    details: "What a drive shows is not touched.",
    examples: [Example("A drive", code: "$null = New-PSDrive etc FileSystem /etc; Remove-PSDrive etc")])

  @Parameter(
    "Name", .in("Name", .mandatory, .position(0), .fromPipelineByPropertyName), .wildcards, .allowNull,
    .allowEmptyCollection, .completer(.drive), help: "Names of drives; wildcards are matched.")
  var name: [String]
  @Parameter(
    "LiteralName", .in("LiteralName", .mandatory, .position(0), .fromPipelineByPropertyName), .completer(.drive),
    help: "Names of drives as they stand.")
  var literalName: [String]
  @Parameter("PSProvider", .fromPipelineByPropertyName, help: "Names of providers.")
  var provider: [String]
  @Parameter("Scope", .fromPipelineByPropertyName, help: "The scope whose drives are meant.")
  var scope: String
  @Parameter("Force", help: "Removes the current drive too.")
  var force: Bool

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context)
    let isLiteral = $literalName.isBound
    for one in isLiteral ? literalName : name {
      try targets.attempt {
        let pattern = isLiteral ? nil : WildcardPattern(one)
        let found = targets.drives.all.filter { drive in
          (pattern?.matches(drive.name) ?? drive.name.equalsName(one))
            && (provider.isEmpty || provider.contains { $0.equalsName(drive.provider) })
        }
        if found.isEmpty { throw PlaceError.driveNotFound(one) }
        for drive in found {
          let target = "Name: \(drive.name) Provider: \(drive.provider) Root: \(drive.root)"
          guard try context.shouldProcess(target, "Remove Drive") else { continue }
          try targets.drives.remove(drive.name, force: force)
        }
      }
    }
  }
}

/// Gets the providers of the session.
struct GetPSProvider: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-PSProvider", outputs: ["System.Management.Automation.ProviderInfo"],
    module: "Microsoft.PowerShell.Management", synopsis: "Gets the providers of the session.",
    examples: [Example("Their names", code: "Get-PSProvider | ForEach-Object Name")])

  @Parameter(
    "PSProvider", .position(0), .fromPipelineByPropertyName, .wildcards, .validate(.notNullOrEmpty),
    help: "Names of providers; wildcards are matched.")
  var provider: [String]

  mutating func process(_ context: any CmdletContext) throws {
    let all = context.session.drives.providers
    if provider.isEmpty { return try all.forEach { try context.write(ProviderObject.value($0)) } }
    for one in provider {
      let found = all.filter {
        (WildcardPattern(one)?.matches($0.name) ?? false) || $0.qualifiedName.equalsName(one)
      }
      if found.isEmpty, !WildcardPattern.containsWildcards(one) {
        try context.writeError(PlaceError.providerNotFound(one).record)
      }
      for match in found { try context.write(ProviderObject.value(match)) }
    }
  }
}
