import CmdletKit
import ShellObjects
import SourceText

/// A pipeline of one command without redirection: the call that must be cheap.
final class CommandStatement: Statement {
  let command: CommandNode

  init(_ command: CommandNode) { self.command = command }

  override func exec(_ f: Frame) throws -> Completion {
    f.session.commandCount &+= 1
    let target = try command.resolve(f)
    if case .command(let found) = target, found.kind == .function, let plain = command.plainArguments {
      let function = unsafeDowncast(found, to: FunctionCommand.self)
      if let completion = try callSimply(function, plain, f) { return completion }
    }
    return try f.session.runAlone(command, target, f)
  }

  /// Calls a function whose parameters need no binder; nil where it needs one.
  private func callSimply(_ function: FunctionCommand, _ arguments: [Node], _ f: Frame) throws -> Completion? {
    let block = function.block
    guard block.isSimple, !command.isDotSourced, arguments.count <= block.parameters.count else { return nil }
    let metadata = try FunctionMetadata.of(block, f.session)
    let scope = Scope(.function, block.layout, parent: function.module?.scope ?? f.scope)
    let slots = scope.slots
    for (index, argument) in arguments.enumerated() {
      var value = try argument.eval(f).withoutVoid
      if case .object(let object) = value, object.kind == .wrapped { value = value.base }
      let type = metadata.types[index]
      guard type === PSType.object || value.type === type, type !== PSType.switchParameter,
        !f.session.isConstraintObservable(block, index)
      else { return nil }
      slots[block.parameters[index].slot] = value
    }
    scope.activation = function.activation(command.position)
    let frame = Frame(scope, f.out, f.streams)
    for index in arguments.count..<block.parameters.count {
      let parameter = block.parameters[index]
      let type = metadata.types[index]
      if f.session.isConstraintObservable(block, index) { return nil }
      if let node = parameter.defaultValue {
        let value = try node.eval(frame).withoutVoid
        slots[parameter.slot] = type === PSType.object ? value : try f.session.convert(value, to: type)
      } else {
        slots[parameter.slot] = type.unboundValue
      }
    }
    slots[Layout.args] = f.session.emptyArray
    guard let end = block.end else { return .normal }
    return try run(end, frame, f)
  }

  private func run(_ body: Statement, _ frame: Frame, _ f: Frame) throws -> Completion {
    let session = f.session
    try session.enterCall()
    defer { session.leaveCall() }
    let completion = try body.exec(frame)
    session.lastSucceeded = true
    return completion == .returned ? .normal : completion
  }
}

extension FunctionCommand {
  /// A light activation for calls without a binder.
  func activation(_ position: StatementPosition) -> Activation {
    let activation = Activation(name, block.source)
    activation.callPosition = position
    activation.command = self
    return activation
  }
}

extension Session {
  /// Runs a single command as a pipeline of its own.
  func runAlone(_ node: CommandNode, _ target: CommandNode.Target, _ f: Frame) throws -> Completion {
    let stage = try makeStage(node, target, f, f.out, hasInput: false, isLast: true)
    if let function = stage as? FunctionStage { function.isAlone = true }
    defer { stage.dispose() }
    do {
      try stage.begin()
      if let function = stage as? FunctionStage, function.completion != .normal { return alone(function) }
      try stage.start()
      if let function = stage as? FunctionStage, function.completion == .breakLoop { return alone(function) }
      try stage.end()
    } catch let jump as LoopJump {
      lastSucceeded = true
      return jump.completion
    } catch let stop as StopUpstream where stop.stage == ObjectIdentifier(stage) {
      try stage.end()
    } catch {
      if !isControlFlow(error) { lastSucceeded = false }
      throw error
    }
    lastSucceeded = !stage.failed
    if let function = stage as? FunctionStage { return alone(function) }
    return .normal
  }

  private func alone(_ function: FunctionStage) -> Completion {
    lastSucceeded = !function.failed
    return function.completion == .returned ? .normal : function.completion
  }
}
