/// Where in the history the line came from.
struct HistoryRecall {
  /// The entry on show; the count of entries means the line being typed.
  var index = 0
  /// The line that was typed before an entry was recalled; nil while it is on show.
  var typed: [UInt32]?
  /// What the entries of a search begin with.
  var prefix: [UInt32] = []
  /// The entries that this walk has shown, and where: each line is shown once.
  private var shown: [[UInt32]: Int] = [:]

  init(index: Int = 0) {
    self.index = index
  }

  /// The next entry in a direction, `count` matches away, that `matches`.
  ///
  /// May be the count of entries, which is the typed line, or nil at either end.
  mutating func step(
    _ steps: Int, in entries: [[UInt32]], onlyOnce: Bool, matches: ([UInt32]) -> Bool
  ) -> Int? {
    var left = steps.magnitude
    var candidate = index
    while left > 0 {
      candidate += steps < 0 ? -1 : 1
      guard entries.indices.contains(candidate) else { return candidate == entries.count ? candidate : nil }
      let entry = entries[candidate]
      guard matches(entry) else { continue }
      if onlyOnce, shown[entry, default: candidate] != candidate { continue }
      shown[entry] = candidate
      left -= 1
    }
    return candidate
  }
}
