import CmdletKit
import ShellObjects

/// The file format of `Export-Alias`: comma-separated lines, or a script of `set-alias` commands.
enum AliasFile {
  struct Entry {
    let name: String
    let value: String
    let description: String
    let option: String
  }

  static func heading(_ description: String?) -> [String] {
    ["# Alias File", "# Exported by : gpsh"] + (description.map { ["# \($0)"] } ?? [])
  }

  static func line(_ alias: any CommandInfo, asScript: Bool) -> String {
    let options = options(alias.options)
    if asScript {
      return "set-alias -Name:\"\(alias.name)\" -Value:\"\(alias.definition)\" -Description:\"\" -Option:\"\(options)\""
    }
    return [alias.name, alias.definition, "", options].map { "\"\($0.replacingQuotes)\"" }.joined(separator: ",")
  }

  private static func options(_ options: ScopedItemOptions) -> String {
    let names: [(ScopedItemOptions, String)] = [
      (.readOnly, "ReadOnly"), (.constant, "Constant"), (.private, "Private"), (.allScope, "AllScope"),
    ]
    let given = names.filter { options.contains($0.0) }.map(\.1)
    return given.isEmpty ? "None" : given.joined(separator: ", ")
  }

  /// The entries of a file; comments and lines that are none are skipped.
  static func entries(_ text: String) -> [Entry] {
    var reader = CSVReader(text, delimiter: 0x2C)
    var entries: [Entry] = []
    while let fields = reader.next() {
      guard fields.count >= 4, fields[0].first != "#" else { continue }
      entries.append(Entry(name: fields[0], value: fields[1], description: fields[2], option: fields[3]))
    }
    return entries
  }
}

extension String {
  /// The text with every quotation mark doubled.
  var replacingQuotes: String {
    utf8.contains(0x22) ? split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") : self
  }
}
