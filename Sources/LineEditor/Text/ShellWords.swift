/// Splits a line into what a user takes for words: quotes and brackets hold blanks together.
///
/// An approximation that needs no parser; it serves Alt+. and its kin.
enum ShellWords {
  /// The words of the last command in `text`, the command's name first.
  static func split(_ text: [UInt32]) -> [[UInt32]] {
    var words: [[UInt32]] = []
    var word: [UInt32] = []
    var closers: [UInt32] = []
    for scalar in text {
      if closers.isEmpty, LineBuffer.isBlank(scalar) {
        if !word.isEmpty { words.append(word) }
        word = []
        continue
      }
      word.append(scalar)
      if let closer = closers.last, scalar == closer {
        closers.removeLast()
      } else if let closer = closer(of: scalar), !isQuote(closers.last) {
        closers.append(closer)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func isQuote(_ scalar: UInt32?) -> Bool {
    scalar == 0x22 || scalar == 0x27
  }

  private static func closer(of scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x22, 0x27: scalar
    case 0x28: 0x29
    case 0x5B: 0x5D
    case 0x7B: 0x7D
    default: nil
    }
  }
}
