import CmdletKit
import ShellObjects
import ShellTypes

/// `Get-FileHash`: computes the hashes of files.
struct GetFileHash: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-FileHash", defaultParameterSet: "Path", outputs: ["Microsoft.PowerShell.Commands.FileHashInfo"],
    reportingName: "Microsoft.PowerShell.Commands.GetFileHashCommand", synopsis: "Computes the hashes of files.",
    examples: [
      Example("Computes the usual hash.", code: "Get-FileHash /etc/hostname")
    ])

  @Parameter(
    "Path", .in("Path", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName),
    help: "The files; wildcards are allowed.")
  var path: [String]
  @Parameter(
    "LiteralPath", .in("LiteralPath", .mandatory, .position(0), .fromPipelineByPropertyName), .alias("PSPath", "LP"),
    help: "The files; no character is special.")
  var literalPath: [String]
  @Parameter(
    "InputStream", .in("StreamParameterSet", .mandatory, .position(0)), .type("System.IO.Stream"),
    help: "A stream of bytes.")
  var inputStream: Value
  @Parameter(
    "Algorithm", .position(1), .validate(.oneOf(["SHA1", "SHA256", "SHA384", "SHA512", "MD5"])),
    help: "How the hash is computed.")
  var algorithm: String = "SHA256"

  mutating func process(_ context: any CmdletContext) throws {
    guard let digest = Digest(named: algorithm) else { return }
    if $inputStream.isBound {
      let bytes = try inputStream.callMethod(Symbol("ToArray"), []) ?? .null
      return try write(digest.text(of: try Self.bytes(bytes)), path: .null, context)
    }
    let isLiteral = $literalPath.isBound
    for given in isLiteral ? literalPath : path {
      try context.attempt {
        for file in try files(given, isLiteral, context) where !FileReader.isFolder(file) {
          try write(digest.text(of: try FileReader.bytes(file)), path: .string(file), context)
        }
      }
    }
  }

  private func files(_ given: String, _ isLiteral: Bool, _ context: any CmdletContext) throws -> [String] {
    if !isLiteral, WildcardPattern.containsWildcards(given) {
      return try context.session.drives.glob(given).map(\.path)
    }
    let file = try FilePaths.absolute(isLiteral ? given : WildcardPattern.unescape(given), context)
    guard FileReader.exists(file) else {
      throw ShellError(
        "System.IO.FileNotFoundException", "The file '\(file)' cannot be read.", id: "FileNotFound", .objectNotFound,
        target: .string(file))
    }
    return [file]
  }

  private static func bytes(_ value: Value) throws -> [UInt8] {
    try value.enumerated().compactMap { element in
      guard case .uint8(let byte)? = element.object(as: NumberObject.self)?.payload else { return nil }
      return byte
    }
  }

  private func write(_ hash: String, path: Value, _ context: any CmdletContext) throws {
    let object = PSCustomObject([
      "Algorithm": .string(algorithm.uppercased()), "Hash": .string(hash), "Path": path,
    ])
    object.extending().typeNames = ["Microsoft.PowerShell.Commands.FileHashInfo"] + object.type.ancestorNames
    try context.write(.object(object))
  }
}
