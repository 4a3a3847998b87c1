import CmdletKit
import ShellObjects

/// Where bound values go: the cells of a cmdlet or the slots of a function.
protocol BindingTarget: AnyObject {
  /// Stores a value that conversion and validation have passed.
  func bind(_ index: Int, _ value: Value) throws
  func unbind(_ index: Int)
}

/// Binds the arguments of one invocation: named, positional, then pipeline input object by object.
///
/// The order is PowerShell's: names, then positions, then what is left; then for each object by value and by property
/// name, first without and then with conversion.
final class ParameterBinder {
  let metadata: CommandMetadata
  private unowned let target: any BindingTarget
  private let session: Session
  /// Whether failed conversions are reported as transformations, as for script functions.
  private let isScript: Bool
  /// Simple functions keep what no parameter takes.
  private let keepsSurplus: Bool
  private(set) var validSets: UInt32
  private var bound: [Bool]
  private var boundFromPipeline: [Int] = []
  private(set) var common = CommonArguments()
  private(set) var boundParameters = PSHashtable(PSType.boundParameters)
  private(set) var surplus: [Value] = []
  /// Script blocks given to pipeline parameters, evaluated for each object.
  private var delayed: [(index: Int, block: ScriptBlock)] = []
  var expectsInput = false

  init(
    _ metadata: CommandMetadata, _ target: any BindingTarget, _ session: Session, isScript: Bool, keepsSurplus: Bool
  ) {
    self.metadata = metadata
    self.target = target
    self.session = session
    self.isScript = isScript
    self.keepsSurplus = keepsSurplus
    validSets = metadata.allSetsMask
    bound = [Bool](repeating: false, count: metadata.all.count)
  }

  func isBound(_ index: Int) -> Bool { bound[index] }

  // MARK: Before the pipeline

  /// Binds everything that was written on the command line.
  func bind(_ arguments: [Argument], commandName: String, _ scope: Scope) throws {
    let positional = try bindNamed(arguments)
    let rest = try bindPositional(positional)
    try bindRest(rest)
    try bindDefaults(commandName, scope)
    try narrowToMandatory()
    if !expectsInput || metadata.pipelineParameters.isEmpty { try finish() }
  }

  private func bindNamed(_ arguments: [Argument]) throws -> [Unnamed] {
    var positional: [Unnamed] = []
    var splatted: [(String, Value?)] = []
    var index = 0
    while index < arguments.count {
      defer { index += 1 }
      switch arguments[index] {
      case .positional(let value): positional.append(Unnamed(value, takesPosition: true))
      case .named(let name, let value, let text, let isSplatted):
        if isSplatted {
          splatted.append((name, value))
          continue
        }
        guard let parameter = try find(name, text, value, &positional) else {
          // What follows an unknown name is taken for its value.
          if value == nil, index + 1 < arguments.count, case .positional(let next) = arguments[index + 1] {
            positional.append(Unnamed(next, takesPosition: false))
            index += 1
          }
          continue
        }
        var argument = value
        if argument == nil, !metadata.all[parameter].isSwitch {
          guard index + 1 < arguments.count, case .positional(let next) = arguments[index + 1] else {
            throw BindingError.missingArgument(metadata.all[parameter].name, metadata.all[parameter].type)
          }
          argument = next
          index += 1
        }
        if bound[parameter] { throw BindingError.alreadyBound(metadata.all[parameter].name) }
        try bind(parameter, argument ?? .bool(true), fromPipeline: false)
      }
    }
    // Why last: a name written out wins over the same one in a splatted table.
    for (name, value) in splatted {
      guard let parameter = try find(name, "-" + name + ":", value, &positional), !bound[parameter] else { continue }
      try bind(parameter, value ?? .bool(true), fromPipeline: false)
    }
    return positional
  }

  /// An argument that no name claimed; what followed an unknown name takes no position.
  private struct Unnamed {
    let value: Value
    let takesPosition: Bool

    init(_ value: Value, takesPosition: Bool) {
      self.value = value
      self.takesPosition = takesPosition
    }
  }

  private func find(_ name: String, _ text: String, _ value: Value?, _ positional: inout [Unnamed]) throws -> Int? {
    switch metadata.find(name) {
    case .one(let index): return index
    case .ambiguous(let candidates):
      throw BindingError.ambiguousName(name, candidates.map { metadata.all[$0].name })
    case .none:
      guard keepsSurplus || !metadata.remainingArguments.isEmpty else { throw BindingError.unknownName(name) }
      positional.append(Unnamed(.string(text), takesPosition: false))
      if let value { positional.append(Unnamed(value, takesPosition: false)) }
      return nil
    }
  }

