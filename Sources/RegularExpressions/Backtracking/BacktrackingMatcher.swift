/// Runs a program over bytes of UTF-8, with a stack of its own, so that no pattern and no text can exhaust the thread's.
///
/// For what PCRE2 cannot say, and for all captures of a repeated group. Made for one search, used from one thread.
struct BacktrackingMatcher {
  /// A way back: a choice, or something to undo on the way to one.
  private struct Frame {
    enum Kind: UInt8 {
      case choice, greedyRun, lazyRun, register, captureTop
    }
    let kind: Kind
    /// Where to go on, or what to restore.
    let target: Int
    var position: Int
    /// The end of a run that is being given back, or the count of one that grows.
    var bound: Int
  }

  private let program: BacktrackingProgram
  private let groups: GroupTable
  private let subject: UnsafeBufferPointer<UInt8>
  private let unsetReferenceMatches: Bool
  private var stack: [Frame] = []
  private var registers: [Int]
  private(set) var captures: CaptureStacks
  private var remainingSteps: Int
  private var searchStart = 0
  private let deadline: Deadline

  static let greatestStepCount = 200_000_000
  private static let greatestStackCount = 4_000_000
  private static let stepsBetweenLooks = 0xFFFFF

  init(
    _ program: BacktrackingProgram, groups: GroupTable, subject: UnsafeBufferPointer<UInt8>, isECMAScript: Bool,
    timeout: Int64?
  ) {
    self.program = program
    self.groups = groups
    self.subject = subject
    unsetReferenceMatches = isECMAScript
    registers = Array(repeating: 0, count: program.registerCount)
    captures = CaptureStacks(groupCount: groups.numbers.count)
    remainingSteps = Self.greatestStepCount &+ 32 &* subject.count
    deadline = Deadline(nanoseconds: timeout)
  }

  /// Thrown when steps, stack or time are used up.
  struct LimitReached: Error {}

  /// The first match at `start` or beyond it in the reading direction; nil if there is none.
  ///
  /// `origin` is where `\G` matches. With `isAnchored` only `start` itself is tried.
  mutating func search(
    from start: Int, origin: Int, isAnchored: Bool = false
  ) throws(LimitReached) -> Range<Int>? {
    searchStart = origin
    var position = start
    while true {
      if let end = try run(at: position) {
        return program.isBackward ? end..<position : position..<end
      }
      if isAnchored { return nil }
      if program.isBackward {
        guard position > 0 else { return nil }
        position = scalar(before: position).next
      } else {
        guard position < subject.count else { return nil }
        position = scalar(at: position).next
      }
    }
  }

  private mutating func run(at start: Int) throws(LimitReached) -> Int? {
    stack.removeAll(keepingCapacity: true)
    captures.reset()
    var counter = 0
    var position = start
    while true {
      try countStep()
      let instruction = program.instructions[counter]
      if case .accept = instruction { return position }
      let next = try step(instruction, counter, &position) ?? turnAround(&position)
      guard let next else { return nil }
      counter = next
    }
  }

  private mutating func countStep() throws(LimitReached) {
    remainingSteps &-= 1
    if remainingSteps & Self.stepsBetweenLooks == 0 {
      _ = deadline.elapsedSinceLook()
      if remainingSteps <= 0 || deadline.hasPassed { throw LimitReached() }
    }
  }

  /// Executes one instruction; the next one's number, nil if the way ends here.
  private mutating func step(
    _ instruction: Instruction, _ counter: Int, _ position: inout Int
  ) throws(LimitReached) -> Int? {
    switch instruction {
    case .character(let wanted, let ignoresCase, let isBackward):
      guard let (found, next) = read(position, isBackward) else { return nil }
      guard found == wanted || ignoresCase && CaseEquivalence.areEqual(found, wanted) else { return nil }
      position = next
    case .set(let set, let isBackward):
      guard let (found, next) = read(position, isBackward), set.contains(found) else { return nil }
      position = next
    case .anchor(let anchor):
      guard holds(anchor, at: position) else { return nil }
    case .split(let first, let second):
      try push(Frame(kind: .choice, target: second, position: position, bound: 0))
      return first
    case .jump(let target):
      return target
    case .mark(let register):
      try set(register, to: position)
    case .capture(let number, let uncapture, let register):
      guard try capture(number, uncapture, from: registers[register], to: position) else { return nil }
    case .run(let set, let bounds, let isBackward):
      return try run(set, bounds, isBackward, counter, &position)
    case .loopStart(let register):
      try set(register, to: 0)
      try set(register + 1, to: -1)
    case .loop(let bounds, let register, let exit):
      return try loop(bounds, register, exit, counter, position)
    case .backreference(let number, let ignoresCase, let isBackward):
      guard matchReference(number, ignoresCase, isBackward, &position) else { return nil }
    case .ifCaptured(let number, let otherwise):
      let isSet = groups.index(ofNumber: number).flatMap { captures.top(of: $0) } != nil
      return isSet ? counter + 1 : otherwise
    case .cutStart(let register, let otherwise):
      let height = stack.count
      if let otherwise { try push(Frame(kind: .choice, target: otherwise, position: position, bound: 0)) }
      // Why: the height goes into a register whose undoing lies above it.
      try set(register, to: height)
      try set(register + 1, to: position)
    case .cutEnd(let register, let restoresPosition):
      forgetChoices(above: registers[register])
      if restoresPosition { position = registers[register + 1] }
    case .refuse(let register):
      // Why: what must not match did; so the choice that `cutStart` left is no way out.
      unwind(to: registers[register])
      return nil
    case .accept: break
    }
    return counter + 1
  }
}

