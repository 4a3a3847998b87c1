import CmdletKit
import ShellObjects

/// Takes a path apart.
struct SplitPath: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Split-Path", defaultParameterSet: "ParentSet", outputs: ["System.String", "System.Boolean"],
    module: "Microsoft.PowerShell.Management", synopsis: "Gives one part of a path.",
    details: "The folder above where no part is named.",
    examples: [Example("The name without its extension", code: "Split-Path /var/log/app.log -LeafBase")])

  @Parameter(
    "Path", .in("ParentSet", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName),
    .in("QualifierSet", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName),
    .in("NoQualifierSet", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName),
    .in("LeafSet", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName),
    .in("LeafBaseSet", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName),
    .in("ExtensionSet", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName),
    .in("IsAbsoluteSet", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName), .completer(.path),
    help: "The paths to take apart.")
  var path: [String]
  @Parameter(
    "LiteralPath", .in("LiteralPathSet", .mandatory, .fromPipelineByPropertyName), .alias("PSPath", "LP"),
    .completer(.path), help: "The paths to take apart, without wildcards.")
  var literalPath: [String]
  @Parameter(
    "Qualifier", .in("QualifierSet", .mandatory, .fromPipelineByPropertyName), help: "Gives the drive with its colon.")
  var qualifier: Bool
  @Parameter(
    "NoQualifier", .in("NoQualifierSet", .mandatory, .fromPipelineByPropertyName), help: "Gives all but the drive.")
  var noQualifier: Bool
  @Parameter("Parent", .in("ParentSet", .fromPipelineByPropertyName), help: "Gives the folder above.")
  var parent: Bool
  @Parameter("Leaf", .in("LeafSet", .mandatory, .fromPipelineByPropertyName), help: "Gives the last part.")
  var leaf: Bool
  @Parameter(
    "LeafBase", .in("LeafBaseSet", .mandatory, .fromPipelineByPropertyName),
    help: "Gives the last part without its extension.")
  var leafBase: Bool
  @Parameter(
    "Extension", .in("ExtensionSet", .mandatory, .fromPipelineByPropertyName), help: "Gives the extension with its dot."
  )
  var fileExtension: Bool
  @Parameter("Resolve", help: "Takes the existing items apart that the path matches.")
  var resolve: Bool
  @Parameter("IsAbsolute", .in("IsAbsoluteSet", .mandatory), help: "Tells whether the path begins at a root.")
  var isAbsolute: Bool
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context)
    let given = GivenPaths(path, literalPath, isLiteral: $literalPath.isBound)
    for one in given.paths {
      try targets.attempt {
        guard resolve else { return try context.write(part(of: one, context.parameterSetName, targets)) }
        for place in try targets.expand(one, isLiteral: given.isLiteral) {
          try context.write(part(of: place.displayPath, context.parameterSetName, targets))
        }
      }
    }
  }

  private func part(of path: String, _ set: String, _ targets: ItemTargets) throws -> Value {
    switch set {
    case "QualifierSet":
      guard let qualifier = PathParts.qualifier(path) else {
        throw ShellError(
          "System.FormatException",
          "Cannot parse path because path '\(path)' does not have a qualifier specified.", id: "ParsePathFormatError",
          .invalidArgument, target: .string(path))
      }
      return .string(qualifier)
    case "NoQualifierSet": return .string(PathParts.withoutQualifier(path))
    case "LeafSet": return .string(try leafName(path, targets))
    case "LeafBaseSet": return .string(PathParts.base(try leafName(path, targets)))
    case "ExtensionSet": return .string(PathParts.fileExtension(try leafName(path, targets)))
    case "IsAbsoluteSet": return .bool(PathText.isRooted(path) || PathParts.qualifier(path) != nil)
    default: return .string(try PathParts.parent(path))
    }
  }

  /// The last part; that of the place itself for `.` and `..`.
  private func leafName(_ path: String, _ targets: ItemTargets) throws -> String {
    let leaf = PathParts.leaf(path)
    guard leaf == "." || leaf == ".." || (leaf == "~" && path == "~") else { return leaf }
    return try targets.drives.resolve(path).leaf
  }
}

/// The parts of a path, on the text alone.
enum PathParts {
  /// The drive or provider with its colons; nil for a path without.
  static func qualifier(_ path: String) -> String? {
    if let (provider, _) = PathText.splitProvider(path) { return provider + "::" }
    return PathText.splitDrive(path).map { $0.drive + ":" }
  }

  static func withoutQualifier(_ path: String) -> String {
    qualifier(path).map { String(path.dropFirst($0.count)) } ?? path
  }

  /// The path of the container, without a slash at its end; empty where the path has none.
  ///
  /// Throws for the root of the file system.
  static func parent(_ path: String) throws -> String {
    var text = PathText.withSlashes(path)
    if text == "/" {
      throw TerminatingError.argument(
        "Cannot process argument because the value of argument \"path\" is not valid. Change the value of the \"path\" argument and run the operation again."
      )
    }
    let prefix = qualifier(text) ?? ""
    text.removeFirst(prefix.count)
    if text.utf8.count > 1, text.utf8.last == PathText.slash { text.removeLast() }
    guard let slash = text.utf8.lastIndex(of: PathText.slash), slash != text.startIndex else { return "" }
    return prefix + text[..<slash]
  }

  /// The last part, whatever separator stands before it.
  static func leaf(_ path: String) -> String {
    var text = withoutQualifier(PathText.withSlashes(path))
    while text.utf8.last == PathText.slash { text.removeLast() }
    guard let slash = text.utf8.lastIndex(of: PathText.slash) else { return text }
    return String(text[text.utf8.index(after: slash)...])
  }

  static func base(_ leaf: String) -> String {
    leaf.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(leaf[..<$0]) } ?? leaf
  }

  static func fileExtension(_ leaf: String) -> String {
    guard let dot = leaf.utf8.lastIndex(of: UInt8(ascii: ".")), leaf.utf8.index(after: dot) != leaf.endIndex else {
      return ""
    }
    return String(leaf[dot...])
  }
}