  private func bindPositional(_ values: [Unnamed]) throws -> [Value] {
    var rest = values
    var positions = Set<Int>()
    for index in 0..<metadata.ownCount where !bound[index] {
      for facts in metadata.parameters[index].sets.values where !facts.fromRemainingArguments {
        if let position = facts.position { positions.insert(position) }
      }
    }
    for position in positions.sorted() {
      guard let next = rest.firstIndex(where: \.takesPosition) else { break }
      if try bind(rest[next].value, at: position) { rest.remove(at: next) }
    }
    return rest.map(\.value)
  }

  /// Tries the parameters at a position: those of the default set first, without conversion before with it.
  private func bind(_ value: Value, at position: Int) throws -> Bool {
    let candidates = (0..<metadata.ownCount).filter { index in
      guard !bound[index], metadata.masks[index] & validSets != 0, !metadata.remainingArguments.contains(index)
      else {
        return false
      }
      return metadata.facts(index, validSets & metadata.masks[index])?.position == position
        || hasPosition(index, position)
    }
    guard !candidates.isEmpty else { return false }
    let preferred = candidates.filter { metadata.masks[$0] & validSets & metadata.defaultMask != 0 }
    let ordered = preferred + candidates.filter { !preferred.contains($0) }
    // A parameter whose type is only shown fits nothing exactly.
    for index in ordered
    where value.type.isAssignable(to: metadata.parameters[index].type) && !value.isNull
      && metadata.parameters[index].shownType == nil
    {
      if (try? bind(index, value, fromPipeline: false)) != nil { return true }
    }
    var failure: (any Error)?
    for index in ordered {
      do {
        try bind(index, value, fromPipeline: false)
        return true
      } catch { failure = failure ?? error }
    }
    if let failure { throw failure }
    return false
  }

  private func hasPosition(_ index: Int, _ position: Int) -> Bool {
    for (bit, set) in metadata.setNames.enumerated() where validSets & (1 << UInt32(bit)) != 0 {
      if metadata.parameters[index].facts(in: set)?.position == position { return true }
    }
    return false
  }

  private func bindRest(_ rest: [Value]) throws {
    guard let first = rest.first else { return }
    let open = metadata.remainingArguments.first { !bound[$0] && metadata.masks[$0] & validSets != 0 }
    if let index = open {
      if !isScript, rest.count == 1 { return try bind(index, first, fromPipeline: false) }
      var values = rest
      if rest.count == 1, first.isEnumerable { values = try first.enumerated() }
      return try bind(index, .object(ListObject(values, PSType.objectList)), fromPipeline: false)
    }
    guard keepsSurplus else { throw BindingError.surplus(first) }
    surplus += rest
  }

  private func bindDefaults(_ commandName: String, _ scope: Scope) throws {
    guard metadata.hasCommonParameters, let defaults = session.defaultParameterValues(scope) else { return }
    for (pattern, value) in defaults where pattern.command.matches(commandName) {
      guard case .one(let index) = metadata.find(pattern.parameter), !bound[index],
        metadata.masks[index] & validSets != 0
      else { continue }
      let actual = value.object(as: ScriptBlock.self).map { Value.collected((try? $0.invoke([])) ?? []) } ?? value
      try? bind(index, actual, fromPipeline: false)
    }
  }

  // MARK: Parameter sets

  /// Leaves out sets whose mandatory parameters nothing can still bring.
  private func narrowToMandatory() throws {
    guard validSets.nonzeroBitCount > 1 else { return }
    var possible: UInt32 = 0
    for bit in metadata.setNames.indices where validSets & (1 << UInt32(bit)) != 0 {
      let set = metadata.setNames[bit]
      let missing = (0..<metadata.ownCount).contains { index in
        guard !bound[index], let facts = metadata.parameters[index].facts(in: set), facts.isMandatory else {
          return false
        }
        return !(expectsInput && (facts.fromPipeline || facts.fromPipelineByPropertyName))
      }
      if !missing { possible |= 1 << UInt32(bit) }
    }
    if possible == 0 {
      if validSets & metadata.defaultMask != 0, metadata.defaultSet != nil { validSets &= metadata.defaultMask }
      return
    }
    validSets = possible
  }

  /// Settles on one parameter set and checks that every mandatory parameter has a value.
  private func finish() throws {
    if validSets.nonzeroBitCount > 1, !metadata.setNames.isEmpty {
      if validSets & metadata.defaultMask != 0, metadata.defaultSet != nil {
        validSets &= metadata.defaultMask
      } else if metadata.defaultSet == nil || validSets & metadata.defaultMask == 0 {
        // Why: sets that differ in nothing that was given cannot be told apart, unless there is a default.
        throw BindingError.ambiguousSet()
      }
    }
    let missing = missingMandatory()
    if !missing.isEmpty { throw BindingError.missingMandatory(missing) }
  }

