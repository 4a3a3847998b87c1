import ShellObjects
import SourceText

/// A statement list is a balanced tree of pairs, not an array: nothing is counted while it runs.
final class Then: Statement {
  let first: Statement
  let second: Statement

  init(_ first: Statement, _ second: Statement) {
    self.first = first
    self.second = second
  }

  override func exec(_ f: Frame) throws -> Completion {
    let completion = try first.exec(f)
    return completion == .normal ? try second.exec(f) : completion
  }
}

/// One statement of a list: notes where it stands, and takes care of an error that ends only it.
final class Step: Statement {
  let body: Statement
  let position: StatementPosition

  init(_ body: Statement, _ position: StatementPosition) {
    self.body = body
    self.position = position
  }

  override func exec(_ f: Frame) throws -> Completion {
    f.scope.current = position
    do { return try body.exec(f) } catch { return try f.session.statementFailed(error, position, f) }
  }
}

/// An expression as a statement: its value is output.
final class EmitStatement: Statement {
  let node: Node

  init(_ node: Node) { self.node = node }

  override func exec(_ f: Frame) throws -> Completion {
    let before = f.session.commandCount
    try node.emit(f)
    if f.session.commandCount == before { f.session.lastSucceeded = true }
    return .normal
  }
}

/// An expression whose value nobody sees.
final class RunStatement: Statement {
  let node: Node

  init(_ node: Node) { self.node = node }

  override func exec(_ f: Frame) throws -> Completion {
    let before = f.session.commandCount
    try node.run(f)
    if f.session.commandCount == before { f.session.lastSucceeded = true }
    return .normal
  }
}

/// `$x = command`: collects what the statement writes.
final class AssignPipelineStatement: Statement {
  let target: AssignableNode
  let body: Statement

  init(_ target: AssignableNode, _ body: Statement) {
    self.target = target
    self.body = body
  }

  override func exec(_ f: Frame) throws -> Completion {
    let collector = f.session.takeCollector()
    defer { f.session.give(back: collector) }
    let completion = try body.exec(f.with(out: collector))
    try target.assign(collector.take(), f)
    return completion
  }
}

/// The value of an assigned pipeline as an expression: `($x = command)`, `$x += command`.
final class StatementNode: Node {
  let body: Statement
  let target: AssignableNode?

  init(_ body: Statement, target: AssignableNode? = nil, _ extent: ScriptExtent) {
    self.body = body
    self.target = target
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    let collector = Collector()
    _ = try body.exec(f.with(out: collector))
    let value = collector.take()
    try target?.assign(value, f)
    return value
  }
}

/// `if`, with its `elseif` as the other branch.
final class IfStatement: Statement {
  let condition: Node
  let then: Statement
  let otherwise: Statement?

  init(_ condition: Node, _ then: Statement, _ otherwise: Statement?) {
    self.condition = condition
    self.then = then
    self.otherwise = otherwise
  }

  override func exec(_ f: Frame) throws -> Completion {
    if try condition.test(f) { return try then.exec(f) }
    guard let otherwise else { return .normal }
    return try otherwise.exec(f)
  }
}

/// What loops share: a label, and what to do with a jump.
class LoopStatement: Statement {
  let label: Symbol?
  let body: Statement

  init(_ label: String?, _ body: Statement) {
    self.label = label.map { Symbol($0) }
    self.body = body
  }

  /// Runs the body once; nil where the loop goes on, else how the loop ends.
  @inline(__always) final func turn(_ f: Frame) throws -> Completion? {
    let completion = try body.exec(f)
    if completion == .normal {
      return f.session.isInterrupted ? try f.session.interrupt() : nil
    }
    return ended(completion, f)
  }

  @inline(never) private func ended(_ completion: Completion, _ f: Frame) -> Completion? {
    switch completion {
    case .normal: return nil
    case .returned: return .returned
    case .breakLoop, .continueLoop:
      if let wanted = f.session.jumpLabel, wanted != label { return completion }
      f.session.jumpLabel = nil
      return completion == .breakLoop ? .normal : nil
    }
  }
}

final class WhileStatement: LoopStatement {
  let condition: Node

  init(_ label: String?, _ condition: Node, _ body: Statement) {
    self.condition = condition
    super.init(label, body)
  }

  override func exec(_ f: Frame) throws -> Completion {
    while try condition.test(f) { if let end = try turn(f) { return end } }
    return .normal
  }
}

final class DoStatement: LoopStatement {
  let condition: Node
  let isUntil: Bool

