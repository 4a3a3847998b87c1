import CmdletKit
import ShellObjects
import ShellTypes

/// `Format-Hex`: shows bytes as hexadecimal numbers.
struct FormatHex: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Format-Hex", outputs: ["Microsoft.PowerShell.Commands.ByteCollection"],
    reportingName: "Microsoft.PowerShell.Commands.FormatHex", synopsis: "Shows bytes as hexadecimal numbers.",
    examples: [
      Example("Shows the bytes of a text.", code: "'abc' | Format-Hex")
    ])

  @Parameter(
    "Path", .in("Path", .mandatory, .position(0)), .validate(.notNullOrEmpty), help: "The files; wildcards are allowed."
  )
  var path: [String]
  @Parameter(
    "LiteralPath", .in("LiteralPath", .mandatory), .alias("PSPath", "LP"), .validate(.notNullOrEmpty),
    help: "The paths, taken as they are written.")
  var literalPath: [String]
  @Parameter(
    "InputObject", .in("ByInputObject", .mandatory, .fromPipeline), .type("psobject"),
    help: "The texts, numbers or bytes.")
  var inputObject: Value
  @Parameter(
    "Encoding", .in("ByInputObject"), .shownAs("System.Text.Encoding"), .validate(.notNull),
    help: "The encoding of the text.")
  var encoding: EncodingChoice
  @Parameter("Count", .validate(.positive), help: "How many bytes are shown.")
  var count: Int64?
  @Parameter("Offset", .validate(.nonNegative), help: "How many bytes are left out first.")
  var offset: Int64 = 0
  @Parameter("Raw", .in("ByInputObject"), help: "Has no effect.")
  var raw: Bool

  private var gathered = ByteGathering()

  mutating func process(_ context: any CmdletContext) throws {
    if $inputObject.isBound {
      if let item = inputObject.payload(FileSystemItem.self) { return try showFile(item.path, context) }
      if let done = try gathered.add(inputObject, encoding.encoding, context) { try show(done, nil, context) }
      return
    }
    let isLiteral = $literalPath.isBound
    for given in isLiteral ? literalPath : path {
      try context.attempt {
        for file in try FilePaths.existing(given, isLiteral: isLiteral, id: "FileNotFound", context) {
          try showFile(file, context)
        }
      }
    }
  }

  private func showFile(_ file: String, _ context: any CmdletContext) throws {
    try show(try FileReader.bytes(file), file, context)
  }

  mutating func end(_ context: any CmdletContext) throws {
    if let rest = gathered.finish() { try show(rest, nil, context) }
  }

  private func show(_ bytes: [UInt8], _ file: String?, _ context: any CmdletContext) throws {
    let start = min(max(0, Int(clamping: offset)), bytes.count)
    let end = count.map { min(bytes.count, start &+ max(0, Int(clamping: $0))) } ?? bytes.count
    var position = start
    while position < end {
      let row = Array(bytes[position..<min(position + 16, end)])
      try context.write(ByteRow(bytes: row, offset: UInt64(position), path: file).value)
      position += 16
    }
  }
}
