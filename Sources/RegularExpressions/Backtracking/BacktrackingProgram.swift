/// A tree as instructions for the matcher of our own.
///
/// Where text is read from right to left (lookbehind, RightToLeft), sequences are laid out in reverse and characters
/// step back: that is .NET's meaning of both.
struct BacktrackingProgram: Sendable {
  private(set) var instructions: [Instruction] = []
  private(set) var registerCount = 0
  let isBackward: Bool

  init(_ root: PatternNode, isRightToLeft: Bool) {
    isBackward = isRightToLeft
    emit(root, isRightToLeft)
    instructions.append(.accept)
  }

  private mutating func makeRegisters(_ count: Int) -> Int {
    defer { registerCount += count }
    return registerCount
  }

  /// Appends `make`'s instruction later, when its target is known.
  private mutating func reserve() -> Int {
    instructions.append(.accept)
    return instructions.count - 1
  }

  private mutating func emit(_ node: PatternNode, _ backward: Bool) {
    switch node {
    case .empty: break
    case .literal(let scalar, let ignoresCase):
      instructions.append(.character(scalar, ignoresCase: ignoresCase, isBackward: backward))
    case .set(let set): instructions.append(.set(set, isBackward: backward))
    case .anchor(let anchor): instructions.append(.anchor(anchor))
    case .sequence(let items):
      if backward { for item in items.reversed() { emit(item, true) } } else { for item in items { emit(item, false) } }
    case .alternation(let items): emitAlternation(items, backward)
    case .capture(let number, let uncapture, let body):
      let register = makeRegisters(1)
      instructions.append(.mark(register: register))
      emit(body, backward)
      instructions.append(.capture(number: number, uncapture: uncapture, register: register))
    case .loop(let body, let bounds): emitLoop(body, bounds, backward)
    case .atomic(let body): emitCut(body, backward, restoresPosition: false)
    case .look(let body, let isBehind, let isNegative):
      if isNegative { emitRefusal(body, isBehind) } else { emitCut(body, isBehind, restoresPosition: true) }
    case .backreference(let number, let ignoresCase):
      instructions.append(.backreference(number, ignoresCase: ignoresCase, isBackward: backward))
    case .ifCaptured(let number, let yes, let no):
      let test = reserve()
      emitBranches(yes, no, backward, replacing: test) { .ifCaptured(number, otherwise: $0) }
    case .ifMatches(let condition, let yes, let no):
      let register = makeRegisters(2)
      let test = reserve()
      emit(condition, backward)
      instructions.append(.cutEnd(register: register, restoresPosition: true))
      emitBranches(yes, no, backward, replacing: test) { .cutStart(register: register, otherwise: $0) }
    }
  }

  private mutating func emitBranches(
    _ yes: PatternNode, _ no: PatternNode, _ backward: Bool, replacing test: Int, _ make: (Int) -> Instruction
  ) {
    emit(yes, backward)
    let end = reserve()
    instructions[test] = make(instructions.count)
    emit(no, backward)
    instructions[end] = .jump(instructions.count)
  }

  private mutating func emitAlternation(_ items: [PatternNode], _ backward: Bool) {
    var ends: [Int] = []
    for (index, item) in items.enumerated() {
      guard index < items.count - 1 else {
        emit(item, backward)
        break
      }
      let choice = reserve()
      emit(item, backward)
      ends.append(reserve())
      instructions[choice] = .split(first: choice + 1, second: instructions.count)
    }
    for end in ends { instructions[end] = .jump(instructions.count) }
  }

  private mutating func emitLoop(_ body: PatternNode, _ bounds: LoopBounds, _ backward: Bool) {
    switch body {
    case .set(let set):
      instructions.append(.run(set, bounds, isBackward: backward))
      return
    case .literal(let scalar, let ignoresCase):
      let members = ignoresCase ? CaseEquivalence.equivalents(of: scalar) : [scalar]
      let set = CharacterSet(CharacterSetBuilder(ranges: members.map { $0...$0 }))
      instructions.append(.run(set, bounds, isBackward: backward))
      return
    default: break
    }
    let register = makeRegisters(2)
    instructions.append(.loopStart(register: register))
    let head = reserve()
    emit(body, backward)
    instructions.append(.jump(head))
    instructions[head] = .loop(bounds, register: register, exit: instructions.count)
  }

  private mutating func emitCut(_ body: PatternNode, _ backward: Bool, restoresPosition: Bool) {
    let register = makeRegisters(2)
    instructions.append(.cutStart(register: register, otherwise: nil))
    emit(body, backward)
    instructions.append(.cutEnd(register: register, restoresPosition: restoresPosition))
  }

  private mutating func emitRefusal(_ body: PatternNode, _ backward: Bool) {
    let register = makeRegisters(2)
    let start = reserve()
    emit(body, backward)
    instructions.append(.refuse(register: register))
    instructions[start] = .cutStart(register: register, otherwise: instructions.count)
  }
}
