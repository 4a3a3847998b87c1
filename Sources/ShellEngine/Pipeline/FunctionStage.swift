import CmdletKit
import ShellObjects
import SourceText

/// A stage that runs a function, a script or a script block.
final class FunctionStage: Stage, BindingTarget {
  private let block: CompiledBlock
  private let scope: Scope
  var bodyScope: Scope { scope }
  private var frame: Frame
  private let binder: ParameterBinder
  private let metadata: FunctionMetadata
  private let context: StageContext?
  private let hasInput: Bool
  private var input: [Value] = []
  private(set) var completion = Completion.normal
  private var keeper: AnyObject?
  private let isDotSourced: Bool
  private let isScript: Bool

  init(
    _ call: FunctionCall, _ arguments: [Argument], _ f: Frame, _ downstream: Sink, _ info: InvocationInfo,
    hasInput: Bool
  ) throws {
    block = call.block
    self.hasInput = hasInput
    isDotSourced = call.isDotSourced
    isScript = call.endsOnExit
    metadata = try FunctionMetadata.of(block, f.session)
    scope = call.makeScope(f)
    let activation = Activation(call.name, block.source, isScriptFile: call.isScriptFile)
    activation.invocation = info
    if !isDotSourced || scope.kind == .overlay { scope.activation = activation }
    frame = Frame(scope, downstream, f.streams)
    let placeholder = FunctionPlaceholder()
    binder = ParameterBinder(metadata.command, placeholder, f.session, isScript: true, keepsSurplus: !block.isAdvanced)
    context =
      block.isAdvanced
      ? StageContext(
        frame, out: downstream, commandName: call.name, reportingName: call.name, impact: metadata.confirmImpact, info)
      : nil
    super.init(downstream)
    placeholder.target = self
    keeper = placeholder
    binder.expectsInput = hasInput
    context?.stage = self
    context?.binder = binder
    context?.isExpectingInput = hasInput
    activation.context = context
    do { try binder.bind(arguments, commandName: call.name, f.scope) } catch {
      throw completed(error, call, info)
    }
    context?.common = binder.common
    if block.isAdvanced {
      try f.session.prepareVariables(binder.common, f.scope)
      frame = frame.with(out: binder.common.sink(downstream, f))
      context?.out = frame.out
    }
    activation.boundParameters = binder.boundParameters
    info.boundParameters = binder.boundParameters
    try bindDefaults()
    if !isDotSourced || !block.parameters.isEmpty || !binder.surplus.isEmpty {
      frame.slots[Layout.args] = .object(PSArray(binder.surplus))
    }
    if block.isAdvanced { try f.session.applyCommonPreferences(binder.common, scope) }
  }

  private func completed(_ error: any Error, _ call: FunctionCall, _ info: InvocationInfo) -> any Error {
    let record = ShellError.record(of: error)
    if record.commandName == nil { record.commandName = call.name == "<ScriptBlock>" ? "" : call.name }
    if record.activity.isEmpty { record.activity = call.name }
    if record.invocation == nil { record.invocation = info }
    if record.position == nil { record.position = info.position }
    return ShellError(record)
  }

  // MARK: Binding

  func bind(_ index: Int, _ value: Value) throws {
    guard index < block.parameters.count else { return }
    frame.slots[block.parameters[index].slot] = try constrained(value, index)
  }

  func unbind(_ index: Int) {
    guard index < block.parameters.count else { return }
    frame.slots[block.parameters[index].slot] = metadata.types[index].unboundValue
  }

  /// A typed or validated parameter stays so inside the function.
  private func constrained(_ value: Value, _ index: Int) throws -> Value {
    let type = metadata.types[index]
    let validations = metadata.command.parameters[index].validations
    guard type !== PSType.object || !validations.isEmpty else { return value }
    if validations.isEmpty,
      type.code == .int32 || type.code == .string || type.code == .double || type === PSType.switchParameter,
      !frame.session.isConstraintObservable(block, index)
    {
      return value
    }
    let cell = VariableCell(block.parameters[index].name, value)
    if type !== PSType.object { cell.constraint = type }
    if !validations.isEmpty { cell.check = frame.session.checker(validations, block.parameters[index].name) }
    return .cell(cell)
  }

  private func bindDefaults() throws {
    for index in block.parameters.indices where !binder.isBound(index) {
      let parameter = block.parameters[index]
      if let node = parameter.defaultValue {
        let value = try node.eval(frame).withoutVoid
        let type = metadata.types[index]
        let converted = type === PSType.object ? value : try convertDefault(value, type, parameter.name)
        frame.slots[parameter.slot] = try constrained(converted, index)
      } else {
        frame.slots[parameter.slot] = try constrained(metadata.types[index].unboundValue, index)
      }
    }
  }

