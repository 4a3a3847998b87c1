import CmdletKit
import ShellObjects
import ShellSyntax
import SourceText

/// One element of a pipeline, compiled.
enum PipelineElement {
  case command(CommandNode)
  case expression(Node, [RedirectionNode], StatementPosition)
}

/// A redirection, compiled.
enum RedirectionNode {
  case file(RedirectionStream, Node, isAppend: Bool)
  case merge(RedirectionStream, RedirectionStream)
}

/// A pipeline: stages linked from the last to the first, fed from the head.
final class PipelineStatement: Statement {
  let elements: [PipelineElement]
  let position: StatementPosition

  init(_ elements: [PipelineElement], _ position: StatementPosition) {
    self.elements = elements
    self.position = position
  }

  override func exec(_ f: Frame) throws -> Completion {
    f.session.commandCount &+= 1
    let outer = f.session.pipelineDepth
    f.session.pipelineDepth += 1
    defer { f.session.pipelineDepth = outer }
    let run = PipelineRun()
    defer { run.close() }
    do {
      try build(run, f)
      try drive(run)
    } catch let jump as LoopJump {
      f.session.lastSucceeded = true
      return jump.completion
    } catch {
      if !f.session.isControlFlow(error) { f.session.lastSucceeded = false }
      throw error
    }
    f.session.lastSucceeded = !run.stages.contains(where: \.failed)
    if case .command? = elements.last, let native = run.stages.last as? NativeStage {
      f.session.lastSucceeded = native.succeeded
    }
    return .normal
  }

  /// Makes the stages from the last to the first, each with its redirections.
  private func build(_ run: PipelineRun, _ f: Frame) throws {
    var downstream: Sink = f.out
    for (index, element) in elements.enumerated().reversed() {
      let isLast = index == elements.count - 1
      let stage: Stage
      switch element {
      case .command(let node):
        let frame = try redirected(node.redirections, f, downstream, run)
        stage = try f.session.makeStage(
          node, node.resolve(f), frame, frame.out, hasInput: index > 0, isLast: isLast && node.redirections.isEmpty)
        setPositions(stage, index)
      case .expression(let node, let redirections, _):
        let frame = try redirected(redirections, f, downstream, run)
        stage = ExpressionStage(node, frame, frame.out)
      }
      run.stages.insert(stage, at: 0)
      downstream = stage
    }
  }

  private func setPositions(_ stage: Stage, _ index: Int) {
    guard let cmdlet = stage as? CmdletStage else { return }
    cmdlet.context.info.pipelineLength = elements.count
    cmdlet.context.info.pipelinePosition = index + 1
    cmdlet.context.info.expectingInput = index > 0
  }

  private func redirected(
    _ nodes: [RedirectionNode], _ f: Frame, _ downstream: Sink, _ run: PipelineRun
  ) throws -> Frame {
    guard !nodes.isEmpty else { return f.with(out: downstream) }
    var plan = RedirectionPlan(f, downstream)
    for node in nodes { try plan.apply(node, f, run) }
    return plan.frame(f)
  }

  private func drive(_ run: PipelineRun) throws {
    for stage in run.stages { try stage.begin() }
    do { try run.stages.first?.start() } catch let stop as StopUpstream {
      guard let index = run.stages.firstIndex(where: { ObjectIdentifier($0) == stop.stage }) else { throw stop }
      run.firstToEnd = index
    }
    var index = run.firstToEnd
    while index < run.stages.count {
      do { try run.stages[index].end() } catch let stop as StopUpstream {
        guard let next = run.stages.firstIndex(where: { ObjectIdentifier($0) == stop.stage }), next > index else {
          throw stop
        }
        index = next
        continue
      }
      index += 1
    }
  }
}

/// The stages and files of one run of a pipeline.
final class PipelineRun {
  var stages: [Stage] = []
  var firstToEnd = 0
  var files: [FileSink] = []

  func close() {
    for stage in stages { stage.dispose() }
    for file in files { file.close() }
  }
}
