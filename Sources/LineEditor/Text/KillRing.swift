/// The texts that were killed, for Yank and YankPop.
struct KillRing {
  private(set) var entries: [[UInt32]] = []
  private var index = 0
  private let limit: Int

  init(limit: Int) {
    self.limit = max(limit, 1)
  }

  /// The text that Yank inserts.
  var current: [UInt32]? { entries.indices.contains(index) ? entries[index] : nil }

  /// Adds a text; once the ring is full it takes the place of the oldest.
  mutating func add(_ text: [UInt32]) {
    if entries.count < limit {
      entries.append(text)
      index = entries.count - 1
    } else {
      index = (index + 1) % entries.count
      entries[index] = text
    }
  }

  /// Joins a text to the current one, as kills in a row do.
  mutating func extend(with text: [UInt32], atStart: Bool) {
    guard entries.indices.contains(index) else { return add(text) }
    entries[index] = atStart ? text + entries[index] : entries[index] + text
  }

  /// Steps to the next older text.
  mutating func rotate() {
    guard !entries.isEmpty else { return }
    index = index == 0 ? entries.count - 1 : index - 1
  }
}
