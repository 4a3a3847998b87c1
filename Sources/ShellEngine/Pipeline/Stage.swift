import CmdletKit
import ShellObjects

/// A running command of a pipeline: receives objects by `write`, passes its own on downstream.
class Stage: Sink {
  let downstream: Sink
  /// Whether the command reported an error.
  var failed = false

  init(_ downstream: Sink) { self.downstream = downstream }

  /// Runs before the first object.
  func begin() throws {}

  /// Runs a first stage, which has no input.
  func start() throws {}

  /// Runs after the last object.
  func end() throws {}

  /// Runs however the pipeline ended.
  func dispose() {}
}

/// The expression at the head of a pipeline.
final class ExpressionStage: Stage {
  private let node: Node
  private let frame: Frame

  init(_ node: Node, _ f: Frame, _ downstream: Sink) {
    self.node = node
    frame = f.with(out: downstream)
    super.init(downstream)
  }

  override func start() throws { try node.emit(frame) }
}
