/// The states the text went through, for Undo and Redo.
///
/// Characters typed one after the other make one step, up to and with the blank that ends a word.
struct UndoLog {
  /// How many scalars all states together may hold: in a long text only some steps are kept.
  private static let capacity = 4_000_000

  private var states: [LineBuffer] = [LineBuffer()]
  private var index = 0
  private var isTyping = false
  /// False makes every typed character a step of its own, as PSReadLine has it.
  var joinsTypedWords = true

  var canUndo: Bool { index > 0 }
  var canRedo: Bool { index + 1 < states.count }

  /// Forgets everything; `state` is what Undo ends at.
  mutating func reset(to state: LineBuffer) {
    states = [state]
    index = 0
    isTyping = false
  }

  /// Notes the state after a command.
  ///
  /// A state that differs only by the cursor is no step.
  mutating func record(_ state: LineBuffer) {
    let last = states[index]
    guard state.scalars != last.scalars else {
      if state.cursor != last.cursor { isTyping = false }
      return states[index].move(to: state.cursor)
    }
    states.removeLast(states.count - index - 1)
    let typed = typedScalar(from: last, to: state)
    if let typed, isTyping, joinsTypedWords, index > 0 {
      states[index] = state
      isTyping = !LineBuffer.isBlank(typed)
      return
    }
    states.append(state)
    index += 1
    let limit = max(16, UndoLog.capacity / max(state.count, 1))
    if states.count > limit {
      index -= states.count - limit
      states.removeFirst(states.count - limit)
    }
    isTyping = typed.map { !LineBuffer.isBlank($0) } ?? false
  }

  /// The state before the last step; nil when there is none.
  mutating func undo() -> LineBuffer? {
    guard canUndo else { return nil }
    return go(to: index - 1)
  }

  /// The state that the last Undo left; nil when there is none.
  mutating func redo() -> LineBuffer? {
    guard canRedo else { return nil }
    return go(to: index + 1)
  }

  /// Goes back to the first state; its successors can be redone.
  mutating func undoAll() -> LineBuffer { go(to: 0) }

  /// Puts the cursor behind what comes back, or where something goes.
  private mutating func go(to other: Int) -> LineBuffer {
    let (old, new) = (states[index].scalars, states[other].scalars)
    let start = zip(old, new).prefix { $0 == $1 }.count
    let tail = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
    index = other
    isTyping = false
    states[other].move(to: new.count - tail)
    return states[other]
  }

  private func typedScalar(from old: LineBuffer, to new: LineBuffer) -> UInt32? {
    guard new.count == old.count + 1, new.cursor == old.cursor + 1 else { return nil }
    return new.scalar(at: old.cursor)
  }
}
