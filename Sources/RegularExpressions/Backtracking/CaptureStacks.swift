/// The captures of every group while a match runs.
///
/// Each group has a stack; a popped capture stays in `entries`, so that turning around only moves tops.
struct CaptureStacks {
  struct Entry {
    let start: Int
    let end: Int
    /// The capture of the same group before this one, -1 if there was none.
    let previous: Int
  }

  private(set) var entries: [Entry] = []
  /// For each group index the latest entry, -1 where the group has none.
  private(set) var tops: [Int]

  init(groupCount: Int) {
    tops = Array(repeating: -1, count: groupCount)
  }

  mutating func reset() {
    entries.removeAll(keepingCapacity: true)
    for index in tops.indices { tops[index] = -1 }
  }

  func top(of group: Int) -> Entry? {
    tops[group] >= 0 ? entries[tops[group]] : nil
  }

  mutating func push(_ group: Int, start: Int, end: Int) {
    entries.append(Entry(start: start, end: end, previous: tops[group]))
    tops[group] = entries.count - 1
  }

  mutating func setTop(of group: Int, to entry: Int) {
    tops[group] = entry
  }

  /// Forgets entries that no top can reach any more.
  mutating func truncate(to count: Int) {
    if entries.count > count { entries.removeLast(entries.count - count) }
  }

  /// All captures of a group, the first one first.
  func captures(of group: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = tops[group]
    while index >= 0 {
      let entry = entries[index]
      result.append(entry.start..<entry.end)
      index = entry.previous
    }
    return result.reversed()
  }
}
