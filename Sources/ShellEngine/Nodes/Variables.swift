import ShellObjects
import SourceText

/// A variable of the body being compiled.
final class LocalVariableNode: AssignableNode {
  let slot: Int
  let name: Symbol

  init(_ slot: Int, _ name: Symbol, _ extent: ScriptExtent) {
    self.slot = slot
    self.name = name
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    switch f.slots[slot] {
    case .unset: return try lookUp(f)
    case .cell(let cell): return cell.current
    case let value: return value
    }
  }

  @inline(never) private func lookUp(_ f: Frame) throws -> Value { try f.session.readVariable(name, f.scope) }

  override func assign(_ value: Value, _ f: Frame) throws {
    if case .cell(let cell) = f.slots[slot] { return try cell.assign(value.withoutVoid) }
    if f.slots[slot].isUnset { return try first(value, f) }
    f.slots[slot] = value
  }

  /// The first assignment in a scope: an all-scope or read-only variable outside may forbid or receive it.
  @inline(never) private func first(_ value: Value, _ f: Frame) throws {
    if try f.session.assignOuter(name, value, f.scope) { return }
    f.slots[slot] = value
  }

  override func update(_ f: Frame, _ body: (Value) throws -> Value) throws -> Value {
    let current = try eval(f)
    let value = try body(current)
    try assign(value, f)
    return value
  }
}

/// A variable that no slot holds: found by name from the scope that runs.
final class NamedVariableNode: AssignableNode {
  enum Place { case any, global, script, local, `private` }
  let name: Symbol
  let text: String
  let place: Place

  init(_ name: Symbol, _ text: String, _ place: Place, _ extent: ScriptExtent) {
    self.name = name
    self.text = text
    self.place = place
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    let scope: Scope
    switch place {
    case .any: return try f.session.readVariable(name, f.scope)
    case .global: scope = f.session.globalScope
    case .script: scope = f.scope.scriptScope
    case .local, .private: scope = f.scope
    }
    if let value = scope.stored(name) { return value.content }
    if place == .local, f.scope.kind == .overlay, let value = f.scope.target.stored(name) { return value.content }
    if place == .global, let value = f.session.automaticValue(name, f.scope) { return value }
    return try f.session.undefinedVariable(name, f.scope)
  }

  override func assign(_ value: Value, _ f: Frame) throws {
    let value = value.withoutVoid
    switch place {
    case .any: try f.session.assignVariable(name, value, f.scope)
    case .global: try f.session.globalScope.assign(name, value)
    case .script: try f.scope.scriptScope.assign(name, value)
    case .local: try f.scope.assign(name, value)
    case .private:
      let cell = VariableCell(text, value)
      cell.options.insert(.private)
      f.scope.store(name, .cell(cell))
    }
  }
}

extension Value {
  /// The value of a cell, or the value itself.
  var content: Value {
    if case .cell(let cell) = self { cell.current } else { self }
  }
}

/// `$env:NAME`, `$function:f` and other variables that are items of a drive.
final class DriveVariableNode: AssignableNode {
  let drive: String
  let name: String

  init(_ drive: String, _ name: String, _ extent: ScriptExtent) {
    self.drive = drive
    self.name = name
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value { try f.session.driveVariable(drive, name, f) }
  override func assign(_ value: Value, _ f: Frame) throws {
    try f.session.setDriveVariable(drive, name, value.withoutVoid, f)
  }
}

/// `$?`, `$MyInvocation` and other variables that the engine computes.
final class AutomaticVariableNode: Node {
  enum Kind { case success, myInvocation, boundParameters, cmdlet, scriptRoot, commandPath, executionContext }
  let kind: Kind

  init(_ kind: Kind, _ extent: ScriptExtent) {
    self.kind = kind
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    switch kind {
    case .success: .bool(f.session.lastSucceeded)
    case .myInvocation: f.session.myInvocation(f.scope)
    case .boundParameters: f.session.boundParameters(f.scope)
    case .cmdlet: f.session.cmdletObject(f.scope)
    case .scriptRoot: f.session.scriptRoot(f.scope)
    case .commandPath: f.session.commandPath(f.scope)
    case .executionContext: f.session.executionContext
    }
  }
}

/// `$using:x` outside of a job: an error; inside one, the copied value.
final class UsingNode: Node {
  let child: Node
  let text: String

  init(_ child: Node, _ text: String, _ extent: ScriptExtent) {
    self.child = child
    self.text = text
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    if let value = f.session.usingValues[text] { return value }
    guard f.session.usingValues.isEmpty else { return try child.eval(f) }
    throw ShellError(
      "A Using variable cannot be retrieved. A Using variable can be used only with Invoke-Command, Start-Job, or InlineScript in the script workflow. When it is used with Invoke-Command, the Using variable is valid only if the script block is invoked on a remote computer.",
      id: "UsingWithoutInvokeCommand", .invalidOperation)
  }
}
