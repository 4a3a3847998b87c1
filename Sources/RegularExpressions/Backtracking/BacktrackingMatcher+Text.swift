/// Reading the text, in both directions.
extension BacktrackingMatcher {
  func read(_ position: Int, _ isBackward: Bool) -> (scalar: UInt32, next: Int)? {
    if isBackward { return position > 0 ? scalar(before: position) : nil }
    return position < subject.count ? scalar(at: position) : nil
  }

  /// The scalar that begins at `position`, which is inside the text, and where the next one begins.
  func scalar(at position: Int) -> (scalar: UInt32, next: Int) {
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
  func scalar(before position: Int) -> (scalar: UInt32, next: Int) {
    var start = position - 1
    while start > 0, subject[start] & 0xC0 == 0x80 { start -= 1 }
    return (scalar(at: start).scalar, start)
  }

  func holds(_ anchor: Anchor, at position: Int) -> Bool {
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

  func isWord(at position: Int) -> Bool {
    position < subject.count && CharacterSet.boundaryWord.contains(scalar(at: position).scalar)
  }

  func isWord(before position: Int) -> Bool {
    position > 0 && CharacterSet.boundaryWord.contains(scalar(before: position).scalar)
  }

  func isASCIIWord(_ position: Int) -> Bool {
    guard position >= 0, position < subject.count, subject[position] < 0x80 else { return false }
    return CharacterSet.boundaryWord.contains(UInt32(subject[position]))
  }
}
