import CmdletKit
import ShellObjects

/// Finds commands by name, kind, module and parameters, as `Get-Command` is asked to.
struct CommandSearch {
  let session: any SessionAccess
  let verbs: [WildcardPattern]
  let nouns: [WildcardPattern]
  let modules: [WildcardPattern]
  let excludedModules: [WildcardPattern]
  let kinds: Set<CommandKind>?
  let parameterNames: [WildcardPattern]
  let parameterTypes: [String]
  let findsAll: Bool

  init(
    session: any SessionAccess, verbs: [String], nouns: [String], modules: [String], excludedModules: [String],
    kinds: Set<CommandKind>?, parameterNames: [String], parameterTypes: [Value], findsAll: Bool
  ) {
    self.session = session
    self.verbs = verbs.compactMap { WildcardPattern($0) }
    self.nouns = nouns.compactMap { WildcardPattern($0) }
    self.modules = modules.compactMap { WildcardPattern($0) }
    self.excludedModules = excludedModules.compactMap { WildcardPattern($0) }
    self.kinds = kinds
    self.parameterNames = parameterNames.compactMap { WildcardPattern($0) }
    self.parameterTypes = parameterTypes.compactMap { try? $0.text() }
    self.findsAll = findsAll
  }

  /// Aliases, functions and cmdlets, unless kinds were asked for.
  private var searchedKinds: Set<CommandKind> {
    if let kinds { return kinds }
    return isByVerbOrNoun || !parameterNames.isEmpty || !parameterTypes.isEmpty
      ? [.function, .filter, .cmdlet] : [.alias, .function, .filter, .cmdlet]
  }

  private var isByVerbOrNoun: Bool { !verbs.isEmpty || !nouns.isEmpty }

  func all() throws -> [any CommandInfo] {
    guard let pattern = WildcardPattern("*") else { return [] }
    let found = try session.commands(matching: pattern, kinds: searchedKinds).filter(passes)
    return isByVerbOrNoun ? found.sorted { Collation.compare($0.name, $1.name, ignoringCase: true) < 0 } : found
  }

  func named(_ name: String) throws -> [any CommandInfo] {
    if WildcardPattern.containsWildcards(name), let pattern = WildcardPattern(name) {
      return try session.commands(matching: pattern, kinds: kinds ?? Set(CommandKind.all)).filter(passes)
    }
    let (module, plain) = Self.split(name)
    var found: [any CommandInfo] = []
    if findsAll || kinds != nil, let pattern = WildcardPattern(WildcardPattern.escape(plain)) {
      found = try session.commands(matching: pattern, kinds: kinds ?? Set(CommandKind.all))
    } else if let command = try session.command(named: plain) {
      found = [command]
    }
    return found.filter { command in passes(command) && (module.isEmpty || command.moduleName.equalsName(module)) }
  }

  /// A name after the module it may be qualified with.
  private static func split(_ name: String) -> (module: String, name: String) {
    guard let slash = name.lastIndex(of: "\\"), !name.hasPrefix("/") else { return ("", name) }
    return (String(name[..<slash]), String(name[name.index(after: slash)...]))
  }

  private func passes(_ command: any CommandInfo) -> Bool {
    if isByVerbOrNoun {
      guard let dash = command.name.firstIndex(of: "-"), command.kind != .alias, command.kind != .application else {
        return false
      }
      let verb = String(command.name[..<dash])
      let noun = String(command.name[command.name.index(after: dash)...])
      if !verbs.isEmpty, !verbs.contains(where: { $0.matches(verb) }) { return false }
      if !nouns.isEmpty, !nouns.contains(where: { $0.matches(noun) }) { return false }
    }
    if !modules.isEmpty, !modules.contains(where: { $0.matches(command.moduleName) }) { return false }
    if excludedModules.contains(where: { $0.matches(command.moduleName) }) { return false }
    return hasParameters(command)
  }

  private func hasParameters(_ command: any CommandInfo) -> Bool {
    guard !parameterNames.isEmpty || !parameterTypes.isEmpty else { return true }
    let parameters = command.parameters ?? []
    let hasName = parameters.contains { parameter in
      parameterNames.contains { pattern in
        pattern.matches(parameter.name) || parameter.aliases.contains { pattern.matches($0) }
      }
    }
    let hasType = parameters.contains { parameter in
      parameterTypes.contains { $0.equalsName(parameter.type.fullName) || $0.equalsName(parameter.type.name) }
    }
    return (parameterNames.isEmpty || hasName) && (parameterTypes.isEmpty || hasType)
  }

  // MARK: Inexact names

  /// Commands whose names differ little from one of these, the nearest first.
  func similar(to names: [String]) throws -> [any CommandInfo] {
    guard let pattern = WildcardPattern("*") else { return [] }
    var scored: [(command: any CommandInfo, distance: Int)] = []
    for command in try session.commands(matching: pattern, kinds: Set(CommandKind.all)).filter(passes) {
      let distance = names.map { EditDistance.between($0.lowercased(), command.name.lowercased()) }.min() ?? .max
      if distance <= 5 { scored.append((command, distance)) }
    }
    scored.sortStably { $0.distance - $1.distance }
    return scored.map(\.command)
  }

  /// Commands whose capitals and dash spell the abbreviation.
  func abbreviated(_ name: String) throws -> [any CommandInfo] {
    guard let pattern = WildcardPattern("*") else { return [] }
    return try session.commands(matching: pattern, kinds: [.function, .filter, .cmdlet]).filter { command in
      passes(command) && String(command.name.filter { $0.isUppercase || $0 == "-" }).equalsName(name)
    }
  }
}

/// How many letters must change to make one text another.
enum EditDistance {
  static func between(_ a: String, _ b: String) -> Int {
    let left = Array(a.utf8)
    let right = Array(b.utf8)
    var row = Array(0...right.count)
    for (i, x) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }
}

extension CommandKind {
  static let all: [CommandKind] = [.alias, .function, .filter, .cmdlet, .externalScript, .application, .script]

  /// The kinds a text such as `Cmdlet, Function` names.
  static func kinds(named text: String) -> Set<CommandKind> {
    let names = text.split(separator: ",").map(\.trimmingSpaces)
    if names.contains(where: { $0.equalsName("All") }) { return Set(all) }
    return Set(all.filter { kind in names.contains { $0.equalsName(kind.name) } })
  }
}
