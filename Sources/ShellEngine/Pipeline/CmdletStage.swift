import CmdletKit
import ShellObjects

/// A stage that runs a cmdlet.
final class CmdletStage: Stage, BindingTarget {
  private var cmdlet: any Cmdlet
  private let cells: [ParameterCell]
  private let binder: ParameterBinder
  let context: StageContext
  private var hasBegun = false
  private var outVariable: [Value]?

  init(
    _ command: CmdletCommand, _ registration: CmdletRegistration, _ arguments: [Argument], _ f: Frame,
    _ downstream: Sink, _ info: InvocationInfo, hasInput: Bool
  ) throws {
    cmdlet = registration.make()
    cells = cmdlet.parameterCells
    context = StageContext(
      f, out: downstream, commandName: command.name, reportingName: registration.reportingName,
      impact: registration.declaration.confirmImpact, info)
    let metadata = command.metadata
    let placeholder = PlaceholderTarget()
    binder = ParameterBinder(metadata, placeholder, f.session, isScript: false, keepsSurplus: false)
    super.init(downstream)
    placeholder.target = self
    context.stage = self
    context.binder = binder
    context.isExpectingInput = hasInput
    binder.expectsInput = hasInput
    do {
      try binder.bind(arguments, commandName: command.name, f.scope)
    } catch {
      throw completed(error)
    }
    context.common = binder.common
    try f.session.prepareVariables(binder.common, f.scope)
    context.out = binder.common.sink(downstream, f)
    info.boundParameters = binder.boundParameters
    withExtendedLifetime(placeholder) { keeper = $0 }
  }

  private var keeper: AnyObject?

  // MARK: Binding

  func bind(_ index: Int, _ value: Value) throws { if index < cells.count { try cells[index].bind(value) } }
  func unbind(_ index: Int) { if index < cells.count { cells[index].unbind() } }

  // MARK: Running

  override func begin() throws { try guarded { try cmdlet.begin(context) } }

  override func start() throws { try guarded { try cmdlet.process(context) } }

  override func write(_ value: Value) throws {
    try guarded {
      do {
        guard try binder.bindInput(value) else { throw BindingError.inputNotBound(value) }
      } catch let error as ShellError {
        return try context.writeError(error.record)
      }
      context.current = value
      try cmdlet.process(context)
    }
  }

  override func end() throws { try guarded { try cmdlet.end(context) } }

  /// Completes an error that ends the cmdlet with its name and place.
  private func guarded(_ body: () throws -> Void) throws {
    do { try body() } catch is StopUpstreamRequest {
      throw StopUpstream(stage: ObjectIdentifier(self))
    } catch {
      if context.shell.isControlFlow(error) { throw error }
      failed = true
      throw completed(error)
    }
  }

  private func completed(_ error: any Error) -> any Error {
    let record = ShellError.record(of: error)
    if error is NetException { record.category = .notSpecified }
    context.complete(record)
    switch context.common.errorAction {
    case .silentlyContinue?, .ignore?: record.isSilenced = true
    default: break
    }
    return ShellError(record)
  }
}

/// Stands in for a stage that is still being made.
private final class PlaceholderTarget: BindingTarget {
  weak var target: CmdletStage?
  func bind(_ index: Int, _ value: Value) throws { try target?.bind(index, value) }
  func unbind(_ index: Int) { target?.unbind(index) }
}

extension CmdletRegistration {
  /// The name that completes error ids: the .NET class of the cmdlet.
  var reportingName: String {
    let declaration = declaration
    if let name = declaration.reportingName { return name }
    let stem = declaration.verb + declaration.noun
    if let given = declaration.reportingName { return given }
    return declaration.module.hasPrefix("Microsoft.PowerShell")
      ? "Microsoft.PowerShell.Commands.\(stem)Command" : declaration.name
  }
}
