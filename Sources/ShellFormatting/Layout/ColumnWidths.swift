/// Fits the columns of a table into a width.
enum ColumnWidths {
  private static let separator = 1
  private static let minimum = 1

  /// The widths of columns for a total: zero in `declared` means none was declared, zero in the result hidden.
  ///
  /// Declared widths hold while they fit; free cells go to the others one by one, from left to right, round and round.
  /// Where all are too wide together, the last visible column loses the excess, and is hidden if none would be left.
  static func fitted(_ declared: [Int], into total: Int) -> [Int] {
    var widths = declared.map { $0 > 0 ? $0 : minimum }
    let open = declared.indices.filter { declared[$0] <= 0 }
    let free = total - sum(widths)
    if free > 0, !open.isEmpty {
      let share = free / open.count
      let rest = free % open.count
      for (position, index) in open.enumerated() { widths[index] += share + (position < rest ? 1 : 0) }
    }
    trim(&widths, to: total)
    return widths
  }

  private static func trim(_ widths: inout [Int], to total: Int) {
    while true {
      let excess = sum(widths) - total
      guard excess > 0, let last = widths.lastIndex(where: { $0 > 0 }) else { return }
      widths[last] = widths[last] - excess >= minimum ? widths[last] - excess : 0
    }
  }

  private static func sum(_ widths: [Int]) -> Int {
    let visible = widths.filter { $0 > 0 }
    return visible.reduce(0, { $0 &+ $1 }) &+ separator * (visible.count - 1)
  }
}
