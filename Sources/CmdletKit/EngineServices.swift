package import ShellObjects

/// Sets the strict mode of the running scope; the engine provides it as a service.
package protocol StrictModeControl: AnyObject {
  /// 0 is off; 1, 2 and 3 are the versions.
  func setStrictMode(_ version: Int)
}

/// The history of an interactive session; the console provides it as a service.
package protocol HistoryControl: AnyObject {
  var entries: [HistoryEntry] { get }
  func add(_ entry: HistoryEntry)
  func removeAll()
  func remove(_ ids: [Int64])
}

/// One command of the history.
package struct HistoryEntry: Sendable {
  package var id: Int64
  package var commandLine: String
  package var status: String
  /// Ticks of .NET's local time.
  package var start: DateTimeValue
  package var end: DateTimeValue

  package init(id: Int64, commandLine: String, status: String, start: DateTimeValue, end: DateTimeValue) {
    self.id = id
    self.commandLine = commandLine
    self.status = status
    self.start = start
    self.end = end
  }
}

/// Members that scripts added to types; the engine provides it as a service.
package protocol TypeDataStore: AnyObject {
  /// Throws where the type has such a member already and `force` is false.
  func addMember(_ name: String, _ member: ExtendedMember, to typeName: String, force: Bool) throws
  func setKeyProperties(_ names: [String], for typeName: String)
  func removeAll(of typeName: String) throws
  var typeNames: [String] { get }
  func members(of typeName: String) -> [(name: String, member: ExtendedMember)]
}

/// Reads data files: scripts that are one hashtable of constants; the engine provides it as a service.
package protocol DataLanguage: AnyObject {
  /// The value of a data file's text. Throws where the text does more than state data.
  func value(ofDataText text: String, path: String) throws -> Value
}

/// What `Import-Module` was asked for.
package struct ModuleImport {
  package var name = ""
  package var isGlobal = false
  package var force = false
  package var prefix = ""
  package var functions: [String]?
  package var cmdlets: [String]?
  package var variables: [String]?
  package var aliases: [String]?
  package var arguments: [Value] = []
  package var passThru = false
  package var asCustomObject = false
  package init() {}
}

/// The modules of a session; the engine provides it as a service.
///
/// Module objects are `PSModuleInfo` values.
package protocol ModuleControl: AnyObject {
  /// Loads a module by name or path and gives its object. Throws where there is none.
  func importModule(_ request: ModuleImport, _ context: any CmdletContext) throws -> [Value]
  /// Imports what a module object exports into the caller.
  func importModule(_ module: Value, _ request: ModuleImport, _ context: any CmdletContext) throws -> [Value]
  /// Makes a dynamic module out of a block, runs it, and gives its object and what it wrote.
  func makeModule(
    name: String?, _ body: ScriptBlock, arguments: [Value], _ context: any CmdletContext
  ) throws
    -> (module: Value, output: [Value])
  /// Modules that are loaded, or that could be.
  func modules(available: Bool, all: Bool) throws -> [Value]
  func removeModule(_ module: Value, force: Bool) throws
  /// Names what the running module exports. Throws outside a module.
  func exportMembers(functions: [String]?, cmdlets: [String]?, variables: [String]?, aliases: [String]?) throws
}

/// One frame of `Get-PSCallStack`, innermost first.
package struct CallStackFrame {
  package var functionName: String
  package var command: String
  package var scriptName: String?
  package var lineNumber: Int
  package var columnNumber: Int
  package var invocation: InvocationInfo?
  package var argumentsText: String

  package init(
    functionName: String, command: String, scriptName: String?, lineNumber: Int, columnNumber: Int = 0,
    invocation: InvocationInfo? = nil, argumentsText: String = "{}"
  ) {
    self.functionName = functionName
    self.command = command
    self.scriptName = scriptName
    self.lineNumber = lineNumber
    self.columnNumber = columnNumber
    self.invocation = invocation
    self.argumentsText = argumentsText
  }
}

/// The commands that are running; the engine provides it as a service.
package protocol CallStackControl: AnyObject {
  var frames: [CallStackFrame] { get }
}