  private func missingMandatory() -> [String] {
    (0..<metadata.ownCount).filter { index in
      !bound[index] && metadata.masks[index] & validSets != 0
        && metadata.facts(index, validSets & metadata.masks[index])?.isMandatory == true
    }.map { metadata.parameters[$0].name }
  }

  var parameterSetName: String { metadata.setName(validSets) }

  // MARK: Pipeline input

  private var setsBeforeInput: UInt32?

  /// Binds one pipeline object; false where it fits nothing.
  func bindInput(_ value: Value) throws -> Bool {
    for index in boundFromPipeline {
      target.unbind(index)
      bound[index] = false
      _ = try boundParameters.table.remove(.string(metadata.all[index].name))
    }
    boundFromPipeline.removeAll()
    if let setsBeforeInput { validSets = setsBeforeInput } else { setsBeforeInput = validSets }
    for (index, block) in delayed {
      try bind(index, .collected(try block.invoke([value], underscore: value)), fromPipeline: true)
      boundFromPipeline.append(index)
    }
    var any = !delayed.isEmpty
    if try bindByValue(value, coerces: false) { any = true }
    if try bindByProperty(value, coerces: false) { any = true }
    if !any {
      if try bindByValue(value, coerces: true) { any = true }
      if try bindByProperty(value, coerces: true) { any = true }
    } else {
      _ = try bindByProperty(value, coerces: true)
    }
    guard any else { return false }
    if validSets.nonzeroBitCount > 1, validSets & metadata.defaultMask != 0, metadata.defaultSet != nil {
      validSets &= metadata.defaultMask
    }
    let missing = missingMandatory()
    if !missing.isEmpty { throw BindingError.inputMissingMandatory(missing, value) }
    return true
  }

  /// Whether the command has a parameter that pipeline input could still fill.
  var takesInput: Bool {
    !delayed.isEmpty
      || metadata.pipelineParameters.contains { !bound[$0] && metadata.masks[$0] & validSets != 0 }
  }

  private func bindByValue(_ value: Value, coerces: Bool) throws -> Bool {
    var any = false
    for index in candidates(\.fromPipeline) {
      let type = metadata.parameters[index].type
      let fits =
        type === PSType.object || value.type.isAssignable(to: type)
        || (type.elementType.map { value.type.isAssignable(to: $0) } ?? false)
      guard coerces || fits || value.isNull else { continue }
      do {
        try bind(index, value, fromPipeline: true)
        boundFromPipeline.append(index)
        any = true
        if validSets.nonzeroBitCount == 1 { break }
      } catch let error as ShellError {
        if error.record.errorID.hasPrefix("ParameterArgumentValidationError") { throw error }
      }
    }
    return any
  }

  private func bindByProperty(_ value: Value, coerces: Bool) throws -> Bool {
    var any = false
    for index in candidates(\.fromPipelineByPropertyName) {
      let parameter = metadata.parameters[index]
      guard let found = try propertyValue(value, parameter), !found.isNull else { continue }
      guard coerces || found.type.isAssignable(to: parameter.type) || parameter.type === PSType.object else { continue }
      do {
        try bind(index, found, fromPipeline: true)
        boundFromPipeline.append(index)
        any = true
      } catch let error as ShellError where error.record.errorID != "ParameterArgumentValidationError" { continue }
    }
    return any
  }

  private func propertyValue(_ value: Value, _ parameter: ParameterDeclaration) throws -> Value? {
    if let found = try value.findProperty(parameter.symbol) { return found }
    for alias in parameter.aliases { if let found = try value.findProperty(Symbol(alias)) { return found } }
    return nil
  }

  private func candidates(_ fact: KeyPath<ParameterSetFacts, Bool>) -> [Int] {
    metadata.pipelineParameters.filter { index in
      guard !bound[index], metadata.masks[index] & validSets != 0 else { return false }
      return metadata.facts(index, validSets & metadata.masks[index])?[keyPath: fact] == true
        || metadata.parameters[index].sets.contains { set, facts in
          facts[keyPath: fact] && metadata.mask(ofSet: set) & validSets != 0
        }
    }
  }

  // MARK: One parameter

  private func bind(_ index: Int, _ value: Value, fromPipeline: Bool) throws {
    let parameter = metadata.all[index]
    if index >= metadata.ownCount {
      let converted = try convert(value, parameter)
      try common.set(parameter.name, converted)
      bound[index] = true
      boundParameters.set(parameter.name, converted)
      return
    }
    if !fromPipeline, let block = value.object(as: ScriptBlock.self), delays(parameter) {
      delayed.append((index, block))
      bound[index] = true
      boundParameters.set(parameter.name, value)
      return
    }
    let converted = try convert(value, parameter)
    try check(converted, parameter, index)
    try target.bind(index, converted)
    bound[index] = true
    boundParameters.set(parameter.name, converted)
    guard metadata.masks[index] & validSets != 0 else { throw BindingError.ambiguousSet() }
    validSets &= metadata.masks[index]
  }

