/// Runs a program over bytes of UTF-8, with a stack of its own, so that no pattern and no text can exhaust the thread's.
///
/// For what PCRE2 cannot say, and for all captures of a repeated group. Made for one search, used from one thread.
struct BacktrackingMatcher {
  /// A way back: a choice, or something to undo on the way to one.
  struct Frame {
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

  let program: BacktrackingProgram
  let groups: GroupTable
  let subject: UnsafeBufferPointer<UInt8>
  let unsetReferenceMatches: Bool
  private let minimumLength: Int
  private let requiredBytes: RequiredBytes?
  var stack: [Frame] = []
  var registers: [Int]
  var captures: CaptureStacks
  var remainingSteps: Int
  var searchStart = 0
  private let deadline: Deadline

  static let greatestStepCount = 60_000_000
  static let greatestStackCount = 4_000_000
  private static let stepsBetweenLooks = 0xFFFFF

  /// A matcher for one search of `regex` in `subject`.
  init(_ regex: Regex, _ subject: UnsafeBufferPointer<UInt8>) {
    program = regex.backtrackingProgram()
    groups = regex.groups
    self.subject = subject
    minimumLength = regex.analysis.minimumLength
    requiredBytes = regex.analysis.requiredBytes
    unsetReferenceMatches = regex.options.contains(.ecmaScript)
    registers = Array(repeating: 0, count: program.registerCount)
    captures = CaptureStacks(groupCount: groups.numbers.count)
    remainingSteps = Self.greatestStepCount &+ 32 &* subject.count
    deadline = Deadline(nanoseconds: regex.timeout)
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
    if let requiredBytes, !isAnchored {
      let rest = program.isBackward ? subject[..<start] : subject[start...]
      guard requiredBytes.occur(in: rest) else { return nil }
    }
    var position = start
    while true {
      guard (program.isBackward ? position : subject.count - position) >= minimumLength else { return nil }
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

  mutating func countStep() throws(LimitReached) {
    remainingSteps &-= 1
    if remainingSteps & Self.stepsBetweenLooks == 0 {
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
