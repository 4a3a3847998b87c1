import ShellObjects
import SourceText

/// `try`, `catch`, `finally`.
final class TryStatement: Statement {
  struct Catch {
    let types: [TypeNode]
    let body: Statement
  }

  let body: Statement
  let catches: [Catch]
  let finally: Statement?

  init(_ body: Statement, _ catches: [Catch], _ finally: Statement?) {
    self.body = body
    self.catches = catches
    self.finally = finally
  }

  override func exec(_ f: Frame) throws -> Completion {
    guard let finally else { return try guarded(f) }
    let completion: Completion
    do { completion = try guarded(f) } catch {
      let label = f.session.jumpLabel
      let interrupted = f.session.suspendInterrupt()
      defer { f.session.resumeInterrupt(interrupted) }
      let ended = try finally.exec(f)
      f.session.jumpLabel = label
      if ended != .normal { return ended }
      throw error
    }
    let label = f.session.jumpLabel
    let ended = try finally.exec(f)
    if ended != .normal { return ended }
    f.session.jumpLabel = label
    return completion
  }

  private func guarded(_ f: Frame) throws -> Completion {
    if catches.isEmpty { return try body.exec(f) }
    let outer = f.session.propagatesErrors
    f.session.propagatesErrors = true
    do {
      let completion = try body.exec(f)
      f.session.propagatesErrors = outer
      return completion
    } catch {
      f.session.propagatesErrors = outer
      return try handle(error, f)
    }
  }

  private func handle(_ error: any Error, _ f: Frame) throws -> Completion {
    guard !f.session.isControlFlow(error) else { throw error }
    let whole = f.session.record(of: error, f)
    let types = try catches.map { clause in try clause.types.map { try $0.resolve(f) } }
    guard let (index, record) = HandlerChoice.find(whole, types) else { throw ShellError(whole) }
    let handler = catches[index]
    f.session.note(whole)
    if record !== whole { record.isReported = true }
    let outer = f.scope.handledError
    f.scope.handledError = record
    defer { f.scope.handledError = outer }
    f.session.lastSucceeded = false
    let saved = f.slots[Layout.underscore]
    f.slots[Layout.underscore] = .object(record)
    defer { f.slots[Layout.underscore] = saved }
    return try handler.body.exec(f)
  }
}

/// Statements with `trap` handlers among them.
final class TrappedStatements: Statement {
  struct Trap {
    let type: TypeNode?
    let body: Statement
  }

  let steps: [Statement]
  let positions: [StatementPosition]
  let traps: [Trap]

  init(_ steps: [Statement], _ positions: [StatementPosition], _ traps: [Trap]) {
    self.steps = steps
    self.positions = positions
    self.traps = traps
  }

  override func exec(_ f: Frame) throws -> Completion {
    for (index, step) in steps.enumerated() {
      let outer = f.session.propagatesErrors
      f.session.propagatesErrors = true
      f.scope.current = positions[index]
      do {
        let completion = try step.exec(f)
        f.session.propagatesErrors = outer
        if completion != .normal { return completion }
      } catch {
        f.session.propagatesErrors = outer
        if let end = try handle(error, positions[index], f) { return end }
      }
    }
    return .normal
  }

  private func handle(_ error: any Error, _ position: StatementPosition, _ f: Frame) throws -> Completion? {
    guard !f.session.isControlFlow(error) else { throw error }
    let whole = f.session.record(of: error, f)
    let types = try traps.map { trap in try trap.type.map { [try $0.resolve(f)] } ?? [] }
    guard let (index, record) = HandlerChoice.find(whole, types) else { throw error }
    let trap = traps[index]
    let saved = f.slots[Layout.underscore]
    f.slots[Layout.underscore] = .object(record)
    defer { f.slots[Layout.underscore] = saved }
    f.session.note(whole)
    switch try trap.body.exec(f) {
    case .continueLoop: return nil
    case .breakLoop: throw ShellError(whole)
    case .returned: return .returned
    case .normal:
      whole.isReported = false
      try f.session.report(whole, f)
      return nil
    }
  }
}

/// Chooses the handler of an error: `catch` clauses and traps by the exceptions they name.
///
/// The exception inside a failed call is asked about first, as PowerShell does; the handler then sees that one.
enum HandlerChoice {
  /// The handler and the record it sees; an empty list of types takes anything.
  ///
  /// Nil where none fits.
  static func find(_ record: ErrorRecord, _ handlers: [[PSType]]) -> (Int, ErrorRecord)? {
    var exception = record.exception.inner
    while let current = exception {
      if let index = best(current.type, handlers) { return (index, inside(current, record)) }
      exception = current.inner
    }
    if let index = best(record.exception.type, handlers) { return (index, record) }
    return handlers.firstIndex(where: \.isEmpty).map { ($0, record) }
  }

  /// The handler that names the type itself, else the first that names an ancestor.
  private static func best(_ type: PSType, _ handlers: [[PSType]]) -> Int? {
    handlers.firstIndex { $0.contains { $0 === type } }
      ?? handlers.firstIndex { $0.contains { type.isAssignable(to: $0) } }
  }

  private static func inside(_ exception: ExceptionObject, _ record: ErrorRecord) -> ErrorRecord {
    let inner = ErrorRecord(exception, id: record.errorID, record.category, target: record.target)
    inner.copyContext(of: record)
    return inner
  }
}
