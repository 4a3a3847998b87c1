import CmdletKit
import ShellObjects
import SourceText

/// What a running cmdlet sees of the session: `SessionAccess` over the scope it was called from.
final class SessionWindow: SessionAccess {
  let shell: Session
  let scope: Scope
  private let streams: Streams

  init(_ shell: Session, _ scope: Scope, _ streams: Streams) {
    self.shell = shell
    self.scope = scope
    self.streams = streams
  }

  private func frame(_ out: Sink) -> Frame { Frame(scope, out, streams) }

  /// The scope a name or number means, from the caller outward.
  private func resolve(_ name: String?) throws -> Scope? {
    guard let name else { return nil }
    switch name.lowercased() {
    case "global": return shell.globalScope
    case "script": return scope.scriptScope
    case "local", "0", "private": return scope.target
    default: break
    }
    guard var count = Int(name), count >= 0 else {
      throw ShellError(
        "System.Management.Automation.PSArgumentException",
        "Cannot process argument because the value of argument \"scope\" is not valid. Change the value of the \"scope\" argument and run the operation again.",
        id: "Argument", .invalidArgument)
    }
    var current = scope.target
    while count > 0 {
      guard let parent = current.parent else {
        throw ShellError(
          "System.Management.Automation.PSArgumentOutOfRangeException",
          "The scope number '\(name)' exceeds the number of active scopes. (Parameter 'Scope')\nActual value was \(name).",
          id: "ArgumentOutOfRange", .invalidArgument)
      }
      current = parent
      if current.kind != .overlay { count -= 1 }
    }
    return current
  }

  // MARK: Variables

  func variable(_ name: String, scope wanted: String?) throws -> Value? {
    let symbol = Symbol(name)
    if let place = try resolve(wanted) {
      return place.stored(symbol)?.content ?? (place === shell.globalScope ? shell.automaticValue(symbol, scope) : nil)
    }
    return scope.find(symbol) ?? shell.automaticValue(symbol, scope)
  }

  func setVariable(_ name: String, _ value: Value, scope wanted: String?) throws {
    let symbol = Symbol(name)
    if let place = try resolve(wanted) { return try place.assign(symbol, value) }
    try shell.assignVariable(symbol, value, scope.target)
  }

  func removeVariable(_ name: String, scope wanted: String?, force: Bool) throws {
    let symbol = Symbol(name)
    let place = try resolve(wanted) ?? scope.holder(of: symbol)
    if case .cell(let cell)? = place?.stored(symbol) {
      if cell.options.contains(.constant) || (cell.options.contains(.readOnly) && !force) {
        throw ShellError(
          "System.Management.Automation.SessionStateUnauthorizedAccessException",
          "Cannot remove variable \(name) because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option.",
          id: "VariableNotRemovable", .writeError, target: .string(name))
      }
    }
    place?.remove(symbol)
  }

  func variableCell(_ name: String, scope wanted: String?) throws -> VariableCell? {
    let symbol = Symbol(name)
    if let place = try resolve(wanted) ?? scope.holder(of: symbol), let cell = place.cell(symbol, spelled: name) {
      return cell
    }
    guard wanted == nil || wanted?.lowercased() == "global", let value = shell.automaticValue(symbol, scope) else {
      return nil
    }
    return VariableCell(name, value)
  }

  func variableCells(scope wanted: String?) throws -> [VariableCell] {
    var cells: [Symbol: VariableCell] = [:]
    let start = try resolve(wanted)
    var current: Scope? = start ?? scope
    while let here = current {
      for name in here.variableNames where cells[name] == nil {
        if let cell = here.cell(name, spelled: name.text) { cells[name] = cell }
      }
      current = start == nil ? here.parent : nil
    }
    if start == nil || start === shell.globalScope {
      for name in AutomaticVariables.names where cells[Symbol(name)] == nil {
        if let value = shell.automaticValue(Symbol(name), scope) { cells[Symbol(name)] = VariableCell(name, value) }
      }
    }
    return cells.values.sorted { $0.name.lowercased() < $1.name.lowercased() }
  }

