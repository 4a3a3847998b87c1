package import CmdletKit
import Glibc
package import ShellObjects
import ShellSyntax
import SourceText

extension Session: ModuleControl {
  package func importModule(_ request: ModuleImport, _ context: any CmdletContext) throws -> [Value] {
    if let loaded = modules.first(where: { $0.name.equalsName(request.name) }), !request.force {
      bring(loaded, request, currentScope)
      return [loaded.value]
    }
    if isBuiltinModule(request.name) { return [] }
    guard let path = ModuleSearch.find(request.name, self) else {
      throw ShellError(
        "System.IO.FileNotFoundException",
        "The specified module '\(request.name)' was not loaded because no valid module file was found in any module directory.",
        id: "Modules_ModuleNotFound", .resourceUnavailable, target: .string(request.name))
    }
    let module = try load(path, request.arguments)
    bring(module, request, currentScope)
    return [module.value]
  }

  package func importModule(_ module: Value, _ request: ModuleImport, _ context: any CmdletContext) throws -> [Value] {
    guard let state = module.payload(ModuleState.self) else { return [] }
    remember(state)
    bring(state, request, currentScope)
    return [module]
  }

  package func makeModule(
    name: String?, _ body: ScriptBlock, arguments: [Value], _ context: any CmdletContext
  ) throws
    -> (module: Value, output: [Value])
  {
    guard let block = (body.body as? BlockBody)?.block else { return (.null, []) }
    let separate = Compiler.separate(block.ast, block.source, self)
    let title = name ?? "__DynamicModule_\(modules.count + 1)"
    let (module, output) = try run(separate, named: title, path: "", arguments)
    return (module.value, output)
  }

  package func modules(available: Bool, all: Bool) throws -> [Value] { modules.map(\.value) }

  package func removeModule(_ module: Value, force: Bool) throws {
    guard let state = module.payload(ModuleState.self) else { return }
    modules.removeAll { $0 === state }
    for name in state.exportedFunctions {
      let symbol = Symbol(name)
      if globalScope.functions[symbol]?.module === state { globalScope.functions[symbol] = nil }
    }
    for name in state.exportedAliases { globalScope.aliases[Symbol(name)] = nil }
    commands.changed()
  }

  package func exportMembers(functions: [String]?, cmdlets: [String]?, variables: [String]?, aliases: [String]?) throws
  {
    guard let module = currentScope.module else {
      throw ShellError(
        "System.InvalidOperationException",
        "The Export-ModuleMember cmdlet can only be called from inside a module.",
        id: "Modules_CanOnlyExecuteExportModuleMemberInsideAModule", .permissionDenied)
    }
    var patterns = module.exportPatterns ?? ExportPatterns()
    patterns.functions += functions ?? []
    patterns.aliases += aliases ?? []
    patterns.variables += variables ?? []
    module.exportPatterns = patterns
  }

  // MARK: Loading

  private func isBuiltinModule(_ name: String) -> Bool {
    commands.cmdletOrder.contains { $0.moduleName.equalsName(name) }
  }

  private func remember(_ module: ModuleState) {
    modules.removeAll { $0.name.equalsName(module.name) }
    modules.append(module)
  }

  func load(_ path: String, _ arguments: [Value]) throws -> ModuleState {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let name = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    if path.hasSuffix(".psd1") { return try loadManifest(path, name, arguments) }
    let (module, _) = try run(compiledScript(path), named: name, path: path, arguments)
    remember(module)
    return module
  }

  private func loadManifest(_ path: String, _ name: String, _ arguments: [Value]) throws -> ModuleState {
    let manifest = try DataFile.read(path, self)
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let root = try (manifest["RootModule"] ?? manifest["ModuleToProcess"])?.text() ?? ""
    let module: ModuleState
    if root.isEmpty {
      module = ModuleState(name, path: path, Scope(.module, Layout(), parent: globalScope))
    } else {
      let file = root.hasPrefix("/") ? root : folder + root
      module = try run(compiledScript(file), named: name, path: path, arguments).0
    }
    for nested in try manifest["NestedModules"]?.enumerated() ?? [] {
      let text = try nested.text()
      guard let file = ModuleSearch.find(text.hasPrefix("/") ? text : folder + text, self) else { continue }
      let inner = try load(file, [])
      for function in inner.exportedFunctions {
        module.scope.functions[Symbol(function)] = inner.scope.functions[Symbol(function)]
      }
    }
    module.version = try manifest["ModuleVersion"]?.text() ?? "0.0"
    module.descriptionText = try manifest["Description"]?.text() ?? ""
    var patterns = module.exportPatterns ?? ExportPatterns(functions: ["*"], aliases: ["*"], variables: [])
    func narrow(_ key: String, _ list: inout [String]) throws {
      if let value = manifest[key], !value.isNull { list = try value.enumerated().map { try $0.text() } }
    }
    try narrow("FunctionsToExport", &patterns.functions)
    try narrow("AliasesToExport", &patterns.aliases)
    try narrow("VariablesToExport", &patterns.variables)
    module.exportPatterns = patterns
    module.settleExports()
    remember(module)
    return module
  }