  init(_ label: String?, _ body: Statement, _ condition: Node, isUntil: Bool) {
    self.condition = condition
    self.isUntil = isUntil
    super.init(label, body)
  }

  override func exec(_ f: Frame) throws -> Completion {
    repeat { if let end = try turn(f) { return end } } while try condition.test(f) != isUntil
    return .normal
  }
}

final class ForStatement: LoopStatement {
  let initializer: Statement
  let condition: Node?
  let iterator: Statement

  init(_ label: String?, _ initializer: Statement, _ condition: Node?, _ iterator: Statement, _ body: Statement) {
    self.initializer = initializer
    self.condition = condition
    self.iterator = iterator
    super.init(label, body)
  }

  override func exec(_ f: Frame) throws -> Completion {
    _ = try initializer.exec(f)
    while true {
      if let condition, try !condition.test(f) { return .normal }
      if let end = try turn(f) { return end }
      _ = try iterator.exec(f)
    }
  }
}

final class ForEachStatement: LoopStatement {
  let variable: AssignableNode
  let collection: Node

  init(_ label: String?, _ variable: AssignableNode, _ collection: Node, _ body: Statement) {
    self.variable = variable
    self.collection = collection
    super.init(label, body)
  }

  override func exec(_ f: Frame) throws -> Completion {
    if let range = collection as? RangeNode { return try walkRange(range, f) }
    let values = try collection.eval(f)
    if values.isNull { return .normal }
    guard case .object(let object) = values, object.isEnumerable else {
      try variable.assign(values, f)
      return try turn(f) ?? .normal
    }
    if object.kind == .array, let array = object as? PSArray {
      var index = 0
      while index < array.elements.count {
        try variable.assign(array.elements[index], f)
        if let end = try turn(f) { return end }
        index += 1
      }
      return .normal
    }
    var result = Completion.normal
    try object.forEachElement { element in
      try variable.assign(element, f)
      guard let end = try turn(f) else { return true }
      result = end
      return false
    }
    return result
  }

  private func walkRange(_ range: RangeNode, _ f: Frame) throws -> Completion {
    var result = Completion.normal
    try RangeOperator.walk(range.left.eval(f), range.right.eval(f)) { element in
      try variable.assign(element, f)
      guard let end = try turn(f) else { return true }
      result = end
      return false
    }
    return result
  }
}

/// `break` and `continue`.
final class JumpStatement: Statement {
  let completion: Completion
  let label: Node?

  init(_ completion: Completion, _ label: Node?) {
    self.completion = completion
    self.label = label
  }

  override func exec(_ f: Frame) throws -> Completion {
    f.session.jumpLabel = try label.map { Symbol(try $0.eval(f).text()) }
    return completion
  }
}

/// `return`.
final class ReturnStatement: Statement {
  let value: Statement?

  init(_ value: Statement?) { self.value = value }

  override func exec(_ f: Frame) throws -> Completion {
    if let value { _ = try value.exec(f) }
    return .returned
  }
}

/// `exit`.
final class ExitStatement: Statement {
  let value: Node?

  init(_ value: Node?) { self.value = value }

  override func exec(_ f: Frame) throws -> Completion {
    var code: Int32 = 0
    if let value, case .int32(let number)? = try? value.eval(f).converted(to: .int32) { code = number }
    throw ExitRequest(code: code)
  }
}

/// `throw`.
final class ThrowStatement: Statement {
  let value: Node?
  let position: StatementPosition

  init(_ value: Node?, _ position: StatementPosition) {
    self.value = value
    self.position = position
  }

  override func exec(_ f: Frame) throws -> Completion {
    throw try f.session.thrown(value?.eval(f), position, f)
  }
}

/// `a && b`, `a || b`.
final class ChainStatement: Statement {
  let left: Statement
  let right: Statement
  let isOr: Bool

  init(_ left: Statement, _ right: Statement, isOr: Bool) {
    self.left = left
    self.right = right
    self.isOr = isOr
  }

  override func exec(_ f: Frame) throws -> Completion {
    let completion = try left.exec(f)
    guard completion == .normal, f.session.lastSucceeded != isOr else { return completion }
    return try right.exec(f)
  }
}

/// `function name { … }`.
final class FunctionStatement: Statement {
  let name: String
  let body: FunctionSource
  let isFilter: Bool

  init(_ name: String, _ body: FunctionSource, isFilter: Bool) {
    self.name = name
    self.body = body
    self.isFilter = isFilter
  }

  override func exec(_ f: Frame) throws -> Completion {
    try f.session.define(name, body, isFilter: isFilter, f.scope)
    f.session.lastSucceeded = true
    return .normal
  }
}
