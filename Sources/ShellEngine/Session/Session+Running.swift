package import ShellObjects
import ShellSyntax
import ShellTypes
package import SourceText

/// How a script ended.
package enum RunResult: Sendable, Equatable {
  case completed
  /// An error nobody caught, which has been reported.
  case failed
  case exited(Int32)
  case interrupted
}

extension Session {
  /// Runs text in the global scope, as a line at the prompt or `-Command` does.
  package func run(_ source: SourceFile) -> RunResult {
    let parsed = parse(source)
    guard parsed.errors.isEmpty else { return parseFailed(parsed) }
    return finish {
      let compiler = Compiler(source, globalScope.layout, self)
      let block = compiler.block(parsed.ast)
      try defineTypes(in: parsed.ast, source)
      let frame = Frame(globalScope, HostSink(host), rootStreams)
      try runBody(block, frame)
    }
  }

  /// Parses with what this session knows of types.
  private func parse(_ source: SourceFile) -> ParseResult {
    let known = Set(scriptTypes.keys)
    return Parser.parse(
      source, keepingTokens: false,
      environment: ParseEnvironment(isKnownType: { known.contains(Symbol($0)) || PSType.parse($0) != nil }))
  }

  /// Runs a script file with arguments, as `-File` does.
  package func runFile(_ path: String, _ arguments: [String]) -> RunResult {
    finish {
      let node = CommandNode(
        .constant(path), CommandLineArguments.nodes(arguments), [], isDotSourced: false,
        StatementPosition(SourceFile(name: nil, text: ""), ScriptExtent(0, 0)), nameExtent: ScriptExtent(0, 0))
      let frame = Frame(globalScope, HostSink(host), rootStreams)
      let command = ScriptCommand(path, self)
      _ = try compiledScript(path)
      exitOfScript = nil
      _ = try runAlone(node, .command(command), frame)
      if let code = exitOfScript { throw ExitRequest(code: code) }
    }
  }

  private func runBody(_ block: CompiledBlock, _ frame: Frame) throws {
    for part in [block.begin, block.process, block.end] {
      guard let part else { continue }
      let completion = try part.exec(frame)
      if completion != .normal { break }
    }
  }

  private func finish(_ body: () throws -> Void) -> RunResult {
    defer {
      propagatesErrors = false
      pipelineDepth = 0
      currentScope = globalScope
    }
    do {
      try body()
      try host.finishObjects()
      host.flush()
      return .completed
    } catch {
      try? host.finishObjects()
      defer { host.flush() }
      switch error {
      case let exit as ExitRequest: return .exited(exit.code)
      case let exit as ProcessExit: return .exited(Int32(truncatingIfNeeded: exit.code))
      case is Interrupted:
        _ = suspendInterrupt()
        return .interrupted
      case is LoopJump, is StopUpstream: return .completed
      default:
        let record = record(of: error, Frame(globalScope, NullSink(), rootStreams))
        note(record)
        lastSucceeded = false
        try? host.showError(record)
        return .failed
      }
    }
  }

  private func parseFailed(_ parsed: ParseResult) -> RunResult {
    let record = ParseFailure.record(parsed)
    note(record)
    lastSucceeded = false
    try? host.showError(record)
    host.flush()
    return .failed
  }

  /// The body of a script file, parsed and compiled.
  ///
  /// Throws ParseException, or where the file cannot be read.
  func compiledScript(_ path: String) throws -> CompiledBlock {
    let source = SourceFile(name: path, text: try ScriptFile.read(path))
    let parsed = parse(source)
    guard parsed.errors.isEmpty else { throw ShellError(ParseFailure.record(parsed)) }
    try defineTypes(in: parsed.ast, source)
    return Compiler.separate(parsed.ast, source, self)
  }

