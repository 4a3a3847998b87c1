import ShellObjects

/// A loaded module: its own script scope and what it exports.
final class ModuleState {
  let name: String
  let path: String
  let scope: Scope
  var version = "0.0"
  var exportedFunctions: [String] = []
  var exportedAliases: [String] = []
  var exportedVariables: [String] = []

  init(_ name: String, path: String, _ scope: Scope) {
    self.name = name
    self.path = path
    self.scope = scope
  }
}

extension Scope {
  /// The module the running body belongs to; nil outside of modules.
  var module: ModuleState? { scriptScope.moduleState }
}

extension Session {
  /// A command that a module on the module path exports; nil where none does.
  func autoload(_ name: String, _ scope: Scope) throws -> Command? { nil }
}
