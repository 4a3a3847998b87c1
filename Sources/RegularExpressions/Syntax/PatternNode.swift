/// A parsed pattern: the tree that both engines are made from.
///
/// Options are resolved while parsing, so no node depends on where it stands: `.` is already a set, `^` already one of
/// two anchors.
indirect enum PatternNode: Sendable {
  case empty
  /// One Unicode scalar; a lone surrogate matches nothing.
  case literal(UInt32, ignoresCase: Bool)
  case set(CharacterSet)
  case anchor(Anchor)
  case sequence([PatternNode])
  case alternation([PatternNode])
  /// A group that captures under `number`, or takes back the last capture of `uncapture` (a balancing group), or both.
  case capture(number: Int?, uncapture: Int?, PatternNode)
  case loop(PatternNode, LoopBounds)
  case atomic(PatternNode)
  case look(PatternNode, isBehind: Bool, isNegative: Bool)
  case backreference(Int, ignoresCase: Bool)
  case ifCaptured(Int, yes: PatternNode, no: PatternNode)
  case ifMatches(PatternNode, yes: PatternNode, no: PatternNode)
}

/// How often the body of a loop may match.
struct LoopBounds: Sendable {
  let minimum: Int
  /// `Int.max` where there is no bound.
  let maximum: Int
  let isLazy: Bool
}

/// A place in the text that takes no text.
enum Anchor: Sendable {
  /// `\A`, and `^` without Multiline.
  case start
  /// `^` with Multiline.
  case lineStart
  /// `\z`.
  case end
  /// `\Z`, and `$` without Multiline: the end, or before a line feed that is last.
  case endOrFinalNewline
  /// `$` with Multiline.
  case lineEnd
  /// `\G`.
  case searchStart
  case wordBoundary, notWordBoundary
  case asciiWordBoundary, notASCIIWordBoundary
}