  /// Whether a script block for this parameter is evaluated for each pipeline object.
  private func delays(_ parameter: ParameterDeclaration) -> Bool {
    guard expectsInput, parameter.sets.values.contains(where: { $0.fromPipeline || $0.fromPipelineByPropertyName })
    else {
      return false
    }
    return parameter.type !== PSType.scriptBlock && parameter.type !== PSType.object
      && parameter.type.elementType !== PSType.scriptBlock
  }

  private func convert(_ value: Value, _ parameter: ParameterDeclaration) throws -> Value {
    let type = parameter.type
    if isScript || parameter.type !== PSType.object, let literal = value.object as? WrappedValue,
      let text = literal.literalText
    {
      let wantsText = type.code == .string || type.elementType?.code == .string
      return try convert(wantsText ? .string(text) : literal.wrapped, parameter)
    }
    if type === PSType.object { return value.isVoid ? .null : value }
    if type === PSType.switchParameter { return try convertSwitch(value, parameter) }
    if value.isNull, !type.isValueType, type.code != .string { return .null }
    if type.code == .string, isScript || !value.isEnumerable || value.object is PSHashtable {
      if case .string = value { return value }
    }
    do {
      if type.code == .string, value.isEnumerable, !isScript || metadata.hasCommonParameters {
        throw ShellError(
          "System.Management.Automation.PSInvalidCastException", "Cannot convert value to type \(type.fullName).",
          id: "ConvertToFinalInvalidCastException", .invalidArgument)
      }
      return try session.convert(value, to: type)
    } catch let error as ShellError {
      throw BindingError.notConvertible(parameter.name, error.record, isTransformation: isScript)
    }
  }

  private func convertSwitch(_ value: Value, _ parameter: ParameterDeclaration) throws -> Value {
    switch value.base {
    case .bool, .null: return try value.base.converted(to: .switchParameter)
    case .object(let object) where object.type === PSType.switchParameter: return value
    default:
      let shown = (try? value.text()) ?? ""
      throw BindingError.notConvertible(
        parameter.name,
        ShellError(
          "System.Management.Automation.PSInvalidCastException",
          "Cannot convert the \"\(shown)\" value of type \"\(value.type.fullName)\" to type \"\(parameter.type.fullName)\".",
          id: "ConvertToFinalInvalidCastException", .invalidArgument
        ).record, isTransformation: isScript)
    }
  }

  private func check(_ value: Value, _ parameter: ParameterDeclaration, _ index: Int) throws {
    if metadata.facts(index, validSets)?.isMandatory == true { try checkMandatory(value, parameter) }
    for validation in parameter.validations {
      do { try validation.check(value) } catch let error as ShellError {
        throw BindingError.invalid(parameter.name, error.record.exception)
      } catch let error as NetException {
        throw BindingError.invalid(parameter.name, ExceptionObject(error))
      }
    }
  }

  private func checkMandatory(_ value: Value, _ parameter: ParameterDeclaration) throws {
    if value.isNull {
      if parameter.allowsNull || parameter.type.isValueType { return }
      throw BindingError.null(parameter.name)
    }
    if case .string(let text) = value.base, text.isEmpty, parameter.type.code == .string, !parameter.allowsEmptyString {
      throw BindingError.emptyString(parameter.name)
    }
    guard value.isEnumerable, parameter.type !== PSType.object else { return }
    let elements = try value.enumerated()
    if elements.isEmpty, !parameter.allowsEmptyCollection {
      throw BindingError.emptyArray(parameter.name, isCollection: !parameter.type.isArray)
    }
    if parameter.type.elementType?.code == .string, !parameter.allowsEmptyString {
      for element in elements {
        if case .string(let text) = element.base, text.isEmpty { throw BindingError.emptyString(parameter.name) }
      }
    }
    if !parameter.allowsNull, elements.contains(where: \.isNull) { throw BindingError.null(parameter.name) }
  }
}

extension PSType {
  /// The type of `$PSBoundParameters`.
  static let boundParameters = PSType.named("System.Management.Automation.PSBoundParametersDictionary")
  /// The type remaining arguments are gathered in.
  static let objectList =
    TypeRegistry.genericType("System.Collections.Generic.List", [.object])
    ?? PSType("System.Collections.Generic.List`1[System.Object]", base: .object)
}
