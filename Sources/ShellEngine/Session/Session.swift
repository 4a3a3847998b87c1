package import CmdletKit
package import Glibc
package import ShellObjects
import ShellSyntax
import ShellTypes
import SourceText
import Synchronization

/// One shell: its variables, commands, drives and streams, and everything that runs in it.
///
/// ShellEngine turns syntax trees into nodes (`Compilation`) and runs them (`Nodes`, `Pipeline`), binds arguments
/// (`Binding`), finds commands (`Commands`) and members (`Members`), and decides what becomes of errors (`Errors`).
/// Read `Node`, `Scope`, `Compiler`, `CommandNode`, `PipelineStatement`, `ParameterBinder` in this order. A session
/// and all its values belong to one thread.
package final class Session {
  package let host: any ConsoleHost
  let globalScope: Scope
  private(set) lazy var commands = CommandTable(self)
  /// The scope of the running statement, for cmdlets that ask by name.
  var currentScope: Scope
  /// `$?`.
  var lastSucceeded = true
  /// The label of a jump on its way.
  var jumpLabel: Symbol?
  /// Whether an error belongs to a `try` or `trap` further out, instead of ending only its statement.
  var propagatesErrors = false
  var pipelineDepth = 0
  /// Counts the commands that ran, so that an expression knows whether it held one.
  var commandCount = 0
  private var callDepth = 0
  private var collectors: [Collector] = []
  let errorListObject = ErrorList()
  let emptyArray = Value.object(PSArray())
  var lastExitCode: Int32 = 0
  /// The code by which the script that ended last called `exit`; nil where it did not.
  var exitOfScript: Int32?
  /// Values of `$using:` variables in a job's session.
  var usingValues: [String: Value] = [:]
  var driveTable: any DriveTable = EmptyDriveTable()
  var completers: [CompleterKind: (String) -> [String]] = [:]
  var modules: [ModuleState] = []
  var services: [ObjectIdentifier: AnyObject] = [:]
  var scriptTypes: [Symbol: PSType] = [:]
  var scriptClasses: [ScriptClass] = []
  var usingNamespaces: [String] = []
  /// Whether any scope has strict mode on, so that nobody asks otherwise.
  var usesStrictMode = false
  /// Whether a module is being loaded for a command it may export.
  var isAutoloading = false
  lazy var rootStreams = Streams(self)
  /// Values the start options or the host set, looked up after all scopes.
  var automatic = AutomaticVariables()

  package init(host: any ConsoleHost) {
    self.host = host
    globalScope = Scope(.global, Layout(capacity: 4096), parent: nil)
    currentScope = globalScope
  }

  // MARK: Composition

  /// Makes the cmdlets of a module known, with the aliases they declare.
  package func add(_ module: CmdletModule) {
    for registration in module.cmdlets {
      commands.register(registration)
      for alias in registration.declaration.aliases {
        globalScope.aliases[Symbol(alias)] = AliasCommand(alias, registration.declaration.name, self)
      }
    }
    completers.merge(module.completers) { $1 }
  }

  package func addAlias(_ name: String, _ target: String, options: ScopedItemOptions = []) {
    globalScope.aliases[Symbol(name)] = AliasCommand(name, target, self, options: options)
  }

  /// The drives of the session; the composition root makes the table from the providers.
  package func use(_ drives: any DriveTable) { driveTable = drives }

  package func setService<T: AnyObject>(_ service: T) { services[ObjectIdentifier(T.self)] = service }

  // MARK: Collectors

  func takeCollector() -> Collector { collectors.popLast() ?? Collector() }
  func give(back collector: Collector) {
    if collectors.count < 32 {
      _ = collector.takeAll()
      collectors.append(collector)
    }
  }

  // MARK: Depth

  /// How deep calls may nest before the script has overflowed.
  static let maximumCallDepth = 5000

  @inline(__always) func enterCall() throws {
    callDepth += 1
    if callDepth > Self.maximumCallDepth { try overflow() }
  }

  @inline(__always) func leaveCall() { callDepth -= 1 }

  @inline(never) private func overflow() throws {
    callDepth -= 1
    throw ShellError(
      "System.Management.Automation.ScriptCallDepthException", "The script failed due to call depth overflow.",
      id: "CallDepthOverflow", .invalidOperation)
  }

  // MARK: Interruption

  /// Set by Ctrl-C; a C signal handler may write it.
  // Why unsafe: one word that a signal handler sets and the interpreter reads.
  package nonisolated(unsafe) static let interruptFlag: UnsafeMutablePointer<sig_atomic_t> = {
    let flag = UnsafeMutablePointer<sig_atomic_t>.allocate(capacity: 1)
    flag.initialize(to: 0)
    return flag
  }()

  @inline(__always) var isInterrupted: Bool { Self.interruptFlag.pointee != 0 }

  func interrupt() throws -> Completion { throw Interrupted() }

  func suspendInterrupt() -> Bool {
    let was = isInterrupted
    Self.interruptFlag.pointee = 0
    return was
  }

  func resumeInterrupt(_ was: Bool) { if was { Self.interruptFlag.pointee = 1 } }

  /// Whether a thrown error is the engine's way to unwind.
  package func isControlFlow(_ error: any Error) -> Bool {
    error is StopUpstream || error is ExitRequest || error is LoopJump || error is Interrupted || error is ProcessExit
  }

  // MARK: Text and conversion

  /// A value as a string with `$OFS` between elements.
  func text(_ value: Value, _ scope: Scope) throws -> String {
    switch value {
    case .string(let text): return text
    case .object(let object) where object.kind == .wrapped: return try value.base.text()
    case .object(let object) where object.isEnumerable:
      let separator = try scope.find(.ofs).map { try $0.text() } ?? " "
      return try value.text(separator: separator)
    default: return try value.text()
    }
  }

  /// A conversion that knows what only the engine can make: script blocks, classes, custom objects.
  func convert(_ value: Value, to type: PSType) throws -> Value {
    if !value.isNull, value.type === type { return value }
    if let made = try engineConversion(value, type) { return made }
    return try value.converted(to: type)
  }

  /// A conversion that a script wrote as a cast: its failure is the script's RuntimeException.
  func cast(_ value: Value, to type: PSType) throws -> Value {
    do { return try convert(value, to: type) } catch let error as ShellError {
      let record = error.record
      guard record.exception.type.fullName.hasSuffix("PSInvalidCastException") else { throw error }
      throw ShellError(
        "System.Management.Automation.RuntimeException", record.exception.message, id: record.errorID, record.category,
        target: record.target, inner: record.exception)
    }
  }

  func resolve(_ node: TypeNode) throws -> PSType {
    if let type = node.type ?? type(named: node.name, currentScope) { return type }
    throw ShellError.typeNotFound(node.name)
  }

  /// A node without variables, evaluated: an attribute's argument.
  func constant(_ node: Node) throws -> Value { try node.eval(Frame(globalScope, NullSink(), rootStreams)) }

  /// The operand of `-is` and `-as`: a type, or its name.
  func typeOperand(_ value: Value, _ scope: Scope) throws -> PSType {
    if let type = value.object(as: TypeObject.self) { return type.represented }
    let name = try value.text()
    if let type = type(named: name, scope) { return type }
    throw ShellError.typeNotFound(name)
  }

  func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// A file system path from here, absolute.
  func absolutePath(_ path: String) -> String {
    if let resolved = try? driveTable.resolve(path) { return resolved.path }
    return path
  }

  /// Where programs start: the location on the file system; nil for the process's own.
  var fileSystemFolder: String? {
    let folder = driveTable.fileSystemDirectory
    return folder.isEmpty ? nil : folder
  }

  func object(for command: any CommandInfo) -> Value { CommandObject.make(command) }
}

extension Symbol {
  static let ofs = Symbol("OFS")
}

extension ShellError {
  static func typeNotFound(_ name: String) -> ShellError {
    ShellError("Unable to find type [\(name)].", id: "TypeNotFound", .invalidOperation, target: .string(name))
  }

  init(_ message: String, id: String, _ category: ErrorCategory, target: Value = .null) {
    self.init("System.Management.Automation.RuntimeException", message, id: id, category, target: target)
  }
}
