import ShellObjects
import ShellTypes

/// A line that `Select-String` found.
final class LineMatch {
  let line: String
  let number: UInt64
  let path: String
  let found: LineSearch.Found
  let ignoreCase: Bool
  let hasContext: Bool
  var before: [String] = []
  var after: [String] = []
  /// The lines around that no other match shows.
  var shownBefore: [String] = []
  var shownAfter: [String] = []

  init(
    line: String, number: UInt64, path: String, _ found: LineSearch.Found, ignoreCase: Bool, hasContext: Bool
  ) {
    self.line = line
    self.number = number
    self.path = path
    self.found = found
    self.ignoreCase = ignoreCase
    self.hasContext = hasContext
  }

  static let typeName = "Microsoft.PowerShell.Commands.MatchInfo"
  private static let contextName = "Microsoft.PowerShell.Commands.MatchInfoContext"

  var value: Value { .object(Box(self, PSType.named(Self.typeName))) }

  private var isFromFile: Bool { path != "InputStream" }
  var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The line as text; with its place where it comes from a file, and the lines around it where they were asked for.
  func text(relativeTo folder: String?) -> String {
    let shown = folder.map { relativePath(to: $0) } ?? path
    guard hasContext else { return row(line, number, shown, "") }
    var rows: [String] = []
    let first = number &- UInt64(shownBefore.count)
    for (offset, line) in shownBefore.enumerated() { rows.append(row(line, first &+ UInt64(offset), shown, "  ")) }
    rows.append(row(line, number, shown, "> "))
    for (offset, line) in shownAfter.enumerated() { rows.append(row(line, number &+ 1 &+ UInt64(offset), shown, "  ")) }
    return rows.joined(separator: "\n")
  }

  private func row(_ line: String, _ number: UInt64, _ path: String, _ prefix: String) -> String {
    isFromFile ? "\(prefix)\(path):\(number):\(line)" : prefix + line
  }

  func relativePath(to folder: String) -> String {
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path
  }

  static let declarations: [TypeDeclaration] = [
    TypeDeclaration(typeName, of: LineMatch.self) { members in
      members.property("bool IgnoreCase {get;set;}") { $0.ignoreCase }
      members.property("ulong LineNumber {get;set;}") { $0.number }
      members.property("string Line {get;set;}") { $0.line }
      members.property("string Filename {get;}") { $0.fileName }
      members.property("string Path {get;set;}") { $0.path }
      members.property("string Pattern {get;set;}") { $0.found.pattern }
      members.property("\(contextName) Context {get;set;}") { match -> Value in
        match.hasContext ? .object(Box(match, PSType.named(contextName))) : .null
      }
      members.property("System.Text.RegularExpressions.Match[] Matches {get;set;}") { match -> Value in
        let type = PSType.named("System.Text.RegularExpressions.Match")
        return .object(PSArray(match.found.matches.map { MatchObject.value($0) }, elementType: type))
      }
      members.method("string RelativePath(string directory)") { $0.relativePath(to: $1.string(0)) }
      members.method("string ToString(string directory)") { $0.text(relativeTo: $1.string(0)) }
      members.method("string ToEmphasizedString(string directory)") { $0.text(relativeTo: $1.string(0)) }
      members.behavior.text = { $0.payload(LineMatch.self)?.text(relativeTo: nil) ?? "" }
    },
    TypeDeclaration(contextName, of: LineMatch.self) { members in
      members.property("string[] PreContext {get;set;}") { Value(strings: $0.before) }
      members.property("string[] PostContext {get;set;}") { Value(strings: $0.after) }
      members.property("string[] DisplayPreContext {get;set;}") { Value(strings: $0.shownBefore) }
      members.property("string[] DisplayPostContext {get;set;}") { Value(strings: $0.shownAfter) }
      members.behavior.text = { _ in contextName }
    },
  ]
}