  func declareVariable(_ cell: VariableCell, scope wanted: String?, force: Bool) throws {
    let place = try resolve(wanted) ?? scope.target
    let symbol = Symbol(cell.name)
    if case .cell(let old)? = place.stored(symbol),
      old.options.contains(.constant) || (old.options.contains(.readOnly) && !force)
    {
      throw ShellError.variableNotWritable(cell.name)
    }
    place.store(symbol, .cell(cell))
  }

  // MARK: Commands

  func command(named name: String) throws -> (any CommandInfo)? {
    if let found = shell.commands.find(name, scope) { return found }
    return try shell.lookUp(name, scope)
  }

  func commands(matching pattern: WildcardPattern, kinds: Set<CommandKind>) throws -> [any CommandInfo] {
    var found: [any CommandInfo] = []
    if kinds.contains(.alias) { found += aliases().filter { pattern.matches($0.name) } }
    if kinds.contains(.function) || kinds.contains(.filter) { found += functions().filter { pattern.matches($0.name) } }
    if kinds.contains(.cmdlet) {
      found += shell.commands.cmdletOrder.filter { pattern.matches($0.name) }.sorted {
        $0.name.lowercased() < $1.name.lowercased()
      }
    }
    if kinds.contains(.application) || kinds.contains(.externalScript) {
      found += shell.commands.programs(matching: pattern).filter { kinds.contains($0.kind) }
    }
    return found
  }

  func object(for command: any CommandInfo) -> Value { shell.object(for: command) }

  func setAlias(
    _ name: String, _ definition: String, options: ScopedItemOptions, description: String, scope wanted: String?,
    force: Bool
  ) throws {
    let place = try resolve(wanted) ?? scope.target
    if let old = place.aliases[Symbol(name)],
      old.options.contains(.constant) || (old.options.contains(.readOnly) && !force)
    {
      throw ShellError(
        "System.Management.Automation.SessionStateUnauthorizedAccessException",
        "Alias is not writeable because alias \(name) is read-only or constant and cannot be written to.",
        id: "AliasNotWritable", .writeError, target: .string(name))
    }
    place.aliases[Symbol(name)] = AliasCommand(name, definition, shell, options: options, description: description)
    shell.commands.changed()
  }

  func aliases() -> [any CommandInfo] {
    var found: [Symbol: AliasCommand] = [:]
    var current: Scope? = scope
    while let here = current {
      found.merge(here.aliases) { first, _ in first }
      current = here.parent
    }
    found.merge(shell.globalScope.aliases) { first, _ in first }
    return found.values.sorted { $0.name.lowercased() < $1.name.lowercased() }
  }

  func removeAlias(_ name: String, force: Bool) throws {
    var current: Scope? = scope
    while let here = current {
      if here.aliases.removeValue(forKey: Symbol(name)) != nil { break }
      current = here.parent
    }
    shell.commands.changed()
  }

  func setFunction(_ name: String, _ body: ScriptBlock, scope wanted: String?) throws {
    shell.setFunction(name, body, try resolve(wanted) ?? scope.target)
  }

  func functions() -> [any CommandInfo] {
    var found: [Symbol: FunctionCommand] = [:]
    var current: Scope? = scope
    while let here = current {
      found.merge(here.functions) { first, _ in first }
      current = here.parent
    }
    return found.values.sorted { $0.name.lowercased() < $1.name.lowercased() }
  }

  func removeFunction(_ name: String) throws {
    var current: Scope? = scope
    while let here = current {
      if here.functions.removeValue(forKey: Symbol(name)) != nil { break }
      current = here.parent
    }
    shell.commands.changed()
  }

  // MARK: Running script

  func makeRunner(_ block: ScriptBlock, _ context: any CmdletContext) -> any BlockRunner {
    CallerBlockRunner(block, frame(ContextSink(context)))
  }

  func makeScriptBlock(_ text: String) throws -> ScriptBlock { try shell.makeScriptBlock(text) }

  func invokeExpression(_ text: String, _ context: any CmdletContext) throws {
    let block = try shell.makeScriptBlock(text)
    try invoke(block, arguments: [], input: nil, isDotSourced: true, context)
  }

