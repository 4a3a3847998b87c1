internal import Glibc

/// A point in time after which a search gives up.
final class Deadline {
  private let end: Int64
  private var ticks = 0
  private var interval = 1
  private var lastLook: Int64

  /// `nanoseconds` from now; nil stands for the longest that any search may take.
  init(nanoseconds: Int64?) {
    let now = Self.now()
    lastLook = now
    end = now.addingReportingOverflow(nanoseconds ?? Self.longest).partialValue
  }

  /// Why there is one at all, where .NET has none: a shell that hangs loses work.
  private static let longest: Int64 = 20_000_000_000

  /// Whether the time is over; looks at the clock.
  var hasPassed: Bool {
    Self.now() >= end
  }

  /// As `hasPassed`, but looks at the clock more seldom where the ticks come fast.
  func passesAfterTick() -> Bool {
    ticks += 1
    guard ticks >= interval else { return false }
    ticks = 0
    let now = Self.now()
    let isSlow = now &- lastLook > 1_000_000
    interval = isSlow ? 1 : min(2 * interval, Self.longestInterval)
    lastLook = now
    return now >= end
  }

  private static let longestInterval = 64

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