  private func convertDefault(_ value: Value, _ type: PSType, _ name: String) throws -> Value {
    do { return try frame.session.convert(value, to: type) } catch let error as ShellError {
      throw BindingError.notConvertible(name, error.record, isTransformation: true)
    }
  }

  // MARK: Running

  override func begin() throws {
    frame.slots[Layout.underscore] = hasInput ? .null : frame.slots[Layout.underscore]
    if let begin = block.begin { try run(begin) }
  }

  override func start() throws {
    if block.isFilter, let end = block.end, block.process == nil {
      frame.slots[Layout.underscore] = .null
      return try run(end)
    }
    if let process = block.process { try run(process) }
  }

  override func write(_ value: Value) throws {
    guard completion == .normal || completion == .returned else { return }
    if block.process != nil || block.isFilter {
      if !metadata.command.pipelineParameters.isEmpty, block.isAdvanced {
        do {
          guard try binder.bindInput(value) else { throw BindingError.inputNotBound(value) }
        } catch let error as ShellError {
          if let context { return try context.writeError(error.record) }
          throw error
        }
      } else if block.isAdvanced {
        if let context { return try context.writeError(BindingError.inputNotBound(value).record) }
      }
      frame.slots[Layout.underscore] = value
      frame.slots[Layout.input] = .object(EnumeratorObject.over([value]))
      context?.current = value
      if let process = block.process { try run(process) } else if let end = block.end { try run(end) }
      return
    }
    if block.isAdvanced {
      guard !metadata.command.pipelineParameters.isEmpty else {
        return try reportInput(BindingError.inputNotBound(value))
      }
      do { _ = try binder.bindInput(value) } catch let error as ShellError { return try reportInput(error) }
    }
    input.append(value)
  }

  private func reportInput(_ error: ShellError) throws {
    guard let context else { throw error }
    try context.writeError(error.record)
  }

  override func end() throws {
    guard !hasExited else { return }
    guard completion == .normal || completion == .returned else { return }
    if let end = block.end, !(block.isFilter && block.process == nil) {
      frame.slots[Layout.input] = .object(EnumeratorObject.over(block.hasProcessBlock ? [] : input))
      try run(end)
    }
  }

  private func run(_ body: Statement) throws {
    let session = frame.session
    try session.enterCall()
    defer { session.leaveCall() }
    let outer = session.propagatesErrors
    defer { session.propagatesErrors = outer }
    if binder.common.errorAction == .stop { session.propagatesErrors = true }
    do {
      completion = try body.exec(frame)
    } catch let exit as ExitRequest where isScript {
      session.lastExitCode = exit.code
      session.globalScope.remove(Symbol("LASTEXITCODE"))
      session.exitOfScript = exit.code
      failed = exit.code != 0
      completion = .returned
      hasExited = true
    } catch {
      failed = true
      throw error
    }
    if completion == .breakLoop || completion == .continueLoop, !isAlone { throw LoopJump(completion: completion) }
  }

  /// Whether `exit` ended the script, so that its later blocks do not run.
  private var hasExited = false

  /// Whether the function is the whole pipeline, so that jumps can leave as results.
  var isAlone = false

  override func dispose() {
    // A function with nothing but a clean block does nothing at all, as in PowerShell.
    let isWhole = block.begin != nil || block.process != nil || block.end != nil
    if isWhole, let clean = block.clean { _ = try? clean.exec(frame.with(out: NullSink())) }
    if scope.kind == .overlay { try? scope.export() }
  }
}

/// Stands in for a stage that is still being made.
private final class FunctionPlaceholder: BindingTarget {
  weak var target: FunctionStage?
  func bind(_ index: Int, _ value: Value) throws { try target?.bind(index, value) }
  func unbind(_ index: Int) { target?.unbind(index) }
}

/// What is called: a body, under which name, in which scope.
struct FunctionCall {
  let name: String
  let block: CompiledBlock
  let module: ModuleState?
  var isDotSourced = false
  var isScriptFile = false
  /// Whether `exit` inside ends only this: a script file, dot-sourced or not.
  var endsOnExit = false
  /// A closure's own scope; nil where the body belongs to its caller's.
  var home: Scope?

  /// The scope the body runs in.
  func makeScope(_ f: Frame) -> Scope {
    if isDotSourced {
      if f.scope.layout === block.layout { return f.scope }
      return Scope(.overlay, block.layout, parent: f.scope)
    }
    if isScriptFile { return Scope(.script, block.layout, parent: f.scope) }
    return Scope(.function, block.layout, parent: home ?? (f.scope.module === module ? nil : module?.scope) ?? f.scope)
  }
}

extension PSType {
  /// What a parameter of the type holds when nobody gave it.
  var unboundValue: Value {
    switch code {
    case .string: .string("")
    case _ where self === PSType.switchParameter: (try? Value.bool(false).converted(to: self)) ?? .bool(false)
    default: isValueType && !isEnum && fullName != "System.Nullable`1" ? defaultValue : .null
    }
  }
}
