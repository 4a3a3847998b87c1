/// One step of the backtracking matcher.
///
/// A register holds a position or a height of the stack; its old value comes back when the matcher turns around.
enum Instruction: Sendable {
  case character(UInt32, ignoresCase: Bool, isBackward: Bool)
  case set(CharacterSet, isBackward: Bool)
  case anchor(Anchor)
  /// Goes on at `first`; at `second` if that fails.
  case split(first: Int, second: Int)
  case jump(Int)
  case mark(register: Int)
  /// Ends a group that began at the position in `register`.
  case capture(number: Int?, uncapture: Int?, register: Int)
  /// A loop around one character.
  case run(CharacterSet, LoopBounds, isBackward: Bool)
  /// Begins a loop with its count in `register` and the start of its last round in the register after it.
  case loopStart(register: Int)
  /// Decides about one more round, which begins at the next instruction.
  case loop(LoopBounds, register: Int, exit: Int)
  case backreference(Int, ignoresCase: Bool, isBackward: Bool)
  case ifCaptured(Int, otherwise: Int)
  /// Keeps the height of the stack in `register` and the position in the one after it; on failure goes on at
  /// `otherwise`, if that is given.
  case cutStart(register: Int, otherwise: Int?)
  /// Forgets all choices since `cutStart`; a lookaround also goes back to its position.
  case cutEnd(register: Int, restoresPosition: Bool)
  /// Ends what must not match: undoes everything since `cutStart` and fails.
  case refuse(register: Int)
  case accept
}
