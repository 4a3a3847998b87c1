import CmdletKit
package import ShellEngine
import ShellObjects
import ShellSyntax
import SourceText

/// One offer of completion.
package struct CompletionMatch: Sendable, Equatable {
  package let text: String
  package let listText: String
  /// The sort of offer by PowerShell's name: Command, ParameterName, ParameterValue, Variable, ProviderItem.
  package let resultType: String
  package let toolTip: String

  init(_ text: String, listText: String? = nil, _ resultType: String, toolTip: String? = nil) {
    self.text = text
    self.listText = listText ?? text
    self.resultType = resultType
    self.toolTip = toolTip ?? self.listText
  }
}

/// What could stand at a place in a text, and what it would replace.
///
/// Offsets are of UTF-8 bytes.
package struct Completions: Sendable {
  package var start: Int
  package var length: Int
  package var matches: [CompletionMatch]
}

/// Completes commands, parameters and their values, variables and paths.
package struct CommandCompletion {
  private let session: Session
  private let access: any SessionAccess

  package init(_ session: Session) {
    self.session = session
    access = session.access
  }

  /// The offers at a UTF-8 offset of the text.
  package func complete(_ text: String, cursor: Int) -> Completions {
    let head = String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
    let source = SourceFile(name: nil, text: head)
    let tokens = Parser.parse(source).tokens.filter { $0.kind != .endOfInput && $0.kind != .newLine }
    let word = WordAtCursor(head, tokens, source)
    return Completions(start: word.start, length: cursor - word.start, matches: offers(word))
  }

  private func offers(_ word: WordAtCursor) -> [CompletionMatch] {
    switch word.place {
    case .variable: return variables(word.text)
    case .command: return commands(word.text) + paths(word.text)
    case .parameter(let command): return parameters(of: command, word.text)
    case .argument(let command, let parameter, let position):
      let values = values(of: command, parameter, position, word.text)
      return values.isEmpty ? paths(word.text) : values
    }
  }

  // MARK: Commands and variables

  private func commands(_ prefix: String) -> [CompletionMatch] {
    guard !prefix.contains("/"), let pattern = WildcardPattern(WildcardPattern.escape(prefix) + "*") else { return [] }
    let kinds: Set<CommandKind> =
      prefix.isEmpty ? [.function, .cmdlet] : [.alias, .function, .filter, .cmdlet, .application, .externalScript]
    let found = (try? access.commands(matching: pattern, kinds: kinds)) ?? []
    var seen: Set<String> = []
    return found.filter { seen.insert($0.name.lowercased()).inserted }
      .sorted { $0.name.lowercased() < $1.name.lowercased() }
      .map { CompletionMatch($0.name, "Command", toolTip: $0.name) }
  }

  private func variables(_ prefix: String) -> [CompletionMatch] {
    let folded = prefix.lowercased()
    let cells = (try? access.variableCells(scope: nil)) ?? []
    return cells.map(\.name).filter { $0.lowercased().hasPrefix(folded) }
      .map { CompletionMatch("$" + $0, listText: $0, "Variable", toolTip: "$" + $0) }
  }

  // MARK: Parameters

  private func command(named name: String) -> (any CommandInfo)? {
    guard let found = try? access.command(named: name) else { return nil }
    return found.resolved ?? found
  }

  private func parameters(of name: String, _ prefix: String) -> [CompletionMatch] {
    guard let command = command(named: name) else { return [] }
    let folded = prefix.lowercased()
    let own = (command.parameters ?? []).filter { !$0.isHidden }
    let shouldProcess = command.registration?.declaration.confirmImpact != nil
    let common = command.registration == nil ? [] : Session.commonParameters(shouldProcess: shouldProcess)
    let matching = { (parameter: ParameterDeclaration) in parameter.name.lowercased().hasPrefix(folded) }
    return (own.filter(matching).sorted { $0.name.lowercased() < $1.name.lowercased() } + common.filter(matching)).map {
      CompletionMatch(
        "-" + $0.name, listText: $0.name, "ParameterName", toolTip: "[\(CommandSyntax.typeText($0.type))] \($0.name)")
    }
  }

  private func values(of name: String, _ parameter: String?, _ position: Int, _ prefix: String) -> [CompletionMatch] {
    guard let command = command(named: name), let parameters = command.parameters else { return [] }
    let declaration =
      parameter.flatMap { wanted in
        parameters.first { $0.name.equalsName(wanted) || $0.aliases.contains { $0.equalsName(wanted) } }
          ?? parameters.first { $0.name.lowercased().hasPrefix(wanted.lowercased()) }
      } ?? (parameter == nil ? parameters.first { $0.sets.values.contains { $0.position == position } } : nil)
    guard let declaration else { return [] }
    let folded = prefix.lowercased()
    return candidates(for: declaration, prefix).filter { $0.lowercased().hasPrefix(folded) }
      .map { CompletionMatch(Quoted.ifNeeded($0), listText: $0, "ParameterValue") }
  }

  private func candidates(for declaration: ParameterDeclaration, _ prefix: String) -> [String] {
    if let allowed = declaration.validations.compactMap(\.allowedValues).first { return allowed }
    let type = declaration.type.elementType ?? declaration.type
    if type.isEnum { return type.enumCases.map(\.name).sorted { $0.lowercased() < $1.lowercased() } }
    if type === PSType.boolean { return ["$true", "$false"] }
    guard let kind = declaration.completer else { return [] }
    switch kind {
    case .command: return commands(prefix).map(\.listText)
    case .variable: return ((try? access.variableCells(scope: nil)) ?? []).map(\.name)
    case .alias: return access.aliases().map(\.name)
    case .drive: return access.drives.all.map(\.name)
    case .typeName: return TypeRegistry.typeNames
    default: return access.complete(kind, prefix)
    }
  }

  // MARK: Paths

  private func paths(_ prefix: String) -> [CompletionMatch] {
    let drives = access.drives
    guard let found = try? drives.glob(WildcardPattern.escape(prefix) + "*") else { return [] }
    let folder = prefix.lastIndex(of: "/").map { String(prefix[...$0]) } ?? ""
    return found.map { place in
      let leaf = place.leaf
      let shown = folder.isEmpty ? "./" + leaf : folder + leaf
      return CompletionMatch(
        Quoted.ifNeeded(shown), listText: leaf,
        place.provider.isContainer(place.path, ProviderRequest()) ? "ProviderContainer" : "ProviderItem",
        toolTip: place.displayPath)
    }
  }
}

/// Text as an argument that reads back as the same text.
enum Quoted {
  private static let special: Set<Character> = [
    " ", "'", "\"", "`", "$", "(", ")", "{", "}", ";", "&", "|", "<", ">", "@", "#", ",", "\t", "\n",
  ]

  static func ifNeeded(_ text: String) -> String {
    if text == "$true" || text == "$false" { return text }
    guard text.contains(where: special.contains) else { return text }
    return "'" + text.replacing("'", with: "''") + "'"
  }
}
