import CmdletKit
import ShellObjects

/// Gives the existing items that paths match, as paths.
struct ResolvePath: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Resolve-Path", aliases: ["rvpa"], defaultParameterSet: "Path",
    outputs: ["System.String", "System.Management.Automation.PathInfo"], module: "Microsoft.PowerShell.Management",
    synopsis: "Gives the existing items that a path matches.",
    examples: [Example("The home folder", code: "(Resolve-Path ~).Path -eq $HOME")])

  @Parameter(
    "Path", .in("Path", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName), .wildcards,
    .completer(.path), help: "The paths; wildcards are expanded.")
  var path: [String]
  @Parameter(
    "LiteralPath", .in("LiteralPath", .mandatory, .fromPipelineByPropertyName), .alias("PSPath", "LP"),
    .completer(.path), help: "The paths as they stand.")
  var literalPath: [String]
  @Parameter("Relative", .in("Path"), .in("LiteralPath"), help: "Gives paths from the current location.")
  var relative: Bool
  @Parameter("RelativeBasePath", .completer(.path), help: "Where relative paths begin, instead of the location.")
  var relativeBasePath: String
  @Parameter("Force", help: "Sees hidden items too.")
  var force: Bool
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: force)
    var base = targets.drives.currentLocation?.place
    if $relativeBasePath.isBound { base = try targets.destination(relativeBasePath) }
    let given = GivenPaths(path, literalPath, isLiteral: $literalPath.isBound)
    for one in given.paths {
      try targets.attempt {
        for place in try targets.expand(from(base, one), isLiteral: given.isLiteral) {
          let shown = relative && base != nil ? Self.relative(place, base) : nil
          try context.write(shown.map { .string($0) } ?? LocationInfo(place).value)
        }
      }
    }
  }

  /// The path as seen from `-RelativeBasePath`.
  private func from(_ base: ResolvedPath?, _ path: String) -> String {
    guard $relativeBasePath.isBound, let base, !PathText.isRooted(path), PathParts.qualifier(path) == nil,
      PathText.afterHome(path) == nil
    else { return path }
    return PathJoining.join(WildcardPattern.escape(base.displayPath), path)
  }

  /// `./a` or `../b`; nil where the two are on different drives.
  private static func relative(_ place: ResolvedPath, _ base: ResolvedPath?) -> String? {
    guard let base, base.provider === place.provider, base.drive === place.drive else { return nil }
    let (own, other) = (PathText.parts(place.path), PathText.parts(base.path))
    let shared = zip(own, other).prefix { $0.isIdentical(to: $1) }.count
    let up = Array(repeating: "..", count: other.count - shared)
    let parts = (up.isEmpty ? ["."] : up) + own[shared...]
    return parts.joined(separator: "/")
  }
}

/// Turns paths into those of their provider.
struct ConvertPath: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Convert-Path", aliases: ["cvpa"], defaultParameterSet: "Path", outputs: ["System.String"],
    module: "Microsoft.PowerShell.Management", synopsis: "Gives the provider's own path of existing items.",
    examples: [Example("The home folder", code: "(Convert-Path ~) -eq $HOME")])

  @Parameter(
    "Path", .in("Path", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName), .wildcards,
    .completer(.path), help: "The paths; wildcards are expanded.")
  var path: [String]
  @Parameter(
    "LiteralPath", .in("LiteralPath", .mandatory, .fromPipelineByPropertyName), .alias("PSPath", "LP"),
    .completer(.path), help: "The paths as they stand.")
  var literalPath: [String]
  @Parameter("Force", help: "Sees hidden items too.")
  var force: Bool

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: force)
    try targets.each(GivenPaths(path, literalPath, isLiteral: $literalPath.isBound)) { place, _ in
      try context.write(.string(place.path))
    }
  }
}
