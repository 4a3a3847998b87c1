import CmdletKit
import ShellObjects

/// What sort of boundary a scope is.
enum ScopeKind: UInt8 { case global, script, module, function, overlay }

/// One activation of a body: its variables, functions and aliases, and where names it lacks are looked for.
final class Scope {
  let kind: ScopeKind
  let layout: Layout
  let slots: UnsafeMutablePointer<Value>
  private let slotCount: Int
  /// The scope of the caller (dynamic scoping), or of the module a function belongs to.
  let parent: Scope?
  private let outerScriptScope: Scope?
  private let isScriptRoot: Bool
  /// Variables that the layout does not know: made by a computed name or by a block from elsewhere.
  var extras: [Symbol: Value] = [:]
  var functions: [Symbol: FunctionCommand] = [:]
  var aliases: [Symbol: AliasCommand] = [:]
  /// How the body was called; nil for scopes that are no activation of a command.
  var activation: Activation?
  /// The statement that runs, for error positions and the script stack trace.
  var current: StatementPosition?
  /// The error whose `catch` block runs in this scope.
  var handledError: ErrorRecord?
  /// The module whose root this scope is.
  weak var moduleState: ModuleState?
  /// Strict mode set in this scope; nil inherits.
  var strictVersion: Int?

  init(_ kind: ScopeKind, _ layout: Layout, parent: Scope?) {
    self.kind = kind
    self.layout = layout
    self.parent = parent
    slotCount = layout.capacity ?? layout.count
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: .unset, count: slotCount)
    isScriptRoot = kind == .global || kind == .script || kind == .module
    outerScriptScope = isScriptRoot ? nil : parent?.scriptScope
  }

  /// Where `$script:` leads.
  var scriptScope: Scope { outerScriptScope ?? self }

  deinit {
    slots.deinitialize(count: slotCount)
    slots.deallocate()
  }

  /// The scope that new variables belong to: itself, or what an overlay lies over.
  var target: Scope {
    var scope = self
    while scope.kind == .overlay, let parent = scope.parent { scope = parent }
    return scope
  }

  // MARK: Reading

  /// The variable as it is stored in this scope: a value or a cell; nil where it is not here.
  func stored(_ name: Symbol) -> Value? {
    if let slot = layout.slot(of: name), slot < slotCount {
      let value = slots[slot]
      if !value.isUnset { return value }
    }
    return extras.isEmpty ? nil : extras[name]
  }

  /// The value of a variable here or in a calling scope; nil where there is none.
  func find(_ name: Symbol) -> Value? {
    var scope: Scope? = self
    while let current = scope {
      if let value = current.stored(name) {
        guard case .cell(let cell) = value else { return value }
        if current === self || !cell.options.contains(.private) { return cell.current }
      }
      scope = current.parent
    }
    return nil
  }

  /// The scope that holds a variable, from here outward.
  func holder(of name: Symbol) -> Scope? {
    var scope: Scope? = self
    while let current = scope {
      if current.stored(name) != nil { return current }
      scope = current.parent
    }
    return nil
  }

  // MARK: Writing

  /// Sets a variable of this scope; a cell checks and converts.
  func assign(_ name: Symbol, _ value: Value) throws {
    if let slot = layout.slot(of: name), slot < slotCount {
      if case .cell(let cell) = slots[slot] { return try cell.assign(value) }
      slots[slot] = value
      return
    }
    if case .cell(let cell)? = extras[name] { return try cell.assign(value) }
    extras[name] = value
  }

  /// Stores a value or a cell without asking.
  func store(_ name: Symbol, _ value: Value) {
    if let slot = layout.slot(of: name), slot < slotCount { slots[slot] = value } else { extras[name] = value }
  }

  func remove(_ name: Symbol) {
    if let slot = layout.slot(of: name), slot < slotCount { slots[slot] = .unset }
    extras[name] = nil
  }

  /// The variable as an object that lives on, shared with whoever asks; made into a cell on first demand.
  func cell(_ name: Symbol, spelled text: String) -> VariableCell? {
    guard let value = stored(name) else { return nil }
    if case .cell(let cell) = value { return cell }
    let cell = VariableCell(text, value)
    store(name, .cell(cell))
    return cell
  }

  /// Names of the variables that are set here.
  var variableNames: [Symbol] {
    var names: [Symbol] = []
    for (slot, name) in layout.names.enumerated() where slot < slotCount && !slots[slot].isUnset { names.append(name) }
    return names + extras.keys
  }

  /// Moves everything an overlay collected into the scope it lies over.
  func export() throws {
    guard kind == .overlay, let parent else { return }
    for (slot, name) in layout.names.enumerated() where slot < slotCount {
      let value = slots[slot]
      if value.isUnset || slot <= Layout.this { continue }
      if case .cell = value { parent.store(name, value) } else { try parent.assign(name, value) }
    }
    for (name, value) in extras { parent.store(name, value) }
    parent.functions.merge(functions) { $1 }
    parent.aliases.merge(aliases) { $1 }
  }
}
