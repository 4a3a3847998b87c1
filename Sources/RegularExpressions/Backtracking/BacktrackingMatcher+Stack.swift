/// The stack: what to undo, and where else to go.
extension BacktrackingMatcher {
  mutating func push(_ frame: Frame) throws(LimitReached) {
    guard stack.count < Self.greatestStackCount else { throw LimitReached() }
    stack.append(frame)
  }

  mutating func set(_ register: Int, to value: Int) throws(LimitReached) {
    try push(Frame(kind: .register, target: register, position: registers[register], bound: 0))
    registers[register] = value
  }

  mutating func undo(_ frame: Frame) {
    switch frame.kind {
    case .register: registers[frame.target] = frame.position
    case .captureTop:
      captures.setTop(of: frame.target, to: frame.position)
      captures.truncate(to: frame.bound)
    case .choice, .greedyRun, .lazyRun: break
    }
  }

  /// Undoes everything above `height`.
  mutating func unwind(to height: Int) {
    while stack.count > height, let frame = stack.popLast() { undo(frame) }
  }

  /// Drops the choices above `height`, keeping what must be undone later.
  mutating func forgetChoices(above height: Int) {
    guard stack.count > height else { return }
    var kept = height
    for index in height..<stack.count where stack[index].kind == .register || stack[index].kind == .captureTop {
      stack[kept] = stack[index]
      kept += 1
    }
    stack.removeLast(stack.count - kept)
  }

  /// Goes back to the latest choice; the instruction to go on with, nil if no choice is left.
  mutating func turnAround(_ position: inout Int) -> Int? {
    while let frame = stack.popLast() {
      switch frame.kind {
      case .register, .captureTop: undo(frame)
      case .choice:
        position = frame.position
        return frame.target
      case .greedyRun:
        position = giveBack(frame)
        return frame.target + 1
      case .lazyRun:
        if let grown = grow(frame) {
          position = grown
          return frame.target + 1
        }
      }
    }
    return nil
  }

  /// A greedy run ends one character earlier.
  mutating func giveBack(_ frame: Frame) -> Int {
    let isBackward = frame.position < frame.bound
    let position = isBackward ? scalar(at: frame.position).next : scalar(before: frame.position).next
    if position != frame.bound {
      stack.append(Frame(kind: .greedyRun, target: frame.target, position: position, bound: frame.bound))
    }
    return position
  }

  /// A lazy run takes one character more.
  mutating func grow(_ frame: Frame) -> Int? {
    guard case .run(let set, let bounds, let isBackward) = program.instructions[frame.target],
      let (found, next) = read(frame.position, isBackward), set.contains(found)
    else { return nil }
    if frame.bound + 1 < bounds.maximum {
      stack.append(Frame(kind: .lazyRun, target: frame.target, position: next, bound: frame.bound + 1))
    }
    return next
  }
}
