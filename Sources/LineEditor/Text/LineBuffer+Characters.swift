extension LineBuffer {
  /// Below this scalar none joins the one before it, so an edge can be told without looking further.
  private static let firstJoining: UInt32 = 0x300
  /// No character that people type is longer; a longer one is edited in pieces.
  private static let window = 32

  /// The edge of a character before `position`.
  func edge(before position: Int) -> Int {
    guard position > 0, let last = scalar(at: position - 1) else { return 0 }
    if last < LineBuffer.firstJoining { return position - 1 }
    let nearby = LineBuffer.text(scalars[max(0, position - LineBuffer.window)..<position])
    return position - (nearby.last?.unicodeScalars.count ?? 1)
  }

  /// The edge of a character after `position`.
  func edge(after position: Int) -> Int {
    guard let first = scalar(at: position) else { return count }
    let second = scalar(at: position + 1) ?? 0
    if first < LineBuffer.firstJoining, second < LineBuffer.firstJoining { return position + 1 }
    let nearby = LineBuffer.text(scalars[position..<min(count, position + LineBuffer.window)])
    return position + (nearby.first?.unicodeScalars.count ?? 1)
  }

  /// The edge that lies `steps` characters away from `position`; negative steps go left.
  func edge(from position: Int, by steps: Int) -> Int {
    var position = position
    var left = steps.magnitude
    while left > 0, steps < 0 ? position > 0 : position < count {
      position = steps < 0 ? edge(before: position) : edge(after: position)
      left -= 1
    }
    return position
  }
}

extension LineBuffer {
  /// True when the text has more than one logical line.
  var isMultiLine: Bool { scalars.contains(LineBuffer.newline) }

  /// Where the logical line that contains `position` starts.
  func lineStart(at position: Int) -> Int {
    (scalars[..<min(max(position, 0), count)].lastIndex(of: LineBuffer.newline) ?? -1) + 1
  }

  /// Where the logical line that contains `position` ends: at its newline or at the end of the text.
  func lineEnd(at position: Int) -> Int {
    scalars[min(max(position, 0), count)...].firstIndex(of: LineBuffer.newline) ?? count
  }
}