  func invoke(_ command: String, _ arguments: [Value], named: [(String, Value)], input: [Value]) throws -> [Value] {
    guard let found = try shell.lookUp(command, scope) else {
      throw shell.commandNotFound(command, .init(name: nil, text: command), .init(0, 0))
    }
    let collector = Collector()
    let all =
      arguments.map { Argument.positional($0) } + named.map { .named($0.0, $0.1, text: "-" + $0.0, isSplatted: true) }
    let stage = try shell.makeStage(
      found, all, frame(collector), collector, InvocationInfo(), isDotSourced: false, hasInput: !input.isEmpty,
      isLast: false)
    defer { stage.dispose() }
    try stage.begin()
    if input.isEmpty { try stage.start() } else { for value in input { try stage.write(value) } }
    try stage.end()
    return collector.takeAll()
  }

  func invoke(
    _ block: ScriptBlock, arguments: [Value], input: [Value]?, isDotSourced: Bool, _ context: any CmdletContext
  ) throws {
    guard let body = block.body as? BlockBody else { return }
    try shell.call(
      body, arguments.map { .positional($0) }, input: input, isDotSourced: isDotSourced, frame(ContextSink(context)))
  }

  // MARK: The host

  var width: Int { shell.host.width }
  var height: Int { shell.host.height }
  var isInteractive: Bool { shell.host.isInteractive }
  var usesColor: Bool { shell.host.usesColor }
  func writeHost(_ text: String) throws {
    try shell.host.finishObjects()
    try shell.host.write(text)
  }
  func readLine(prompt: String, isSecret: Bool) throws -> String? {
    try shell.host.readLine(prompt: prompt, isSecret: isSecret)
  }
  var errorList: ErrorList { shell.errorListObject }
  var lastExitCode: Int32 { shell.lastExitCode }
  func exit(_ code: Int32) throws { throw ExitRequest(code: code) }
  func writeToConsole(_ value: Value) throws { try shell.host.writeObject(value) }

  // MARK: Places, help, completion, services

  var drives: any DriveTable { shell.driveTable }
  func helpTopic(_ command: any CommandInfo) -> HelpTopic? { command.registration.map(HelpTopic.init) }
  func complete(_ kind: CompleterKind, _ prefix: String) -> [String] { shell.completers[kind]?(prefix) ?? [] }
  func service<T>(_ type: T.Type) -> T? {
    if let own = shell as? T { return own }
    return shell.services.values.lazy.compactMap { $0 as? T }.first
  }
}

/// Sends what a block writes to the cmdlet's own output.
final class ContextSink: Sink {
  private let context: any CmdletContext
  private let direct: Sink?

  init(_ context: any CmdletContext) {
    self.context = context
    direct = (context as? StageContext)?.out
  }

  override func write(_ value: Value) throws {
    if let direct { try direct.write(value) } else { try context.write(value) }
  }
}

/// Runs a block in its caller's scope, again and again.
final class CallerBlockRunner: BlockRunner {
  private let frame: Frame
  private let scope: Scope
  private let body: Statement?
  private let direct: Frame
  private let collector = Collector()

  convenience init(_ block: ScriptBlock, _ f: Frame) {
    let body = block.body as? BlockBody
    self.init(body?.block, away: body?.parent(calledFrom: f.scope), f)
  }

  /// `away` is the scope in which the block was written, where that is not the caller's; nil without a body does nothing.
  init(_ compiled: CompiledBlock?, away: Scope?, _ f: Frame) {
    if let compiled, away != nil || f.scope.layout !== compiled.layout {
      scope = Scope(.overlay, compiled.layout, parent: away ?? f.scope)
    } else {
      scope = f.scope
    }
    direct = Frame(scope, f.out, f.streams)
    frame = Frame(scope, collector, f.streams)
    body = compiled?.process ?? compiled?.end
  }

  func run(_ item: Value) throws { try execute(item, direct) }

  private func execute(_ item: Value, _ f: Frame) throws {
    guard let body else { return }
    let slot = scope.slots + Layout.underscore
    let saved = slot.pointee
    slot.pointee = item
    defer { slot.pointee = saved }
    let completion = try body.exec(f)
    if completion == .breakLoop || completion == .continueLoop { throw LoopJump(completion: completion) }
    if scope.kind == .overlay { try scope.export() }
  }

  func collect(_ item: Value) throws -> Value {
    try execute(item, frame)
    return collector.take()
  }

  func test(_ item: Value) throws -> Bool {
    try execute(item, frame)
    return collector.take().isTrue
  }
}
