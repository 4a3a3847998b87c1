import CmdletKit
import ShellObjects
import ShellTypes

extension Session {
  /// A variable that is not in the reading scope's slot: from the callers, else automatic, else null.
  func readVariable(_ name: Symbol, _ scope: Scope) throws -> Value {
    if let value = scope.find(name) { return value }
    if let value = automaticValue(name, scope) { return value }
    return try undefinedVariable(name, scope)
  }

  func undefinedVariable(_ name: Symbol, _ scope: Scope) throws -> Value {
    guard let strict = strictVersion(scope), strict >= 1 else { return .null }
    if name == .underscore || name == .args || name == .input || name == .this { return .null }
    throw ShellError(
      "The variable '$\(name.text)' cannot be retrieved because it has not been set.", id: "VariableIsUndefined",
      .invalidOperation, target: .string(name.text))
  }

  /// Assigns by name in a scope, minding all-scope variables further out.
  func assignVariable(_ name: Symbol, _ value: Value, _ scope: Scope) throws {
    if scope.stored(name) == nil, try assignOuter(name, value, scope) { return }
    try scope.assign(name, value)
  }

  /// Handles a first assignment that does not make a local variable: an automatic or all-scope one.
  ///
  /// False otherwise.
  func assignOuter(_ name: Symbol, _ value: Value, _ scope: Scope) throws -> Bool {
    if AutomaticVariables.isReadOnly(name) {
      throw ShellError.variableNotWritable(name.text)
    }
    if scope.kind == .overlay, let parent = scope.parent, parent.stored(name) != nil {
      try parent.assign(name, value)
      return true
    }
    var outer = scope.parent
    while let current = outer {
      if case .cell(let cell)? = current.stored(name), cell.options.contains(.allScope) {
        try cell.assign(value)
        return true
      }
      outer = current.parent
    }
    return false
  }

  func strictVersion(_ scope: Scope) -> Int? {
    guard usesStrictMode else { return nil }
    var current: Scope? = scope
    while let here = current {
      if let version = here.strictVersion { return version == 0 ? nil : version }
      current = here.parent
    }
    return nil
  }

  // MARK: Cells

  /// The variable behind a node, made into a cell; nil where the node is no variable.
  func cell(of node: Node, _ f: Frame) throws -> VariableCell? {
    switch node {
    case let local as LocalVariableNode:
      if let cell = f.scope.cell(local.name, spelled: local.name.text) { return cell }
      if let holder = f.scope.holder(of: local.name) { return holder.cell(local.name, spelled: local.name.text) }
      throw ShellError(
        "[ref] cannot be applied to a variable that does not exist.", id: "NonExistingVariableReference",
        .invalidOperation, target: .string(local.name.text))
    case let named as NamedVariableNode:
      let scope = named.place == .global ? globalScope : named.place == .script ? f.scope.scriptScope : f.scope
      return scope.holder(of: named.name)?.cell(named.name, spelled: named.text)
    default: return nil
    }
  }

  /// Gives a variable a type and checks for good, and its first value.
  func constrain(
    _ node: AssignableNode, type: PSType?, _ attributes: [CompiledAttribute], _ value: Value, _ f: Frame
  ) throws {
    let (name, scope) = target(of: node, f)
    guard let name else {
      return try node.assign(type.map { try cast(value, to: $0) } ?? value, f)
    }
    let reader = AttributeReader(self, CompiledBlock.empty(f))
    let validations = try attributes.compactMap { try reader.validation($0) }
    let cell = VariableCell(name.text, .null)
    if let type, type !== PSType.object { cell.constraint = type }
    if !validations.isEmpty { cell.check = checker(validations, name.text) }
    let stored = try type.map { try cast(value, to: $0) } ?? value
    try cell.assign(stored)
    scope.store(name, .cell(cell))
  }

  private func target(of node: AssignableNode, _ f: Frame) -> (Symbol?, Scope) {
    switch node {
    case let local as LocalVariableNode: (local.name, f.scope)
    case let named as NamedVariableNode:
      (named.name, named.place == .global ? globalScope : named.place == .script ? f.scope.scriptScope : f.scope)
    default: (nil, f.scope)
    }
  }

  /// What a validated variable does before it stores a value.
  func checker(_ validations: [ParameterValidation], _ name: String) -> (Value) throws -> Value {
    { value in
      for validation in validations {
        do { try validation.check(value) } catch {
          let cause = ShellError.record(of: error).exception
          throw ShellError(
            "System.Management.Automation.ValidationMetadataException",
            "The variable cannot be validated because the value \(try value.text()) is not a valid value for the \(name) variable.",
            id: "ValidateSetFailure", .metadataError, inner: cause)
        }
      }
      return value
    }
  }

  /// Whether the body could notice that a typed parameter is constrained: it assigns to it.
  func isConstraintObservable(_ block: CompiledBlock, _ index: Int) -> Bool {
    block.assignedSlots.contains(block.parameters[index].slot)
  }

  // MARK: Preferences

  enum Preference {
    case errorAction, warning, verbose, debug, information, whatIf

    var symbol: Symbol {
      switch self {
      case .errorAction: .errorActionPreference
      case .warning: .warningPreference
      case .verbose: .verbosePreference
      case .debug: .debugPreference
      case .information: .informationPreference
      case .whatIf: .whatIfPreference
      }
    }

