import CmdletKit
import ShellObjects

/// Puts paths together.
struct JoinPath: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Join-Path", outputs: ["System.String"], module: "Microsoft.PowerShell.Management",
    synopsis: "Puts a path and what is below it together.",
    examples: [Example("Three parts", code: "Join-Path /var log messages")])

  @Parameter(
    "Path", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName, .alias("PSPath"), .completer(.path),
    help: "The paths to begin with.")
  var path: [String]
  @Parameter(
    "ChildPath", .mandatory, .position(1), .fromPipelineByPropertyName, .allowNull, .allowEmptyString,
    .allowEmptyCollection, help: "What comes after.")
  var childPath: [String]
  @Parameter(
    "AdditionalChildPath", .position(2), .fromPipelineByPropertyName, .fromRemainingArguments, .allowNull,
    .allowEmptyString, .allowEmptyCollection, help: "What comes after that.")
  var additionalChildPath: [String]
  @Parameter("Resolve", help: "Gives the existing items that the joined path matches.")
  var resolve: Bool
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context)
    for one in path {
      try targets.attempt {
        // Why: a path on an unknown drive is refused even though nothing is looked up.
        var joined = try normalized(one, targets)
        for child in (childPath.isEmpty ? [""] : childPath) + additionalChildPath {
          joined = PathJoining.join(joined, child)
        }
        guard resolve else { return try context.write(.string(joined)) }
        for place in try targets.expand(joined, isLiteral: false) { try context.write(.string(place.displayPath)) }
      }
    }
  }

  private func normalized(_ path: String, _ targets: ItemTargets) throws -> String {
    if path.hasPrefix("\\\\") {
      throw TerminatingError(
        ShellError(
          "System.Management.Automation.PSArgumentNullException",
          "Cannot process argument because the value of argument \"drive\" is null. Change the value of argument \"drive\" to a non-null value.",
          id: "ArgumentNull", .invalidArgument))
    }
    if PathText.splitProvider(path) == nil, let (drive, rest) = PathText.splitDrive(path) {
      guard targets.drives.drive(named: drive) != nil else { throw PlaceError.driveNotFound(drive) }
      if rest.isEmpty { return drive + ":/" }
    }
    return path
  }
}