  /// Text as a script block.
  ///
  /// Throws ParseException.
  package func makeScriptBlock(_ text: String) throws -> ScriptBlock {
    let source = SourceFile(name: nil, text: text)
    let parsed = parse(source)
    guard parsed.errors.isEmpty else { throw ShellError(ParseFailure.record(parsed)) }
    try defineTypes(in: parsed.ast, source)
    return ScriptBlock(BlockBody(Compiler.separate(parsed.ast, source, self), self, module: currentScope.module))
  }

  /// Runs the statements inside `$( )` and `@( )`, whose errors end only their statement.
  func runEmbedded(_ body: Statement, _ f: Frame) throws {
    let completion = try body.exec(f)
    if completion == .breakLoop || completion == .continueLoop { throw LoopJump(completion: completion) }
    if completion == .returned { throw LoopJump(completion: .returned) }
  }
}

/// Sends objects to the host's formatter.
final class HostSink: Sink {
  private let host: any ConsoleHost

  init(_ host: any ConsoleHost) { self.host = host }

  override func write(_ value: Value) throws { try host.writeObject(value) }
}

/// A script block of the engine: a compiled body and where it belongs.
final class BlockBody: ScriptBody {
  let block: CompiledBlock
  let session: Session
  let module: ModuleState?
  /// The scope a closure captured.
  var home: Scope?
  /// The script or module scope in which the block was written, where it runs when another module calls it.
  weak var root: Scope?

  /// Where the block's names lead when a scope of this kind calls it; nil for its caller's scope.
  func parent(calledFrom scope: Scope) -> Scope? {
    if let home { return home }
    return scope.module === module ? nil : root
  }

  init(_ block: CompiledBlock, _ session: Session, module: ModuleState?) {
    self.block = block
    self.session = session
    self.module = module
  }

  var sourceText: String { block.bodyText }

  func invoke(_ arguments: [Value], underscore: Value?, this: Value?) throws -> [Value] {
    let collector = Collector()
    let frame = Frame(session.currentScope, collector, session.rootStreams)
    try session.call(self, arguments.map { .positional($0) }, underscore: underscore, this: this, frame)
    return collector.takeAll()
  }
}

extension Session {
  /// Calls a block in a new scope below the frame's.
  func call(
    _ body: BlockBody, _ arguments: [Argument], underscore: Value? = nil, this: Value? = nil, input: [Value]? = nil,
    isDotSourced: Bool = false, _ f: Frame
  ) throws {
    var call = FunctionCall(name: "<ScriptBlock>", block: body.block, module: body.module, isDotSourced: isDotSourced)
    call.home = body.parent(calledFrom: f.scope)
    let stage = try FunctionStage(call, arguments, f, f.out, InvocationInfo(), hasInput: input != nil)
    if let underscore { stage.setVariable(Layout.underscore, underscore) }
    if let this { stage.setVariable(Layout.this, this) }
    defer { stage.dispose() }
    let outer = propagatesErrors
    propagatesErrors = true
    defer { propagatesErrors = outer }
    try stage.begin()
    if let underscore { stage.setVariable(Layout.underscore, underscore) }
    if let input { for value in input { try stage.write(value) } } else { try stage.start() }
    try stage.end()
  }
}

extension FunctionStage {
  func setVariable(_ slot: Int, _ value: Value) { bodyScope.slots[slot] = value }
}

extension Session {
  /// A variable that formatting heeds; nil where it is unset.
  package func formattingVariable(_ name: String) -> Value? {
    currentScope.find(Symbol(name)) ?? automaticValue(Symbol(name), currentScope)
  }

  /// Whether a name means a command without looking at the disk.
  package func isCommand(_ name: String) -> Bool {
    commands.cmdlets[Symbol(name)] != nil || commands.function(Symbol(name), currentScope) != nil
      || commands.alias(name, currentScope) != nil
  }

  /// Sets a variable of the global scope.
  package func setGlobal(_ name: String, _ value: Value) { globalScope.store(Symbol(name), value) }

  /// The exit code that a finished run of `-Command` means.
  package var commandExitCode: Int32 { lastSucceeded ? 0 : 1 }
}
