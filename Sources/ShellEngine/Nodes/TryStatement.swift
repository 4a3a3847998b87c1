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
    let record = f.session.record(of: error, f)
    guard let handler = try clause(for: record, f) else { throw ShellError(record) }
    f.session.note(record)
    f.session.lastSucceeded = false
    let saved = f.slots[Layout.underscore]
    f.slots[Layout.underscore] = .object(record)
    defer { f.slots[Layout.underscore] = saved }
    return try handler.body.exec(f)
  }

  /// The first clause that names the exception or an ancestor of it; the inner exception of a failed call counts.
  private func clause(for record: ErrorRecord, _ f: Frame) throws -> Catch? {
    var exception: ExceptionObject? = record.exception
    var general: Catch?
    while let current = exception {
      for clause in catches {
        if clause.types.isEmpty {
          general = general ?? clause
          continue
        }
        for type in clause.types where current.type.isAssignable(to: try type.resolve(f)) { return clause }
      }
      exception = current.inner
    }
    return general
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
    let record = f.session.record(of: error, f)
    guard let trap = try traps.first(where: { try matches($0, record, f) }) else { throw error }
    let saved = f.slots[Layout.underscore]
    f.slots[Layout.underscore] = .object(record)
    defer { f.slots[Layout.underscore] = saved }
    f.session.note(record)
    switch try trap.body.exec(f) {
    case .continueLoop: return nil
    case .breakLoop: throw ShellError(record)
    case .returned: return .returned
    case .normal:
      try f.session.report(record, f)
      return nil
    }
  }

  private func matches(_ trap: Trap, _ record: ErrorRecord, _ f: Frame) throws -> Bool {
    guard let type = try trap.type?.resolve(f) else { return true }
    var exception: ExceptionObject? = record.exception
    while let current = exception {
      if current.type.isAssignable(to: type) { return true }
      exception = current.inner
    }
    return false
  }
}
