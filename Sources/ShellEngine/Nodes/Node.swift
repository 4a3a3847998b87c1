import ShellObjects
import SourceText

/// How a statement ended.
///
/// Jumps are results; only errors are thrown.
enum Completion: UInt8 { case normal, breakLoop, continueLoop, returned }

/// What a node is handed: passed down by borrowing, so its references are counted once per call, not once per node.
struct Frame {
  let slots: UnsafeMutablePointer<Value>
  let scope: Scope
  let out: Sink
  let streams: Streams
  var session: Session { streams.session }

  init(_ scope: Scope, _ out: Sink, _ streams: Streams) {
    slots = scope.slots
    self.scope = scope
    self.out = out
    self.streams = streams
  }

  @inline(__always) func with(out: Sink) -> Frame { Frame(scope, out, streams) }
}

/// An expression, compiled.
///
/// Rules for all nodes: children are `let` and visited without reference counting; no arrays of nodes where a loop is
/// hot; slow paths are functions that are not inlined.
class Node {
  let extent: ScriptExtent

  init(_ extent: ScriptExtent) { self.extent = extent }

  func eval(_ f: Frame) throws -> Value { .null }

  /// The value as a condition, without making one.
  func test(_ f: Frame) throws -> Bool { try eval(f).isTrue }

  /// Evaluates for the effect.
  func run(_ f: Frame) throws { _ = try eval(f) }

  /// Writes the value to the output, taken apart as a pipeline does.
  func emit(_ f: Frame) throws { try f.out.writeEnumerated(eval(f)) }

  /// Whether the value is thrown away as a statement of its own: assignments and increments write nothing.
  var isSilent: Bool { false }
}

/// A node that can be assigned to.
class AssignableNode: Node {
  func assign(_ value: Value, _ f: Frame) throws {}

  /// Replaces the value by what the operation makes of it.
  func update(_ f: Frame, _ body: (Value) throws -> Value) throws -> Value {
    let value = try body(eval(f))
    try assign(value, f)
    return value
  }
}

/// A statement, compiled.
class Statement {
  func exec(_ f: Frame) throws -> Completion { .normal }
}

/// Nothing to do.
final class EmptyStatement: Statement {}