// MARK: - The stack

extension BacktrackingMatcher {
  private mutating func push(_ frame: Frame) throws(LimitReached) {
    guard stack.count < Self.greatestStackCount else { throw LimitReached() }
    stack.append(frame)
  }

  private mutating func set(_ register: Int, to value: Int) throws(LimitReached) {
    try push(Frame(kind: .register, target: register, position: registers[register], bound: 0))
    registers[register] = value
  }

  private mutating func undo(_ frame: Frame) {
    switch frame.kind {
    case .register: registers[frame.target] = frame.position
    case .captureTop:
      captures.setTop(of: frame.target, to: frame.position)
      captures.truncate(to: frame.bound)
    case .choice, .greedyRun, .lazyRun: break
    }
  }

  /// Undoes everything above `height`.
  private mutating func unwind(to height: Int) {
    while stack.count > height, let frame = stack.popLast() { undo(frame) }
  }

  /// Drops the choices above `height`, keeping what must be undone later.
  private mutating func forgetChoices(above height: Int) {
    guard stack.count > height else { return }
    var kept = height
    for index in height..<stack.count where stack[index].kind == .register || stack[index].kind == .captureTop {
      stack[kept] = stack[index]
      kept += 1
    }
    stack.removeLast(stack.count - kept)
  }

  /// Goes back to the latest choice; the instruction to go on with, nil if no choice is left.
  private mutating func turnAround(_ position: inout Int) -> Int? {
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
  private mutating func giveBack(_ frame: Frame) -> Int {
    let isBackward = frame.position < frame.bound
    let position = isBackward ? scalar(at: frame.position).next : scalar(before: frame.position).next
    if position != frame.bound {
      stack.append(Frame(kind: .greedyRun, target: frame.target, position: position, bound: frame.bound))
    }
    return position
  }

  /// A lazy run takes one character more.
  private mutating func grow(_ frame: Frame) -> Int? {
    guard case .run(let set, let bounds, let isBackward) = program.instructions[frame.target],
      let (found, next) = read(frame.position, isBackward), set.contains(found)
    else { return nil }
    if frame.bound + 1 < bounds.maximum {
      stack.append(Frame(kind: .lazyRun, target: frame.target, position: next, bound: frame.bound + 1))
    }
    return next
  }
}

// MARK: - Loops and groups

extension BacktrackingMatcher {
  private mutating func run(
    _ set: CharacterSet, _ bounds: LoopBounds, _ isBackward: Bool, _ counter: Int, _ position: inout Int
  ) throws(LimitReached) -> Int? {
    var count = 0
    let wanted = bounds.isLazy ? bounds.minimum : bounds.maximum
    var earliest = position
    while count < wanted, let (found, next) = read(position, isBackward), set.contains(found) {
      position = next
      count += 1
      if count == bounds.minimum { earliest = position }
      try countStep()
    }
    guard count >= bounds.minimum else { return nil }
    if bounds.isLazy {
      if count < bounds.maximum {
        try push(Frame(kind: .lazyRun, target: counter, position: position, bound: count))
      }
    } else if position != earliest {
      try push(Frame(kind: .greedyRun, target: counter, position: position, bound: earliest))
    }
    return counter + 1
  }

  private mutating func loop(
    _ bounds: LoopBounds, _ register: Int, _ exit: Int, _ counter: Int, _ position: Int
  ) throws(LimitReached) -> Int? {
    let count = registers[register]
    if count >= bounds.minimum {
      let wasEmpty = count > 0 && registers[register + 1] == position
      if count >= bounds.maximum || wasEmpty { return exit }
      if bounds.isLazy {
        try push(Frame(kind: .choice, target: counter + 1, position: position, bound: 0))
        // Why: a second entry must find the round already counted, and the exit must not.
        return try enterLater(register, count, position, exit)
      }
      try push(Frame(kind: .choice, target: exit, position: position, bound: 0))
    }
    try set(register, to: count + 1)
    try set(register + 1, to: position)
    return counter + 1
  }

