import CmdletKit
import Glibc
import ShellObjects
import ShellSyntax
import SourceText

extension Session {
  /// The command a name means; loads a module that exports it where none is known. Nil where there is none.
  func lookUp(_ name: String, _ scope: Scope) throws -> Command? {
    if let command = commands.resolve(name, scope) { return command }
    if !name.contains("-"), let get = commands.cmdlets[Symbol("Get-" + name)] { return get }
    return try autoload(name, scope)
  }

  func commandNotFound(_ name: String, _ source: SourceFile, _ extent: ScriptExtent) -> ShellError {
    let error = ShellError(
      "System.Management.Automation.CommandNotFoundException",
      "The term '\(name)' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.",
      id: "CommandNotFoundException", .objectNotFound, target: .string(name))
    error.record.position = SourcePosition(source, extent)
    error.record.exception.fields["CommandName"] = .string(name)
    let info = InvocationInfo()
    info.invocationName = name
    info.position = error.record.position
    error.record.invocation = info
    return error
  }

  /// What `&` and `.` call: a block, a command object, or a name.
  func callTarget(_ value: Value, _ position: StatementPosition, _ extent: ScriptExtent, _ f: Frame) throws
    -> CommandNode.Target
  {
    switch value.base {
    case .object(let block as ScriptBlock): return .block(block)
    case .unset, .void, .null, .string(""):
      throw ShellError(
        "The expression after '&' in a pipeline element produced an object that was not valid. It must result in a command name, a script block, or a CommandInfo object.",
        id: "BadExpression", .invalidOperation)
    default:
      if let command = CommandObject.command(of: value) as? Command { return .command(command) }
      let name = try text(value, f.scope)
      guard let command = try lookUp(name, f.scope) else { throw commandNotFound(name, position.source, extent) }
      return .command(command)
    }
  }

  /// Makes the stage that runs a command.
  func makeStage(
    _ node: CommandNode, _ target: CommandNode.Target, _ f: Frame, _ downstream: Sink, hasInput: Bool, isLast: Bool
  ) throws -> Stage {
    currentScope = f.scope
    var isNative = false
    if case .command(let command) = target { isNative = command is ApplicationCommand }
    let arguments = try node.evaluateArguments(f, isNative: isNative)
    switch target {
    case .block(let block):
      guard let body = block.body as? BlockBody else { return Stage(downstream) }
      var call = FunctionCall(
        name: "<ScriptBlock>", block: body.block, module: body.module, isDotSourced: node.isDotSourced)
      call.home = body.home
      let info = node.invocationInfo(node.isDotSourced ? "." : "&", nil, self)
      return try FunctionStage(call, arguments, f, downstream, info, hasInput: hasInput)
    case .command(let command):
      let info = node.invocationInfo(node.writtenName, command, self)
      info.expectingInput = hasInput
      return try makeStage(
        command, arguments, f, downstream, info, isDotSourced: node.isDotSourced, hasInput: hasInput, isLast: isLast)
    }
  }

  func makeStage(
    _ command: Command, _ arguments: [Argument], _ f: Frame, _ downstream: Sink, _ info: InvocationInfo,
    isDotSourced: Bool, hasInput: Bool, isLast: Bool
  ) throws -> Stage {
    switch command {
    case let cmdlet as CmdletCommand:
      guard let registration = cmdlet.registration else { return Stage(downstream) }
      return try CmdletStage(cmdlet, registration, arguments, f, downstream, info, hasInput: hasInput)
    case let function as FunctionCommand:
      let call = FunctionCall(
        name: function.name, block: function.block, module: function.module, isDotSourced: isDotSourced)
      return try FunctionStage(call, arguments, f, downstream, info, hasInput: hasInput)
    case let script as ScriptCommand:
      let call = FunctionCall(
        name: script.name, block: try compiledScript(script.path), module: nil, isDotSourced: isDotSourced,
        isScriptFile: !isDotSourced, endsOnExit: true)
      info.scriptPath = script.path
      return try FunctionStage(call, arguments, f, downstream, info, hasInput: hasInput)
    case let program as ApplicationCommand:
      return NativeStage(program, arguments, f, downstream, info, hasInput: hasInput, isLast: isLast)
    case let alias as AliasCommand:
      guard let target = try lookUp(alias.target, f.scope) else {
        throw commandNotFound(alias.target, SourceFile(name: nil, text: alias.target), ScriptExtent(0, 0))
      }
      return try makeStage(
        target, arguments, f, downstream, info, isDotSourced: isDotSourced, hasInput: hasInput, isLast: isLast)
    default: return Stage(downstream)
    }
  }

  // MARK: Functions

  /// `function name { }`, where the name may begin with a scope.
  func define(_ name: String, _ source: FunctionSource, isFilter: Bool, _ scope: Scope) throws {
    let (plain, target) = scoped(name, scope)
    target.functions[Symbol(plain)] = FunctionCommand(plain, source, isFilter: isFilter, self, module: scope.module)
    commands.changed()
  }

  private func scoped(_ name: String, _ scope: Scope) -> (String, Scope) {
    guard let colon = name.firstIndex(of: ":") else { return (name, scope.target) }
    let plain = String(name[name.index(after: colon)...])
    switch name[..<colon].lowercased() {
    case "global": return (plain, globalScope)
    case "script": return (plain, scope.scriptScope)
    case "local", "private": return (plain, scope.target)
    default: return (name, scope.target)
    }
  }

  /// Makes a function of the global scope known by its text, which is parsed when it is first called.
  package func addFunction(_ name: String, _ text: String) {
    let source = FunctionSource { [unowned self] in
      let file = SourceFile(name: nil, text: text)
      return Compiler.separate(Parser.parse(file, keepingTokens: false).ast, file, self)
    }
    globalScope.functions[Symbol(name)] = FunctionCommand(name, source, isFilter: false, self, module: nil)
  }

  func setFunction(_ name: String, _ block: ScriptBlock, _ scope: Scope) {
    guard let body = block.body as? BlockBody else { return }
    let (plain, target) = scoped(name, scope)
    let source = FunctionSource { body.block }
    target.functions[Symbol(plain)] = FunctionCommand(
      plain, source, isFilter: false, self, module: body.module, given: block)
    commands.changed()
  }

  func setEnvironment(_ name: String, _ value: String?) {
    if let value { setenv(name, value, 1) } else { unsetenv(name) }
  }

  /// The lines of a file named by a script path.
  func lines(ofFile path: String) throws -> [String] {
    let absolute = absolutePath(path)
    guard let bytes = ScriptFile.bytes(absolute) else {
      throw ShellError(
        "System.IO.FileNotFoundException", "Could not find file '\(absolute)'.", id: "FileReadError", .invalidOperation)
    }
    return ScriptFile.lines(ScriptFile.decode(bytes))
  }
}
