import CmdletKit
import ShellObjects

/// A session that has variables and nothing else.
final class TestSession: SessionAccess {
  var variables: [String: Value] = [:]

  private static func absent(_ what: String) -> NetException { .notSupported("The test session has no \(what).") }

  func variable(_ name: String, scope: String?) throws -> Value? { variables[name] }
  func setVariable(_ name: String, _ value: Value, scope: String?) throws { variables[name] = value }
  func removeVariable(_ name: String, scope: String?, force: Bool) throws { variables[name] = nil }
  func variableCell(_ name: String, scope: String?) throws -> VariableCell? { nil }
  func variableCells(scope: String?) throws -> [VariableCell] { [] }
  func declareVariable(_ cell: VariableCell, scope: String?, force: Bool) throws {}

  func command(named name: String) throws -> (any CommandInfo)? { nil }
  func commands(matching pattern: WildcardPattern, kinds: Set<CommandKind>) throws -> [any CommandInfo] { [] }
  func object(for command: any CommandInfo) -> Value { .null }
  func setAlias(
    _ name: String, _ definition: String, options: ScopedItemOptions, description: String, scope: String?, force: Bool
  ) throws {}
  func aliases() -> [any CommandInfo] { [] }
  func removeAlias(_ name: String, force: Bool) throws {}
  func setFunction(_ name: String, _ body: ScriptBlock, scope: String?) throws {}
  func functions() -> [any CommandInfo] { [] }
  func removeFunction(_ name: String) throws {}

  func makeRunner(_ block: ScriptBlock, _ context: any CmdletContext) -> any BlockRunner { NoRunner() }
  func makeScriptBlock(_ text: String) throws -> ScriptBlock { throw Self.absent("parser") }
  func invokeExpression(_ text: String, _ context: any CmdletContext) throws { throw Self.absent("engine") }
  func invoke(
    _ command: String, _ arguments: [Value], named: [(String, Value)], input: [Value]
  ) throws -> [Value] { throw Self.absent("engine") }
  func invoke(
    _ block: ScriptBlock, arguments: [Value], input: [Value]?, isDotSourced: Bool, _ context: any CmdletContext
  ) throws { throw Self.absent("engine") }

  var width: Int { 120 }
  var height: Int { 50 }
  var isInteractive: Bool { false }
  var usesColor: Bool { false }
  func writeHost(_ text: String) throws {}
  func readLine(prompt: String, isSecret: Bool) throws -> String? { nil }
  let errorList = ErrorList()
  var lastExitCode: Int32 { 0 }
  func exit(_ code: Int32) throws { throw Self.absent("exit") }
  func writeToConsole(_ value: Value) throws {}

  let drives: any DriveTable = EmptyDriveTable()
  func helpTopic(_ command: any CommandInfo) -> HelpTopic? { nil }
  func complete(_ kind: CompleterKind, _ prefix: String) -> [String] { [] }
  func service<T>(_ type: T.Type) -> T? { nil }
}

private final class NoRunner: BlockRunner {
  func run(_ item: Value) throws {}
  func collect(_ item: Value) throws -> Value { .null }
  func test(_ item: Value) throws -> Bool { false }
}