  /// Leaves a lazy loop, with its next round prepared for the case that the rest fails.
  private mutating func enterLater(
    _ register: Int, _ count: Int, _ position: Int, _ exit: Int
  ) throws(LimitReached) -> Int {
    let choice = stack.removeLast()
    let previous = registers[register + 1]
    registers[register] = count + 1
    registers[register + 1] = position
    // The round's own counting is undone below the choice, the exit's above it.
    try push(Frame(kind: .register, target: register, position: count, bound: 0))
    try push(Frame(kind: .register, target: register + 1, position: previous, bound: 0))
    try push(choice)
    try set(register, to: count)
    try set(register + 1, to: previous)
    return exit
  }

  private mutating func capture(
    _ number: Int?, _ uncapture: Int?, from first: Int, to second: Int
  ) throws(LimitReached) -> Bool {
    var start = min(first, second)
    var end = max(first, second)
    if let uncapture {
      guard let group = groups.index(ofNumber: uncapture), let open = captures.top(of: group) else { return false }
      // The new capture is what lies between the two, or what they share.
      if start >= open.end {
        (start, end) = (open.end, start)
      } else if end <= open.start {
        (start, end) = (end, open.start)
      } else {
        (start, end) = (max(start, open.start), min(end, open.end))
      }
      try pushTop(of: group)
      captures.setTop(of: group, to: open.previous)
    }
    if let number, let group = groups.index(ofNumber: number) {
      try pushTop(of: group)
      captures.push(group, start: start, end: end)
    }
    return true
  }

  private mutating func pushTop(of group: Int) throws(LimitReached) {
    try push(
      Frame(kind: .captureTop, target: group, position: captures.tops[group], bound: captures.entries.count))
  }

  private mutating func matchReference(
    _ number: Int, _ ignoresCase: Bool, _ isBackward: Bool, _ position: inout Int
  ) -> Bool {
    guard let group = groups.index(ofNumber: number), let capture = captures.top(of: group) else {
      return unsetReferenceMatches
    }
    var source = isBackward ? capture.end : capture.start
    let end = isBackward ? capture.start : capture.end
    var target = position
    while source != end {
      guard let (wanted, nextSource) = read(source, isBackward), let (found, nextTarget) = read(target, isBackward),
        wanted == found || ignoresCase && CaseEquivalence.areEqual(wanted, found)
      else { return false }
      (source, target) = (nextSource, nextTarget)
      remainingSteps = max(1, remainingSteps &- 1)
    }
    position = target
    return true
  }
}

// MARK: - Text

extension BacktrackingMatcher {
  private func read(_ position: Int, _ isBackward: Bool) -> (scalar: UInt32, next: Int)? {
    if isBackward { return position > 0 ? scalar(before: position) : nil }
    return position < subject.count ? scalar(at: position) : nil
  }

  /// The scalar that begins at `position`, which is inside the text, and where the next one begins.
  private func scalar(at position: Int) -> (scalar: UInt32, next: Int) {
    let first = subject[position]
    if first < 0x80 { return (UInt32(first), position + 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in (position + 1)..<min(position + length, subject.count) {
      value = value << 6 | UInt32(subject[index] & 0x3F)
    }
    return (value, min(position + length, subject.count))
  }

  /// The scalar that ends at `position`, which is not 0, and where it begins.
  private func scalar(before position: Int) -> (scalar: UInt32, next: Int) {
    var start = position - 1
    while start > 0, subject[start] & 0xC0 == 0x80 { start -= 1 }
    return (scalar(at: start).scalar, start)
  }

  private func holds(_ anchor: Anchor, at position: Int) -> Bool {
    switch anchor {
    case .start: position == 0
    case .lineStart: position == 0 || subject[position - 1] == 0xA
    case .end: position == subject.count
    case .endOrFinalNewline:
      position == subject.count || position == subject.count - 1 && subject[position] == 0xA
    case .lineEnd: position == subject.count || subject[position] == 0xA
    case .searchStart: position == searchStart
    case .wordBoundary: isWord(before: position) != isWord(at: position)
    case .notWordBoundary: isWord(before: position) == isWord(at: position)
    case .asciiWordBoundary: isASCIIWord(position - 1) != isASCIIWord(position)
    case .notASCIIWordBoundary: isASCIIWord(position - 1) == isASCIIWord(position)
    }
  }

  private func isWord(at position: Int) -> Bool {
    position < subject.count && CharacterSet.boundaryWord.contains(scalar(at: position).scalar)
  }

  private func isWord(before position: Int) -> Bool {
    position > 0 && CharacterSet.boundaryWord.contains(scalar(before: position).scalar)
  }

  private func isASCIIWord(_ position: Int) -> Bool {
    guard position >= 0, position < subject.count, subject[position] < 0x80 else { return false }
    return CharacterSet.boundaryWord.contains(UInt32(subject[position]))
  }
}
