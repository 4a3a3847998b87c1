import CmdletKit
import ShellObjects
import ShellTypes

/// Tells whether items are there.
struct TestPath: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Test-Path", defaultParameterSet: "Path", outputs: ["System.Boolean"], module: "Microsoft.PowerShell.Management",
    synopsis: "Tells whether an item is there.",
    details: "-PathType asks for a container or a leaf; -IsValid asks only whether the path can be read.",
    examples: [Example("A folder", code: "Test-Path / -PathType Container")])

  @Parameter(
    "Path", .in("Path", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName), .wildcards, .allowNull,
    .allowEmptyString, .allowEmptyCollection, .completer(.path), help: "The paths; wildcards are expanded.")
  var path: [String?]
  @Parameter(
    "LiteralPath", .in("LiteralPath", .mandatory, .fromPipelineByPropertyName), .alias("PSPath", "LP"), .allowNull,
    .allowEmptyString, .allowEmptyCollection, .completer(.path), help: "The paths as they stand.")
  var literalPath: [String?]
  var filters = ItemFilters()
  @Parameter("PathType", .alias("Type"), help: "Any, Container or Leaf.")
  var pathType: TestPathType = .any
  @Parameter("IsValid", help: "Tells whether the path can be read, not whether anything is there.")
  var isValid: Bool
  var credential = CredentialArgument()
  @Parameter("OlderThan", .type("datetime"), help: "Whether the file was written before a moment.")
  var olderThan: Value
  @Parameter("NewerThan", .type("datetime"), help: "Whether the file was written after a moment.")
  var newerThan: Value

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: true, filters: filters)
    let isLiteral = $literalPath.isBound
    let given = isLiteral ? literalPath : path
    if given.isEmpty { return try context.writeError(Self.nullPath().record) }
    for one in given {
      guard let one else {
        try context.writeError(Self.nullPath().record)
        continue
      }
      try context.write(.bool(test(one, isLiteral: isLiteral, targets)))
    }
  }

  private static func nullPath() -> ShellError {
    ShellError(
      "System.ArgumentNullException",
      "Value cannot be null. (Parameter 'The provided Path argument was null or an empty collection.')",
      id: "NullPathNotPermitted", .invalidArgument)
  }

  private func test(_ path: String, isLiteral: Bool, _ targets: ItemTargets) -> Bool {
    if path.allSatisfy(\.isWhitespace) { return false }
    if isValid { return (try? targets.drives.resolve(path)) != nil }
    guard let places = try? targets.expand(path, isLiteral: isLiteral), !places.isEmpty else { return false }
    return places.allSatisfy { fits($0, targets.request(for: $0)) }
  }

  private func fits(_ place: ResolvedPath, _ request: ProviderRequest) -> Bool {
    switch pathType {
    case .any: break
    case .container: if !place.provider.isContainer(place.path, request) { return false }
    case .leaf: if place.provider.isContainer(place.path, request) { return false }
    }
    guard $olderThan.isBound || $newerThan.isBound else { return true }
    guard let item = try? place.provider.item(place.path, request),
      let time = try? item.property("LastWriteTime"), !time.isNull
    else { return false }
    func order(_ other: Value) -> Int { (try? time.netCompare(other)) ?? 0 }
    if $olderThan.isBound, order(olderThan) >= 0 { return false }
    return !$newerThan.isBound || order(newerThan) > 0
  }
}

/// What `Test-Path -PathType` asks for.
enum TestPathType: String, EnumerationParameter {
  case any = "Any"
  case container = "Container"
  case leaf = "Leaf"

  static let enumerationName = "Microsoft.PowerShell.Commands.TestPathType"
  static var unbound: TestPathType { .any }
}
