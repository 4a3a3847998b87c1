import CmdletKit
import Glibc
import ShellObjects

/// Finds commands by name: alias, then function, then cmdlet, then program or script.
final class CommandTable {
  private unowned let session: Session
  private(set) var cmdlets: [Symbol: CmdletCommand] = [:]
  /// The cmdlets in order of registration.
  private(set) var cmdletOrder: [CmdletCommand] = []
  /// Changes whenever a name may mean another command, so that call sites look again.
  private(set) var epoch = 1
  private var programs: [String: Command] = [:]
  private var programPath = ""

  init(_ session: Session) { self.session = session }

  func changed() { epoch &+= 1 }

  func register(_ registration: CmdletRegistration) {
    let command = CmdletCommand(registration)
    let symbol = Symbol(command.name)
    if cmdlets[symbol] == nil { cmdletOrder.append(command) }
    cmdlets[symbol] = command
    changed()
  }

  /// The command a name means in a scope, aliases followed; nil where there is none.
  func resolve(_ name: String, _ scope: Scope) -> Command? {
    var wanted = name
    for _ in 0..<32 {
      guard let alias = alias(wanted, scope) else { break }
      wanted = alias.target
    }
    return findUnaliased(wanted, scope)
  }

  /// The command of this name itself: an alias stays one.
  func find(_ name: String, _ scope: Scope) -> Command? { alias(name, scope) ?? findUnaliased(name, scope) }

  func alias(_ name: String, _ scope: Scope) -> AliasCommand? {
    let symbol = Symbol(name)
    var current: Scope? = scope
    while let here = current {
      if !here.aliases.isEmpty, let alias = here.aliases[symbol] { return alias }
      current = here.parent
    }
    return session.globalScope.aliases[symbol]
  }

  private func findUnaliased(_ name: String, _ scope: Scope) -> Command? {
    let symbol = Symbol(name)
    if let function = function(symbol, scope) { return function }
    if let cmdlet = cmdlets[symbol] { return cmdlet }
    if let slash = name.lastIndex(of: "\\") {
      let plain = Symbol(String(name[name.index(after: slash)...]))
      let module = String(name[..<slash])
      if let loaded = session.modules.first(where: { $0.name.equalsName(module) }) {
        return loaded.scope.functions[plain]
      }
      if let cmdlet = cmdlets[plain] { return cmdlet }
    }
    return external(name)
  }

  func function(_ symbol: Symbol, _ scope: Scope) -> FunctionCommand? {
    var current: Scope? = scope
    while let here = current {
      if !here.functions.isEmpty, let function = here.functions[symbol] { return function }
      current = here.parent
    }
    return session.globalScope.functions[symbol]
  }

  // MARK: Programs and scripts

  private func external(_ name: String) -> Command? {
    if name.contains("/") || name.hasPrefix("~") { return file(session.absolutePath(name)) }
    let path = session.environment("PATH") ?? ""
    if path != programPath {
      programs.removeAll()
      programPath = path
    }
    if let known = programs[name] { return known }
    for folder in path.split(separator: ":") where folder.hasPrefix("/") {
      for suffix in ["", ".gps", ".ps1"] {
        if let command = file("\(folder)/\(name)\(suffix)") {
          programs[name] = command
          return command
        }
      }
    }
    return nil
  }

  /// A script by its ending, a program where the file may be executed.
  private func file(_ path: String) -> Command? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      for suffix in [".gps", ".ps1"] where !path.hasSuffix(suffix) {
        if access(path + suffix, R_OK) == 0 { return ScriptCommand(path + suffix, session) }
      }
      return nil
    }
    if path.hasSuffix(".ps1") || path.hasSuffix(".gps") { return ScriptCommand(path, session) }
    return access(path, X_OK) == 0 ? ApplicationCommand(path) : nil
  }

  /// All programs on the search path whose names match, without duplicates.
  func programs(matching pattern: WildcardPattern) -> [Command] {
    var found: [Command] = []
    var seen: Set<String> = []
    for folder in (session.environment("PATH") ?? "").split(separator: ":") {
      guard let directory = opendir(String(folder)) else { continue }
      defer { closedir(directory) }
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        guard pattern.matches(name), !seen.contains(name), let command = file("\(folder)/\(name)") else { continue }
        seen.insert(name)
        found.append(command)
      }
    }
    return found
  }
}
