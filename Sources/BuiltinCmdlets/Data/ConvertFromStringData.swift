import CmdletKit
import RegularExpressions
import ShellObjects

/// `ConvertFrom-StringData`: makes a hashtable out of lines of names and values.
struct ConvertFromStringData: Cmdlet {
  static let declaration = CmdletDeclaration(
    "ConvertFrom-StringData", outputs: ["System.Collections.Hashtable"],
    synopsis: "Makes a hashtable out of lines of names and values.",
    examples: [
      Example("Reads two settings.", code: #""a=1`nb=2" | ConvertFrom-StringData"#)
    ])

  @Parameter("StringData", .mandatory, .position(0), .fromPipeline, .allowEmptyString, help: "The lines.")
  var stringData: String
  @Parameter("Delimiter", .position(1), .type("System.Char"), help: "The character between name and value.")
  var delimiter: Value = .char(0x3D)

  mutating func process(_ context: any CmdletContext) throws {
    let separator = try delimiter.text()
    let table = PSHashtable()
    for line in stringData.split(whereSeparator: \.isNewline) {
      let text = TextTrimming.trimmed(String(line))
      if text.isEmpty || text.hasPrefix("#") { continue }
      let (name, value) = try Self.entry(text, separator)
      if table[name] != nil {
        throw Self.failure(
          "Data item '\(name)' in line '\(name)=\(value)' is already defined. ")
      }
      table.set(name, .string(try Self.unescaped(value)))
    }
    try context.write(.object(table))
  }

  private static func entry(_ line: String, _ separator: String) throws -> (String, String) {
    guard let first = separator.first, let place = line.firstIndex(of: first) else { throw notAPair(line) }
    let name = TextTrimming.trimmed(String(line[..<place]))
    if name.isEmpty { throw notAPair(line) }
    return (name, TextTrimming.trimmed(String(line[line.index(after: place)...])))
  }

  private static func unescaped(_ value: String) throws -> String {
    do { return try Regex.unescape(value) } catch { throw NetException.argument(error.message) }
  }

  private static func notAPair(_ line: String) -> ShellError {
    failure("Data line '\(line)' is not in 'name=value' format. ")
  }

  private static func failure(_ message: String) -> ShellError {
    ShellError(
      "System.Management.Automation.PSInvalidOperationException", message, id: "InvalidOperation", .invalidOperation)
  }
}