  /// Runs a module's body in a scope of its own.
  private func run(
    _ block: CompiledBlock, named name: String, path: String, _ arguments: [Value]
  ) throws
    -> (ModuleState, [Value])
  {
    let scope = Scope(.module, block.layout, parent: globalScope)
    let module = ModuleState(name, path: path, scope)
    scope.activation = Activation(name, block.source, isScriptFile: true)
    scope.slots[Layout.args] = .object(PSArray(arguments))
    let collector = Collector()
    for (index, parameter) in block.parameters.enumerated() {
      let given = index < arguments.count ? arguments[index] : nil
      let frame = Frame(scope, collector, rootStreams)
      scope.slots[parameter.slot] = try given ?? parameter.defaultValue?.eval(frame).withoutVoid ?? .null
    }
    let outer = currentScope
    currentScope = scope
    defer { currentScope = outer }
    _ = try block.end?.exec(Frame(scope, collector, rootStreams))
    module.settleExports()
    return (module, collector.takeAll())
  }

  func invoke(_ body: BlockBody, in module: ModuleState, _ arguments: [Value]) throws -> [Value] {
    let separate = BlockBody(body.block, self, module: module)
    separate.home = module.scope
    return try separate.invoke(arguments, underscore: nil, this: nil)
  }

  /// Makes a module's exports visible where the import was asked for.
  private func bring(_ module: ModuleState, _ request: ModuleImport, _ scope: Scope) {
    let target = request.isGlobal ? globalScope : scope.module?.scope ?? globalScope
    func wanted(_ names: [String], _ patterns: [String]?) -> [String] {
      guard let patterns else { return names }
      let compiled = patterns.compactMap { WildcardPattern($0) }
      return names.filter { name in compiled.contains { $0.matches(name) } }
    }
    for name in wanted(module.exportedFunctions, request.functions) {
      guard let function = module.scope.functions[Symbol(name)] else { continue }
      target.functions[Symbol(prefixed(name, request.prefix))] = function
    }
    for name in wanted(module.exportedAliases, request.aliases) {
      target.aliases[Symbol(name)] = module.scope.aliases[Symbol(name)]
    }
    for name in wanted(module.exportedVariables, request.variables) {
      if let cell = module.scope.cell(Symbol(name), spelled: name) { target.store(Symbol(name), .cell(cell)) }
    }
    commands.changed()
  }

  /// `Verb-Noun` with the prefix before the noun.
  private func prefixed(_ name: String, _ prefix: String) -> String {
    guard !prefix.isEmpty, let dash = name.firstIndex(of: "-") else { return prefix + name }
    return name[...dash] + prefix + name[name.index(after: dash)...]
  }

  /// A command that a module on the module path exports; nil where none does.
  func autoload(_ name: String, _ scope: Scope) throws -> Command? {
    guard !name.contains("/"), !isAutoloading else { return nil }
    isAutoloading = true
    defer { isAutoloading = false }
    for path in ModuleSearch.all(self) where ModuleSearch.mayExport(path, name) {
      let module = try load(path, [])
      if module.exportedFunctions.contains(where: { $0.equalsName(name) })
        || module.exportedAliases.contains(where: { $0.equalsName(name) })
      {
        var request = ModuleImport()
        request.isGlobal = true
        bring(module, request, globalScope)
        return commands.resolve(name, scope)
      }
    }
    return nil
  }
}

/// Finds module files.
enum ModuleSearch {
  static func folders(_ session: Session) -> [String] {
    (session.environment("PSModulePath") ?? "").split(separator: ":").map(String.init)
  }

  /// The file a module's name or path means; nil where there is none.
  static func find(_ name: String, _ session: Session) -> String? {
    if name.contains("/") || name.hasPrefix(".") || [".psm1", ".psd1", ".ps1"].contains(where: name.hasSuffix) {
      let path = session.absolutePath(name)
      if isFile(path) { return path }
      if let found = manifest(in: path, path.split(separator: "/").last.map(String.init) ?? "") { return found }
      return [".psd1", ".psm1"].map { path + $0 }.first(where: isFile)
    }
    for folder in folders(session) { if let found = manifest(in: "\(folder)/\(name)", name) { return found } }
    return nil
  }

  /// The manifest or script of a module's folder, perhaps below a version.
  private static func manifest(in folder: String, _ name: String) -> String? {
    for ending in [".psd1", ".psm1"] where isFile("\(folder)/\(name)\(ending)") { return "\(folder)/\(name)\(ending)" }
    for version in entries(folder).sorted(by: >) where version.first?.isNumber == true {
      for ending in [".psd1", ".psm1"] where isFile("\(folder)/\(version)/\(name)\(ending)") {
        return "\(folder)/\(version)/\(name)\(ending)"
      }
    }
    return nil
  }

  /// Every module file on the module path.
  static func all(_ session: Session) -> [String] {
    folders(session).flatMap { folder in entries(folder).compactMap { manifest(in: "\(folder)/\($0)", $0) } }
  }

  /// Whether the text of a module's script or manifest names a command at all.
  static func mayExport(_ path: String, _ name: String) -> Bool {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let wanted = name.lowercased()
    return ([path] + entries(folder).map { folder + $0 }.filter { $0.hasSuffix(".psm1") }).contains { file in
      guard let bytes = ScriptFile.bytes(file) else { return false }
      return ScriptFile.decode(bytes).lowercased().contains(wanted)
    }
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func entries(_ folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