    var initial: ActionPreference {
      switch self {
      case .errorAction, .warning: .continue
      default: .silentlyContinue
      }
    }
  }

  func preference(_ preference: Preference, _ scope: Scope) -> ActionPreference {
    scope.find(preference.symbol).flatMap { ActionPreference($0) } ?? preference.initial
  }

  func preferenceFlag(_ preference: Preference, _ scope: Scope) -> Bool {
    scope.find(preference.symbol)?.isTrue ?? false
  }

  func preferenceFlag(named name: String, _ scope: Scope) -> Bool { scope.find(Symbol(name))?.isTrue ?? false }

  func confirmPreference(_ scope: Scope) -> ConfirmImpact {
    guard let value = scope.find(.confirmPreference) else { return .high }
    if case .bool(let flag) = value { return flag ? .low : .none }
    guard let text = try? value.text().lowercased() else { return .high }
    return ["none", "low", "medium", "high"].firstIndex(of: text).flatMap { ConfirmImpact(rawValue: $0) } ?? .high
  }

  /// `-Verbose`, `-ErrorAction` and their like on an advanced function become preference variables of its scope.
  func applyCommonPreferences(_ common: CommonArguments, _ scope: Scope) throws {
    if let action = common.errorAction { scope.store(.errorActionPreference, action.value) }
    if let action = common.warningAction { scope.store(.warningPreference, action.value) }
    if let action = common.informationAction { scope.store(.informationPreference, action.value) }
    if let verbose = common.verbose {
      scope.store(.verbosePreference, (verbose ? ActionPreference.continue : .silentlyContinue).value)
    }
    if let debug = common.debug {
      scope.store(.debugPreference, (debug ? ActionPreference.continue : .silentlyContinue).value)
    }
    if let whatIf = common.whatIf {
      scope.store(.whatIfPreference, try Value.bool(whatIf).converted(to: .switchParameter))
    }
    if let confirm = common.confirm { scope.store(.confirmPreference, .string(confirm ? "Low" : "None")) }
  }

  /// Adds a value to the variable that `-ErrorVariable` and its like name; a leading `+` keeps what is there.
  func appendToVariable(_ name: String, _ value: Value, _ scope: Scope) throws {
    let plain = name.hasPrefix("+") ? String(name.dropFirst()) : name
    let symbol = Symbol(plain)
    var elements = (try? scope.stored(symbol)?.content.enumerated()) ?? []
    elements.append(value)
    try scope.assign(symbol, .object(ListObject(elements, PSType.named("System.Collections.ArrayList"))))
  }

  /// `$PSDefaultParameterValues` as patterns.
  func defaultParameterValues(_ scope: Scope) -> [((command: WildcardPattern, parameter: String), Value)]? {
    guard let table = scope.find(.defaultParameterValues)?.object(as: PSHashtable.self), table.table.count > 0,
      table["Disabled"]?.isTrue != true
    else { return nil }
    return table.table.liveEntries.compactMap { entry in
      guard let key = try? entry.key.text(), let colon = key.lastIndex(of: ":"),
        let pattern = WildcardPattern(String(key[..<colon]).trimmedSpaces)
      else { return nil }
      return ((pattern, String(key[key.index(after: colon)...]).trimmedSpaces), entry.value)
    }
  }

  // MARK: Drives

  func driveVariable(_ drive: String, _ name: String, _ f: Frame) throws -> Value {
    switch drive.lowercased() {
    case "env": return environment(name).map { .string($0) } ?? .null
    case "function": return commands.function(Symbol(name), f.scope)?.scriptBlock.map { .object($0) } ?? .null
    case "alias": return commands.alias(name, f.scope).map { .string($0.target) } ?? .null
    default:
      let resolved = try driveTable.resolve("\(drive):\(name)")
      guard resolved.provider.exists(resolved.path) else { return .null }
      return try resolved.provider.content(resolved.path)
    }
  }

  func setDriveVariable(_ drive: String, _ name: String, _ value: Value, _ f: Frame) throws {
    switch drive.lowercased() {
    case "env": setEnvironment(name, value.isNull ? nil : try value.text())
    case "function":
      let block = try value.object(as: ScriptBlock.self) ?? makeScriptBlock(value.text())
      setFunction(name, block, f.scope)
    case "alias": f.scope.aliases[Symbol(name)] = AliasCommand(name, try value.text(), self)
    default:
      let resolved = try driveTable.resolve("\(drive):\(name)")
      try resolved.provider.setContent(resolved.path, value.enumerated())
    }
    commands.changed()
  }
}

extension ActionPreference {
  private static let type = PSType.named("System.Management.Automation.ActionPreference")

  var value: Value {
    Self.type.isEnum ? .object(EnumObject(Int64(rawValue), Self.type)) : .string(String(describing: self))
  }
}

extension Symbol {
  static let errorActionPreference = Symbol("ErrorActionPreference")
  static let warningPreference = Symbol("WarningPreference")
  static let verbosePreference = Symbol("VerbosePreference")
  static let debugPreference = Symbol("DebugPreference")
  static let informationPreference = Symbol("InformationPreference")
  static let whatIfPreference = Symbol("WhatIfPreference")
  static let confirmPreference = Symbol("ConfirmPreference")
  static let defaultParameterValues = Symbol("PSDefaultParameterValues")
}
