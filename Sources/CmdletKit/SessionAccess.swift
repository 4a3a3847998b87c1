package import ShellObjects

/// What sort of command a name means.
package enum CommandKind: Int, Sendable {
  case alias = 1
  case function = 2
  case filter = 4
  case cmdlet = 8
  case externalScript = 16
  case application = 32
  case script = 64

  package var name: String {
    switch self {
    case .alias: "Alias"
    case .function: "Function"
    case .filter: "Filter"
    case .cmdlet: "Cmdlet"
    case .externalScript: "ExternalScript"
    case .application: "Application"
    case .script: "Script"
    }
  }
}

/// A command as `Get-Command` shows it.
package protocol CommandInfo: AnyObject {
  var name: String { get }
  var kind: CommandKind { get }
  var moduleName: String { get }
  var version: String { get }

  /// What the command does or is: a body, a path, the target of an alias.
  var definition: String { get }

  /// The declared parameters; nil for native programs.
  var parameters: [ParameterDeclaration]? { get }

  /// The cmdlet behind the name; nil for all else.
  var registration: CmdletRegistration? { get }

  /// The command an alias stands for; nil where it is none or leads nowhere.
  var resolved: (any CommandInfo)? { get }

  /// The body of a function or filter; nil for all else.
  var scriptBlock: ScriptBlock? { get }

  var defaultParameterSet: String? { get }
  var options: ScopedItemOptions { get }
}

/// Runs a script block over and over in the scope of the cmdlet's caller, as `ForEach-Object` does.
package protocol BlockRunner: AnyObject {
  /// Runs the block with `$_` set, writing what it gives to the cmdlet's output.
  func run(_ item: Value) throws

  /// Runs the block with `$_` set and gives what it wrote.
  func collect(_ item: Value) throws -> Value

  /// Runs the block with `$_` set and tells whether what it wrote counts as true.
  func test(_ item: Value) throws -> Bool
}

/// The wider window on the shell, for cmdlets about the shell itself; the engine provides it.
package protocol SessionAccess: AnyObject {
  // MARK: Variables

  /// `scope` is a name or a number as `Get-Variable -Scope` takes it; nil looks through all from here outward.
  func variable(_ name: String, scope: String?) throws -> Value?
  func setVariable(_ name: String, _ value: Value, scope: String?) throws
  func removeVariable(_ name: String, scope: String?, force: Bool) throws
  /// The variable itself, which lives on; nil where there is none.
  func variableCell(_ name: String, scope: String?) throws -> VariableCell?
  /// All variables visible from a scope, by name.
  func variableCells(scope: String?) throws -> [VariableCell]
  func declareVariable(_ cell: VariableCell, scope: String?, force: Bool) throws

  // MARK: Commands

  func command(named name: String) throws -> (any CommandInfo)?
  /// Commands whose names match, in the order `Get-Command` gives them.
  func commands(matching pattern: WildcardPattern, kinds: Set<CommandKind>) throws -> [any CommandInfo]
  /// The object `Get-Command` gives for a command.
  func object(for command: any CommandInfo) -> Value
  func setAlias(
    _ name: String, _ definition: String, options: ScopedItemOptions, description: String, scope: String?, force: Bool)
    throws
  func aliases() -> [any CommandInfo]
  func removeAlias(_ name: String, force: Bool) throws
  func setFunction(_ name: String, _ body: ScriptBlock, scope: String?) throws
  func functions() -> [any CommandInfo]
  func removeFunction(_ name: String) throws

  // MARK: Running script

  /// A runner bound to the running cmdlet's caller; `context` receives the output.
  func makeRunner(_ block: ScriptBlock, _ context: any CmdletContext) -> any BlockRunner
  /// Parses text into a block. Throws ParseException.
  func makeScriptBlock(_ text: String) throws -> ScriptBlock
  /// Runs text in the caller's scope, as `Invoke-Expression` does.
  func invokeExpression(_ text: String, _ context: any CmdletContext) throws
  /// Calls a command by name in the caller's scope; gives what it wrote.
  func invoke(_ command: String, _ arguments: [Value], named: [(String, Value)], input: [Value]) throws -> [Value]
  /// Runs a block in a new scope, or in the caller's where `isDotSourced`; output goes to the context.
  func invoke(
    _ block: ScriptBlock, arguments: [Value], input: [Value]?, isDotSourced: Bool, _ context: any CmdletContext) throws

  // MARK: The host

  /// Columns of the terminal; 80 where there is none.
  var width: Int { get }
  var height: Int { get }
  var isInteractive: Bool { get }
  /// Whether what is written may carry colours.
  var usesColor: Bool { get }
  func writeHost(_ text: String) throws
  /// A line from the user; nil at the end of input.
  func readLine(prompt: String, isSecret: Bool) throws -> String?
  var errorList: ErrorList { get }
  var lastExitCode: Int32 { get }
  /// Ends the shell; never returns normally.
  func exit(_ code: Int32) throws
  /// Sends an object to the formatter and the console, as the end of a pipeline does.
  func writeToConsole(_ value: Value) throws

  // MARK: Places, help, completion, services

  var drives: any DriveTable { get }
  func helpTopic(_ command: any CommandInfo) -> HelpTopic?
  /// Values the completer of this kind offers, for `Get-Help` and Tab.
  func complete(_ kind: CompleterKind, _ prefix: String) -> [String]
  /// A part of the engine by its type, for cmdlets that need more than the above: jobs, modules, history, events.
  func service<T>(_ type: T.Type) -> T?
}

/// `$Error`: the newest record first, 256 at most.
package final class ErrorList {
  /// The list that scripts see as `$Error` and may change.
  package let list = ListObject([], PSType.named("System.Collections.ArrayList"))
  package init() {}

  package var records: [ErrorRecord] { list.elements.compactMap { $0.object(as: ErrorRecord.self) } }

  package func add(_ record: ErrorRecord) {
    list.elements.insert(.object(record), at: 0)
    if list.elements.count > 256 { list.elements.removeLast() }
  }

  package func removeAll() { list.elements.removeAll() }
}
