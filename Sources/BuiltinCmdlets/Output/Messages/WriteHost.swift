import CmdletKit
import ShellObjects

/// `Write-Host`: writes text to the console.
struct WriteHost: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Write-Host", synopsis: "Writes text to the console.",
    examples: [
      Example("Writes in colour.", code: "Write-Host 'ready' -ForegroundColor Green")
    ])

  @Parameter(
    "Object", .position(0), .fromPipeline, .fromRemainingArguments, .alias("Msg", "Message"),
    help: "The objects whose text is written.")
  var object: Value
  @Parameter("NoNewline", help: "Writes no line ends.")
  var noNewline: Bool
  @Parameter("Separator", help: "The text between objects.")
  var separator: Value = .string(" ")
  @Parameter("ForegroundColor", .type("System.ConsoleColor"), help: "The colour of the text.")
  var foregroundColor: String?
  @Parameter("BackgroundColor", .type("System.ConsoleColor"), help: "The colour behind the text.")
  var backgroundColor: String?

  mutating func process(_ context: any CmdletContext) throws {
    let message = HostMessage(
      try Self.text(object, separator: try separator.text()) ?? "", noNewLine: noNewline,
      foreground: foregroundColor, background: backgroundColor)
    try context.writeInformation(message.value, tags: ["PSHOST"], isHost: true)
  }

  /// The text of a value; elements of collections, however deep, stand beside each other.
  static func text(_ value: Value, separator: String) throws -> String? {
    switch value {
    case .unset, .void, .null: return nil
    case .string(let text): return text.isEmpty ? nil : text
    case .object(let table as PSHashtable):
      return try joined(table.dictionaryEntries(), separator)
    case .object(let entry as DictionaryEntryObject):
      return "[\(try entry.key.text()), \(try entry.entryValue.text())]"
    case .object(let object) where object.isEnumerable: return try joined(value.enumerated(), separator)
    default:
      let text = try value.culturalText()
      return text.isEmpty ? nil : text
    }
  }

  private static func joined(_ values: [Value], _ separator: String) throws -> String {
    try values.map { try text($0, separator: separator) ?? "" }.joined(separator: separator)
  }
}
