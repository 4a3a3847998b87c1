import CmdletKit
import ShellObjects

/// `-Path` and `-LiteralPath` of cmdlets that take paths from the pipeline.
struct PipedPaths: ParameterGroup {
  @Parameter(
    "Path", .in("Path", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName), .wildcards,
    .completer(.path), help: "The paths of the items; wildcards are expanded.")
  var path: [String]

  @Parameter(
    "LiteralPath", .in("LiteralPath", .mandatory, .fromPipelineByPropertyName), .alias("PSPath", "LP"),
    .completer(.path), help: "The paths of the items as they stand; nothing in them is a wildcard.")
  var literalPath: [String]

  /// What the user gave.
  var given: GivenPaths { GivenPaths(path, literalPath, isLiteral: $literalPath.isBound) }
}

/// `-Path` and `-LiteralPath` of cmdlets whose pipeline input is something else.
struct NamedPaths: ParameterGroup {
  @Parameter(
    "Path", .in("Path", .mandatory, .position(0), .fromPipelineByPropertyName), .wildcards, .completer(.path),
    help: "The paths of the items; wildcards are expanded.")
  var path: [String]

  @Parameter(
    "LiteralPath", .in("LiteralPath", .mandatory, .fromPipelineByPropertyName), .alias("PSPath", "LP"),
    .completer(.path), help: "The paths of the items as they stand; nothing in them is a wildcard.")
  var literalPath: [String]

  /// What the user gave.
  var given: GivenPaths { GivenPaths(path, literalPath, isLiteral: $literalPath.isBound) }
}

/// `-Filter`, `-Include` and `-Exclude`.
struct ItemFilters: ParameterGroup {
  @Parameter("Filter", .wildcards, help: "A name pattern that the provider itself applies.")
  var filter: String

  @Parameter("Include", .wildcards, help: "Name patterns of which an item must match one.")
  var include: [String]

  @Parameter("Exclude", .wildcards, help: "Name patterns of which an item may match none.")
  var exclude: [String]

  /// The patterns, read.
  var patterns: ItemNameFilter {
    get throws { try ItemNameFilter(include: include, exclude: exclude) }
  }

  /// Nil where none was given.
  var providerFilter: String? { filter.isEmpty ? nil : filter }
}

/// `-Credential`, which no provider here takes.
struct CredentialArgument: ParameterGroup {
  @Parameter(
    "Credential", .fromPipelineByPropertyName, .type("System.Management.Automation.PSCredential"),
    help: "No provider of this shell takes credentials.")
  var credential: Value
}

/// The paths of a call, and whether wildcards count.
struct GivenPaths {
  let paths: [String]
  let isLiteral: Bool

  init(_ path: [String], _ literalPath: [String], isLiteral: Bool) {
    paths = isLiteral ? literalPath : path
    self.isLiteral = isLiteral
  }
}

/// What `-Include` and `-Exclude` let through.
struct ItemNameFilter {
  private let include: [WildcardPattern]
  private let exclude: [WildcardPattern]

  init(include: [String] = [], exclude: [String] = []) throws {
    func read(_ texts: [String]) throws -> [WildcardPattern] {
      try texts.map { text in
        guard let pattern = WildcardPattern(text) else { throw PlaceError.invalidPattern(text) }
        return pattern
      }
    }
    self.include = try read(include)
    self.exclude = try read(exclude)
  }

  var hasInclude: Bool { !include.isEmpty }
  var hasExclude: Bool { !exclude.isEmpty }

  func admits(_ name: String) -> Bool {
    if !include.isEmpty, !include.contains(where: { $0.matches(name) }) { return false }
    return !exclude.contains { $0.matches(name) }
  }
}
