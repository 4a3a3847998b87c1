import CmdletKit
package import ShellObjects

/// A loaded module: its own script scope and what it exports.
package final class ModuleState {
  package let name: String
  /// The file it came from; empty for a dynamic module.
  package let path: String
  let scope: Scope
  package var version = "0.0"
  package var descriptionText = ""
  /// What `Export-ModuleMember` or the manifest named; nil while everything by default is exported.
  var exportPatterns: ExportPatterns?
  package fileprivate(set) var exportedFunctions: [String] = []
  package fileprivate(set) var exportedAliases: [String] = []
  package fileprivate(set) var exportedVariables: [String] = []

  init(_ name: String, path: String, _ scope: Scope) {
    self.name = name
    self.path = path
    self.scope = scope
    scope.moduleState = self
  }

  /// The module as `Get-Module` gives it.
  package var value: Value { .object(Box(self, PSType.named("System.Management.Automation.PSModuleInfo"))) }
}

/// Which members a module shows to those who import it.
struct ExportPatterns {
  var functions: [String] = []
  var aliases: [String] = []
  var variables: [String] = []
}

extension Scope {
  /// The module the running body belongs to; nil outside of modules.
  var module: ModuleState? { scriptScope.moduleState }
}

extension ModuleState {
  /// Settles what is exported, after the module's body has run.
  func settleExports() {
    func matching(_ names: [String], _ patterns: [String]) -> [String] {
      let compiled = patterns.compactMap { WildcardPattern($0) }
      return names.filter { name in compiled.contains { $0.matches(name) } }.sorted {
        $0.lowercased() < $1.lowercased()
      }
    }
    let functions = scope.functions.values.map(\.name)
    let aliases = scope.aliases.values.map(\.name)
    let patterns = exportPatterns ?? ExportPatterns(functions: ["*"], aliases: ["*"], variables: [])
    exportedFunctions = matching(functions, patterns.functions)
    exportedAliases = matching(aliases, patterns.aliases)
    exportedVariables = matching(scope.variableNames.map(\.text), patterns.variables)
  }
}

/// The type of a module object.
enum ModuleTypes {
  static let declarations: [TypeDeclaration] = [
    TypeDeclaration("System.Management.Automation.PSModuleInfo", accelerators: ["psmoduleinfo"], of: ModuleState.self) {
      t in
      t.behavior.text = { $0.payload(ModuleState.self)?.name ?? "" }
      t.property("string Name {get;}") { $0.name }
      t.property("string Path {get;}") { $0.path }
      t.property("string ModuleBase {get;}") { module in
        module.path.lastIndex(of: "/").map { String(module.path[..<$0]) } ?? ""
      }
      t.property("string Description {get;}") { $0.descriptionText }
      t.property("version Version {get;}") { module in
        (try? Value.string(module.version).converted(to: PSType.named("System.Version"))) ?? .string(module.version)
      }
      t.property("System.Management.Automation.ModuleType ModuleType {get;}") { module in
        let name = module.path.hasSuffix(".psd1") ? "Manifest" : "Script"
        return (try? Value.string(name).converted(to: PSType.named("System.Management.Automation.ModuleType")))
          ?? .string(name)
      }
      t.property(
        "System.Collections.Generic.Dictionary[string,System.Management.Automation.FunctionInfo] ExportedFunctions {get;}"
      ) {
        table($0.exportedFunctions)
      }
      t.property(
        "System.Collections.Generic.Dictionary[string,System.Management.Automation.AliasInfo] ExportedAliases {get;}"
      ) {
        table($0.exportedAliases)
      }
      t.property(
        "System.Collections.Generic.Dictionary[string,System.Management.Automation.CommandInfo] ExportedCommands {get;}"
      ) {
        table($0.exportedFunctions + $0.exportedAliases)
      }
      t.property("System.Collections.Generic.Dictionary[string,psvariable] ExportedVariables {get;}") {
        table($0.exportedVariables)
      }
      t.method("System.Object Invoke(scriptblock sb, Params System.Object[] args)") { module, arguments in
        guard let body = arguments.object(0, ScriptBlock.self)?.body as? BlockBody else { return Value.null }
        return .collected(try body.session.invoke(body, in: module, arguments.elements(1)))
      }
    }
  ]

  private static func table(_ names: [String]) -> Value {
    let table = PSHashtable()
    for name in names { table.set(name, .string(name)) }
    return .object(table)
  }
}
