import Glibc

/// A group whose rows wait until their columns can be sized.
struct HeldGroup {
  let heading: [CustomItem]?
  /// Whether rows are written after 300 ms, complete or not.
  let isTimed: Bool
  var entries: [FormatEntry] = []
  private let began = HeldGroup.now()

  init(heading: [CustomItem]?, isTimed: Bool) {
    self.heading = heading
    self.isTimed = isTimed
  }

  private static let patience: Int64 = 300_000_000

  /// Whether the rows have waited long enough.
  var isOverdue: Bool { isTimed && Self.now() &- began > Self.patience }

  /// Nanoseconds of a clock that never goes back.
  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
